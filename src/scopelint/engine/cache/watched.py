"""A date that notes until when what was asked of it stays true."""

from datetime import date
from typing import Any

_UNNOTED = frozenset({"until", "__class__"})


class Watched(date):
    """Today, handed to rules in place of the plain date.

    ``until`` is the first later day on which an answer given so far may be another one, None when there is
    none. A comparison tells that day; whatever else is asked (a difference, the date in words) holds for
    today alone.
    """

    until: date | None

    def __new__(cls, today: date) -> "Watched":
        """The same day as ``today``, nothing asked yet."""
        made = super().__new__(cls, today.year, today.month, today.day)
        made.until = None
        return made

    def __getattribute__(self, name: str) -> Any:
        if name not in _UNNOTED:
            _note(self, _tomorrow(self))
        return super().__getattribute__(name)

    def __lt__(self, other: date) -> bool:
        return _compared(self, date.__lt__(self, other), other)

    def __ge__(self, other: date) -> bool:
        return _compared(self, date.__ge__(self, other), other)

    def __le__(self, other: date) -> bool:
        return _compared(self, date.__le__(self, other), other, after=True)

    def __gt__(self, other: date) -> bool:
        return _compared(self, date.__gt__(self, other), other, after=True)

    def __eq__(self, other: object) -> bool:
        same = date.__eq__(self, other)
        return _compared(self, same, other, after=same) if isinstance(other, date) else same

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(_plain(self))

    def __add__(self, other: Any) -> Any:
        return _plain(self) + other

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        return _plain(self) - other

    def __rsub__(self, other: Any) -> Any:
        return other - _plain(self)

    def __str__(self) -> str:
        return str(_plain(self))

    def __repr__(self) -> str:
        return repr(_plain(self))

    def __format__(self, form: str) -> str:
        return format(_plain(self), form)


def _compared(today: Watched, answer: bool, other: date, *, after: bool = False) -> bool:
    """The answer; it may turn on the day compared with, or the day ``after`` it."""
    turns = date.toordinal(other) + after
    if turns > date.toordinal(today):
        _note(today, date.fromordinal(min(turns, date.max.toordinal())))
    return answer


def _plain(today: Watched) -> date:
    """The plain date, for an answer that holds for it alone."""
    _note(today, _tomorrow(today))
    return date.fromordinal(date.toordinal(today))


def _tomorrow(today: Watched) -> date:
    return date.fromordinal(min(date.toordinal(today) + 1, date.max.toordinal()))


def _note(today: Watched, until: date) -> None:
    if today.until is None or date.__lt__(until, today.until):
        today.until = until
