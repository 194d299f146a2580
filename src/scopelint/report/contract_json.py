"""A contract as understood, for programs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from scopelint.diagnostics import Passage
from scopelint.model import Clause, Contract, Milestone, Money, Price
from scopelint.report.escape import json_text
from scopelint.report.passage import passages
from scopelint.report.place import place
from scopelint.text import SourceFile, Span, Spanned

Sources = Mapping[str, SourceFile]
NOTHING_UNREAD: Mapping[str, Sequence[Passage]] = {}


def render(
    contracts: Iterable[Contract],
    sources: Sources,
    unread: Mapping[str, Sequence[Passage]] = NOTHING_UNREAD,
) -> str:
    """One JSON object with a list of contracts.

    ``unread`` holds the places that are not read for terms, by the path of the contract.
    """
    listed = [
        {**_contract(one, sources), "unread_text": list(passages(unread.get(one.path, ()), sources))}
        for one in contracts
    ]
    return json_text({"version": 1, "contracts": listed}, indent=1) + "\n"


def _contract(contract: Contract, sources: Sources) -> dict[str, Any]:
    return {
        "path": contract.path,
        "phase": contract.phase.value,
        "structured": contract.structured,
        "template": contract.template is not None,
        "languages": sorted({d.language for d in contract.documents if d.language}),
        **{
            name: _fact(getattr(contract, name), sources)
            for name in ("id", "title", "type", "platform", "accepted_on", "started_on", "due_on", "rate")
        },
        "clauses": {clause.name: _clause(clause, contract, sources) for clause in contract.clauses},
        "deliverables": [_item(d.text, d.id, sources) for d in contract.deliverables],
        "exclusions": [_item(e.text, e.id, sources) for e in contract.exclusions],
        "milestones": [_milestone(m, sources) for m in contract.milestones],
        "price": _money(contract.price, sources),
        "prices": [_price(p, sources) for p in contract.prices],
        "placeholders": [{**_at(p.text.span, sources), "text": p.text.value} for p in contract.placeholders],
        "records": {
            name: len(getattr(contract, name))
            for name in ("approvals", "changes", "evidence", "revision_rounds", "check_ins", "disputes")
        },
    }


def _at(span: Span, sources: Sources) -> dict[str, Any]:
    at = place(span, sources)
    return {"path": at.path, "line": at.line, "column": at.column}


def _fact(fact: Spanned[Any] | None, sources: Sources) -> dict[str, Any] | None:
    return {"value": str(fact.value), **_at(fact.span, sources)} if fact else None


def _clause(clause: Clause, contract: Contract, sources: Sources) -> dict[str, Any]:
    missing = clause.status == "missing"
    at = {"path": None, "line": None, "column": None}
    out: dict[str, Any] = {
        "status": clause.status.value,
        **(at if missing or clause.span is None else _at(clause.span, sources)),
        "recognised_by": clause.recognised_by,
        "confidence": clause.confidence.word,
    }
    if clause.name == "revision-limit":
        policy = contract.revisions
        out["rounds"] = policy.included.value if policy and policy.included else None
        out["defines_round"] = bool(policy and policy.round)
        out["extra_round_price"] = bool(policy and policy.extra_round_price)
    return out


def _item(text: Spanned[str], id: Spanned[str] | None, sources: Sources) -> dict[str, Any]:
    return {**_at(text.span, sources), "id": id.value if id else None, "text": text.value}


def _milestone(milestone: Milestone, sources: Sources) -> dict[str, Any]:
    amount = milestone.amount.value if milestone.amount else None
    due = milestone.due_on.value.isoformat() if milestone.due_on else None
    return {
        **_at(milestone.span, sources),
        "id": milestone.id.value if milestone.id else None,
        "name": milestone.title.value if milestone.title else None,
        "amount": str(amount.amount) if amount else None,
        "currency": amount.currency if amount else None,
        "share": str(milestone.share.value) if milestone.share else None,
        "due": due or (milestone.due.value if milestone.due else None),
    }


def _money(money: Spanned[Money] | None, sources: Sources) -> dict[str, Any] | None:
    if money is None:
        return None
    return {
        **_at(money.span, sources),
        "amount": str(money.value.amount),
        "currency": money.value.currency,
    }


def _price(price: Price, sources: Sources) -> dict[str, Any]:
    return {
        **(_money(price.money, sources) or {}),
        "kind": price.kind,
        "label": price.label,
        "period": price.period,
    }
