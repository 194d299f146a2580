"""Work that nobody put into the scope."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from scopelint.diagnostics import Confidence, Finding, Label, NotChecked
from scopelint.model import Change, Contract, Exclusion
from scopelint.rules.naming import name, quoted
from scopelint.rules.rule import Context, Outcome
from scopelint.text import Span, Spanned
from scopelint.text.word import content_words


class _Use(NamedTuple):
    """A place where work on a deliverable is planned, asked for or done, and by which record."""

    reference: Spanned[str]
    by: str
    record: Span
    has_work: bool


def out_of_scope_addition(contract: Contract, cx: Context) -> Iterator[Outcome]:
    """A milestone or a revision asks for something that neither the scope nor an approved change holds."""
    known = {d.id.value for d in contract.deliverables if d.id}
    uses = list(_uses(contract))
    if not known and not uses:
        yield NotChecked("no deliverables with ids, and nothing refers to any")
    excluded = {e.id.value: e for e in contract.exclusions if e.id}
    added = _added(contract)
    for use in uses:
        if use.reference.value not in known:
            yield from _stray(use, excluded, added)
    if cx.options["match_exclusions"] == "warn":
        yield from _excluded_work(contract)


def _stray(use: _Use, excluded: dict[str, Exclusion], added: dict[str, Change]) -> Iterator[Finding]:
    wanted = f"{use.by} {quoted(use.reference.value)}"
    about = (use.record, use.reference.span)
    if use.reference.value in excluded:
        exclusion = excluded[use.reference.value]
        related = (Label(exclusion.text.span, "excluded here"),)
        yield Finding(f"{wanted}, which is excluded", Label(use.reference.span), related=related, about=about)
        return
    change = added.get(use.reference.value)
    if change is None:
        message = f"{wanted}, which neither the scope nor a change lists"
        yield Finding(message, Label(use.reference.span), about=about)
        return
    decision = change.decision.value if change.decision else "pending"
    # A milestone proposed together with its pending change is how platforms do it; work on it is not.
    if decision in ("approved", "absorbed") or (decision == "pending" and not use.has_work):
        return
    named = name(change, change.request, "change")
    place = (change.decision or change.id or change).span
    yield Finding(
        f"{wanted}, which only {named} adds, and that is {decision}",
        Label(use.reference.span),
        related=(Label(place, f"{decision} here"),),
        about=(*about, change.span),
    )


def _uses(contract: Contract) -> Iterator[_Use]:
    for milestone in contract.milestones:
        by = f"{name(milestone, milestone.title, 'milestone')} delivers"
        has_work = bool(milestone.started_on or milestone.submitted_on)
        for reference in milestone.deliverables:
            yield _Use(reference, by, milestone.span, has_work)
    for asked in contract.revision_rounds:
        references = chain([asked.deliverable], (item.deliverable for item in asked.items))
        by = f"{name(asked, None, 'revision round')} asks for work on"
        for reference in filter(None, references):
            yield _Use(reference, by, asked.span, has_work=True)


def _added(contract: Contract) -> dict[str, Change]:
    """The change that adds each id; an approved one when several do."""
    added: dict[str, Change] = {}
    for change in sorted(contract.changes, key=lambda c: bool(c.decision and c.decision.value == "approved")):
        for added_id in (*change.adds_ids, *(d.id for d in change.adds if d.id)):
            added[added_id.value] = change
    return added


def _excluded_work(contract: Contract) -> Iterator[Finding]:
    """Milestones and revision comments whose words are those of an exclusion."""
    titles = ((m.title, m.span) for m in contract.milestones if m.change is None)
    notes = ((item.note, r.span) for r in contract.revision_rounds if r.change is None for item in r.items)
    for said, record in chain(titles, notes):
        asked = content_words(said.value) if said else frozenset()
        for exclusion in contract.exclusions:
            excluded = content_words(exclusion.text.value)
            if said and excluded and excluded <= asked:
                yield Finding(
                    f"{quoted(said.value)} looks like {quoted(exclusion.text.value)}, which is excluded",
                    Label(said.span),
                    case="excluded",
                    related=(Label(exclusion.text.span, "excluded here"),),
                    confidence=Confidence.MEDIUM,
                    about=(record,),
                )
