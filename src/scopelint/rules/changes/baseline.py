"""The contract against what was agreed."""

from collections.abc import Iterator

from scopelint.diagnostics import Confidence, Finding, Label, NotChecked
from scopelint.model import Contract
from scopelint.model.difference import Difference, Kind, differences
from scopelint.model.difference_words import sentence
from scopelint.model.naming import quoted
from scopelint.rules.changes.appearance import first_committed
from scopelint.rules.changes.coverage import Cover, Coverage, named
from scopelint.rules.rule import Context, Outcome
from scopelint.text import Span
from scopelint.text.word import words

_GROUPS = {
    "revision limit": "revisions",
    "unit of the revision limit": "revisions",
    "price of an extra round": "revisions",
    "due date": "dates",
    "price": "price",
    "rate": "price",
    "weekly limit": "price",
}
_SUBJECTS = {"deliverable": "deliverables", "exclusion": "exclusions"}
_ENDS = 2
_ALIKE = 0.8


def undocumented_scope_change(contract: Contract, cx: Context) -> Iterator[Outcome]:
    """Something is not as it was agreed, and no approved, priced change accounts for it."""
    if contract.locked is None:
        yield NotChecked(_why_unknown(contract))
        return
    coverage = Coverage(contract.locked, contract, cx.calendar)
    for difference in differences(contract.locked, contract):
        if group(difference) in cx.options["fields"] and not is_respelling(difference):
            cover = coverage.of(difference)
            if not cover.is_whole:
                yield _undocumented(difference, contract, cover)


def group(difference: Difference) -> str | None:
    """The option value that watches a difference; None for what is only shown by ``diff``."""
    if difference.subject == "milestone" and difference.field != "due date":
        return None
    return _SUBJECTS.get(difference.subject) or _GROUPS.get(difference.field or "")


def is_respelling(difference: Difference) -> bool:
    """Whether words were only spelled otherwise: same words but for a slip within some of them."""
    if difference.kind is not Kind.CHANGED or difference.before is None or difference.after is None:
        return False
    before, after = difference.before.value, difference.after.value
    if not isinstance(before, str) or not isinstance(after, str):
        return False
    old, new = words(before.casefold()), words(after.casefold())
    return len(old) == len(new) and all(map(_is_slip, old, new))


def _is_slip(old: str, new: str) -> bool:
    """Equal words, or a letter or two off inside: never a number, a prefix or an ending."""
    if old == new:
        return True
    if old[:_ENDS] != new[:_ENDS] or old[-_ENDS:] != new[-_ENDS:] or not (old + new).isalpha():
        return False
    # Imported where needed: most contracts differ in nothing.
    from difflib import SequenceMatcher

    return SequenceMatcher(None, old, new).ratio() >= _ALIKE


def _why_unknown(contract: Contract) -> str:
    if contract.agreed_ref is None:
        return "there is no lock and no `agreed_ref` to compare with"
    ref, history = quoted(contract.agreed_ref.value), contract.history
    if history is None or history.absent:
        return f"{ref} cannot be looked up: {history.absent if history else 'history was not read'}"
    if history.shallow:
        return f"{ref} is not in this shallow clone; fetch the whole history with its tags"
    return f"git does not know {ref}"


def _undocumented(difference: Difference, contract: Contract, cover: Cover) -> Finding:
    place = difference.after.span if difference.after else _section(difference, contract)
    agreed = _agreed(difference, contract)
    added = difference.subject == "deliverable" and difference.kind is Kind.ADDED and difference.field is None
    return Finding(
        message=f"{sentence(difference)}{_uncovered(cover)}",
        at=Label(place, first_committed(contract, difference.after)),
        case="partly" if cover.lack else None,
        related=(agreed,),
        confidence=_confidence(difference, contract),
        about=(difference.record,) if difference.record else (),
        counter_text=_offer(difference) if added else None,
    )


def _confidence(difference: Difference, contract: Contract) -> Confidence:
    """How sure it is: in prose, a value that nobody saw at first may have been there all the time."""
    if contract.structured:
        return difference.confidence
    newly_read = difference.kind is Kind.ADDED and difference.field is not None
    return Confidence.LOW if newly_read else min(difference.confidence, Confidence.MEDIUM)


def _uncovered(cover: Cover) -> str:
    if cover.lack is None:
        return ", and no approved change covers it"
    return f"; {named(cover.changes)} covers it only in part: {cover.lack}"


def _section(difference: Difference, contract: Contract) -> Span:
    """Where to speak of what is gone: the thing it belonged to, else its section's heading."""
    if difference.record is not None:
        return difference.record
    kind = _SUBJECTS.get(difference.subject, "")
    return next((heading.span for heading in contract.headings if heading.kind == kind), contract.title_span)


def _agreed(difference: Difference, contract: Contract) -> Label:
    """Where it was agreed; of what is new, the agreed list that does not hold it."""
    if difference.before:
        return Label(difference.before.span, "agreed here")
    locked = contract.locked or contract
    spans = {
        "deliverable": [item.span for item in locked.deliverables],
        "exclusion": [item.span for item in locked.exclusions],
    }
    return Label(next(iter(spans.get(difference.subject, ())), locked.title_span), "not in what was agreed")


def _offer(difference: Difference) -> str:
    what = difference.name or "This"
    return f'"{what}" is not on the agreed list. I can add it for PRICE, ready by DATE. Shall I go ahead?'
