"""The percentages that a document names: a tax or a discount may lie between two of its amounts."""

import re
from bisect import bisect_left
from decimal import Decimal

from scopelint.reading.value.number import parse_number

_PERCENTAGE = re.compile(r"(\d{1,2}(?:[.,]\d{1,3})?)\s?%")
_ROUNDING = Decimal(1)


class Rates:
    """The rates of a text, the lowest first.

    A rate is looked up: many totals must not each be tried with each of many rates.
    """

    def __init__(self, text: str) -> None:
        found = (parse_number(match[1]) for match in _PERCENTAGE.finditer(text))
        self._rates = sorted({value for value in found if value})

    def lie_between(self, one: Decimal, other: Decimal) -> bool:
        """Whether a rate leads from one amount above zero to another, upwards or downwards."""
        return (
            self._holds(_growth(one, other - _ROUNDING), _growth(one, other + _ROUNDING))
            or self._holds(-_growth(one, other + _ROUNDING), -_growth(one, other - _ROUNDING))
            or self._holds(_growth(other, one - _ROUNDING), _growth(other, one + _ROUNDING))
        )

    def _holds(self, least: Decimal, most: Decimal) -> bool:
        at = bisect_left(self._rates, least)
        return at < len(self._rates) and self._rates[at] <= most


def _growth(before: Decimal, after: Decimal) -> Decimal:
    """By how many per cent an amount above zero has grown."""
    return (after - before) * 100 / before
