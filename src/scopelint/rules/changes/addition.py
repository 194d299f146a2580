"""Work that nobody put into the scope."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from scopelint.diagnostics import Confidence, Finding, Label, NotChecked
from scopelint.model import Change, Contract, Exclusion
from scopelint.model.in_force import is_approved
from scopelint.model.naming import is_id, name_of, quoted
from scopelint.rules.changes.appearance import first_committed
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
    known = {part.value for d in contract.deliverables for part in (d.id, d.text) if part}
    uses = list(_uses(contract))
    if not uses and not any(d.id for d in contract.deliverables):
        yield NotChecked("no deliverables with ids, and nothing refers to any")
    added = _added(contract)
    for use in uses:
        if use.reference.value not in known:
            yield from _stray(use, added.get(use.reference.value), contract)
    if cx.options["match_exclusions"] == "warn":
        yield from _excluded_work(contract)


def _stray(use: _Use, change: Change | None, contract: Contract) -> Iterator[Finding]:
    """Work on what the scope does not list, unless an agreed change adds it."""
    decision = _decision(change, contract) if change else None
    # A milestone proposed together with its pending change is how platforms do it; work on it is not.
    if decision in ("approved", "absorbed") or (decision == "pending" and not use.has_work):
        return
    what, at = f"{use.by} {quoted(use.reference.value)}", use.reference.span
    here = Label(at, first_committed(contract, use.reference))
    if change:
        message = f"{what}, which only {name_of(change)} adds, and that is {decision}"
        label = Label((change.decision or change.id or change).span, f"{decision} here")
        yield Finding(message, here, related=(label,), about=(use.record, at, change.span))
        return
    exclusion = _excluded(use.reference.value, contract)
    message = f"{what}, which {'is excluded' if exclusion else 'neither the scope nor a change lists'}"
    related = (Label(exclusion.text.span, "excluded here"),) if exclusion else ()
    yield Finding(message, here, related=related, about=(use.record, at))


def _decision(change: Change, contract: Contract) -> str:
    if is_approved(change, contract):
        return "approved"
    return change.decision.value if change.decision else "pending"


def _excluded(id: str, contract: Contract) -> Exclusion | None:
    return next((e for e in contract.exclusions if e.id and e.id.value == id), None)


def _uses(contract: Contract) -> Iterator[_Use]:
    for milestone in contract.milestones:
        by = f"{name_of(milestone)} delivers"
        has_work = bool(milestone.started_on or milestone.submitted_on)
        for reference in _ids(milestone.deliverables, contract):
            yield _Use(reference, by, milestone.span, has_work)
    for asked in contract.revision_rounds:
        references = chain([asked.deliverable], (item.deliverable for item in asked.items))
        by = f"{name_of(asked)} asks for work on"
        for reference in _ids(filter(None, references), contract):
            yield _Use(reference, by, asked.span, has_work=True)


def _ids(references: Iterable[Spanned[str]], contract: Contract) -> Iterator[Spanned[str]]:
    """The references that are ids: in a plain document such a column may hold words."""
    return (r for r in references if contract.structured or is_id(r.value))


def _added(contract: Contract) -> dict[str, Change]:
    """The change that adds each id; an approved one when several do."""
    added: dict[str, Change] = {}
    for change in sorted(contract.changes, key=lambda c: bool(c.decision and c.decision.value == "approved")):
        for added_id in (*change.adds_ids, *(d.id for d in change.adds if d.id)):
            added[added_id.value] = change
    return added


def _excluded_work(contract: Contract) -> Iterator[Finding]:
    """Milestones and revision comments whose words are those of an exclusion."""
    excluded = [(exclusion, content_words(exclusion.text.value)) for exclusion in contract.exclusions]
    titles = ((m.title, m.span) for m in contract.milestones if m.change is None)
    notes = ((item.note, r.span) for r in contract.revision_rounds if r.change is None for item in r.items)
    for said, record in chain(titles, notes):
        asked = content_words(said.value) if said and excluded else frozenset()
        for exclusion, words in excluded:
            if said and words and words <= asked:
                yield Finding(
                    f"{quoted(said.value)} looks like {quoted(exclusion.text.value)}, which is excluded",
                    Label(said.span),
                    case="excluded",
                    related=(Label(exclusion.text.span, "excluded here"),),
                    confidence=Confidence.MEDIUM,
                    about=(record,),
                )
