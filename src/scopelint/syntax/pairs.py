"""Keys and values that people write in prose, lists and tables: ``**Client:** Acme``."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scopelint.syntax.outline import Block, ItemList, Paragraph, Section, Table, Text

_KEY = re.compile(r"([^\W\d_][^:\n|]{0,59}?)[ \t]*:(?!//)(?:[ \t]+|$)")
_KEY_WORDS = 5


class Pair(NamedTuple):
    """A key as written, without its colon, and its value; None when nothing is filled in."""

    key: Text
    value: Text | None


def key_values(section: Section) -> Iterator[Pair]:
    """The pairs of a section, those of clauses that bold words open in it included, in written order.

    Lines ``Key: value``, bold or not, list items of that form, and the rows of two-column tables.
    """
    yield from block_pairs(section.blocks)
    for inner in section.sections:
        if inner.mark == "run-in" and inner.title is not None:
            first = inner.blocks[0] if inner.blocks else None
            yield Pair(inner.title, first.text if isinstance(first, Paragraph) else None)


def block_pairs(blocks: Sequence[Block]) -> Iterator[Pair]:
    """The pairs of blocks."""
    for block in blocks:
        if isinstance(block, Paragraph):
            for line in block.text.lines():
                yield from _line_pair(line)
        elif isinstance(block, ItemList):
            for item in block.items:
                yield from _line_pair(next(item.text.lines()))
        elif isinstance(block, Table):
            yield from _row_pairs(block)


def line_pair(line: Text) -> Pair | None:
    """The key and value of one line or item, None when it has no such form."""
    return next(_line_pair(line), None)


def _line_pair(line: Text) -> Iterator[Pair]:
    match = _KEY.match(line.plain)
    if match is None:
        return
    bold = line.bold and line.bold[0][0] == 0 and line.bold[0][1] >= match.end(1)
    if not bold and len(match[1].split()) > _KEY_WORDS:
        return
    yield Pair(line.part(0, match.end(1)), _filled(line.part(match.end())))


def _row_pairs(table: Table) -> Iterator[Pair]:
    rows = list(table.rows)
    if table.header and len(table.header) == 2 and _is_pair(table.header[0].text, rows):
        rows.insert(0, table.header)
    for row in rows:
        if len(row) == 2 and row[0].text.plain:
            key = row[0].text
            closed = key.plain.rstrip(": ")
            yield Pair(key.part(0, len(closed)) if closed else key, _filled(row[1].text))


def _is_pair(key: Text, rows: Sequence[Sequence[object]]) -> bool:
    """Whether a header row is the first pair: its key is marked as keys are."""
    return key.plain.endswith(":") or (bool(key.bold) and bool(rows))


def _filled(value: Text) -> Text | None:
    stripped = value.stripped()
    return stripped if stripped.plain else None
