"""Typed values from the text of one scalar. Pure: None when the text is no such value."""

import re
from datetime import date as Date
from decimal import Decimal
from functools import cache

from scopelint.model import Money
from scopelint.reading.record.schema import pattern_of

_LONGEST_DATE = 40
_LONGEST_AMOUNT = 60
_DOLLAR = "$"
_TRUE = frozenset(("true", "True", "TRUE"))
_FALSE = frozenset(("false", "False", "FALSE"))
_OTHER_TRUE = frozenset(("yes", "Yes", "YES", "on", "On", "ON", "y", "Y"))
_OTHER_FALSE = frozenset(("no", "No", "NO", "off", "Off", "OFF", "n", "N"))


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
    """The day of a date that is not ISO but can only mean one day: 16.5.2026, 16 May 2026, 2026-5-16T10:00.

    1/2/2026 may be either of two days, so it is none.
    """
    if len(text) > _LONGEST_DATE or not any(map(str.isdigit, text)):
        return None
    from scopelint.reading.lexicon import LANGUAGES, load_lexicon
    from scopelint.reading.value.date import find_dates

    words = pattern(r"(?<=\d)[T ]\d\d:[\d:.+\-Z ]{0,40}$").sub("", text)
    for language in LANGUAGES:
        found = find_dates(words, load_lexicon(language))
        if len(found) == 1 and not (words[: found[0].start] + words[found[0].end :]).strip(" ."):
            return found[0].date if found[0].other is None else None
    return None


def number_of(text: str) -> Decimal | None:
    """A number as YAML writes it; underscores between digits are dropped."""
    if len(text) > _LONGEST_AMOUNT:
        return None
    if pattern(r"[-+]?0x[0-9a-fA-F]{1,16}").fullmatch(text):
        return Decimal(int(text, 16))
    match = pattern(r"[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d{1,3})?").fullmatch(text)
    return Decimal(text.replace("_", "")) if match else None


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
    if len(text) > _LONGEST_AMOUNT or not pattern(pattern_of("money")).match(text):
        return None
    from scopelint.reading.value.money import parse_money

    money = parse_money(text.replace("-", ""))
    if money is None:
        return None
    amount = -money.amount if "-" in text else money.amount
    return Money(amount, _DOLLAR if text.strip("-0123456789,. ") == _DOLLAR else money.currency)


def percentage_of(text: str) -> Decimal | None:
    """A part of a hundred with its sign, in the form of the schema."""
    return Decimal(text.rstrip("% ")) if pattern(pattern_of("percentage")).match(text) else None
