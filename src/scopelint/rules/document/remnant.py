"""What was left in a document that should be gone before a client reads it."""

from bisect import bisect_right
from collections.abc import Iterator

from scopelint.diagnostics import Finding, Label
from scopelint.model import Contract, Phase
from scopelint.model.naming import counted, quoted
from scopelint.rules.rule import Context
from scopelint.text import Span


def unfilled_placeholder(contract: Contract, cx: Context) -> Iterator[Finding]:
    """A slot for a value was never filled; of a template only their number is told."""
    if contract.template:
        message = f"this is a template: {counted(contract.template.slots, 'slot')} to fill in"
        yield Finding(message, Label(contract.template.span), case="template")
        return
    if contract.phase is Phase.DRAFT:
        return
    allowed = {word.casefold() for word in cx.options["allow"]}
    understood = set(_worded_values(contract))
    for placeholder in contract.placeholders:
        if placeholder.text.value.casefold() not in allowed and placeholder.text.span not in understood:
            slot = quoted(placeholder.text.value) if placeholder.text.value else "this value"
            message = f"{slot} was never filled in"
            yield Finding(message, Label(placeholder.text.span), confidence=placeholder.confidence)


def _worded_values(contract: Contract) -> Iterator[Span]:
    """Values of records that are one of a few words: a decision is `pending`, not unfilled."""
    words = [contract.status, *(change.decision for change in contract.changes)]
    words += [milestone.status for milestone in contract.milestones]
    words += [dispute.outcome for dispute in contract.disputes]
    return (word.span for word in words if word)


def internal_note_left(contract: Contract, cx: Context) -> Iterator[Finding]:
    """A note that the author wrote for themselves stands in the text."""
    slots = sorted(placeholder.text.span for placeholder in contract.placeholders)
    for phrase in contract.phrases:
        if phrase.group == "internal-note" and not _is_told(phrase.text.span, slots):
            message = f"{quoted(phrase.text.value)} reads like a note to yourself"
            yield Finding(message, Label(phrase.text.span), confidence=phrase.confidence)


def _is_told(note: Span, slots: list[Span]) -> bool:
    """Whether a note is an instruction to fill in a slot, or opens with one: it is told as that slot."""
    at = bisect_right(slots, note, key=_begin) if slots else 0
    slot = slots[at - 1] if at else None
    if slot is None or slot.file != note.file:
        return False
    return note.within(slot) or (slot.start == note.start and slot.within(note))


def _begin(span: Span) -> Span:
    return span._replace(end=0)
