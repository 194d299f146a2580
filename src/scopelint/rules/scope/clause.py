"""Whether the day of delivery and the usual terms are stated.

A clause that reading found but could not fully understand counts as stated: a false alarm about
something the reader can see costs more than a weak clause passed over.
"""

from collections.abc import Iterator

from scopelint.diagnostics import Finding, Label
from scopelint.model import ClauseStatus, Contract, Milestone
from scopelint.model.naming import listed, name_of
from scopelint.rules.rule import Context


def missing_delivery_date(contract: Contract, cx: Context) -> Iterator[Finding]:
    """Neither the contract nor every milestone has a date."""
    if contract.due_on:
        return
    open_milestones = [m for m in contract.milestones if m.cancelled_on is None]
    undated = [m for m in open_milestones if m.due_on is None and m.due is None]
    if open_milestones and not undated:
        return
    clause = contract.clause("timeline")
    if clause.status is not ClauseStatus.MISSING and clause.recognised_by != "record":
        return
    if len(undated) == len(open_milestones):
        yield _missing(contract, "timeline", "no delivery date is stated")
        return
    for milestone in undated:
        named = name_of(milestone)
        place = _place(milestone)
        yield Finding(
            f"{named} has no due date, and neither has the contract", place, about=(milestone.span,)
        )


_TERMS = {
    "ip_transfer": "when ownership passes",
    "termination": "how the contract ends early",
    "late_fee": "what late payment costs",
    "kill_fee": "what a cancelled contract costs",
    "addresses": "the addresses of both parties",
}
_PHRASES = {"ip_transfer": "ip-transfer", "late_fee": "late-fee", "kill_fee": "kill-fee"}


def missing_standard_terms(contract: Contract, cx: Context) -> Iterator[Finding]:
    """Terms that a freelancer's contract usually holds are not stated."""
    wanted = list(cx.options["require"])
    if contract.platform is None or contract.platform.value == "direct":
        wanted += cx.options["require_direct"]
    lacking = [_TERMS.get(term, term) for term in wanted if not _term_stated(contract, term)]
    if lacking:
        place = Label(contract.terms.span if contract.terms else contract.place_for("terms"))
        yield Finding(f"not stated: {listed(lacking)}", place)


def _term_stated(contract: Contract, term: str) -> bool:
    if term == "addresses":
        return all(party and party.address for party in (contract.freelancer, contract.client))
    if term == "termination" and _stated(contract, "termination"):
        return True
    if contract.terms and getattr(contract.terms, term, None):
        return True
    return any(phrase.group == _PHRASES.get(term) for phrase in contract.phrases)


def _stated(contract: Contract, clause: str) -> bool:
    return contract.clause(clause).status is not ClauseStatus.MISSING


def _missing(contract: Contract, clause: str, message: str) -> Finding:
    return Finding(message, Label(contract.clause(clause).span or contract.title_span))


def _place(milestone: Milestone) -> Label:
    return Label((milestone.title or milestone.id or milestone).span)
