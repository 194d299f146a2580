"""What a suppression comment reaches: the node it trails or precedes, or its section."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scopelint.syntax.node import Mapping, Node
from scopelint.syntax.node import Sequence as NodeSequence
from scopelint.syntax.outline import Block, ItemList, Outline, Quote, Section, Table
from scopelint.text import SourceFile, Span

_MAX_STEPS = 200
"""How many units are looked at for each comment, so that many comments stay cheap."""


class Unit(NamedTuple):
    """Something a comment can be about. A ``leaf`` has text of its own that a comment may stand in."""

    start: int
    end: int
    leaf: bool = True


class Reach:
    """The units and sections of one document, asked for by the comments in it."""

    def __init__(self, source: SourceFile, units: Sequence[Unit], sections: Sequence[Unit]) -> None:
        self._source = source
        self._units = sorted(units, key=lambda unit: (unit.start, -unit.end))
        self._starts = [unit.start for unit in self._units]
        self._sections = sorted(sections, key=lambda unit: unit.start)

    def unit(self, comment: Span) -> Span:
        """The unit that a comment trails on its line or stands in, else the next one after it.

        Of units that begin at one place the largest counts: a record, not its first entry.
        """
        first = bisect_left(self._starts, comment.start)
        at = self._touched(first, comment.start)
        if at is None:
            at = bisect_left(self._starts, comment.end)
            if at == len(self._units):
                return comment
        start, end, _ = self._units[bisect_left(self._starts, self._starts[at])]
        return Span(comment.file, start, end)

    def section(self, comment: Span) -> Span:
        """The innermost section around a comment; that of the heading on the next line if there is one."""
        starts = [section.start for section in self._sections]
        line = self._source.position(comment.end).line
        at = bisect_right(starts, comment.start)
        if at < len(starts) and self._source.position(starts[at]).line == line + 1:
            at += 1
        section = self._sections[at - 1] if at else Unit(0, len(self._source.text))
        return Span(comment.file, section.start, max(section.end, comment.end))

    def _touched(self, first: int, start: int) -> int | None:
        """The innermost of the units before ``first`` that a comment trails or stands in."""
        line, _ = self._source.line_range(self._source.position(start).line)
        alone = not self._source.text[line:start].strip(" \t>")
        for at in range(first - 1, max(-1, first - 1 - _MAX_STEPS), -1):
            unit = self._units[at]
            if (unit.leaf and unit.end > start) if alone else unit.end > line:
                return at
        return None


def outline_reach(outline: Outline) -> Reach:
    """What comments of a Markdown document can be about, its front matter included."""
    units = list(_node_units(outline.front_matter))
    sections = [Unit(0, len(outline.source.text))]
    for section in outline.root.walk():
        if section.title is not None:
            units.append(Unit(section.span.start, _heading_end(section)))
            sections.append(Unit(section.span.start, section.span.end))
        units.extend(_block_units(section.blocks[1:] if section.mark == "run-in" else section.blocks))
    return Reach(outline.source, units, sections)


def yaml_reach(source: SourceFile, node: Node | None) -> Reach:
    """What comments of a YAML document can be about; its sections are the top-level entries."""
    sections = [Unit(0, len(source.text))]
    if isinstance(node, Mapping):
        sections += [Unit(entry.key.span.start, entry.value.span.end) for entry in node.entries]
    return Reach(source, list(_node_units(node)), sections)


def _heading_end(section: Section) -> int:
    """Where a heading ends; that of a clause which goes on in its line ends with the clause."""
    if section.mark == "run-in" and section.blocks:
        return section.blocks[0].span.end
    return section.title.span().end if section.title else section.span.start


def _block_units(blocks: Sequence[Block]) -> Iterator[Unit]:
    for block in blocks:
        if isinstance(block, ItemList):
            for item in block.items:
                yield Unit(item.span.start, item.span.end, leaf=not item.blocks)
                yield from _block_units(item.blocks)
        elif isinstance(block, Quote):
            yield from _block_units(block.blocks)
        elif isinstance(block, Table):
            yield Unit(block.span.start, block.span.end, leaf=False)
            for row in (block.header or (), *block.rows):
                if row:
                    yield Unit(row[0].span.start, row[-1].span.end)
        else:
            yield Unit(block.span.start, block.span.end)


def _node_units(node: Node | None) -> Iterator[Unit]:
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield Unit(entry.key.span.start, max(entry.key.span.end, entry.value.span.end), leaf=False)
            yield from _node_units(entry.value)
    elif isinstance(node, NodeSequence):
        for item in node.items:
            yield Unit(item.span.start, item.span.end, leaf=False)
            yield from _node_units(item)
