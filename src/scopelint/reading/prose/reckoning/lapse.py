"""Rows of a schedule whose days leave another time than the row says: "2 weeks", from the 1st to the 8th."""

import re
from collections.abc import Iterator, Sequence
from datetime import date as Date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from scopelint.diagnostics import Confidence
from scopelint.model import Duration, Statement
from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import UNBINDING
from scopelint.reading.value import find_dates, find_durations
from scopelint.syntax.outline import Table, Text
from scopelint.text import Spanned

_ELSEWHERE = ("change-log", *UNBINDING)
_DAYS = {"day": Decimal(1), "business-day": Decimal(7) / 5, "week": Decimal(7), "month": Decimal(30)}
_SHORT, _LONG = Decimal("0.6"), Decimal("1.6")
"""Days so much fewer, or more, than stated are no matter of counting the first day or the weekend."""
_FEWEST = 3
_YEAR = re.compile(r"\d{4}|\d[./-]\d")
"""What a day with its year holds."""


class _Step(NamedTuple):
    """A row with its length of time and its days, in written order."""

    duration: Duration
    shown: Text
    days: tuple[Date, ...]


def read_lapses(reading: Reading) -> Iterator[Statement]:
    """Each such row with the days it leaves."""
    parallel = bool(reading.saying("either.parallel"))
    for part in reading.parts:
        if not part.is_within(*_ELSEWHERE):
            for block in part.section.blocks:
                if isinstance(block, Table):
                    steps = list(_steps(block, reading.lexicon))
                    yield from _between_own_days(steps)
                    if not parallel:
                        yield from _after_the_step_before(steps, len(block.rows))


def _steps(table: Table, lexicon: Lexicon) -> Iterator[_Step]:
    for row in table.rows:
        if not any(_YEAR.search(cell.text.plain) for cell in row):
            continue
        lengths = [
            (one.duration, cell.text) for cell in row for one in find_durations(cell.text.plain, lexicon)
        ]
        days = [
            match.date for cell in row for match in find_dates(cell.text.plain, lexicon) if not match.other
        ]
        if len(lengths) == 1 and lengths[0][0].unit in _DAYS and all(days) and 1 <= len(days) <= 2:
            yield _Step(*lengths[0], tuple(day for day in days if day))


def _between_own_days(steps: Sequence[_Step]) -> Iterator[Statement]:
    """Rows from one day to another."""
    for step in steps:
        if len(step.days) == 2 and step.days[0] <= step.days[1]:
            left = Decimal((step.days[1] - step.days[0]).days + 1)
            if not _fits(step.duration, left):
                yield _statement(step, left)


def _after_the_step_before(steps: Sequence[_Step], rows: int) -> Iterator[Statement]:
    """Rows with the day they end on, one after another, where most keep to their length."""
    if len(steps) < max(_FEWEST, rows - 1) or any(len(step.days) != 1 for step in steps):
        return
    apart = [(step, Decimal((step.days[0] - before.days[0]).days)) for before, step in pairwise(steps)]
    short = [(step, left) for step, left in apart if left < _least(step.duration) * _SHORT]
    if any(left <= 0 for _, left in apart) or 2 * len(short) > len(apart):
        return
    for step, left in short:
        yield _statement(step, left)


def _least(duration: Duration) -> Decimal:
    return duration.least * _DAYS[duration.unit]


def _fits(duration: Duration, left: Decimal) -> bool:
    return _least(duration) * _SHORT <= left <= duration.most * _DAYS[duration.unit] * _LONG


def _statement(step: _Step, left: Decimal) -> Statement:
    shown = Spanned(step.shown.plain.strip(), step.shown.span())
    return Statement("lapse", f"{left} days", shown, None, Confidence.MEDIUM)
