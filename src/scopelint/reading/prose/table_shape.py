"""What the columns of a table say that it is: packages side by side, who may do what, phases."""

import re

from scopelint.reading.lexicon import Lexicon, fold
from scopelint.reading.prose.column import Columns, cell_at
from scopelint.reading.value import find_money
from scopelint.syntax.outline import Table

_TICK = re.compile(r"[^\w\s]\ufe0f?|[xX]")


def compares_packages(table: Table, columns: Columns, lexicon: Lexicon) -> bool:
    """Whether the columns are packages, with their prices in the header or in a row."""
    if columns.count("option") < 2:
        return False
    rows = (table.header or (), *table.rows)
    return any(sum(bool(find_money(cell.text.plain, lexicon)) for cell in row) > 1 for row in rows)


def is_matrix(table: Table, lexicon: Lexicon) -> bool:
    """Whether two columns or more hold nothing but ticks: who may do what, or which plan has what."""
    width = max((len(row) for row in table.rows), default=0)
    ticks = 0
    for at in range(1, width):
        cells = [cell.text.plain.strip() for row in table.rows if (cell := cell_at(row, at)) is not None]
        ticks += len(cells) > 1 and all(is_tick(plain, lexicon) for plain in cells)
    return ticks > 1


def is_tick(plain: str, lexicon: Lexicon) -> bool:
    """Whether a cell only says yes or no."""
    return _TICK.fullmatch(plain) is not None or fold(plain) in lexicon.words["answers"]


def tells_how_much(table: Table, columns: Columns) -> bool:
    """Whether a column says how much of each service is included: "Updates | four a month", no ticks only."""
    at = columns.first("included")
    if at is None or columns.first("item") in (None, at):
        return False
    cells = [cell for row in table.rows if (cell := cell_at(row, at)) is not None]
    told = sum(any(char.isalpha() for char in cell.text.plain) for cell in cells)
    return 2 * told > len(table.rows)


def counts(columns: Columns) -> bool:
    """Whether columns say how many of each thing or how often, or describe it: "Service | Description"."""
    return columns.first("quantity", "period", "duration") is not None or columns.count("item") > 1


def names(columns: Columns) -> bool:
    """Whether a column names things, and none says what they are made with or when they fall due."""
    return columns.first("item") is not None and columns.first("technology", "due") is None


def names_phases(columns: Columns) -> bool:
    """Whether a column names phases, and another says what is done in each."""
    phase, item = columns.first("phase"), columns.first("item")
    named = phase is not None and item not in (None, phase)
    return named and columns.first("milestone", "technology") is None


def tells_means(columns: Columns) -> bool:
    """Whether a table of two columns says what something is made with: "Component | Technology"."""
    return len(columns.groups) == 2 and "means" in columns.groups[1]
