"""The tree a Markdown document is read into: sections and blocks, all with exact places.

No type of the Markdown parser leaves this room.
"""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from scopelint.syntax.node import Node
from scopelint.text import SourceFile, Span


class Text(NamedTuple):
    r"""A run of text as a reader sees it: emphasis marks, link targets and comments taken out.

    ``offsets[i]`` is the place in the file of ``plain[i]``; it has one more entry, the end.
    ``bold`` and ``code`` are ranges of ``plain``. Line ends inside a paragraph are one "\n" each.
    """

    plain: str
    offsets: tuple[int, ...]
    file: str
    bold: tuple[tuple[int, int], ...] = ()
    code: tuple[tuple[int, int], ...] = ()
    links: tuple[tuple[int, int, str], ...] = ()
    struck: tuple[tuple[int, int], ...] = ()

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The place in the file of a range of ``plain``; the whole run when not given."""
        stop = len(self.plain) if end is None else end
        last = self.offsets[stop - 1] + 1 if stop > start else self.offsets[start]
        return Span(self.file, self.offsets[start], last)


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
    ``run-in`` (bold words opening a paragraph), ``caps``, ``missing-space`` (``#Title``), or
    ``document`` for the root, whose title is None. ``number`` is the leading number or letter as
    written without its punctuation ("1", "2.1", "A", "§3"), already taken off ``title``.
    """

    title: Text | None
    number: str | None
    level: int
    mark: str
    blocks: tuple[Block, ...]
    sections: tuple["Section", ...]
    span: Span

    def walk(self) -> "Iterator[Section]":
        """This section and all below it, in document order."""
        yield self
        for section in self.sections:
            yield from section.walk()


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
