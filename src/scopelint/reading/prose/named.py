"""Things with one price or one length of time in one place and another in a second place."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from scopelint.diagnostics import Confidence
from scopelint.model import Duration, Statement
from scopelint.reading.lexicon import fold, split_words
from scopelint.reading.prose.amount import Amount
from scopelint.reading.prose.column import columns_of, is_summary
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.section import Part
from scopelint.reading.value import find_durations
from scopelint.syntax.outline import Block, ItemList, Paragraph, Table, Text, texts
from scopelint.text import Span, Spanned

_ELSEWHERE = ("change-log", "background", "support", "instructions", "examples", "team")
_PAYING = ("payment", "milestones")
_NO_NAMES = frozenset({"price.total", "price.subtotal", "price.tax", "price.discount", "price.deposit",
                       "price.rate", "price.recurring", "price.penalty", "price.market", "price.extra",
                       "price.range", "price.choice", "price.weak", "title.alternative", "instalment.word",
                       "instalment.name", "instalment.numbered"})  # fmt: skip
_FEWEST_WORDS, _MOST_WORDS = 2, 7
_ENDING = re.compile(r"\d\W{0,3}(?:[^\W\d_]{1,12} )?[^\W\d_]{1,12}\W{0,6}\Z")
"""A number and a word or two at the end of a line: "2 weeks)"."""
_MOST_PLACES = 3
_APART = 4
"""Figures so many times apart are of different things."""
_DAYS = {"week": 7, "day": 1}
_TERMS = {"hour": "hours", "day": "duration", "business-day": "duration", "month": "duration"}


class _Named(NamedTuple):
    """A figure with the name it stands with; ``place`` is the list, table or section that holds it.

    ``most`` is the upper end of a range, equal to ``value`` where there is none.
    """

    name: str
    unit: str
    value: Decimal
    most: Decimal
    span: Span
    place: int
    optional: bool = False


def read_named_twice(reading: Reading) -> Iterator[Statement]:
    """Both figures of a name that stands with figures of one unit in exactly two places."""
    found: dict[tuple[str, str], list[_Named]] = {}
    for one in (*_prices(reading), *_lengths(reading)):
        found.setdefault((one.name, one.unit), []).append(one)
    text = reading.outline.source.text
    for (name, unit), places in found.items():
        for one in _differing(places):
            shown = Spanned(text[one.span.start : one.span.end], one.span)
            value = f"{_figures(one)} {unit}".rstrip()
            yield Statement(_TERMS.get(unit, "price"), value, shown, name, Confidence.MEDIUM)


def _figures(one: _Named) -> str:
    least, most = f"{one.value.normalize():f}", f"{one.most.normalize():f}"
    return least if least == most else f"{least}-{most}"


def _differing(places: list[_Named]) -> list[_Named]:
    """The places of a name that is given two figures, none if options may make the difference."""
    values = sorted({(one.value, one.most) for one in places})
    offered = {one.value for one in places if one.optional}
    apart = len({one.place for one in places}) == len(places)
    if len(places) > _MOST_PLACES or len(values) != 2 or len(offered) > 1 or not apart:
        return []
    (least, most), (other_least, other_most) = values
    # A week is within "1-2 weeks".
    within = most >= other_most or least == other_least
    return places if not within and other_least < least * _APART else []


def _prices(reading: Reading) -> Iterator[_Named]:
    for amount in reading.amounts:
        if _is_plain(amount) and not amount.part.is_within(*_ELSEWHERE, *_PAYING):
            name = _name(amount.label, reading)
            if name:
                place = amount.series[0] if amount.series else id(amount.part.section)
                value, currency = amount.match.money
                yield _Named(name, currency or "", value, value, amount.span, place)


def _is_plain(amount: Amount) -> bool:
    fixed = amount.match.is_exact and amount.match.period is None
    return fixed and not amount.offer and not amount.aside and not amount.in_market_column


def _lengths(reading: Reading) -> Iterator[_Named]:
    """Lengths of time that stand alone beside a name: "Design (2 weeks)", a column of hours."""
    for part in reading.parts:
        if part.is_within(*_ELSEWHERE):
            continue
        if part.section.title is not None and not part.is_title:
            yield from _length(part.section.title, id(part.section), part, reading)
        for block in part.section.blocks:
            yield from _in_block(block, part, reading)


def _in_block(block: Block, part: Part, reading: Reading) -> Iterator[_Named]:
    if isinstance(block, Table):
        yield from _in_table(block, part, reading)
    elif isinstance(block, ItemList | Paragraph):
        for text in texts((block,), quoted=False):
            for line in text.lines():
                yield from _length(line, id(block), part, reading)


def _length(text: Text, place: int, part: Part, reading: Reading) -> Iterator[_Named]:
    """The length of time that ends a line after a name, if nothing else is said."""
    if _ENDING.search(text.plain) is None:
        return
    found = find_durations(text.plain, reading.lexicon)
    if len(found) == 1 and not any(map(str.isalnum, text.plain[found[0].end :])):
        before = text.plain[: found[0].start].rstrip(" *_")
        name = _name(before, reading) if before.endswith(("(", ":", "–", "—", "-", "~")) else None
        duration = found[0].duration
        if name:
            yield _timed(name, duration, text.span(found[0].start, found[0].end), place, part)


def _in_table(table: Table, part: Part, reading: Reading) -> Iterator[_Named]:
    """The lengths of time in a column that says to hold them."""
    columns = columns_of(table, reading.lexicon)
    at = columns.first("duration")
    if at is None or columns.count("duration") > 1 or columns.count("option"):
        return
    heading = table.header[at].text.plain if table.header else ""
    for row in table.rows:
        if at >= len(row) or at == 0 or is_summary(row, reading.lexicon):
            continue
        cell = row[at].text
        label = next((one.text.plain for one in row if any(map(str.isalpha, one.text.plain))), "")
        name = _name(label, reading)
        plain = cell.plain if not cell.plain.strip().isdecimal() else f"{cell.plain.strip()} {heading}"
        found = find_durations(plain, reading.lexicon)
        if name and len(found) == 1:
            yield _timed(name, found[0].duration, cell.span(), id(table), part)


def _timed(name: str, duration: Duration, span: Span, place: int, part: Part) -> _Named:
    """A name with its length of time, weeks as days."""
    unit = "day" if duration.unit in _DAYS else duration.unit
    factor = _DAYS.get(duration.unit, 1)
    least, most = duration.least * factor, duration.most * factor
    return _Named(name, unit, least, most, span, place, part.is_within("options"))


def _name(label: str, reading: Reading) -> str | None:
    """A label as a name to compare: a few words that say what it is, none that say what kind of figure."""
    words = split_words(label).words
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
        return None
    if not reading.lexicon.matcher("items").groups_in(label).isdisjoint(_NO_NAMES):
        return None
    return " ".join(map(fold, words))
