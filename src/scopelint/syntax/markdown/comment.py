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
_MARKERS = " \t0123456789.)*+-"
_EMPTY_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*+(?:\r\n?|\n)")


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
        self._quoted = False
        self._opened: int | None = None
        self._paragraph_end = self._last_close = -1

    def read(self) -> None:
        for line in self.lines:
            if self._opened is None and (self._fences.inside(line.text) or _OPEN not in line.text):
                self._take(line)
            else:
                self._mask(line)
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
            if not text[:begin].strip() or self._closes(line.start + begin + 2):
                return begin
            at = begin + 2
        return len(text)

    def _closes(self, start: int) -> bool:
        """Whether a comment that words precede is closed in their paragraph; else it is no comment."""
        if start > self._paragraph_end:
            empty = _EMPTY_LINE.search(self.text, start)
            self._paragraph_end = empty.start() if empty else len(self.text)
            self._last_close = self.text.rfind(_CLOSE, start, self._paragraph_end)
        return start <= self._last_close

    def _keep(self, line: Line, masked: str) -> None:
        masked = masked.rstrip(MASK + " \t")
        if not masked.strip(MASK + " \t"):
            if self._quoted:
                # A quote ends at a comment: the words after it are not its last line.
                self._take(Line("", line.start))
            return
        indent = len(masked) - len(masked.lstrip(" \t"))
        if masked[indent] == MASK:
            body = masked.lstrip(MASK + " \t")
            self._take(Line(body, line.start + len(masked) - len(body)))
        else:
            self._take(Line(masked, line.start))

    def _take(self, line: Line) -> None:
        text = line.text.lstrip(_MARKERS)
        self._quoted = text.startswith(">") or (self._quoted and bool(text))
        self.kept.append(line)

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
