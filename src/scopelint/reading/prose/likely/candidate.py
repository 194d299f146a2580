"""The lines of lists and tables that may name a deliverable, each with what stands around it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.column import columns_of, is_summary, row_span
from scopelint.reading.prose.deliverable_table import lists_things
from scopelint.reading.prose.item import said, said_lines
from scopelint.reading.prose.lead import heads_list, lead_of
from scopelint.reading.prose.role import Role
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.title import says
from scopelint.syntax.outline import Block, ItemList, Paragraph, Quote, Table, Text
from scopelint.text import Span, Spanned

_LISTS = (ItemList, Table)
_MAY_BE_WORK = frozenset({Role.DELIVERED, Role.UNKNOWN, Role.OTHER})
_ASIDE = ("title.aims", "title.aside", "title.present", "title.remark")


class Around(NamedTuple):
    """The list a line stands in: its look, how deep it lies, the words before it, all its lines."""

    place: str
    depth: int
    lead: str
    lines: tuple[str, ...]
    columns: frozenset[str] = frozenset()


class Candidate(NamedTuple):
    """A line: an item, a row, or a line of a list without bullets."""

    text: Spanned[str]
    span: Span
    part: int
    around: Around
    position: int
    has_items: bool = False
    ticked: bool | None = None
    is_bold: bool = False
    sums_up: bool = False


def candidates(parts: Sequence[Part], roles: Sequence[Role], lexicon: Lexicon) -> Iterator[Candidate]:
    """The lines of all lists of a document, but where a heading says what else they are; in written order."""
    for at, (part, role) in enumerate(zip(parts, roles, strict=True)):
        told = role is Role.OTHER and (part.kinds or any(says(part, group, lexicon) for group in _ASIDE))
        if not told and role in _MAY_BE_WORK:
            yield from _Walk(at, part, role, lexicon).blocks(part.section.blocks, 0, "")


class _Walk:
    """The lines of the blocks of one part."""

    def __init__(self, at: int, part: Part, role: Role, lexicon: Lexicon) -> None:
        self.part = at
        self.role = role
        self.kind = part.kind
        self.lexicon = lexicon

    def blocks(self, blocks: Sequence[Block], depth: int, lead: str) -> Iterator[Candidate]:
        before: Block | None = None
        for block, after in pairwise((*blocks, None)):
            told = lead_of(before, self.role, self.kind, self.lexicon) if isinstance(block, _LISTS) else None
            before = block
            match block:
                case _ if told is not None and told.role is not Role.DELIVERED:
                    continue
                case ItemList() if heads_list(block, after):
                    continue
                case Paragraph():
                    yield from self.lines(block, depth, lead)
                    lead = block.text.plain.rstrip().rpartition("\n")[2]
                case ItemList():
                    yield from self.items(block, depth, lead)
                case Table() if lists_things(block, self.lexicon):
                    yield from self.rows(block, depth, lead)
                case Quote():
                    yield from self.blocks(block.blocks, depth + 1, lead)

    def lines(self, block: Paragraph, depth: int, lead: str) -> Iterator[Candidate]:
        lines = said_lines(block.text)
        around = Around("line", depth, lead, tuple([line.value for line in lines]))
        for position, line in enumerate(lines):
            yield Candidate(line, line.span, self.part, around, position)

    def items(self, block: ItemList, depth: int, lead: str) -> Iterator[Candidate]:
        lines = tuple([item.text.plain for item in block.items])
        around = Around("number" if block.ordered else "bullet", depth, lead, lines)
        boxed = any(item.ticked is not None for item in block.items)
        for position, item in enumerate(block.items):
            text = said(item.text)
            below = any(isinstance(one, _LISTS) for one in item.blocks)
            names_list = below and (item.text.plain.rstrip().endswith(":") or (boxed and item.ticked is None))
            if text is not None and not names_list:
                bold = _is_bold(item.text)
                yield Candidate(text, item.span, self.part, around, position, below, item.ticked, bold)
            yield from self.blocks(item.blocks, depth + 1, item.text.plain)

    def rows(self, table: Table, depth: int, lead: str) -> Iterator[Candidate]:
        lines = tuple([" | ".join([cell.text.plain for cell in row]) for row in table.rows])
        around = Around("row", depth, lead, lines, _columns(table, self.lexicon))
        for position, row in enumerate(table.rows):
            named = next((cell for cell in row if any(map(str.isalpha, cell.text.plain))), None)
            text = said(named.text) if named is not None else None
            if text is not None:
                sums_up = is_summary(row, self.lexicon)
                yield Candidate(text, row_span(row), self.part, around, position, sums_up=sums_up)


def _columns(table: Table, lexicon: Lexicon) -> frozenset[str]:
    """What the columns of a table are called, and the first of them."""
    groups = columns_of(table, lexicon).groups
    if not groups:
        return frozenset(("unnamed",))
    return frozenset().union(*groups, [f"first {group}" for group in groups[0]])


def _is_bold(text: Text) -> bool:
    return bool(text.bold) and text.bold[0][0] == 0
