"""Lengths of time in text."""

from decimal import Decimal
from typing import NamedTuple

from scopelint.model import Duration
from scopelint.reading.lexicon import DASHES, Lexicon, Words, fold, split_words
from scopelint.reading.value.number import parse_number


class DurationMatch(NamedTuple):
    """A duration found at a range of a text."""

    duration: Duration
    start: int
    end: int


def find_durations(text: str, lexicon: Lexicon, words: Words | None = None) -> list[DurationMatch]:
    """Every duration: "10 days", "two (2) weeks", "5-7 business days", "14-day", "4 to 6 weeks".

    ``words`` are those of the text when they are at hand already.
    """
    cut = split_words(text) if words is None else words
    found = []
    for at, word in enumerate(cut.words):
        unit = lexicon.units.get(fold(word))
        if unit is not None and at > 0:
            match = _before(cut, at, unit, lexicon)
            if match is not None:
                found.append(match)
    return found


def _before(cut: Words, at: int, unit: str, lexicon: Lexicon) -> DurationMatch | None:
    """The duration whose unit is the word ``at``, read backwards from it."""
    first = at - 1
    qualifier = fold(cut.words[first])
    if qualifier in lexicon.words["business"]:
        unit = "business-day" if unit == "day" else unit
        first -= 1
    elif qualifier in lexicon.words["calendar"]:
        first -= 1
    most = _number(cut, first, lexicon)
    if most is None:
        return None
    least = most
    if first >= 1 and _number(cut, first - 1, lexicon) == most:
        first -= 1
    if first >= 2 and (cut.words[first - 1] in DASHES or fold(cut.words[first - 1]) in lexicon.world.ranges):
        low = _number(cut, first - 2, lexicon)
        if low is not None and low <= most:
            least, first = low, first - 2
    start = cut.starts[first]
    return DurationMatch(Duration(least, most, _with_qualifier(cut, at, unit, lexicon)), start, cut.ends[at])


def _with_qualifier(cut: Words, at: int, unit: str, lexicon: Lexicon) -> str:
    """The unit, a working day when the adjective follows ("10 días hábiles")."""
    follows = fold(cut.words[at + 1]) if at + 1 < len(cut) else ""
    return "business-day" if unit == "day" and follows in lexicon.words["business"] else unit


def _number(cut: Words, at: int, lexicon: Lexicon) -> Decimal | None:
    if at < 0:
        return None
    word = cut.words[at]
    if word[0].isdecimal():
        return parse_number(word)
    value = lexicon.numbers.get(fold(word))
    return None if value is None else Decimal(value)
