"""Four times the input takes at most six times as long, whatever it is made of."""

import gc
from time import process_time

import pytest

from scopelint.reading.record.cell import read_cell
from scopelint.reading.record.scalar import money_of, number_of, other_date_of
from scopelint.reading.record.schema import record_type
from scopelint.syntax.outline import Text

SIZE = 20_000


def seconds(run: object, *arguments: object) -> float:
    """The best of five runs, the collector of garbage kept out."""
    assert callable(run)
    best = 9.0
    gc.disable()
    for _ in range(5):
        start = process_time()
        run(*arguments)
        best = min(best, process_time() - start)
    gc.enable()
    return best


def cell(words: str) -> Text:
    """A cell with those words."""
    return Text(words, ((0, 0, len(words)),), "scope.md")


@pytest.mark.parametrize(
    "unit", ["1,", "(a", "(", ")", "$1 ", "D1: ", "a b;", "2026-05-04 ", "[", "9", "A", " "]
)
@pytest.mark.parametrize("column", ["submitted_on", "funded", "deliverables", "approval", "amount", "due_on"])
def test_cells_grow_evenly(column: str, unit: str) -> None:
    field = record_type("milestone").fields[column]
    small, large = (cell(unit * (size // len(unit))) for size in (SIZE, 4 * SIZE))
    assert seconds(read_cell, large, field) <= 6 * max(seconds(read_cell, small, field), 0.002)


@pytest.mark.parametrize("read", [number_of, money_of, other_date_of])
@pytest.mark.parametrize("unit", ["1", "1,", "1.", "_", "$", "1 ", "-"])
def test_values_grow_evenly(read: object, unit: str) -> None:
    assert seconds(read, unit * 4 * SIZE) <= 6 * max(seconds(read, unit * SIZE), 0.002)
