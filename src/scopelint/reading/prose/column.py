"""What the columns of a table in prose hold."""

from typing import NamedTuple

from scopelint.reading.lexicon import Lexicon, load_world
from scopelint.reading.value import find_money
from scopelint.syntax.outline import Cell, Table
from scopelint.text import Span

_WHOLE = "100%"
"""What a row says first that adds up shares."""
_SUMS = frozenset({"price.total", "price.subtotal", "price.tax", "price.discount"})


class Columns(NamedTuple):
    """The groups of the lexicon's ``columns`` that each header cell belongs to; empty without a header."""

    groups: tuple[frozenset[str], ...]

    def first(self, *names: str) -> int | None:
        """The first column of the first of these groups that any column has."""
        for name in names:
            for at, groups in enumerate(self.groups):
                if name in groups:
                    return at
        return None

    def count(self, name: str) -> int:
        """How many columns belong to a group."""
        return sum(name in groups for groups in self.groups)


def columns_of(table: Table, lexicon: Lexicon) -> Columns:
    """What the header of a table says about its columns."""
    if table.header is None:
        return Columns(())
    matcher = lexicon.matcher("columns")
    return Columns(tuple(matcher.groups_in(cell.text.plain) for cell in table.header))


def cell_at(row: tuple[Cell, ...], at: int | None) -> Cell | None:
    """A cell that says something, None when the row has none there."""
    if at is None or at >= len(row) or not row[at].text.plain.strip():
        return None
    return row[at]


def row_span(row: tuple[Cell, ...]) -> Span:
    """The place of a row: from its first cell to its last."""
    return Span(row[0].span.file, row[0].span.start, row[-1].span.end)


def wording(cell: Cell) -> str:
    """What a cell says, on one line."""
    return " ".join(cell.text.plain.split())


def money_column(rows: tuple[tuple[Cell, ...], ...], header: tuple[Cell, ...] | None = None) -> int | None:
    """The first column with money in most rows, else the first whose heading names a currency."""
    for at in range(max((len(row) for row in rows), default=0)):
        stated = sum(
            (cell := cell_at(row, at)) is not None and bool(find_money(cell.text.plain)) for row in rows
        )
        if 2 * stated > len(rows):
            return at
    priced = (at for at, cell in enumerate(header or ()) if named_currency(cell.text.plain))
    return next(priced, None)


def named_currency(heading: str) -> str | None:
    """The currency that a column's heading names: "Amount (KES)", "Preis in €"."""
    currencies = load_world().currencies
    for part in heading.replace("(", " ").replace(")", " ").replace("/", " ").split():
        code = currencies.get(part.strip(".,:;*[]"))
        if code is not None:
            return code
    return None


def is_summary(row: tuple[Cell, ...], lexicon: Lexicon) -> bool:
    """Whether a row adds up others, or says nothing at all."""
    filled = [cell.text.plain for cell in row if any(char.isalnum() for char in cell.text.plain)]
    if not filled or filled[0].strip(" *_") == _WHOLE:
        return True
    if len(filled) == 1 < len(row) - 1 and _is_nothing_but_money(filled[0]):
        return True
    return not _SUMS.isdisjoint(lexicon.matcher("items").groups_in(filled[0]))


def _is_nothing_but_money(plain: str) -> bool:
    found = find_money(plain)
    return len(found) == 1 and not (plain[: found[0].start] + plain[found[0].end :]).strip(" *_")
