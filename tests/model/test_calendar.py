"""Working days, to the ends of the calendar."""

from datetime import date as Date
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from scopelint.model import Calendar
from scopelint.model.calendar import days_after

DAYS = st.dates(Date(2025, 12, 1), Date(2026, 3, 1))


@given(start=DAYS, end=DAYS, free=st.lists(DAYS), workdays=st.sets(st.integers(0, 6)))
def test_working_days_are_those_of_each_day(
    start: Date, end: Date, free: list[Date], workdays: set[int]
) -> None:
    calendar = Calendar(workdays, free)
    each = (start + timedelta(day) for day in range(1, (end - start).days + 1))
    assert calendar.business_days(start, end) == sum(calendar.is_business_day(day) for day in each)


def test_all_working_days_there_are_count_at_once() -> None:
    assert Calendar().business_days(Date.min, Date.max) == 2_608_614


def test_no_term_leaves_the_calendar() -> None:
    assert days_after(Date(2026, 1, 1), 14) == Date(2026, 1, 15)
    assert days_after(Date.max, 14) == Date.max
    assert days_after(Date(2026, 1, 1), 10**12) == Date.max
    assert Calendar().business_day_after(Date.max, 3) == Date.max
