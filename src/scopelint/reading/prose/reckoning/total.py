"""Totals that are not what stands above them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.prose.amount import Amount
from scopelint.reading.prose.rates import Rates
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.section import without_brackets
from scopelint.reading.prose.sentence import UNBINDING
from scopelint.text import Spanned

_NOT_ADDED = ("payment", "milestones", "change-log", "exclusions", "background")
_OPEN = frozenset({"price.deposit", "price.recurring", "price.rate", "price.penalty", "price.market",
                   "price.extra", "price.range", "price.choice", "price.discount"})  # fmt: skip
_MOST_TERMS = 10
_ROUNDING = Decimal(1)
_APART = 4
"""A "total" so many times what stands above it adds up something else."""

_MINUS = ("-", "−", "–")
_FARTHEST = 160


class _Series:
    """Amounts below one another that a total may add up."""

    def __init__(self) -> None:
        self.amounts: list[Amount] = []
        self.is_clear = True


def read_totals(reading: Reading) -> Iterator[Statement]:
    """Each total that is not what it adds up, with what that comes to."""
    rates: Rates | None = None
    for series in _series(reading):
        for total, found in _wrong(series, reading):
            rates = rates or Rates(reading.outline.source.text)
            if not rates.lie_between(found, total.match.money.amount):
                money = total.match.money._replace(amount=found)
                shown = reading.outline.source.text[total.span.start : total.span.end]
                yield Statement("sum", str(money), Spanned(shown, total.span), None, Confidence.MEDIUM)


def _series(reading: Reading) -> Iterator[Sequence[Amount]]:
    """The columns of tables and the lines of sections, those left out whose amounts are not all plain."""
    found: dict[tuple[int, int], _Series] = {}
    top = {id(block) for part in reading.parts for block in part.section.blocks}
    for amount in reading.amounts:
        part = amount.part
        key = (amount.series if amount.in_row else None) or (id(part.section), 0)
        series = found.setdefault(key, _Series())
        nested = not amount.in_row and (amount.series is None or amount.series[0] not in top)
        if amount.aside and not amount.in_row:
            continue
        if (
            not amount.match.is_exact
            or nested
            or amount.match.period
            or amount.in_market_column
            or amount.offer
        ):
            series.is_clear = False
        if part.is_of(*_NOT_ADDED) or part.is_within(*UNBINDING):
            series.is_clear = False
        series.amounts.append(amount)
    for series in found.values():
        if series.is_clear and len(series.amounts) > 2 and _each_in_its_line(series.amounts, reading):
            yield series.amounts


def _each_in_its_line(amounts: Sequence[Amount], reading: Reading) -> bool:
    text = reading.outline.source.text
    return all("\n" in text[one.span.end : other.span.start] for one, other in pairwise(amounts))


def _wrong(amounts: Sequence[Amount], reading: Reading) -> Iterator[tuple[Amount, Decimal]]:
    """A total that is not what stands above it, with what that comes to."""
    terms: list[Decimal] = []
    checked = False
    matcher = reading.lexicon.matcher("items")
    for amount in amounts:
        groups = matcher.groups_in(without_brackets(f"{amount.label} {_cell(amount, reading)}"))
        value = _signed(amount, reading)
        if "price.subtotal" in groups:
            if len(terms) < 2 or not _equal(sum(terms, Decimal(0)), value):
                return
            terms, checked = [value], True
        elif "price.total" in groups and "price.tax" not in groups:
            if not _explains(terms, value, checked):
                yield amount, sum(terms, Decimal(0))
            return
        elif groups.isdisjoint(_OPEN) and amount.label:
            terms.append(value)
        else:
            return


def _cell(amount: Amount, reading: Reading) -> str:
    """What stands beside an amount of a table in its cell: "from"."""
    text, start, end = reading.outline.source.text, amount.span.start, amount.span.end
    if not amount.in_row:
        return ""
    earliest, latest = max(0, start - _FARTHEST), min(len(text), end + _FARTHEST)
    before = max(text.rfind("|", earliest, start), text.rfind("\n", earliest, start), earliest - 1) + 1
    after = min(at for at in (text.find("|", end, latest), text.find("\n", end, latest), latest) if at >= 0)
    return f"{text[before:start]} {text[end:after]}"


def _signed(amount: Amount, reading: Reading) -> Decimal:
    """The value of an amount, below zero behind a minus: "-$200"."""
    before = reading.outline.source.text[max(0, amount.span.start - 1) : amount.span.start]
    value = amount.match.money.amount
    return -value if before in _MINUS else value


def _explains(terms: Sequence[Decimal], total: Decimal, checked: bool) -> bool:
    """Whether amounts make up a total; below a subtotal that fits, each of them has to count.

    Elsewhere some may be offers beside the others, or parts of them.
    """
    found = sum(terms, Decimal(0))
    if len(terms) < 2 or _equal(found, total) or not found / _APART < total < found * _APART:
        return True
    if checked:
        return False
    if len(terms) > _MOST_TERMS:
        return True
    sums: set[Decimal] = set()
    for term in terms:
        sums |= {term, *(term + one for one in sums)}
    return any(_equal(one, total) for one in sums)


def _equal(found: Decimal, total: Decimal) -> bool:
    return abs(found - total) <= _ROUNDING
