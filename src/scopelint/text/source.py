"""One file's text and its line table."""

import codecs
from array import array
from bisect import bisect_right
from typing import NamedTuple

from scopelint.text.span import Span


class Position(NamedTuple):
    """A place as people count it: line and column from 1, the column in code points."""

    line: int
    column: int


class SourceFile:
    """The decoded text of a file: line ends kept as written, byte order mark taken off.

    LF, CRLF and a lone CR end a line, and nothing else does: editors and CommonMark agree on that,
    while ``str.splitlines`` and YAML know more line ends.
    """

    __slots__ = ("_starts", "bom", "path", "text")

    def __init__(self, path: str, text: str, *, bom: bool = False) -> None:
        self.path = path
        self.text = text
        self.bom = bom
        self._starts: array[int] | None = None

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return (codecs.BOM_UTF8 if self.bom else b"") + self.text.encode()

    @property
    def starts(self) -> "array[int]":
        """The offset at which each line begins."""
        if self._starts is None:
            self._starts = array("I", line_starts(self.text))
        return self._starts

    @property
    def line_count(self) -> int:
        """How many lines there are; a final line end opens no further line, except in an empty file."""
        return len(self.starts)

    def position(self, offset: int) -> Position:
        """Line and column of an offset; past the end counts as the end."""
        offset = min(offset, len(self.text))
        line = bisect_right(self.starts, offset) - 1
        return Position(line + 1, offset - self.starts[line] + 1)

    def offset(self, position: Position) -> int:
        """The offset of a position; a column past the line's end is the line's end."""
        start, end = self.line_range(position.line)
        return min(start + position.column - 1, end)

    def line_range(self, line: int) -> tuple[int, int]:
        """Start and end offset of a line counted from 1, without its line end."""
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end

    def line(self, line: int) -> str:
        """The text of a line counted from 1, without its line end."""
        start, end = self.line_range(line)
        return self.text[start:end]

    def span(self, start: int, end: int) -> Span:
        """The place of a range of this file."""
        return Span(self.path, start, end)

    def excerpt(self, span: Span) -> str:
        """The text at a place of this file."""
        return self.text[span.start : span.end]


def line_starts(text: str) -> list[int]:
    """The offsets at which lines begin, the first being 0."""
    starts = [0]
    append = starts.append
    if "\r" not in text:
        at = text.find("\n")
        while at >= 0:
            append(at + 1)
            at = text.find("\n", at + 1)
    else:
        length = len(text)
        for at, char in enumerate(text):
            if char == "\n" or (char == "\r" and (at + 1 == length or text[at + 1] != "\n")):
                append(at + 1)
    if len(starts) > 1 and starts[-1] == len(text):
        starts.pop()
    return starts
