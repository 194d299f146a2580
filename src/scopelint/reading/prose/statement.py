"""Terms stated in prose, made comparable, so that two places that differ can be told."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from scopelint.diagnostics import Confidence
from scopelint.model import Duration, Money, Statement
from scopelint.reading.lexicon import fold
from scopelint.reading.prose.chronology import read_chronology
from scopelint.reading.prose.grand import is_of_the_whole, read_grand_totals
from scopelint.reading.prose.limitless import read_limitless
from scopelint.reading.prose.named import read_named_twice
from scopelint.reading.prose.naming import read_names
from scopelint.reading.prose.offered import read_offers
from scopelint.reading.prose.opposition import read_oppositions
from scopelint.reading.prose.paradox import read_paradoxes
from scopelint.reading.prose.plan import read_plans
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.reckoning import read_reckonings
from scopelint.reading.prose.revision import goes_on, limits
from scopelint.reading.prose.sentence import Sentence, counts
from scopelint.reading.prose.split import is_one_of_several, read_splits
from scopelint.reading.prose.subject import Told, narrowed
from scopelint.reading.prose.twice import read_priced_twice
from scopelint.reading.value import MoneyMatch, find_dates, find_durations, find_money
from scopelint.reading.value.number import parse_number
from scopelint.text import Spanned

_UNSURE = frozenset(
    {
        "rate",
        "support-period",
        "warranty-period",
        "included-hours",
        "monthly-fee",
        "pages",
        "validity",
        "late-fee",
        "response-time",
        "extra-round-price",
        "start-date",
    }
)
"""Terms that may well have several values: rates by role, support of different kinds."""


_HOURS = {"hour": 1, "day": 24, "business-day": 24}


def read_statements(reading: Reading) -> Iterator[Statement]:
    """Every comparable term, in document order within its kind; then refuted figures, names, references."""
    terms = narrowed(_without_other_sums(_without_subtotals(list(_terms(reading))), reading), reading)
    yield from terms
    yield from read_reckonings(reading)
    told = {term.shown.span for term in terms if term.term == "price"}
    yield from (total for total in read_grand_totals(reading) if total.shown.span not in told)
    yield from read_offers(reading)
    yield from read_priced_twice(reading)
    yield from read_named_twice(reading)
    yield from read_plans(reading)
    yield from read_chronology(reading)
    yield from read_limitless(reading)
    yield from read_paradoxes(reading)
    yield from read_names(reading)


def _without_subtotals(told: list[Told]) -> list[Told]:
    """What is told, without the prices of a section whose rows name several: each leads to the next."""
    rows: dict[int, set[str]] = {}
    for one in told:
        if _is_row_of_prices(one):
            rows.setdefault(id(one.sentence.part), set()).add(one.statement.value)
    several = {part for part, values in rows.items() if len(values) > 1}
    return [one for one in told if not _is_row_of_prices(one) or id(one.sentence.part) not in several]


def _without_other_sums(told: list[Told], reading: Reading) -> list[Told]:
    """What is told, without totals of tables that add up something else than the whole."""
    named = {Decimal(one.statement.value.split()[0]) for one in told if _is_named_price(one)}
    if not named:
        return told
    return [one for one in told if not _is_row_of_prices(one) or _may_be_of_the_whole(one, named, reading)]


def _is_named_price(told: Told) -> bool:
    return told.statement.term == "price" and told.sentence.place != "row"


def _may_be_of_the_whole(told: Told, named: set[Decimal], reading: Reading) -> bool:
    return all(is_of_the_whole(one, named, reading) for one in reading.amounts_in(told.statement.shown.span))


def _is_row_of_prices(told: Told) -> bool:
    return told.statement.term == "price" and told.sentence.place == "row"


def _terms(reading: Reading) -> Iterator[Told]:
    for limit in limits(reading):
        if limit.value is not None:
            shown = Spanned(limit.sentence.plain, limit.span)
            yield _told("revision-rounds", str(limit.value), shown, limit.sentence)
    yield from read_splits(reading)
    yield from read_oppositions(reading)
    for groups, read in _READERS:
        for sentence in reading.saying(*groups):
            if counts(sentence, ("change-log",)):
                yield from read(sentence, reading)


def _prices(sentence: Sentence, reading: Reading) -> Iterator[Told]:
    """The one price a sentence states; the total before tax is another than the one with it."""
    about = "net" if sentence.says("price.net") and reading.saying("price.gross") else None
    if not sentence.says("price.unless"):
        money = [m for m in _money(sentence, reading) if m.period is None and m.money == m.most]
        if len(money) == 1 and not money[0].approximate:
            yield _told("price", _amount(money[0].money), _shown(sentence, money[0]), sentence, about)


def _rates(sentence: Sentence, reading: Reading) -> Iterator[Told]:
    hourly = [m for m in _money(sentence, reading) if m.period == "hour"]
    if not hourly and sentence.says("price.hourly") and not sentence.says("price.total"):
        hourly = [m for m in _money(sentence, reading) if m.period is None]
    if len(hourly) == 1 and hourly[0].money == hourly[0].most:
        term = "overage-rate" if sentence.says("price.overage") else "rate"
        yield _told(term, _amount(hourly[0].money), _shown(sentence, hourly[0]), sentence)


def _percentage(term: str, group: str) -> Callable[[Sentence, Reading], Iterator[Told]]:
    """A reader of terms that are a percentage: the one number within a wording."""

    def read(sentence: Sentence, reading: Reading) -> Iterator[Told]:
        for hit in sentence.hits.get(group, ())[:1]:
            for word in sentence.words.words[hit.first : hit.last + 1]:
                if (value := parse_number(word)) is not None:
                    shown = Spanned(sentence.hit_text(hit), sentence.hit_span(hit))
                    yield _told(term, f"{value.normalize():f} %", shown, sentence)
                    return

    return read


def _deposits(sentence: Sentence, reading: Reading) -> Iterator[Told]:
    if not is_one_of_several(sentence, reading):
        yield from _percentage("deposit", "term.deposit")(sentence, reading)


def _monthly(sentence: Sentence, reading: Reading) -> Iterator[Told]:
    money = [m for m in _money(sentence, reading) if m.money == m.most and m.period in ("month", None)]
    if len(money) == 1 and not sentence.says("term.monthly-unless"):
        yield _told("monthly-fee", _amount(money[0].money), _shown(sentence, money[0]), sentence)


def _hours(sentence: Sentence, reading: Reading) -> Iterator[Told]:
    hit = sentence.hits["term.hours"][0]
    values = [w for w in sentence.words.words[hit.first : hit.last + 1] if w.isdecimal()]
    if len(values) == 1:
        shown = Spanned(sentence.hit_text(hit), sentence.hit_span(hit))
        yield _told("included-hours", values[0], shown, sentence)


def _dates(term: str, group: str) -> Callable[[Sentence, Reading], Iterator[Told]]:
    """A reader of terms that are a day: the one date after a wording; an event is compared with itself."""

    def read(sentence: Sentence, reading: Reading) -> Iterator[Told]:
        hit = sentence.hits[group][0]
        dates = find_dates(sentence.text.plain, reading.lexicon, sentence.words)
        after = [d for d in dates if d.date and not d.other and d.start >= sentence.words.ends[hit.last]]
        if len(after) == 1 and len(dates) == 1 and not sentence.says(f"{group}-unless"):
            place = sentence.text.span(after[0].start, after[0].end)
            shown = Spanned(sentence.text.plain[after[0].start : after[0].end], place)
            event = fold(sentence.words.words[hit.first]) if term == "due-date" else None
            yield _told(term, str(after[0].date), shown, sentence, about=event)

    return read


def _net(sentence: Sentence, reading: Reading) -> Iterator[Told]:
    hit = sentence.hits["term.net"][0]
    days = sentence.words.words[hit.last]
    if days.isdigit():
        shown = Spanned(sentence.hit_text(hit), sentence.hit_span(hit))
        yield _told("payment-term", f"{days} day", shown, sentence)


def _response(sentence: Sentence, reading: Reading) -> Iterator[Told]:
    found = find_durations(sentence.text.plain, reading.lexicon, sentence.words)
    if len(found) == 1 and not sentence.says("term.response-unless") and sentence.place != "row":
        hours = found[0].duration.most * _HOURS.get(found[0].duration.unit, 0)
        place = sentence.text.span(found[0].start, found[0].end)
        shown = Spanned(sentence.text.plain[found[0].start : found[0].end], place)
        if hours:
            yield _told("response-time", f"{hours} hour", shown, sentence)


def _extra_round(sentence: Sentence, reading: Reading) -> Iterator[Told]:
    money = _money(sentence, reading)
    fixed = [m for m in money if m.is_exact and m.period is None]
    if len(money) == len(fixed) == 1 and not sentence.says("revisions.no-price", "price.hourly"):
        yield _told("extra-round-price", _amount(fixed[0].money), _shown(sentence, fixed[0]), sentence)


def _extra_round_here(sentence: Sentence, reading: Reading) -> Iterator[Told]:
    if not sentence.says("revisions.extra-price") and goes_on(sentence, next(limits(reading), None)):
        yield from _extra_round(sentence, reading)


def _pages(sentence: Sentence, reading: Reading) -> Iterator[Told]:
    hit = sentence.hits["term.pages"][0]
    numbers = [n for w in sentence.words.words[hit.first : hit.last + 1] if (n := reading.lexicon.number(w))]
    if len(numbers) == 1:
        shown = Spanned(sentence.hit_text(hit), sentence.hit_span(hit))
        yield _told("pages", str(numbers[0]), shown, sentence)


def _durations(term: str, group: str, *never: str) -> Callable[[Sentence, Reading], Iterator[Told]]:
    """A reader of terms that are a length of time: that of the one duration beside a wording.

    ``never`` are kinds of sections where such a duration is that of something else.
    """

    def read(sentence: Sentence, reading: Reading) -> Iterator[Told]:
        if sentence.says(f"{group}-unless") or sentence.part.is_of(*never):
            return
        found = find_durations(sentence.text.plain, reading.lexicon, sentence.words)
        if len(found) == 1 and found[0].duration.unit not in ("minute", "hour"):
            place = sentence.text.span(found[0].start, found[0].end)
            shown = Spanned(sentence.text.plain[found[0].start : found[0].end], place)
            yield _told(term, _length(found[0].duration), shown, sentence)

    return read


_READERS = (
    (("price.total",), _prices),
    (("price.hourly", "price.overage"), _rates),
    (("term.deposit",), _deposits),
    (("term.late-fee",), _percentage("late-fee", "term.late-fee")),
    (("term.due",), _dates("due-date", "term.due")),
    (("term.begin",), _dates("start-date", "term.begin")),
    (("term.response",), _response),
    (("revisions.extra-price",), _extra_round),
    (("revisions.extra-price-here",), _extra_round_here),
    (("term.monthly",), _monthly),
    (("term.hours",), _hours),
    (("term.duration",), _durations("duration", "term.duration")),
    (("term.notice",), _durations("notice", "term.notice")),
    (("term.payment",), _durations("payment-term", "term.payment")),
    (("term.net",), _net),
    (("term.support",), _durations("support-period", "term.support", "timeline", "milestones")),
    (("term.warranty",), _durations("warranty-period", "term.warranty", "timeline", "milestones")),
    (("term.validity",), _durations("validity", "term.validity")),
    (("term.pages",), _pages),
)


def _told(term: str, value: str, shown: Spanned[str], sentence: Sentence, about: str | None = None) -> Told:
    weak = term in _UNSURE or sentence.place == "heading" or sentence.part.is_of("notes", "background")
    confidence = Confidence.MEDIUM if weak else Confidence.HIGH
    return Told(Statement(term, value, shown, about, confidence), sentence)


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
