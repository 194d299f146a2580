"""From a document somebody already has to a contract folder."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from scopelint.engine.start import SCHEMA_FILE, SCHEMA_LINE, contract_schema_text, slug
from scopelint.model import ClauseStatus, Contract, Milestone, Money, RevisionPolicy
from scopelint.syntax.yaml_text import Raw, yaml_text
from scopelint.text import Spanned

NEVER_IN_PROSE = ("the client's approver", "the evidence of what was agreed")
SECTIONS = (
    ("payment-schedule", "Payment"),
    ("timeline", "Timeline"),
    ("acceptance", "Acceptance"),
    ("change-process", "Changes"),
    ("communication", "Communication"),
    ("termination", "Ending early"),
)


class Structured(NamedTuple):
    """The files of a contract folder made from a document, and what the document did not say."""

    files: dict[str, str]
    missing: tuple[str, ...]


def structured(contract: Contract, original: str) -> Structured:
    """Write what was understood as records; nothing is invented.

    ``original`` is the document's text: clauses that stay prose are taken over in its own words.
    """
    files = {
        "contract.yaml": f"{SCHEMA_LINE}\nscopelint: 1\n{yaml_text(_records(contract))}",
        "scope.md": "\n".join(_scope(contract, original)),
        SCHEMA_FILE: contract_schema_text(),
    }
    if contract.milestones:
        records = [_milestone(m, n) for n, m in enumerate(contract.milestones, 1)]
        files["milestones.yaml"] = f"{SCHEMA_LINE}\n{yaml_text({'milestones': records})}"
    return Structured(files, tuple(_missing(contract)))


def _records(contract: Contract) -> dict[str, Any]:
    title = contract.title.value if contract.title else contract.path
    price, rate = contract.price, _rate(contract)
    header: dict[str, Any] = {
        "id": slug(title),
        "title": title,
        "type": "hourly" if _is_hourly(contract) else "fixed_price",
        "status": contract.phase.value,
        **{name: str(fact.value) for name in ("platform",) if (fact := getattr(contract, name))},
        **{
            name: Raw(fact.value.isoformat())
            for name in ("accepted_on", "started_on", "due_on")
            if (fact := getattr(contract, name))
        },
    }
    money = price.value if price else rate
    if money and money.currency:
        header["currency"] = money.currency
    if price:
        header["price"] = _amount(price.value)
    elif rate:
        header["rate"] = _amount(rate)
    parties = {
        role: {"name": party.name.value}
        for role in ("freelancer", "client")
        if (party := getattr(contract, role)) and party.name
    }
    return {"contract": header, "parties": parties, "revisions": _revisions(contract.revisions)}


def _rate(contract: Contract) -> Money | None:
    """What an hour costs: as recorded, else the first rate that the prose names."""
    if contract.rate:
        return contract.rate.value
    return next((price.money.value for price in contract.prices if price.kind == "rate"), None)


def _is_hourly(contract: Contract) -> bool:
    """Whether hours are paid, as in a retainer that names a rate and no price."""
    stated = contract.type.value if contract.type else None
    unpriced = contract.price is None and _rate(contract) is not None
    return stated == "hourly" or (stated != "fixed_price" and unpriced)


def _revisions(policy: RevisionPolicy | None) -> dict[str, Any]:
    if policy is None:
        return {}
    out: dict[str, Any] = {}
    if policy.included:
        out["included"] = Raw(str(policy.included.value))
    for name in ("per", "round", "new_work"):
        stated: Spanned[str] | None = getattr(policy, name)
        if stated:
            out[name] = stated.value
    if policy.extra_round_price and isinstance(policy.extra_round_price.value, Money):
        out["extra_round_price"] = _amount(policy.extra_round_price.value)
    return out


def _milestone(milestone: Milestone, number: int) -> dict[str, Any]:
    out: dict[str, Any] = {"id": milestone.id.value if milestone.id else f"M{number}"}
    if milestone.title:
        out["title"] = milestone.title.value
    if milestone.amount:
        out["amount"] = _amount(milestone.amount.value)
    if milestone.due_on:
        out["due_on"] = Raw(milestone.due_on.value.isoformat())
    return out


def _amount(money: Money) -> Raw:
    return Raw(f"{money.amount:.2f}")


def _scope(contract: Contract, original: str) -> Iterator[str]:
    yield f"# {contract.title.value if contract.title else contract.path}\n"
    if contract.scope and contract.scope.text:
        yield f"## Scope\n\n{contract.scope.text.value}\n"
    if contract.deliverables:
        yield "## Deliverables\n"
        yield "| ID | Deliverable | Quantity | Acceptance criteria |\n|----|----|----|----|"
        for number, item in enumerate(contract.deliverables, 1):
            words = ": ".join((*item.parents[-1:], item.text.value))
            criteria = "; ".join(one.value for one in item.acceptance)
            quantity = item.quantity.value if item.quantity else ""
            cells = (item.id.value if item.id else f"D{number}", words, quantity, criteria)
            yield "| " + " | ".join(_cell(cell) for cell in cells) + " |"
        yield ""
    for heading, items in (("Not included", contract.exclusions), ("Assumptions", contract.assumptions)):
        if items:
            yield f"## {heading}\n"
            yield from (f"- {item.text.value}" for item in items)
            yield ""
    recorded = {"payment-schedule": contract.milestones, "timeline": contract.due_on}
    for clause, heading in SECTIONS:
        own = None if recorded.get(clause) else _own_words(contract, clause, original)
        if own:
            yield f"## {heading}\n\n{own}\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _own_words(contract: Contract, name: str, original: str) -> str | None:
    """The words in which the document states a clause: its section under a heading, else its line."""
    clause = contract.clause(name)
    if clause.status is not ClauseStatus.STATED or clause.span is None or clause.recognised_by == "record":
        return None
    at = clause.span
    if clause.recognised_by == "heading":
        starts = sorted(h.span.start for h in contract.headings if h.span.file == at.file)
        following = [start for start in starts if start > at.end]
        end = original.rfind("\n", 0, following[0]) if following else len(original)
        body = original[original.find("\n", at.end) : end].strip() if "\n" in original[at.end :] else ""
        if body:
            return body
    start = original.rfind("\n", 0, at.start) + 1
    line_end = original.find("\n", at.end)
    return original[start : line_end if line_end >= 0 else len(original)].strip().lstrip("#-*| ").rstrip("| ")


def _missing(contract: Contract) -> Iterator[str]:
    for clause in contract.clauses:
        if clause.status is ClauseStatus.MISSING:
            yield clause.name.replace("-", " ")
    for name, words in (("price", "price"), ("client", "client's name"), ("freelancer", "your name")):
        if getattr(contract, name) is None and not (name == "price" and _rate(contract)):
            yield words
    if not contract.deliverables:
        yield "deliverables"
    if not contract.milestones:
        yield "milestones"
    yield from NEVER_IN_PROSE
