"""Typed values from the text of one scalar. Pure: None when the text is no such value."""

import re
from datetime import date as Date
from decimal import Decimal
from functools import cache

from scopelint.model import Money
from scopelint.reading.record.schema import pattern_of

_TRUE = frozenset(("true", "True", "TRUE"))
_FALSE = frozenset(("false", "False", "FALSE"))
_OTHER_TRUE = frozenset(("yes", "Yes", "YES", "on", "On", "ON", "y", "Y"))
_OTHER_FALSE = frozenset(("no", "No", "NO", "off", "Off", "OFF", "n", "N"))
_SYMBOLS = {"€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "US$": "USD", "A$": "AUD", "AU$": "AUD"} | {
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "S$": "SGD",
    "HK$": "HKD",
    "R$": "BRL",
}
DOLLAR = "$"


@cache
def pattern(text: str) -> re.Pattern[str]:
    """The compiled form of a pattern, made once."""
    return re.compile(text)


def date_of(text: str) -> Date | None:
    """The day an ISO date names; None for any other form, and for a day there is not."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        return None
    try:
        return Date.fromisoformat(text)
    except ValueError:
        return None


def is_iso_shaped(text: str) -> bool:
    """Whether the text has the form of an ISO date, of a day that may not exist."""
    return pattern(pattern_of("date")).match(text) is not None


def other_date_of(text: str) -> Date | None:
    """The day of a numeric date that is not ISO but can only mean one day: 2026/1/16, 16.1.2026, 1/16/2026.

    A time after the date is dropped. 1/2/2026 may be either of two days, so it is none.
    """
    if match := pattern(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d[\d:.+\-Z ]*)?").fullmatch(text):
        return _day(*match.groups())
    if match := pattern(r"(\d{1,2})\.(\d{1,2})\.(\d{4})").fullmatch(text):
        return _day(match[3], match[2], match[1])
    if match := pattern(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})").fullmatch(text):
        first, second, year = match.groups()
        either = {_day(year, first, second), _day(year, second, first)} - {None}
        return either.pop() if len(either) == 1 else None
    return None


def _day(year: str, month: str, day: str) -> Date | None:
    try:
        return Date(int(year), int(month), int(day))
    except ValueError:
        return None


def number_of(text: str) -> Decimal | None:
    """A number as YAML writes it; underscores between digits are dropped."""
    match = pattern(r"[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d{1,3})?").fullmatch(text)
    return Decimal(text.replace("_", "")) if match else None


def whole_number_of(text: str) -> int | None:
    """A whole number, also written as 2.0."""
    number = number_of(text)
    if number is None or number != number.to_integral_value() or abs(number) > 10**12:
        return None
    return int(number)


def truth_of(text: str) -> bool | None:
    """True or false in any spelling that some YAML reader takes for it."""
    if text in _TRUE or text in _OTHER_TRUE:
        return True
    if text in _FALSE or text in _OTHER_FALSE:
        return False
    return None


def money_of(text: str) -> Money | None:
    """An amount in a form of the schema.

    The currency is None when none is named, and ``$`` for a bare dollar sign: which dollar is meant
    is known only with the whole contract.
    """
    if not pattern(pattern_of("money")).match(text):
        return None
    figures = "".join(char for char in text if char in "0123456789.,")
    symbol = text.replace(figures, "").replace("-", "").strip()
    currency = _SYMBOLS.get(symbol, symbol) or None
    amount = Decimal(_plain_figures(figures))
    return Money(-amount if "-" in text else amount, currency)


def _plain_figures(figures: str) -> str:
    """The figures with a decimal point and no grouping."""
    decimal_comma = re.search(r",\d{1,2}$", figures)
    if decimal_comma and figures.count(",") == 1:
        return figures.replace(".", "").replace(",", ".")
    return figures.replace(",", "")


def percentage_of(text: str) -> Decimal | None:
    """A part of a hundred, with or without the sign."""
    return number_of(text.rstrip("%").rstrip())
