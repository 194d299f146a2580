"""The tree a Markdown document is read into: sections and blocks, all with exact places.

No type of the Markdown parser leaves this room.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias, TypeVar

from scopelint.syntax.node import Node
from scopelint.text import SourceFile, Span


class Text(NamedTuple):
    r"""A run of text as a reader sees it: emphasis marks, link targets and comments taken out.

    ``pieces`` map ``plain`` to the file: each is the index in ``plain`` where it begins, and start and
    end offset in the file. A piece is as long in the file as in ``plain``, or stands as a whole for
    what was decoded (an entity, a line end with its indentation).
    ``bold``, ``code``, ``links`` and ``struck`` are ranges of ``plain``, in order and apart from one
    another. Line ends inside a paragraph are one "\n" each.
    """

    plain: str
    pieces: tuple[tuple[int, int, int], ...]
    file: str
    bold: tuple[tuple[int, int], ...] = ()
    code: tuple[tuple[int, int], ...] = ()
    links: tuple[tuple[int, int, str], ...] = ()
    struck: tuple[tuple[int, int], ...] = ()

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The place in the file of a range of ``plain``; the whole run when not given."""
        stop = len(self.plain) if end is None else end
        pieces = self.pieces
        if len(pieces) == 1 and pieces[0][2] - pieces[0][1] == len(self.plain):
            base = pieces[0][1]
            return Span(self.file, base + start, base + max(start, stop))
        if stop <= start:
            place = self._end() if start >= len(self.plain) else self._place(start)[0]
            return Span(self.file, place, place)
        return Span(self.file, self._place(start)[0], self._place(stop - 1)[1])

    def part(self, start: int, end: int | None = None) -> "Text":
        """A range of this text as a text of its own."""
        stop = len(self.plain) if end is None else end
        if start == 0 and stop == len(self.plain):
            return self
        return Text(
            self.plain[start:stop],
            self._pieces(start, stop),
            self.file,
            _clipped(self.bold, start, stop),
            _clipped(self.code, start, stop),
            tuple(
                (max(a, start) - start, min(b, stop) - start, url)
                for a, b, url in _cut(self.links, start, stop)
            ),
            _clipped(self.struck, start, stop),
        )

    def followed_by(self, rest: "Text") -> "Text":
        """This text and one that stands after it as one run, a space between them."""
        at = len(self.plain) + 1
        pieces = ((begin + at, start, end) for begin, start, end in rest.pieces)
        gap = (len(self.plain), self.span().end, rest.span().start)
        return Text(f"{self.plain} {rest.plain}", (*self.pieces, gap, *pieces), self.file)

    def stripped(self) -> "Text":
        """This text without white space at its ends."""
        plain = self.plain
        start = len(plain) - len(plain.lstrip())
        return self.part(start, max(start, len(plain.rstrip())))

    def lines(self) -> "Iterator[Text]":
        """The lines of a paragraph, each as a text."""
        start = 0
        while True:
            end = self.plain.find("\n", start)
            if end < 0:
                yield self.part(start)
                return
            yield self.part(start, end)
            start = end + 1

    def _place(self, index: int) -> tuple[int, int]:
        """Start and end in the file of one character of ``plain``."""
        pieces = self.pieces
        at = bisect_right(pieces, index, key=_begin) - 1
        begin, start, end = pieces[at]
        following = pieces[at + 1][0] if at + 1 < len(pieces) else len(self.plain)
        if end - start != following - begin:
            return start, end
        return start + index - begin, start + index - begin + 1

    def _end(self) -> int:
        return self.pieces[-1][2]

    def _pieces(self, start: int, stop: int) -> tuple[tuple[int, int, int], ...]:
        if stop <= start:
            place = self.span(start, start).start
            return ((0, place, place),)
        found: list[tuple[int, int, int]] = []
        pieces = self.pieces
        for at in range(bisect_right(pieces, start, key=_begin) - 1, len(pieces)):
            begin, first, last = pieces[at]
            if begin >= stop:
                break
            following = pieces[at + 1][0] if at + 1 < len(pieces) else len(self.plain)
            if last - first == following - begin:
                last = first + min(stop, following) - begin
                first += max(start, begin) - begin
            found.append((max(begin, start) - start, first, last))
        return tuple(found)


def _begin(piece: tuple[int, int] | tuple[int, int, int] | tuple[int, int, str]) -> int:
    return piece[0]


def _end(piece: tuple[int, int] | tuple[int, int, str]) -> int:
    return piece[1]


Range = TypeVar("Range", bound="tuple[int, int] | tuple[int, int, str]")


def _cut(ranges: tuple[Range, ...], start: int, stop: int) -> tuple[Range, ...]:
    """The ranges, apart from one another and in order, that reach into another one."""
    if not ranges:
        return ranges
    first = bisect_right(ranges, start, key=_end)
    return ranges[first : bisect_left(ranges, stop, first, key=_begin)]


def _clipped(ranges: tuple[tuple[int, int], ...], start: int, stop: int) -> tuple[tuple[int, int], ...]:
    return tuple((max(a, start) - start, min(b, stop) - start) for a, b in _cut(ranges, start, stop))


class Paragraph(NamedTuple):
    """Running text."""

    text: Text
    span: Span


class Item(NamedTuple):
    """One entry of a list, of any marker: bullet, number, letter, task box or glyph.

    ``ticked`` is None unless the item has a task box. ``blocks`` holds what is nested below it.
    """

    text: Text
    marker: str
    ticked: bool | None
    blocks: tuple["Block", ...]
    span: Span


class ItemList(NamedTuple):
    """A list; ``ordered`` when its markers count."""

    items: tuple[Item, ...]
    ordered: bool
    span: Span


class Cell(NamedTuple):
    """A table cell; an empty one has an empty ``text`` whose span is the point after its pipe's space."""

    text: Text
    span: Span


class Table(NamedTuple):
    """A table. ``header`` is None for a header-less one (its empty header row is not a row)."""

    header: tuple[Cell, ...] | None
    rows: tuple[tuple[Cell, ...], ...]
    span: Span


class Quote(NamedTuple):
    """A block quote: somebody else's words, or an aside."""

    blocks: tuple["Block", ...]
    span: Span


class Code(NamedTuple):
    """A code block, fenced or indented; never a statement of the contract."""

    language: str
    content: str
    span: Span


Block: TypeAlias = Paragraph | ItemList | Table | Quote | Code


class Section(NamedTuple):
    """A heading and what stands below it up to the next one of its level or higher.

    ``mark`` tells how the heading was written: ``atx``, ``setext``, ``bold`` (a bold line alone),
    ``run-in`` (bold words opening a clause, which is the first block), ``caps`` (a line or bullet in
    capitals), ``numbered`` (a plain line that only its number makes one), ``plain`` (the first line of a
    text that has no heading), ``missing-space`` (``#Title``), ``label`` (``Included:`` before the one
    list or table it holds), or ``document`` for the root, whose title is None. A title that says nothing
    to its reader (``Phase 1``, ``Monitoring``) leaves the meaning of the section around it in force.
    ``number`` is the leading number or letter as written without its punctuation ("1", "2.1", "A",
    "§3"), already taken off ``title``. ``span`` runs from the heading to the end of the last block.
    """

    title: Text | None
    number: str | None
    level: int
    mark: str
    blocks: tuple[Block, ...]
    sections: tuple["Section", ...]
    span: Span

    @property
    def name(self) -> str:
        """The title for comparing: folded, without emoji and punctuation around it; "" for the root."""
        if self.title is None:
            return ""
        words = self.title.plain.casefold()
        start = next((at for at, char in enumerate(words) if char.isalnum()), len(words))
        return " ".join(words[start:].rstrip(":.–—- \t\n").split())

    def walk(self) -> "Iterator[Section]":
        """This section and all below it, in document order."""
        yield self
        for section in self.sections:
            yield from section.walk()


def texts(blocks: Sequence[Block], *, quoted: bool) -> Iterator[Text]:
    """Every run of text in some blocks and below them, code left out; ``quoted`` takes quotes along."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, ItemList):
            for item in block.items:
                yield item.text
                yield from texts(item.blocks, quoted=quoted)
        elif isinstance(block, Table):
            for row in (block.header or (), *block.rows):
                yield from (cell.text for cell in row)
        elif quoted and isinstance(block, Quote):
            yield from texts(block.blocks, quoted=quoted)


class Comment(NamedTuple):
    """An HTML or YAML comment: its inner text and its place. Never a statement; may be a directive."""

    text: str
    span: Span


class Outline(NamedTuple):
    """A whole Markdown document."""

    source: SourceFile
    front_matter: Node | None
    root: Section
    comments: tuple[Comment, ...]
