"""Plans by the week, and ends set so long after the start, that outlast the time stated for the whole."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.lexicon import DASHES, Lexicon, fold
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import Sentence, counts
from scopelint.reading.value import find_durations
from scopelint.text import Span, Spanned

_NEVER = ("change-log", "background", "support", "legal", "notes")
_TOTAL = ("term.duration", "plan.whole")
_FEWEST = 3
_FIRST = 2
"""A plan begins with the first weeks."""
_DAYS = {"day": Decimal(1), "business-day": Decimal(7) / 5, "week": Decimal(7), "month": Decimal(31)}
_ROOM = Decimal("1.1")
_WEEK = 7
_REACH = 8
_MOST_WEEKS = 200


class _Whole(NamedTuple):
    """The longest time stated for all of the work, in days."""

    days: Decimal
    shown: Spanned[str]


class _Week(NamedTuple):
    """The last week that a line of a plan names."""

    first: int
    last: int
    span: Span


def read_plans(reading: Reading) -> Iterator[Statement]:
    """Both places, where the plan ends later than the whole; nothing unless one whole is stated."""
    wholes = list(_wholes(reading))
    if len({whole.days for whole in wholes}) != 1:
        return
    whole = wholes[0]
    for last in (_last_week(reading), _latest_end(reading)):
        if last is not None and last.days > whole.days * _ROOM:
            yield Statement("timeline", f"{whole.days} day", whole.shown, None, Confidence.MEDIUM)
            yield Statement("timeline", f"{last.days} day", last.shown, None, Confidence.MEDIUM)
            return


def _wholes(reading: Reading) -> Iterator[_Whole]:
    for sentence in reading.saying(*_TOTAL):
        if counts(sentence, _NEVER) and not sentence.says("term.duration-unless", "plan.after"):
            found = find_durations(sentence.text.plain, reading.lexicon, sentence.words)
            if len(found) == 1 and found[0].duration.unit in _DAYS:
                match = found[0]
                shown = Spanned(
                    sentence.text.plain[match.start : match.end], sentence.text.span(match.start, match.end)
                )
                yield _Whole(match.duration.most * _DAYS[match.duration.unit], shown)


def _last_week(reading: Reading) -> _Whole | None:
    """The end of a plan that leads from the first week on, week after week."""
    weeks: list[tuple[_Week, Sentence]] = []
    for sentence in reading.sentences:
        if sentence.place != "quote" and counts(sentence, _NEVER) and not sentence.says("plan.after"):
            week = _week(sentence, reading.lexicon)
            if week is not None:
                weeks.append((week, sentence))
    if len(weeks) < _FEWEST or weeks[0][0].first > _FIRST or not _in_order([week for week, _ in weeks]):
        return None
    week, sentence = weeks[-1]
    return _Whole(Decimal(week.last * _WEEK), Spanned(sentence.plain, week.span))


def _in_order(weeks: Sequence[_Week]) -> bool:
    return all(one.first <= other.first and one.last <= other.last for one, other in pairwise(weeks))


def _week(sentence: Sentence, lexicon: Lexicon) -> _Week | None:
    """The weeks that a line begins with, or names in its first words: "Week 3-4", "Build (weeks 3 to 4)"."""
    words = sentence.words.words
    for at in range(min(len(words) - 1, _REACH)):
        if lexicon.units.get(fold(words[at])) == "week" and words[at + 1].isdecimal():
            first = int(words[at + 1])
            is_range = at + 3 < len(words) and (
                words[at + 2] in DASHES or fold(words[at + 2]) in lexicon.world.ranges
            )
            last = int(words[at + 3]) if is_range and words[at + 3].isdecimal() else first
            end = at + 3 if last != first else at + 1
            if first <= last < _MOST_WEEKS:
                return _Week(
                    first, last, sentence.text.span(sentence.words.starts[at], sentence.words.ends[end])
                )
            return None
    return None


def _latest_end(reading: Reading) -> _Whole | None:
    """The latest end of the work that is set as a time after the start."""
    ends: list[_Whole] = []
    for sentence in reading.saying("plan.after-start"):
        if counts(sentence, _NEVER) and sentence.says("plan.end") and not sentence.says("plan.after"):
            hit = sentence.hits["plan.after-start"][0]
            start, stop = sentence.words.starts[hit.first], sentence.words.ends[hit.last]
            found = find_durations(sentence.text.plain[start:stop], reading.lexicon)
            if len(found) == 1 and found[0].duration.unit in _DAYS:
                days = found[0].duration.least * _DAYS[found[0].duration.unit]
                ends.append(_Whole(days, Spanned(sentence.hit_text(hit), sentence.hit_span(hit))))
    return max(ends, key=lambda end: end.days, default=None)
