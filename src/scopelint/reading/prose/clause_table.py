"""Clauses that only a table tells: in a column's heading ("Accepted when", "Duration") or a row of facts."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from scopelint.reading.lexicon import Lexicon, fold
from scopelint.reading.prose.column import cell_at, columns_of, money_column, row_span
from scopelint.reading.prose.nature import read_nature
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.section import Part, heading_kinds
from scopelint.reading.prose.sentence import UNBINDING, join
from scopelint.reading.value import find_dates, find_durations
from scopelint.syntax.outline import Cell, Table
from scopelint.text import Span

_ELSEWHERE = (*UNBINDING, "support", "legal", "signatures", "change-log")
_NUMBERED = re.compile(r"[^\W\d_]?\d{1,3}(?:\s?[-–—]\s?[^\W\d_]?\d{1,3})?")
_LONG = ("day", "business-day", "week", "month", "year")


class Field(NamedTuple):
    """A row of a table of facts: what its label names, the value beside it if any, and the whole row."""

    kinds: tuple[str, ...]
    value: str
    span: Span


class _Column(NamedTuple):
    """A column with a heading, without what is empty; a ``blank`` one is of a table still to be filled in."""

    table: Table
    at: int
    heading: Cell
    cells: tuple[Cell, ...]
    blank: bool = False


def in_table(name: str, reading: Reading) -> Span | None:
    """Where the heading of a column states a clause with what stands below it; None when none does."""
    says = _TELLING.get(name)
    # The columns of a log tell what happened, not what is agreed.
    if says is None or read_nature(reading).record:
        return None
    for part in reading.parts:
        if not part.is_within(*_ELSEWHERE):
            for column in _columns(part):
                if (column.cells or column.blank) and says(column, reading.lexicon):
                    return row_span(column.table.header or ())
    return None


def fields(reading: Reading) -> Iterator[Field]:
    """The rows of all tables of facts: "Deposit | 30 %"; an empty value is a form's blank."""
    for part in reading.parts:
        if part.is_within(*_ELSEWHERE):
            continue
        for block in part.section.blocks:
            if isinstance(block, Table) and _holds_facts(block, reading.lexicon):
                for label, value in (row for row in block.rows if len(row) == 2):
                    kinds = heading_kinds(label.text.plain, reading.lexicon)
                    yield Field(kinds, value.text.plain.strip(), row_span((label, value)))


def _holds_facts(table: Table, lexicon: Lexicon) -> bool:
    """Whether a table has two columns, called label and value or nothing."""
    header = table.header or ()
    if not any(cell.text.plain.strip() for cell in header[1:]):
        return True
    groups = columns_of(table, lexicon).groups
    return len(groups) == 2 and ("field" in groups[0] or "value" in groups[1])


def _columns(part: Part) -> Iterator[_Column]:
    for block in part.section.blocks:
        if isinstance(block, Table) and block.header is not None:
            blank = not any(_is_wording(cell) for row in block.rows for cell in row)
            for at, heading in enumerate(block.header):
                cells = (cell_at(row, at) for row in block.rows)
                yield _Column(block, at, heading, tuple(cell for cell in cells if cell is not None), blank)


def _is_wording(cell: Cell) -> bool:
    return any(map(str.isalpha, cell.text.plain))


def _tells_criteria(column: _Column, lexicon: Lexicon) -> bool:
    return "criteria" in lexicon.matcher("columns").groups_in(column.heading.text.plain)


def _leaves_out(column: _Column, lexicon: Lexicon) -> bool:
    return "exclusions" in heading_kinds(column.heading.text.plain, lexicon)


def _tells_times(column: _Column, lexicon: Lexicon) -> bool:
    """Whether a column of durations or dates is about the work, not about paying for it."""
    groups = lexicon.matcher("columns").groups_in(column.heading.text.plain)
    if groups.isdisjoint(("duration", "due")) or columns_of(column.table, lexicon).first("milestone") == 0:
        return False
    unit = any(lexicon.units.get(fold(word)) in _LONG for word in column.heading.text.plain.split())
    paid = money_column(column.table.rows)
    return any(
        _is_time(cell, lexicon, unit)
        and _is_work([_without(cells, paid) for cells in (column.table.header or (), row)], lexicon)
        for row in column.table.rows
        if (cell := cell_at(row, column.at)) is not None
    )


def _without(cells: tuple[Cell, ...], at: int | None) -> tuple[Cell, ...]:
    return tuple(cell for here, cell in enumerate(cells) if here != at)


def _is_work(rows: Iterable[tuple[Cell, ...]], lexicon: Lexicon) -> bool:
    """Whether rows speak of no support, payment, notice or other time that is none of the work."""
    words = join([cell.text for row in rows for cell in row])
    return words is not None and "timeline.unless" not in lexicon.matcher("sentences").groups_in(words.plain)


def _is_time(cell: Cell, lexicon: Lexicon, unit: bool) -> bool:
    """Whether a cell states a time; under the name of a unit numbers do: "Weeks", then "W1–W2"."""
    plain = cell.text.plain
    if unit and _NUMBERED.fullmatch(plain.strip()):
        return True
    if any(found.duration.unit in _LONG for found in find_durations(plain, lexicon)):
        return True
    return bool(find_dates(plain, lexicon))


_TELLING: dict[str, Callable[[_Column, Lexicon], bool]] = {
    "acceptance": _tells_criteria,
    "exclusions": _leaves_out,
    "timeline": _tells_times,
}
