"""References that lead nowhere, or that two records give differently."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scopelint.diagnostics import Finding, Label
from scopelint.model import Change, Citation, Contract, Milestone
from scopelint.model.naming import is_id, name_of, quoted
from scopelint.rules.document.record import reported
from scopelint.rules.rule import Context
from scopelint.text import Span, Spanned

_SCOPE = ("scope", "contract")


class _Reference(NamedTuple):
    """An id, the kind of record it should lead to, and the place of the record that cites it."""

    to: Spanned[str]
    kind: str
    by: Span


def broken_reference(contract: Contract, cx: Context) -> Iterator[Finding]:
    """An id leads to no record, or two records that should name each other do not."""
    yield from reported(contract, "broken-reference")
    known = _known(contract)
    broken: dict[str, list[_Reference]] = {}
    for reference in _references(contract):
        cited = reference.to.value
        if cited not in known[reference.kind] and (contract.structured or is_id(cited)):
            broken.setdefault(reference.kind, []).append(reference)
    for reference in _lost_citations(contract):
        broken.setdefault(reference.kind, []).append(reference)
    for kind, references in broken.items():
        yield from _lost(kind, references, known[kind])
    yield from _disagreements(contract)


def _lost(kind: str, references: list[_Reference], known: set[str]) -> Iterator[Finding]:
    first = references[0].to
    if not known and len(references) > 1:
        yield Finding(
            f"{quoted(first.value)} and {len(references) - 1} more cite {kind} records, but there are none",
            Label(first.span),
            related=tuple(Label(r.to.span) for r in references[1:]),
            about=tuple(span for r in references for span in (r.to.span, r.by)),
        )
        return
    for to, _, by in references:
        near = _near(to.value, known)
        message = f"{quoted(to.value)} leads to no {kind} record"
        hint = f"did you mean `{near}`?" if near else None
        yield Finding(message, Label(to.span), help=hint, about=(to.span, by))


def _near(wanted: str, known: Iterable[str]) -> str | None:
    """The id that differs only in case, spaces and punctuation."""
    plain = _plain(wanted)
    return next((other for other in sorted(known) if _plain(other) == plain), None)


def _plain(id: str) -> str:
    return "".join(char for char in id.casefold() if char.isalnum())


def _known(contract: Contract) -> dict[str, set[str]]:
    """What may be cited by kind: ids, and the words of a record for people who cite it by name."""
    deliverables = [*contract.deliverables, *(d for c in contract.changes for d in c.adds)]
    known = {
        "deliverable": {d.id.value for d in deliverables if d.id} | {d.text.value for d in deliverables},
        "milestone": {m.id.value for m in contract.milestones if m.id}
        | {m.title.value for m in contract.milestones if m.title},
        "change": {c.id.value for c in contract.changes if c.id},
        "approval": {a.id.value for a in contract.approvals if a.id},
        "evidence": {e.id.value for e in contract.evidence if e.id},
    }
    known["approved"] = known["deliverable"] | known["milestone"] | known["change"] | set(_SCOPE)
    return known


def _references(contract: Contract) -> Iterator[_Reference]:
    for step in contract.milestones:
        yield from _cited("deliverable", step.span, *step.deliverables)
        yield from _cited("approval", step.span, step.approval)
        yield from _cited("change", step.span, step.change)
    for change in contract.changes:
        yield from _cited("approval", change.span, change.approval)
        yield from _cited("milestone", change.span, change.milestone)
        yield from _cited("deliverable", change.span, *change.adds_ids, *change.removes)
    for approval in contract.approvals:
        yield from _cited("approved", approval.span, approval.subject)
    for asked in contract.revision_rounds:
        yield from _cited("milestone", asked.span, asked.milestone)
        yield from _cited("deliverable", asked.span, asked.deliverable, *(i.deliverable for i in asked.items))
        yield from _cited("change", asked.span, asked.change)
    for dispute in contract.disputes:
        yield from _cited("milestone", dispute.span, dispute.milestone)


def _cited(kind: str, by: Span, *ids: Spanned[str] | None) -> Iterator[_Reference]:
    return (_Reference(cited, kind, by) for cited in ids if cited)


def _lost_citations(contract: Contract) -> Iterator[_Reference]:
    for by, citations in _citations(contract):
        for citation in citations:
            if citation.id is not None and citation.record is None:
                yield _Reference(Spanned(citation.id, citation.span), "evidence", by)


def _citations(contract: Contract) -> Iterator[tuple[Span, tuple[Citation, ...]]]:
    """What each record cites as evidence, with the record's place."""
    if contract.scope:
        yield contract.scope.span, contract.scope.evidence
    for milestone in contract.milestones:
        for payment in (milestone.funded, milestone.released, milestone.refunded):
            if payment:
                yield milestone.span, payment.evidence
    for kind in ("approvals", "changes", "revision_rounds", "check_ins", "incidents", "disputes"):
        for record in getattr(contract, kind):
            yield record.span, record.evidence
    for dispute in contract.disputes:
        yield dispute.span, dispute.direct_attempts
    if contract.closure:
        yield contract.closure.span, contract.closure.notice
        yield contract.closure.span, contract.closure.refund.agreed if contract.closure.refund else ()


def _disagreements(contract: Contract) -> Iterator[Finding]:
    """Links whose two ends name different records."""
    subjects = {a.id.value: a.subject for a in contract.approvals if a.id and a.subject}
    for milestone in contract.milestones:
        subject = subjects.get(milestone.approval.value) if milestone.approval else None
        if milestone.approval and subject and subject.value not in _approvable(milestone):
            yield _crossed(milestone.approval, name_of(milestone), subject)
    for change in contract.changes:
        subject = subjects.get(change.approval.value) if change.approval else None
        own = {own_id.value for own_id in (change.id, change.milestone) if own_id}
        if change.approval and subject and subject.value not in own:
            yield _crossed(change.approval, name_of(change), subject)
        yield from _crossed_milestone(change, contract)


def _crossed_milestone(change: Change, contract: Contract) -> Iterator[Finding]:
    milestone = contract.milestone(change.milestone.value) if change.milestone else None
    back = milestone.change if milestone else None
    if change.milestone and back and change.id and back.value != change.id.value:
        yield _crossed(change.milestone, name_of(change), back)


def _approvable(milestone: Milestone) -> set[str]:
    """What an approval cited by a milestone may be given for: the milestone, its parts, its change."""
    parts = (milestone.id, milestone.title, milestone.change, *milestone.deliverables)
    return {part.value for part in parts if part} | set(_SCOPE)


def _crossed(reference: Spanned[str], by: str, back: Spanned[str]) -> Finding:
    return Finding(
        f"{by} cites {quoted(reference.value)}, which names {quoted(back.value)} instead",
        Label(reference.span),
        related=(Label(back.span, "names another record"),),
        about=(reference.span,),
    )
