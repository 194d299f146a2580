"""What was agreed is backed by a dated record."""

from collections.abc import Iterator
from datetime import date as Date
from typing import NamedTuple

from scopelint.diagnostics import Finding, Label, NotChecked
from scopelint.model import Citation, Contract, Evidence
from scopelint.model.lifecycle import approval_of_change
from scopelint.model.naming import name_of
from scopelint.rules.gathering import merged
from scopelint.rules.rule import Context, Outcome
from scopelint.text import Span, Spanned

_PLURALS = {
    "approval": "approvals",
    "change": "changes",
    "funding": "fundings",
    "revision": "revision rounds",
}


class Event(NamedTuple):
    """Something that evidence should back: its kind, its name in a sentence, place, days and evidence."""

    kind: str
    name: str
    at: Span
    about: Span
    citations: tuple[Citation, ...]
    days: tuple[Spanned[Date], ...] = ()


def missing_evidence(contract: Contract, cx: Context) -> Iterator[Outcome]:
    """Agreements, approvals, changes, rounds and fundings without evidence; evidence without date or ref."""
    events = [event for event in _events(contract) if event.kind in cx.options["kinds"]]
    if not (contract.structured or contract.evidence or any(event.citations for event in events)):
        yield NotChecked("evidence is not recorded here")
        return
    for kind in dict.fromkeys(event.kind for event in events):
        alike = [event for event in events if event.kind == kind]
        bare = [_bare(event) for event in alike if not event.citations]
        if len(bare) == len(alike) > 1:
            yield merged(bare, f"none of the {len(bare)} {_PLURALS[kind]} cites evidence")
        else:
            yield from bare
    cited = {c.record.span: c.record for e in events for c in e.citations if c.record and c.id}
    for evidence in cited.values():
        yield from _incomplete(evidence)
    for event in events:
        yield from _apart(event)


def _events(contract: Contract) -> Iterator[Event]:
    scope = contract.scope
    if scope and scope.agreed_on:
        backed = scope.evidence or tuple(c for a in contract.approvals_of("scope") for c in a.evidence)
        yield Event(
            "scope",
            "the agreement on the scope",
            scope.agreed_on.span,
            scope.span,
            backed,
            (scope.agreed_on,),
        )
    for approval in contract.approvals:
        if approval.date and (approval.method is None or approval.method.value == "explicit"):
            at = approval.id.span if approval.id else approval.span
            yield Event("approval", name_of(approval), at, approval.span, approval.evidence, (approval.date,))
    yield from _changes(contract)
    for revision in contract.revision_rounds:
        at = revision.id.span if revision.id else revision.span
        days = (revision.requested_on,) if revision.requested_on else ()
        yield Event("revision", name_of(revision), at, revision.span, revision.evidence, days)
    for milestone in contract.milestones:
        paid = milestone.funded
        if paid and milestone.structured:
            name = f"the funding of {name_of(milestone)}"
            yield Event(
                "funding", name, paid.span, milestone.span, paid.evidence, (paid.date,) if paid.date else ()
            )


def _changes(contract: Contract) -> Iterator[Event]:
    """Changes; an approved one is backed by its approval, which is judged on its own."""
    for change in contract.changes:
        approval = approval_of_change(contract, change)
        if approval and not change.evidence:
            continue
        days = (change.requested_on, change.quoted_on, change.decided_on, approval.date if approval else None)
        at = change.id.span if change.id else change.span
        dated = tuple(day for day in days if day)
        yield Event("change", name_of(change), at, change.span, change.evidence, dated)


def _bare(event: Event) -> Finding:
    return Finding(
        f"{event.name} cites no evidence",
        Label(event.at),
        help="cite the message that shows it, with date, channel and link, or its id in the register",
        about=(event.about,),
    )


def _incomplete(evidence: Evidence) -> Iterator[Finding]:
    """Evidence of the register that nobody could find again."""
    name = f"`{evidence.id.value}`" if evidence.id else "the evidence"
    lacks = [] if evidence.date else ["date"]
    if not (evidence.ref or evidence.file):
        lacks.append("ref")
    if lacks:
        yield Finding(
            f"{name} has no {' and no '.join(lacks)}",
            Label(evidence.id.span if evidence.id else evidence.span),
            help="add the day it was written and a link or path that leads to it",
            about=(evidence.span,),
        )


def _apart(event: Event) -> Iterator[Finding]:
    """Evidence of another day than what it is to show."""
    dated = [c.record.date for c in event.citations if c.record and c.record.date]
    if not dated or not event.days:
        return
    gap = min(abs((day.value - other.value).days) for day in dated for other in event.days)
    if gap > 1:
        yield Finding(
            f"{event.name} is dated {event.days[-1].value} but its evidence {dated[0].value}",
            Label(event.days[-1].span),
            case="date-apart",
            related=(Label(dated[0].span, "evidence"),),
            help="correct the date that is wrong, or cite the message of that day",
            about=(event.about,),
        )
