"""Edits to a text, and applying them."""

from collections.abc import Iterable
from typing import NamedTuple

from scopelint.text.span import Span


class Edit(NamedTuple):
    """Replace the text at ``span`` by ``replacement``; an empty span inserts."""

    span: Span
    replacement: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text after non-overlapping edits of one file; insertions at one point keep their order.

    Raises ValueError when two edits overlap.
    """
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=_place):
        if edit.span.start < at:
            raise ValueError(f"overlapping edits at offset {edit.span.start}")
        parts.append(text[at : edit.span.start])
        parts.append(edit.replacement)
        at = edit.span.end
    parts.append(text[at:])
    return "".join(parts)


def _place(edit: Edit) -> Span:
    return edit.span
