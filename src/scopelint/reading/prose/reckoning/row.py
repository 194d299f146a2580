"""Rows of a table whose figures do not multiply as its columns say: hours, rate, amount."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.column import columns_of, is_summary
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import UNBINDING
from scopelint.reading.value import parse_money
from scopelint.reading.value.number import FIGURES, parse_number
from scopelint.syntax.outline import Cell, Table
from scopelint.text import Spanned

_ELSEWHERE = ("change-log", "background", *UNBINDING)
_CHANGES = frozenset({"price.discount", "price.tax"})
"""What a column may hold that a product does not tell."""
_FIGURES = re.compile(FIGURES)
_FEWEST = 2
"""As many rows must hold before columns that say nothing of it are taken to multiply."""
_MOST_COLUMNS = 6
_LONGEST_UNIT = 14
_CLOSE = Decimal("0.01")
_ROUNDING = Decimal(1)
_APPROXIMATE = tuple("~≈+<>%/–—-")

_Row = tuple[Cell, ...]


class _Fit(NamedTuple):
    """How rows keep to "this column times that one is a third"; ``telling`` are those that do not by 1."""

    telling: int
    broken: tuple[tuple[Cell, Decimal], ...]
    rows: int


def read_rows(reading: Reading) -> Iterator[Statement]:
    """Each amount of a table that is not the product of the figures in its row."""
    for part in reading.parts:
        if part.is_within(*_ELSEWHERE):
            continue
        for block in part.section.blocks:
            if isinstance(block, Table) and block.header is not None and len(block.header) > 2:
                yield from _broken(block, reading.lexicon)


def _broken(table: Table, lexicon: Lexicon) -> Iterator[Statement]:
    header = table.header or ()
    matcher = lexicon.matcher("items")
    if any(not _CHANGES.isdisjoint(matcher.groups_in(cell.text.plain)) for cell in header):
        return
    rows = [row for row in table.rows if not is_summary(row, lexicon)]
    values = [[_value(cell) for cell in row[:_MOST_COLUMNS]] for row in rows]
    told = _told(table, values, lexicon)
    for one, other, whole in combinations(range(min(len(header), _MOST_COLUMNS)), 3):
        fit = _fit(rows, values, (one, other, whole))
        few = len(fit.broken) == 1 or 3 * len(fit.broken) <= fit.rows
        if fit.broken and few and (fit.telling >= _FEWEST or (one, other, whole) == told):
            for cell, found in fit.broken:
                shown = Spanned(cell.text.plain, cell.text.span())
                yield Statement("row", f"{found.normalize():f}", shown, None, Confidence.MEDIUM)
            return


def _told(table: Table, values: list[list[Decimal | None]], lexicon: Lexicon) -> tuple[int, ...] | None:
    """The columns of a quantity, a price for one and the amount, where the header names them.

    A price for one may be called anything ("Unit") where it is the only other column of figures.
    """
    groups = columns_of(table, lexicon).groups
    filled = [at for at in range(len(groups)) if all(len(row) > at and row[at] is not None for row in values)]
    units = [at for at, found in enumerate(groups) if "unit-price" in found]
    many = [at for at, found in enumerate(groups) if "multiplied" in found and at not in units]
    wholes = [at for at, found in enumerate(groups) if "amount" in found and at not in (*units, *many)]
    if len(many) == len(wholes) == 1 and not units:
        units = [at for at in filled if at not in (*many, *wholes)]
    if len(units) == len(many) == len(wholes) == 1 and wholes[0] > max(*units, *many):
        return (*sorted((units[0], many[0])), wholes[0])
    return None


def _fit(rows: Sequence[_Row], values: list[list[Decimal | None]], columns: tuple[int, int, int]) -> _Fit:
    telling, whole_rows = 0, 0
    broken: list[tuple[Cell, Decimal]] = []
    for row, figures in zip(rows, values, strict=True):
        one, other, whole = (figures[at] if at < len(figures) else None for at in columns)
        if not one or not other or not whole:
            continue
        whole_rows += 1
        found = one * other
        if abs(found - whole) > max(_ROUNDING, _CLOSE * whole):
            broken.append((row[columns[2]], found))
        elif one != 1 and other != 1:
            telling += 1
    return _Fit(telling, tuple(broken), whole_rows)


def _value(cell: Cell) -> Decimal | None:
    """The one plain figure of a cell, with a unit or a currency beside it."""
    text = cell.text
    plain = text.plain.strip(" *_")
    figures = list(_FIGURES.finditer(plain))
    if len(figures) != 1 or text.struck:
        return None
    before, after = plain[: figures[0].start()], plain[figures[0].end() :]
    if len(before + after) > _LONGEST_UNIT or any(sign in before for sign in _APPROXIMATE):
        return None
    money = parse_money(plain)
    if money is not None:
        return money.amount
    if after[:1].isalpha() or any(sign in after for sign in ("+", "%")):
        return None
    return parse_number(figures[0][0])
