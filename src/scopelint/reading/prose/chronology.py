"""Days in the wrong order: an end before its start, an offer never valid, a signature before its text."""

import re
from collections.abc import Iterator
from datetime import date as Date
from typing import NamedTuple

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import Sentence, counts
from scopelint.reading.value import DateMatch, find_dates
from scopelint.text import Span, Spanned

_NEVER = ("change-log", "background")
_ORDERS = (("start", "end"), ("offer", "valid-until"))
"""Wordings that lead to a day, the earlier first."""
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_LONG_BEFORE = 31
"""Days by which a signature may come before the day that an agreement bears."""


class _Day(NamedTuple):
    day: Date
    shown: str
    span: Span


def read_chronology(reading: Reading) -> Iterator[Statement]:
    """Each day that comes before the one it should follow, with that one as what it is about."""
    yield from _ranges(reading)
    for earlier, later in _ORDERS:
        firsts, lasts = _days(earlier, reading), _days(later, reading)
        are_clear = len({one.day for one in firsts}) == len({one.day for one in lasts}) == 1
        if are_clear and lasts[0].day < firsts[0].day:
            yield _statement(firsts[0], lasts[0])
    agreed = _days("agreement", reading)
    if agreed:
        for signed in _signed(reading):
            if (agreed[0].day - signed.day).days > _LONG_BEFORE:
                yield _statement(agreed[0], signed)
                return


def _days(kind: str, reading: Reading) -> list[_Day]:
    """The days right after a wording, in sentences that name no other."""
    group = f"dated.{kind}"
    found = []
    for sentence in reading.saying(group):
        if counts(sentence, _NEVER) and not sentence.says(f"{group}-unless"):
            hit = sentence.hits[group][0]
            dates = find_dates(sentence.text.plain, reading.lexicon, sentence.words)
            after = [one for one in dates if one.start >= sentence.words.ends[hit.last]]
            if len(dates) == len(after) == 1 and after[0].date and not after[0].other:
                found.append(_day(sentence, after[0], after[0].date))
    return found


def _ranges(reading: Reading) -> Iterator[Statement]:
    """Ranges of days that end before they begin: "from 4 May 2026 to 1 April 2026"."""
    for sentence in reading.sentences:
        if len(_YEAR.findall(sentence.plain)) != 2 or not counts(sentence, _NEVER):
            continue
        dates = find_dates(sentence.text.plain, reading.lexicon, sentence.words)
        if len(dates) == 2:
            first, last = dates
            between = sentence.text.plain[first.end : last.start].strip(" ,").casefold()
            leads = between in reading.lexicon.world.ranges or sentence.says("dated.end")
            if (
                first.date
                and last.date
                and not first.other
                and not last.other
                and leads
                and last.date < first.date
            ):
                yield _statement(_day(sentence, first, first.date), _day(sentence, last, last.date))


def _signed(reading: Reading) -> Iterator[_Day]:
    """The days beside signatures."""
    for sentence in reading.sentences:
        beside = sentence.part.is_of("signatures") or sentence.says("dated.signed")
        if beside and counts(sentence, _NEVER):
            for one in find_dates(sentence.text.plain, reading.lexicon, sentence.words):
                if one.date and not one.other:
                    yield _day(sentence, one, one.date)


def _day(sentence: Sentence, match: DateMatch, day: Date) -> _Day:
    shown = sentence.text.plain[match.start : match.end]
    return _Day(day, shown, sentence.text.span(match.start, match.end))


def _statement(first: _Day, last: _Day) -> Statement:
    return Statement("order", str(last.day), Spanned(last.shown, last.span), first.shown, Confidence.MEDIUM)
