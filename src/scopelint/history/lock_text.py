"""The text of a lock: what was agreed, so that a change to it reads as a change to the agreement."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping

from scopelint.model import Assumption, Contract, Deliverable, Exclusion, Milestone, Money, RevisionPolicy
from scopelint.model.in_force import deliverables_in_force
from scopelint.model.past import Agreement
from scopelint.syntax.yaml_text import Raw, Tree, yaml_text
from scopelint.text import Spanned

FORMAT = Raw("1")
_HEADER = """\
# What both sides agreed, recorded by `scopelint lock`. It is compared with the contract on every check:
# commit it, and let `scopelint lock` rewrite it when something new is agreed.
"""


def lock_text(contract: Contract, agreement: Agreement, earlier: Iterable[Agreement]) -> str:
    """The lock file of a contract as it stands.

    Equal terms give equal text, whatever the spacing, the order of files and the order of items.
    """
    facts: dict[str, Tree] = {"lock": FORMAT, "agreed": _agreement(agreement)}
    past: dict[str, Tree] = {"earlier": [_agreement(each) for each in earlier]}
    return "\n".join(filter(None, (_HEADER + yaml_text(facts), yaml_text(_terms(contract)), yaml_text(past))))


def terms_digest(contract: Contract) -> str:
    """The digest of the terms a lock of the contract holds."""
    return digest_of(_terms(contract))


def digest_of(terms: Mapping[str, Tree]) -> str:
    """The SHA-256 digest of terms as a lock writes them, however it spaces, quotes and orders its keys."""
    return "sha256-" + hashlib.sha256(json.dumps(terms, sort_keys=True).encode()).hexdigest()


def _agreement(agreement: Agreement) -> dict[str, Tree]:
    return _present(
        date=Raw(agreement.date.value.isoformat()) if agreement.date else None,
        approval=_text(agreement.approval),
        changes=list(agreement.changes),
        digest=_text(agreement.digest),
        despite=list(agreement.despite),
    )


def _terms(contract: Contract) -> dict[str, Tree]:
    currency = contract.currency.value if contract.currency else None
    return _present(
        contract=_present(
            currency=currency,
            price=_money(contract.price, currency),
            rate=_money(contract.rate, currency),
            weekly_limit=Raw(f"{contract.weekly_limit.value:f}") if contract.weekly_limit else None,
            due_on=Raw(contract.due_on.value.isoformat()) if contract.due_on else None,
        ),
        revisions=_revisions(contract.revisions, currency),
        deliverables=_sorted(_deliverable(each) for each in deliverables_in_force(contract)),
        exclusions=_sorted(_item(each) for each in contract.exclusions),
        assumptions=_sorted(_item(each) for each in contract.assumptions),
        milestones=_sorted(
            _milestone(each, currency) for each in contract.milestones if each.id or each.title
        ),
    )


def _revisions(policy: RevisionPolicy | None, currency: str | None) -> dict[str, Tree]:
    if policy is None:
        return {}
    extra = policy.extra_round_price
    price = extra.value if extra else None
    return _present(
        included=Raw(policy.included.value) if policy.included else None,
        per=_text(policy.per),
        extra_round_price=_amount(price, currency) if isinstance(price, Money) else _flat(price),
    )


def _deliverable(item: Deliverable) -> dict[str, Tree]:
    return _present(
        id=_text(item.id),
        deliverable=_flat(item.text.value),
        quantity=_text(item.quantity),
        format=_text(item.format),
        acceptance=[_flat(criterion.value) or "" for criterion in item.acceptance],
    )


def _item(item: Exclusion | Assumption) -> Tree:
    """A sentence alone where there is nothing else to say."""
    due_on = item.due_on if isinstance(item, Assumption) else None
    if item.id is None and due_on is None:
        return _flat(item.text.value) or ""
    return _present(
        id=_text(item.id),
        text=_flat(item.text.value),
        due_on=Raw(due_on.value.isoformat()) if due_on else None,
    )


def _milestone(milestone: Milestone, currency: str | None) -> dict[str, Tree]:
    return _present(
        id=_text(milestone.id),
        title=_text(milestone.title),
        amount=_money(milestone.amount, currency),
        share=Raw(f"{milestone.share.value:f}") if milestone.share else None,
        due_on=Raw(milestone.due_on.value.isoformat()) if milestone.due_on else None,
    )


def _money(money: Spanned[Money] | None, currency: str | None) -> str | None:
    return _amount(money.value, currency) if money else None


def _amount(money: Money, currency: str | None) -> str:
    """Two decimals, or more where the contract has them; the currency where it is not the contract's."""
    whole, _, decimals = f"{money.amount:f}".partition(".")
    figures = f"{whole}.{decimals.rstrip('0'):0<2}"
    return Raw(figures) if money.currency in (None, currency) else f"{figures} {money.currency}"


def _present(**values: "Tree | None") -> dict[str, Tree]:
    return {key: value for key, value in values.items() if value}


def _text(value: Spanned[str] | None) -> str | None:
    return _flat(value.value) if value else None


def _flat(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None


def _sorted(items: Iterable[Tree]) -> list[Tree]:
    """Items by id in counting order, those without one after them by their words."""
    return sorted(items, key=_sort_key)


def _sort_key(item: Tree) -> tuple[bool, list[tuple[int, int, str]], str]:
    facts = item if isinstance(item, Mapping) else {"text": item}
    known = str(facts.get("id", ""))
    words = facts.get("deliverable") or facts.get("text") or facts.get("title")
    return not known, natural(known), "" if known else str(words)


def natural(name: str) -> list[tuple[int, int, str]]:
    """A sort key that puts ``D9`` before ``D10``."""
    digits = re.split(r"(\d+)", name)
    return [(1, int(part), "") if part.isdecimal() else (0, 0, part) for part in digits if part]
