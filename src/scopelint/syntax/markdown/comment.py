"""HTML comments: found in the raw lines, kept aside, and masked before blocks are parsed.

A comment is never a statement. A line that holds nothing else is taken out whole, so that a comment
between two rows does not end their table.
"""

import re
from bisect import bisect_right

from scopelint.syntax.markdown.fenced import Fences
from scopelint.syntax.markdown.line import MASK, Line
from scopelint.syntax.outline import Comment
from scopelint.text import Span

_OPEN, _CLOSE = "<!--", "-->"
_TICKS = re.compile("`+")


def take_comments(lines: list[Line], file: str, text: str) -> tuple[list[Line], tuple[Comment, ...]]:
    """The lines with comments masked or taken out, and the comments."""
    reader = _CommentReader(lines, file, text)
    reader.read()
    return reader.kept, tuple(reader.comments)


class _CommentReader:
    def __init__(self, lines: list[Line], file: str, text: str) -> None:
        self.lines = lines
        self.file = file
        self.text = text
        self.kept: list[Line] = []
        self.comments: list[Comment] = []
        self._fences = Fences()
        self._opened: int | None = None
        self._last_close = text.rfind(_CLOSE)

    def read(self) -> None:
        for line in self.lines:
            if self._opened is None and self._fences.inside(line.text):
                self.kept.append(line)
            elif self._opened is not None or _OPEN in line.text:
                self._mask(line)
            else:
                self.kept.append(line)
        if self._opened is not None:
            self._add(self._opened, self.lines[-1].end)

    def _mask(self, line: Line) -> None:
        text = line.text
        code = _code_spans(text) if "`" in text and _OPEN in text else []
        parts: list[str] = []
        at = search = 0
        while at < len(text):
            if self._opened is None:
                begin = self._next_open(line, at, code)
                parts.append(text[at:begin])
                at, search = begin, begin + 2
                if begin == len(text):
                    break
                self._opened = line.start + begin
            close = text.find(_CLOSE, search)
            end = len(text) if close < 0 else close + len(_CLOSE)
            parts.append(MASK * (end - at))
            at = search = end
            if close >= 0:
                self._add(self._opened, line.start + end)
                self._opened = None
        self._keep(line, "".join(parts))

    def _next_open(self, line: Line, at: int, code: list[tuple[int, int]]) -> int:
        """Where the next comment opens in a line, its end when none does."""
        text = line.text
        while (begin := text.find(_OPEN, at)) >= 0:
            nearest = bisect_right(code, (begin, begin)) - 1
            if nearest >= 0 and begin < code[nearest][1]:
                at = code[nearest][1]
                continue
            if line.start + begin + 2 <= self._last_close or not text[:begin].strip():
                return begin
            break
        return len(text)

    def _keep(self, line: Line, masked: str) -> None:
        masked = masked.rstrip(MASK + " \t")
        if not masked.strip(MASK + " \t"):
            return
        indent = len(masked) - len(masked.lstrip(" \t"))
        if masked[indent] == MASK:
            body = masked.lstrip(MASK + " \t")
            self.kept.append(Line(body, line.start + len(masked) - len(body)))
        else:
            self.kept.append(Line(masked, line.start))

    def _add(self, start: int, end: int) -> None:
        inner = self.text[start + len(_OPEN) : end].removesuffix(_CLOSE)
        self.comments.append(Comment(inner.strip(), Span(self.file, start, end)))


def _code_spans(text: str) -> list[tuple[int, int]]:
    runs = [(match.start(), match.end()) for match in _TICKS.finditer(text)]
    spans: list[tuple[int, int]] = []
    later: dict[int, list[int]] = {}
    for at in range(len(runs) - 1, -1, -1):
        later.setdefault(runs[at][1] - runs[at][0], []).append(at)
    at = 0
    while at < len(runs):
        start, end = runs[at]
        same = later[end - start]
        while same and same[-1] <= at:
            same.pop()
        if same:
            at = same[-1]
            spans.append((start, runs[at][1]))
        at += 1
    return spans
