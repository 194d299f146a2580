"""HTML blocks as the Markdown that shows the same: ``<h2>`` a heading, ``<li>`` an item, ``<style>`` code.

A renderer shows them like any other heading or list, so they are read like one. Tags within a line are
taken out later, with its text.
"""

import re
from collections.abc import Iterator

from scopelint.syntax.markdown.fenced import Fences
from scopelint.syntax.markdown.line import MASK, Line

_BLOCK = re.compile(
    r"<(/?)(address|article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]"
    r"|header|hr|li|main|nav|ol|p|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul)"
    r"(?=[\s/>])[^<>]{0,1000}>[ \t]*",
    re.IGNORECASE,
)
_HIDDEN = ("style", "script")
_LISTS = ("ol", "ul")
_MOST_TAGS = 16
_DEEPEST = 6


def markdown_of(lines: list[Line]) -> list[Line]:
    """The lines of a document, those of its HTML blocks written as Markdown; all places stay as they are."""
    return list(_Reader().read(lines))


class _Reader:
    """Goes through the lines once. An HTML block begins with a tag of a block and ends at an empty line."""

    def __init__(self) -> None:
        self._fences = Fences()
        self._in_block = False
        self._hidden: str | None = None
        self._depth = 0
        self._mark = ""

    def read(self, lines: list[Line]) -> Iterator[Line]:
        for line in lines:
            if self._hidden is not None:
                yield self._style(line, self._hidden)
            elif self._fences.inside(line.text):
                yield line
            elif not line.text.strip(MASK + " \t"):
                self._in_block, self._mark = False, ""
                yield line
            elif self._in_block or _BLOCK.match(line.text.lstrip()) is not None:
                self._in_block = True
                yield from self._line(line.stripped())
            else:
                yield line
        if self._hidden is not None and lines:
            yield Line("```", lines[-1].end)

    def _style(self, line: Line, tag: str) -> Line:
        """A line of a style sheet or script, up to the tag that closes it."""
        if f"</{tag}>" not in line.text.lower():
            # A fence within would close the one that stands for the tag.
            return Line("", line.start) if line.text.lstrip().startswith("```") else line
        self._hidden = None
        return Line("```", line.start)

    def _line(self, line: Line) -> Iterator[Line]:
        """What a line of an HTML block shows: empty lines end what stands before a tag."""
        for _ in range(_MOST_TAGS):
            match = _BLOCK.match(line.text)
            if match is None:
                break
            name = match[2].lower()
            if name in _HIDDEN and not match[1]:
                self._hidden = None if f"</{name}>" in line.text.lower() else name
                if self._hidden is not None:
                    yield Line("", line.start)
                    yield Line(f"```{name}", line.start)
                return
            self._open(name, closes=bool(match[1]))
            yield Line("", line.start)
            line = line.after(match.end())
        if line.text:
            # The mark takes the place of what stood before the words, so that they keep theirs.
            mark = self._mark[max(0, len(self._mark) - line.start) :]
            yield Line(mark + line.text, line.start - len(mark))
            self._mark = ""

    def _open(self, name: str, *, closes: bool) -> None:
        """Keep what a tag makes of the words that follow it."""
        self._mark = ""
        if name in _LISTS:
            self._depth = min(max(0, self._depth + (-1 if closes else 1)), _DEEPEST)
        elif closes:
            return
        elif name == "li":
            self._mark = "  " * max(0, self._depth - 1) + "- "
        elif name[0] == "h" and name[1:].isdigit():
            self._mark = "#" * int(name[1:]) + " "
