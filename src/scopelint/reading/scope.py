"""The scope as prose tells it, and when it says that it was agreed."""

from collections.abc import Iterator

from scopelint.model import Citation, Scope
from scopelint.reading.prose.section import Part
from scopelint.reading.record.cell import ID
from scopelint.reading.record.scalar import date_of, pattern
from scopelint.reading.record.schema import record_type
from scopelint.syntax.outline import Paragraph, Text
from scopelint.text import Span, Spanned

# Sections that tell the work, best first.
_KINDS = ("scope", "background", "deliverables")


def read_scope(parts: tuple[Part, ...]) -> tuple[Scope, ...]:
    """The paragraphs of the sections about the scope as one; nothing when there are none."""
    for kind in _KINDS:
        texts = tuple(_paragraphs(parts, kind))
        if texts:
            return (_scope(texts),)
    return ()


def _scope(texts: tuple[Text, ...]) -> Scope:
    first, last = texts[0].span(), texts[-1].span()
    span = Span(first.file, first.start, last.end)
    whole = Scope(span, text=Spanned("\n\n".join(text.plain for text in texts), span))
    for text in texts:
        match = pattern(_agreed()).search(text.plain)
        day = date_of(match[1]) if match else None
        if match and day:
            return whole._replace(
                agreed_on=Spanned(day, text.span(*match.span(1))), evidence=tuple(_cited(text, match.span(2)))
            )
    return whole


def _paragraphs(parts: tuple[Part, ...], kind: str) -> Iterator[Text]:
    for part in parts:
        if part.kind == kind:
            for block in part.section.blocks:
                if isinstance(block, Paragraph) and block.text.plain.strip():
                    yield block.text


def _agreed() -> str:
    """A sentence such as "Agreed 2026-01-07 (EV-1)", in the words of the schema."""
    words = "|".join(sorted(record_type("scope").fields["agreed_on"].columns, key=len, reverse=True))
    return rf"(?i)\b(?:{words}):? (\d{{4}}-\d\d-\d\d)(?: \(([^()]*)\))?"


def _cited(text: Text, found: tuple[int, int]) -> Iterator[Citation]:
    start, end = found
    if start >= 0:
        for match in pattern(ID).finditer(text.plain, start, end):
            yield Citation(text.span(*match.span()), match[0], None)
