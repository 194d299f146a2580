"""What was left in a document that should be gone before a client reads it."""

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
    slots = [placeholder.text.span for placeholder in contract.placeholders]
    for phrase in contract.phrases:
        # An instruction to fill in a slot is told as that slot, and so is a note that one opens.
        at = phrase.text.span
        told = any(at.within(slot) or (at[:2] == slot[:2] and slot.within(at)) for slot in slots)
        if phrase.group == "internal-note" and not told:
            message = f"{quoted(phrase.text.value)} reads like a note to yourself"
            yield Finding(message, Label(phrase.text.span), confidence=phrase.confidence)
