"""The lines a document is parsed from: the source lines, comments masked."""

from typing import NamedTuple

from scopelint.text import SourceFile

MASK = "\0"
"""Stands for every character of a comment that text goes on after; no readable file holds it."""


class Line(NamedTuple):
    """A piece of one source line and the offset of its first character."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)

    def stripped(self) -> "Line":
        """This line without white space at its ends."""
        text = self.text.strip()
        if len(text) == len(self.text):
            return self
        return Line(text, self.start + len(self.text) - len(self.text.lstrip()))

    def after(self, count: int) -> "Line":
        """What follows its first ``count`` characters, stripped."""
        return Line(self.text[count:], self.start + count).stripped()


def source_lines(source: SourceFile, first: int) -> list[Line]:
    """All lines from the ``first`` (counted from 0) on, without their line ends."""
    text, starts = source.text, source.starts
    if "\r" not in text:
        begin = starts[first] if first < len(starts) else len(text)
        pieces = text[begin:].split("\n")
        if pieces and not pieces[-1]:
            pieces.pop()
        return list(map(Line, pieces, starts[first:]))
    return [
        Line(source.line(number), starts[number - 1]) for number in range(first + 1, source.line_count + 1)
    ]
