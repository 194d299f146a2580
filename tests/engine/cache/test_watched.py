"""A date that tells until when its answers hold."""

import operator
from collections.abc import Callable
from datetime import date as Date
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scopelint.engine.cache.watched import Watched

TODAY = Date(2026, 3, 10)
SOONER, LATER = Date(2026, 3, 1), Date(2026, 3, 15)


@pytest.mark.parametrize(
    ("question", "until"),
    [
        (lambda today: today < LATER, LATER),
        (lambda today: operator.gt(LATER, today), LATER),
        (lambda today: today >= LATER, LATER),
        (lambda today: today <= LATER, Date(2026, 3, 16)),
        (lambda today: today > LATER, Date(2026, 3, 16)),
        (lambda today: operator.lt(LATER, today), Date(2026, 3, 16)),
        (lambda today: today == LATER, LATER),
        (lambda today: today == TODAY, Date(2026, 3, 11)),
        (lambda today: max(today, LATER), LATER),
        (lambda today: today > SOONER, None),
        (lambda today: today >= SOONER, None),
        (lambda today: today is None, None),
        (lambda today: (today - SOONER).days, Date(2026, 3, 11)),
        (lambda today: LATER - today, Date(2026, 3, 11)),
        (lambda today: today + timedelta(days=7), Date(2026, 3, 11)),
        (lambda today: f"{today}", Date(2026, 3, 11)),
        (lambda today: today.isoformat(), Date(2026, 3, 11)),
        (lambda today: today.month, Date(2026, 3, 11)),
        (lambda today: {today}, Date(2026, 3, 11)),
        (lambda today: today < Date.max, Date.max),
    ],
)
def test_a_question_tells_until_when_its_answer_holds(
    question: Callable[[Date], Any], until: Date | None
) -> None:
    today = Watched(TODAY)
    assert question(today) == question(TODAY)
    assert today.until == until


DAYS = st.dates(Date(2026, 1, 1), Date(2026, 2, 28))
QUESTIONS: list[Callable[[Date, Date], Any]] = [
    lambda today, day: today < day,
    lambda today, day: today <= day,
    lambda today, day: day < today,
    lambda today, day: day <= today,
    lambda today, day: today == day,
    lambda today, day: today != day,
    lambda today, day: (today - day).days > 3,
    lambda today, day: min(today, day) == day,
]


@given(DAYS, st.lists(st.tuples(st.sampled_from(QUESTIONS), DAYS), max_size=5), DAYS)
def test_answers_are_the_same_on_every_day_before(
    today: Date, asked: list[tuple[Callable[[Date, Date], Any], Date]], other: Date
) -> None:
    watched = Watched(today)
    answers = [question(watched, day) for question, day in asked]
    if today <= other and (watched.until is None or other < watched.until):
        assert answers == [question(other, day) for question, day in asked]
