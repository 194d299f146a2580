"""Working days."""

from collections.abc import Iterable
from datetime import date as Date
from datetime import timedelta

_LONGEST_TERM = 3660
"""Days after which a term ends in any case, so that a calendar without working days ends too."""


def days_after(start: Date, days: int) -> Date:
    """The day so many days after another; the last day there is when the calendar ends before."""
    return start + timedelta(min(days, (Date.max - start).days))


class Calendar:
    """Which days count as working days: Monday to Friday less holidays, unless configured otherwise.

    ``workdays`` are numbers of weekdays, Monday being 0.
    """

    __slots__ = ("_holidays", "_workdays")

    def __init__(self, workdays: Iterable[int] = range(5), holidays: Iterable[Date] = ()) -> None:
        self._workdays = frozenset(workdays)
        self._holidays = frozenset(holidays)

    def is_business_day(self, day: Date) -> bool:
        """Whether people work on that day."""
        return day.weekday() in self._workdays and day not in self._holidays

    def business_days(self, start: Date, end: Date) -> int:
        """Working days after ``start`` up to and including ``end``; 0 when ``end`` is not later."""
        if end <= start:
            return 0
        weeks, days = divmod((end - start).days, 7)
        rest = sum((start.weekday() + day) % 7 in self._workdays for day in range(1, days + 1))
        free = sum(start < day <= end and day.weekday() in self._workdays for day in self._holidays)
        return weeks * len(self._workdays) + rest - free

    def business_day_after(self, start: Date, days: int) -> Date:
        """The last day of a term of that many working days after ``start``."""
        day = start
        while days > 0 and (day - start).days < _LONGEST_TERM and day < Date.max:
            day += timedelta(days=1)
            days -= self.is_business_day(day)
        return day
