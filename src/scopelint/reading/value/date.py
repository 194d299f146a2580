"""Dates in text."""

import re
from datetime import date as Date
from functools import lru_cache
from typing import NamedTuple

from scopelint.reading.lexicon import Lexicon, Words, fold, split_words


class DateMatch(NamedTuple):
    """A date found at a range of a text.

    ``date`` is None when the day or the year is open ("March 2026", "8 March"). ``other`` is the second
    way to read figures that could be day and month or month and day; then ``date`` is the first.
    """

    date: Date | None
    start: int
    end: int
    other: Date | None = None


@lru_cache(maxsize=1)
def _figures() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,/-])(\d{1,4})([./-])(\d{1,2})\2(\d{4}|\d{1,2})(?![\w/-]|[.,]\d)")


def find_dates(text: str, lexicon: Lexicon, words: Words | None = None) -> list[DateMatch]:
    """Every date in figures or with a month's name, in written order.

    ``words`` are those of the text, or of the range of it to look at.
    """
    cut = split_words(text) if words is None else words
    start, end = (cut.starts[0], cut.ends[-1]) if len(cut) else (0, 0)
    figures = _figures().finditer(text, start, end)
    found = [match for m in figures if (match := _in_figures(m, lexicon)) is not None]
    for at, word in enumerate(cut.words):
        month = lexicon.months.get(fold(word))
        if month is not None:
            match = _around_month(cut, at, month, lexicon)
            if match is not None:
                found.append(match)
    return sorted(found, key=lambda match: match.start)


def parse_date(text: str, lexicon: Lexicon) -> Date | None:
    """The one unambiguous date a value holds, None otherwise."""
    found = find_dates(text, lexicon)
    return found[0].date if len(found) == 1 and found[0].other is None else None


def _in_figures(match: re.Match[str], lexicon: Lexicon) -> DateMatch | None:
    first, last = match[1], match[4]
    if len(first) == 4:
        return _match(_date(int(first), int(match[3]), int(last)), None, match)
    if len(first) > 2 or len(last) not in (2, 4) or (len(last) == 2 and match[2] == "-"):
        return None
    year = int(last) + (2000 if len(last) == 2 else 0)
    day_first = _date(year, int(match[3]), int(first))
    month_first = _date(year, int(first), int(match[3])) if match[2] != "." else None
    if day_first and match[2] not in lexicon.words["month_first"]:
        month_first = None
    if day_first == month_first:
        month_first = None
    return _match(day_first or month_first, month_first if day_first else None, match)


def _match(day: Date | None, other: Date | None, match: re.Match[str]) -> DateMatch | None:
    return DateMatch(day, match.start(), match.end(), other) if day else None


def _date(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(year, month, day)
    except ValueError:
        return None


def _around_month(cut: Words, at: int, month: int, lexicon: Lexicon) -> DateMatch | None:
    """Day and year on either side of a month's name: "8 January 2026", "January 8th, 2026", "March 2026"."""
    first = last = at
    before, skipped = _day_before(cut, at, lexicon)
    day = before
    if before is not None:
        first = at - skipped
    elif at + 1 < len(cut) and (day := _day(cut.words[at + 1])) is not None:
        last = at + 1
        if last + 1 < len(cut) and cut.words[last + 1] in ("st", "nd", "rd", "th"):
            last += 1
    year = None
    for ahead in (last + 1, last + 2):
        if ahead < len(cut) and len(cut.words[ahead]) == 4 and cut.words[ahead].isdecimal():
            year, last = int(cut.words[ahead]), ahead
            break
        if ahead < len(cut) and fold(cut.words[ahead]) not in lexicon.words["date_links"]:
            break
    if day is None and year is None:
        return None
    value = _date(year, month, day) if day and year else None
    return DateMatch(value, cut.starts[first], cut.ends[last])


def _day_before(cut: Words, at: int, lexicon: Lexicon) -> tuple[int | None, int]:
    """The day before a month's name and how many words back it stands ("8th of January", "8 de enero")."""
    for back in (1, 2, 3):
        if at - back < 0:
            return None, 0
        word = cut.words[at - back]
        day = _day(word)
        if day is not None:
            return day, back
        if fold(word) not in lexicon.words["date_links"]:
            return None, 0
    return None, 0


def _day(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31 else None
