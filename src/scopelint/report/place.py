"""Offsets to lines and columns: the only room that counts them."""

from collections.abc import Mapping
from typing import NamedTuple

from scopelint.text import SourceFile, Span


class Place(NamedTuple):
    """Where a span begins and ends, from 1; the end column is one past the last character."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


def place(span: Span, sources: Mapping[str, SourceFile]) -> Place:
    """The place of a span; a file without text (unreadable, missing) counts as its first character."""
    source = sources.get(span.file)
    if source is None:
        return Place(span.file, 1, 1, 1, 1)
    start = source.position(span.start)
    end = source.position(span.end)
    return Place(span.file, start.line, start.column, end.line, end.column)


def place_utf16(span: Span, sources: Mapping[str, SourceFile]) -> Place:
    """The place of a span with columns in UTF-16 code units, as SARIF viewers and editors count."""
    at = place(span, sources)
    source = sources.get(span.file)
    if source is None or source.text.isascii():
        return at
    return at._replace(
        column=_utf16(source.line(at.line)[: at.column - 1]) + 1,
        end_column=_utf16(source.line(at.end_line)[: at.end_column - 1]) + 1,
    )


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
