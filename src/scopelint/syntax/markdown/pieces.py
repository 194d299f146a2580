"""From scanned pieces of raw text to a ``Text`` with places."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scopelint.syntax.markdown.line import Line
from scopelint.syntax.outline import Text


class Node(NamedTuple):
    """A piece of raw text: kept as written, or replaced by ``shown``."""

    start: int
    end: int
    shown: str | None = None


class Ranges:
    """Marked ranges, from the end of one node to the start of another."""

    __slots__ = ("bold", "code", "links", "struck")

    def __init__(self) -> None:
        self.bold: list[tuple[int, int]] = []
        self.code: list[tuple[int, int]] = []
        self.links: list[tuple[int, int, str]] = []
        self.struck: list[tuple[int, int]] = []

    def is_empty(self) -> bool:
        """Whether nothing is marked."""
        return not (self.bold or self.code or self.links or self.struck)


def finish(raw: str, nodes: Sequence[Node], lines: Sequence[Line], file: str, ranges: Ranges) -> Text:
    """The text of nodes whose raw text is the lines joined by line ends."""
    places = _Places(lines)
    pieces: list[tuple[int, int, int]] = []
    shown: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    size = 0
    for start, end, replaced in nodes:
        begins.append(size)
        if replaced is None:
            shown.append(raw[start:end])
            places.add(start, end, size, pieces)
            size += end - start
        elif replaced:
            shown.append(replaced)
            pieces.append((size, places.offset(start), places.offset(end)))
            size += len(replaced)
        ends.append(size)
    if not pieces:
        place = lines[0].start if lines else 0
        pieces.append((0, place, place))
    if ranges.is_empty():
        return Text("".join(shown), tuple(pieces), file)
    code = tuple((ends[a], begins[b]) for a, b in ranges.code)
    links = tuple(sorted((ends[a], begins[b], url) for a, b, url in ranges.links))
    bold = _united((ends[a], begins[b]) for a, b in ranges.bold)
    struck = _united((ends[a], begins[b]) for a, b in ranges.struck)
    return Text("".join(shown), tuple(pieces), file, bold, code, links, struck)


def _united(ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The ranges in order, those that overlap made one and empty ones left out."""
    united: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if start >= end:
            continue
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return tuple(united)


class _Places:
    """Where raw text stands in the file. Questions must come in rising order."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._runs: list[tuple[int, int, int]] = []
        begin = 0
        for line in lines:
            size = len(line.text)
            if self._runs and self._runs[-1][2] + 1 == line.start:
                first, place, _ = self._runs[-1]
                self._runs[-1] = (first, place, line.end)
            else:
                self._runs.append((begin, line.start, line.end))
            begin += size + 1
        self._at = 0

    def add(self, start: int, end: int, shown: int, pieces: list[tuple[int, int, int]]) -> None:
        """Append the pieces for a stretch of raw text shown from an index on."""
        while start < end:
            begin, place, last = self._run(start)
            stop = begin + last - place
            if start == stop:
                pieces.append((shown, last, self._runs[self._at + 1][1]))
                start += 1
                shown += 1
                continue
            upto = min(end, stop)
            _append(pieces, shown, place + start - begin, place + upto - begin)
            shown += upto - start
            start = upto

    def offset(self, index: int) -> int:
        """The offset in the file of an index of the raw text."""
        begin, place, last = self._run(index)
        return min(place + index - begin, last)

    def _run(self, index: int) -> tuple[int, int, int]:
        while self._at + 1 < len(self._runs) and self._runs[self._at + 1][0] <= index:
            self._at += 1
        return self._runs[self._at]


def _append(pieces: list[tuple[int, int, int]], shown: int, start: int, end: int) -> None:
    """Append a piece, joined to the one before when both follow on in the file and in the text."""
    if pieces:
        begin, first, last = pieces[-1]
        if last == start and last - first == shown - begin:
            pieces[-1] = (begin, first, end)
            return
    pieces.append((shown, start, end))
