"""Hours, what one costs and a total that is not their product: "40 hours at $60/hour: $2,600"."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.prose.amount import Amount
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import UNBINDING, Sentence, counts, join
from scopelint.reading.value import DurationMatch, find_durations
from scopelint.reading.value.number import parse_number
from scopelint.syntax.outline import Block, ItemList, Paragraph, Table, Text
from scopelint.text import Spanned

_NEVER = ("change-log", "background")
_OPEN = frozenset({"price.deposit", "price.penalty", "price.market", "price.range",
                   "price.choice", "price.discount", "price.tax", "price.third",
                   "price.recurring"})  # fmt: skip
_NEXT = 16
"""As many characters may stand between the hours and what one costs."""
_CLOSE = Decimal("0.01")
_ROUNDING = Decimal(1)


class _Bill(NamedTuple):
    """How many hours or days, what one of them costs, and the total."""

    number: Decimal
    rate: Decimal
    total: Amount


def read_bills(reading: Reading) -> Iterator[Statement]:
    """Each total that the hours and the rate beside it refute."""
    if not any(amount.match.period in ("hour", "day") for amount in reading.amounts):
        return
    for sentence in reading.sentences:
        if counts(sentence, _NEVER) and not sentence.says("price.overage"):
            held = reading.amounts_in(sentence.span)
            if len(held) == 2 and (bill := _in_sentence(sentence, held, reading)):
                yield from _refuted(bill, reading)
    for part in reading.parts:
        if not part.is_within(*_NEVER, *UNBINDING):
            for block in part.section.blocks:
                texts = _lines(block)
                if len(texts) > 2 and (bill := _in_lines(texts, reading)):
                    yield from _refuted(bill, reading)


def _refuted(bill: _Bill, reading: Reading) -> Iterator[Statement]:
    found, stated = bill.number * bill.rate, bill.total.match.money.amount
    if stated and abs(found - stated) > max(_ROUNDING, _CLOSE * stated):
        span = bill.total.span
        shown = Spanned(reading.outline.source.text[span.start : span.end], span)
        money = bill.total.match.money._replace(amount=found)
        yield Statement("bill", str(money), shown, None, Confidence.MEDIUM)


def _in_sentence(sentence: Sentence, held: Sequence[Amount], reading: Reading) -> _Bill | None:
    """Hours and rate side by side, before the only other amount."""
    rates = [one for one in held if one.match.period in ("hour", "day")]
    totals = [one for one in held if one.match.period is None]
    if len(rates) != 1 or len(totals) != 1 or not _are_plain(held):
        return None
    if not _OPEN.isdisjoint(reading.lexicon.matcher("items").groups_in(sentence.plain)):
        return None
    lengths = [
        one
        for one in find_durations(sentence.text.plain, reading.lexicon, sentence.words)
        if not sentence.text.span(one.start, one.end).within(rates[0].span)
    ]
    length = lengths[0] if len(lengths) == 1 else None
    if length is None or "\n" in sentence.plain or not _is_fixed(length, rates[0].match.period):
        return None
    place = sentence.text.span(length.start, length.end)
    rate, total = rates[0].span, totals[0].span
    apart = max(rate.start - place.end, place.start - rate.end)
    if apart > _NEXT or total.start < max(place.end, rate.end):
        return None
    return _Bill(length.duration.least, rates[0].match.money.amount, totals[0])


def _are_plain(amounts: Sequence[Amount]) -> bool:
    return all(one.match.is_exact and not one.offer for one in amounts)


def _is_fixed(length: DurationMatch, unit: str | None) -> bool:
    return length.duration.unit == unit and length.duration.least == length.duration.most


def _lines(block: Block) -> list[Text]:
    """The lines, items or two-celled rows of a block."""
    if isinstance(block, Paragraph):
        return list(block.text.lines())
    if isinstance(block, ItemList):
        return [item.text for item in block.items]
    if isinstance(block, Table) and all(len(row) == 2 for row in block.rows):
        return [text for row in block.rows if (text := join([cell.text for cell in row]))]
    return []


def _in_lines(lines: Sequence[Text], reading: Reading) -> _Bill | None:
    """One line each for the hours, the rate and the total."""
    items, columns = reading.lexicon.matcher("items"), reading.lexicon.matcher("columns")
    numbers: list[Decimal] = []
    rates: list[Amount] = []
    totals: list[Amount] = []
    for line in lines:
        held = reading.amounts_in(line.span())
        groups = items.groups_in(line.plain)
        if not held:
            label, sign, value = line.plain.replace("|", ":").partition(":")
            if sign and "multiplied" in columns.groups_in(label):
                numbers += [
                    number for word in value.split()[:1] if (number := parse_number(word)) is not None
                ]
        elif len(held) > 1 or not _are_plain(held) or not groups.isdisjoint(_OPEN):
            return None
        elif held[0].match.period in ("hour", "day"):
            rates.append(held[0])
        elif "price.total" in groups and held[0].match.period is None:
            totals.append(held[0])
        else:
            return None
    if len(numbers) != 1 or len(rates) != 1 or len(totals) != 1:
        return None
    return _Bill(numbers[0], rates[0].match.money.amount, totals[0])
