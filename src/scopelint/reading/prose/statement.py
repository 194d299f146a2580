"""Terms stated in prose, made comparable, so that two places that differ can be told."""

from collections.abc import Callable, Iterator

from scopelint.diagnostics import Confidence
from scopelint.model import Duration, Money, Statement
from scopelint.reading.lexicon import fold
from scopelint.reading.prose.naming import read_names
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.revision import limits
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.sentence import Sentence, counts
from scopelint.reading.value import MoneyMatch, find_dates, find_durations, find_money
from scopelint.text import Spanned

_GENERAL = frozenset(
    {"revisions", "timeline", "payment", "price", "milestones", "termination", "deposit", "scope", "legal"}
    | {"background", "deliverables", "communication", "change-process", "notes", "parties", "support"}
)
"""Kinds of sections that speak of the whole contract, not of one of its things."""


def read_statements(reading: Reading) -> Iterator[Statement]:
    """Every comparable term, in document order within its kind; then names and references."""
    for limit in limits(reading):
        if limit.value is not None:
            shown = Spanned(limit.sentence.plain, limit.span)
            yield _statement("revision-rounds", str(limit.value), shown, limit.sentence)
    for groups, read in _READERS:
        for sentence in reading.saying(*groups):
            if counts(sentence, ("change-log",)):
                yield from read(sentence, reading)
    yield from read_names(reading)


def _prices(sentence: Sentence, reading: Reading) -> Iterator[Statement]:
    if not sentence.says("price.unless"):
        money = [m for m in _money(sentence, reading) if m.period is None and m.money == m.most]
        if len(money) == 1 and not money[0].approximate:
            yield _statement("price", _amount(money[0].money), _shown(sentence, money[0]), sentence)


def _rates(sentence: Sentence, reading: Reading) -> Iterator[Statement]:
    hourly = [m for m in _money(sentence, reading) if m.period == "hour"]
    if not hourly and sentence.says("price.hourly"):
        hourly = [m for m in _money(sentence, reading) if m.period is None]
    if len(hourly) == 1 and hourly[0].money == hourly[0].most:
        term = "overage-rate" if sentence.says("price.overage") else "rate"
        yield _statement(term, _amount(hourly[0].money), _shown(sentence, hourly[0]), sentence)


def _deposits(sentence: Sentence, reading: Reading) -> Iterator[Statement]:
    for hit in sentence.hits.get("term.deposit", ())[:1]:
        for at in range(hit.first, hit.last + 1):
            word = sentence.words.words[at]
            if word.isdigit():
                shown = Spanned(sentence.hit_text(hit), sentence.hit_span(hit))
                yield _statement("deposit", f"{word} %", shown, sentence)
                return


def _dates(sentence: Sentence, reading: Reading) -> Iterator[Statement]:
    for hit in sentence.hits.get("term.due", ())[:1]:
        dates = find_dates(sentence.text.plain, reading.lexicon, sentence.words)
        after = [d for d in dates if d.date and not d.other and d.start >= sentence.words.ends[hit.last]]
        if len(after) == 1 and len(dates) == 1 and not sentence.says("term.start"):
            place = sentence.text.span(after[0].start, after[0].end)
            shown = Spanned(sentence.text.plain[after[0].start : after[0].end], place)
            event = fold(sentence.words.words[hit.first])
            yield _statement("due-date", str(after[0].date), shown, sentence, about=event)


def _durations(term: str, group: str) -> Callable[[Sentence, Reading], Iterator[Statement]]:
    """A reader of terms that are a length of time: that of the one duration beside a wording."""

    def read(sentence: Sentence, reading: Reading) -> Iterator[Statement]:
        if sentence.says(f"{group}-unless"):
            return
        found = find_durations(sentence.text.plain, reading.lexicon, sentence.words)
        if len(found) == 1 and found[0].duration.unit not in ("minute", "hour"):
            place = sentence.text.span(found[0].start, found[0].end)
            shown = Spanned(sentence.text.plain[found[0].start : found[0].end], place)
            yield _statement(term, _length(found[0].duration), shown, sentence)

    return read


_READERS = (
    (("price.total",), _prices),
    (("price.hourly", "price.overage"), _rates),
    (("term.deposit",), _deposits),
    (("term.due",), _dates),
    (("term.duration",), _durations("duration", "term.duration")),
    (("term.notice",), _durations("notice", "term.notice")),
    (("term.payment",), _durations("payment-term", "term.payment")),
)


def _statement(
    term: str, value: str, shown: Spanned[str], sentence: Sentence, about: str | None = None
) -> Statement:
    subject = subject_of(sentence)
    narrowed = about if subject is None else f"{subject} {about}" if about else subject
    weak = sentence.place == "heading" or sentence.part.is_of("notes", "background")
    return Statement(term, value, shown, narrowed, Confidence.MEDIUM if weak else Confidence.HIGH)


def subject_of(sentence: Sentence) -> str | None:
    """What a statement is about when not the whole contract: its row, or the thing its section describes."""
    if sentence.place == "row":
        first = sentence.plain.split(" | ")[0]
        return fold(first) if sentence.plain.count(" | ") > 1 else None
    return _subject_of_part(sentence.part)


def _subject_of_part(part: Part) -> str | None:
    if part.is_title or part.section.title is None or any(kind in _GENERAL for kind in part.own):
        return None
    if part.section.mark in ("bold", "run-in", "caps") and not part.own:
        return fold(part.section.title.plain)
    return fold(part.section.title.plain) if not part.own else None


def _money(sentence: Sentence, reading: Reading) -> list[MoneyMatch]:
    return find_money(sentence.text.plain, reading.lexicon, sentence.start, sentence.end)


def _shown(sentence: Sentence, match: MoneyMatch) -> Spanned[str]:
    return Spanned(sentence.text.plain[match.start : match.end], sentence.text.span(match.start, match.end))


def _amount(money: Money) -> str:
    figures = f"{money.amount:.2f}"
    return f"{figures} {money.currency}" if money.currency else figures


def _length(duration: Duration) -> str:
    """A duration in days where a unit is one: "2 week" and "14 day" are the same."""
    factor = {"week": 7}.get(duration.unit, 1)
    unit = "day" if duration.unit in ("week", "day") else duration.unit
    least, most = duration.least * factor, duration.most * factor
    return f"{least} {unit}" if least == most else f"{least}-{most} {unit}"
