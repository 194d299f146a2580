"""HTML blocks as the Markdown that shows the same: ``<h2>`` a heading, ``<li>`` an item, ``<style>`` code.

A renderer shows them like any other heading or list, so they are read like one. Tags within a line are
taken out later, with its text.
"""

import re
from collections.abc import Iterator, Sequence

from scopelint.syntax.markdown.line import Line

_BLOCK = re.compile(
    r"<(/?)(address|article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]"
    r"|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)"
    r"(?=[\s/>])[^<>]{0,1000}>[ \t]*",
    re.IGNORECASE,
)
_CONCEALING = re.compile(r"<(style|script)(?=[\s>])[^<>]{0,1000}(?<!/)>", re.IGNORECASE)
_CLOSING = {
    "style": re.compile(r"</style\s*>", re.IGNORECASE),
    "script": re.compile(r"</script\s*>", re.IGNORECASE),
}
_LISTS = ("ol", "ul")
_MOST_TAGS = 16
_DEEPEST = 6


def parted(lines: Sequence[Line]) -> Iterator[tuple[bool, list[Line]]]:
    """The lines of an HTML block in runs, each with whether it is a style sheet or script.

    One that nothing closes is none: browsers hide all that follows it, others show it.
    """
    cuts = [cut for span in _concealed("\n".join([line.text for line in lines])) for cut in span]
    passed = begin = 0
    run: list[Line] = []
    for line in lines:
        end = begin + len(line.text)
        while passed < len(cuts) and cuts[passed] <= end:
            size = cuts[passed] - begin
            run.append(Line(line.text[:size], line.start))
            yield passed % 2 == 1, run
            run = []
            line, begin, passed = Line(line.text[size:], line.start + size), cuts[passed], passed + 1
        run.append(line)
        begin = end + 1
    yield False, run


def _concealed(text: str) -> Iterator[tuple[int, int]]:
    """Where style sheets and scripts begin and end, their tags included."""
    done = 0
    unclosed: set[str] = set()
    for opening in _CONCEALING.finditer(text):
        name = opening[1].lower()
        if opening.start() < done or name in unclosed or _in_tag(text, done, opening.start()):
            continue
        closing = _CLOSING[name].search(text, opening.end())
        if closing is None:
            unclosed.add(name)
        else:
            done = closing.end()
            yield opening.start(), done


def _in_tag(text: str, start: int, at: int) -> bool:
    """Whether a tag that has begun goes on at a place: what looks like another is an attribute of it."""
    return text.rfind("<", start, at) > text.rfind(">", start, at)


class HtmlReader:
    """Goes through the HTML blocks of a document: a list that one opens goes on in the next."""

    def __init__(self) -> None:
        self._depth = 0
        self._mark = ""

    def markdown(self, lines: Sequence[Line]) -> list[Line]:
        """The lines of a block, its tags written as Markdown; all places stay as they are."""
        self._mark = ""
        return [made for line in lines for made in self._line(line.stripped())]

    def _line(self, line: Line) -> Iterator[Line]:
        """What a line shows: empty lines end what stands before a tag."""
        if not line.text:
            self._mark = ""
            yield line
            return
        for _ in range(_MOST_TAGS):
            match = _BLOCK.match(line.text)
            if match is None:
                break
            self._open(match[2].lower(), closes=bool(match[1]))
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
