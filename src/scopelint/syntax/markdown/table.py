"""Table rows: cells with their places, with or without outer pipes and delimiter row."""

import re
from collections.abc import Sequence

from scopelint.syntax.markdown.line import MASK, Line
from scopelint.syntax.markdown.prose import Prose
from scopelint.syntax.outline import Cell, Table, Text
from scopelint.text import Span

_PIPE = re.compile(r"\\.|\||\\$")
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")

_DIGIT = re.compile(r"\d")
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2

_MAX_FILLED = 10_000
"""Empty cells made up for one table: a wide header over many short rows must not cost their product."""


def cut_row(line: Line) -> list[Line]:
    """The cells of a row, outer pipes taken off; white space around a cell stays with it."""
    text = line.text
    cells: list[Line] = []
    start = 0
    for match in _PIPE.finditer(text):
        if match[0] == "|":
            cells.append(Line(text[start : match.start()], line.start + start))
            start = match.end()
    cells.append(Line(text[start:], line.start + start))
    if len(cells) > 1 and not cells[0].text.strip(MASK + " \t"):
        del cells[0]
    if len(cells) > 1 and not cells[-1].text.strip(MASK + " \t"):
        del cells[-1]
    return cells


def is_delimiter(line: Line) -> bool:
    """Whether a line is the row of dashes below a table's header."""
    return "-" in line.text and _DELIMITER.fullmatch(line.text.strip()) is not None


def read_table(header: Line | None, rows: Sequence[Line], prose: Prose, span: Span) -> Table:
    """The table of stripped row lines. A row shorter than the header is filled with empty cells."""
    head = _cells(header, prose) if header else None
    body = [_cells(row, prose) for row in rows]
    missing = _MAX_FILLED
    for at, cells in enumerate(body):
        short = len(head) - len(cells) if head else 0
        if 0 < short <= missing:
            missing -= short
            body[at] = cells + (_cell(Line("", rows[at].end), prose),) * short
    if head and not any(cell.text.plain for cell in head):
        head = None
        if _heads(body):
            head = body.pop(0)
    return Table(head, tuple(body), span)


def _heads(rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether the first of rows names the columns: words in each cell, figures in a column below it."""
    first = [cell.text.plain for cell in rows[0]] if len(rows) > _FEWEST_ROWS else []
    if len(first) < _FEWEST_COLUMNS or any(not word or _DIGIT.search(word) for word in first):
        return False
    below = [row for row in rows[1:] if len(row) == len(first)]
    return any(
        all(_DIGIT.search(row[at].text.plain) for row in below if row[at].text.plain)
        and sum(bool(row[at].text.plain) for row in below) > 1
        for at in range(len(first))
    )


def _cells(row: Line, prose: Prose) -> tuple[Cell, ...]:
    return tuple([_cell(piece, prose) for piece in cut_row(row)])


def _cell(piece: Line, prose: Prose) -> Cell:
    line = piece.stripped()
    if not line.text:
        place = piece.start + (1 if piece.text else 0)
        return Cell(Text("", ((0, place, place),), prose.file), Span(prose.file, place, place))
    return Cell(prose.text([line]), Span(prose.file, line.start, line.end))


def loose_rows(lines: Sequence[Line], at: int) -> int:
    """How many lines from ``at`` on are rows of one table that has no proper delimiter row; 0 if none.

    At least two rows of the same number of cells, at least two each.
    """
    if "|" not in lines[at].text:
        return 0
    width = len(cut_row(lines[at]))
    outer = lines[at].text.startswith("|")
    if width < 2:
        return 0
    end = at + 1
    while end < len(lines) and "|" in lines[end].text:
        if not is_delimiter(lines[end]) and len(cut_row(lines[end])) != width and not outer:
            break
        end += 1
    return end - at if end - at >= 2 else 0


def loose_table(lines: Sequence[Line], prose: Prose) -> Table:
    """The table of rows found by ``loose_rows``; a delimiter row after the first makes that the header."""
    header = lines[0] if is_delimiter(lines[1]) else None
    rows = [line for line in lines[1 if header else 0 :] if not is_delimiter(line)]
    return read_table(header, rows, prose, prose.span(lines))
