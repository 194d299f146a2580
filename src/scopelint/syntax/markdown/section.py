"""Nesting a flat run of headings and blocks into sections."""

import re
from collections.abc import Sequence

from scopelint.syntax.markdown.heading import Heading, heading
from scopelint.syntax.markdown.paragraph import Part
from scopelint.syntax.outline import Block, ItemList, Paragraph, Section, Table, Text
from scopelint.text import SourceFile, Span

_LABEL = re.compile(r"[^\W\d_][^.!?;:|\n]{1,58}:")
_TITLE = re.compile(r"(?=[^\W\d_])(?=[^a-z])[^.!?;:|\n]{3,98}(?<=\w)")
_LABEL_WORDS = 6
_TITLE_WORDS = 12
_STRUCTURAL = ("atx", "setext", "missing-space", "plain")


class _Open:
    """A section whose end has not come yet."""

    __slots__ = ("blocks", "head", "level", "sections")

    def __init__(self, head: Heading | None, level: int) -> None:
        self.head = head
        self.level = level
        self.blocks: list[Block] = []
        self.sections: list[Section] = []


def nest(parts: Sequence[Part], source: SourceFile) -> Section:
    """The root section of a document.

    ``#`` and underlined headings nest by their own level and end everything less than them. Any
    other heading lies below the innermost of those; its number (``1.1`` below ``1``) and the way it is
    written decide whether it lies below the heading before it or beside it. A label (``Included:``
    before a list) holds that list or table only.
    """
    nester = _Nester(source)
    parts = _titled(parts)
    for at, part in enumerate(parts):
        if isinstance(part, Heading):
            nester.open(part)
        else:
            nester.add(part, parts[at + 1] if at + 1 < len(parts) else None)
    return nester.root()


def _titled(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts, the first line of a text without headings as its title: "Change order 2 to our contract"."""
    first = parts[0] if parts else None
    if not isinstance(first, Paragraph) or len(parts) < 2 or isinstance(parts[1], ItemList | Table):
        return parts
    plain = first.text.plain
    alone = _TITLE.fullmatch(plain) is not None and len(plain.split()) <= _TITLE_WORDS
    if not alone or any(isinstance(one, Heading) for one in parts):
        return parts
    return [heading(first.text, 1, "plain", first.span), *parts[1:]]


class _Nester:
    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self._stack = [_Open(None, 0)]

    def open(self, head: Heading) -> None:
        """Begin a section."""
        level = head.level if head.mark in _STRUCTURAL else self._minor_level(head)
        structural = head.mark in _STRUCTURAL
        while len(self._stack) > 1 and (
            self._stack[-1].level >= level or (structural and not self._is_structural(self._stack[-1]))
        ):
            self._close()
        self._stack.append(_Open(head, level))

    def add(self, block: Block, following: Part | None) -> None:
        """Put a block into the innermost section, its last line taken as label of what follows."""
        if isinstance(block, Paragraph) and isinstance(following, ItemList | Table):
            label = None if self._opens_clause(block) else _label(block)
            if label is not None:
                if "\n" in block.text.plain:
                    text = _without_last_line(block.text)
                    self._stack[-1].blocks.append(Paragraph(text, text.span()))
                self._stack.append(_Open(label, self._stack[-1].level + 1))
                return
        self._stack[-1].blocks.append(block)
        head = self._stack[-1].head
        if head is not None and head.mark == "label":
            self._close()

    def root(self) -> Section:
        """Close everything."""
        while len(self._stack) > 1:
            self._close()
        last = self._stack[0]
        whole = self.source.span(0, len(self.source.text))
        return Section(None, None, 0, "document", tuple(last.blocks), tuple(last.sections), whole)

    def _close(self) -> None:
        done = self._stack.pop()
        head = done.head
        if head is None:
            return
        ends = [head.span.end, *(block.span.end for block in done.blocks[-1:])]
        ends += [section.span.end for section in done.sections[-1:]]
        span = Span(head.span.file, head.span.start, max(ends))
        section = Section(
            head.title, head.number, done.level, head.mark, tuple(done.blocks), tuple(done.sections), span
        )
        self._stack[-1].sections.append(section)

    def _opens_clause(self, block: Paragraph) -> bool:
        """Whether a line is what follows bold words, whose list it introduces."""
        section = self._stack[-1]
        return (
            section.head is not None
            and section.head.mark == "run-in"
            and not section.blocks
            and "\n" not in block.text.plain
        )

    @staticmethod
    def _is_structural(section: _Open) -> bool:
        return section.head is not None and section.head.mark in _STRUCTURAL

    def _minor_level(self, head: Heading) -> int:
        """The level of a heading that is neither ``#`` nor underlined."""
        base = 0
        minor: list[_Open] = []
        for section in self._stack[1:]:
            if self._is_structural(section):
                base = section.level
                minor.clear()
            else:
                minor.append(section)
        for section in reversed(minor):
            if section.head is not None and _extends(head.number, section.head.number):
                return section.level + 1
        if head.mark != "run-in" or not minor or head.number:
            return base + 1
        first = minor[0]
        if first.head is None or first.head.mark == "run-in" or _is_alike(self.source, first.head, head):
            return base + 1
        return base + 2


def _extends(number: str | None, other: str | None) -> bool:
    return number is not None and other is not None and number.startswith(f"{other}.")


def _is_alike(source: SourceFile, above: Heading, head: Heading) -> bool:
    """Whether a bold line and a run-in are closed alike: both by a colon, or neither."""
    return (":" in _closing(source, above)) == (":" in _closing(source, head))


def _closing(source: SourceFile, head: Heading) -> str:
    end = head.title.span().end
    return source.text[end : min(head.span.end, end + 5)]


def _label(block: Paragraph) -> Heading | None:
    """The heading that the last line before a list is: closed by a colon, or alone and in title case."""
    plain = block.text.plain
    start = plain.rfind("\n") + 1
    line = plain[start:]
    if len(line.split()) > _LABEL_WORDS:
        return None
    if not _LABEL.fullmatch(line) and not (start == 0 and _is_title_case(line)):
        return None
    title = block.text.part(start, len(plain.rstrip(":"))).stripped()
    span = Span(block.span.file, title.span().start, block.span.end)
    return heading(title, 0, "label", span)


def _is_title_case(line: str) -> bool:
    """Whether all words but the short ones within begin with a capital: ``Scope of Work``."""
    words = line.split()
    if len(line) < 5 or not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    return all(
        word in ("&", "/") or (word.isalpha() and (word[0].isupper() or len(word) < 4)) for word in words
    )


def _without_last_line(text: Text) -> Text:
    return text.part(0, text.plain.rfind("\n"))
