"""What the whole costs, in each place that calls it so: "Total project cost", the total of the one table."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.prose.amount import Amount
from scopelint.reading.prose.rates import Rates
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import UNBINDING
from scopelint.reading.prose.subject import subject_of
from scopelint.text import Spanned

_ELSEWHERE = ("change-log", "exclusions", "support", *UNBINDING)
_OTHER_MATTERS = frozenset({"price.third", "price.recurring", "price.extra", "price.tax", "price.discount"})
_APART = 2
"""The total of a table that is so many times another total adds up something else."""


class _Totals(NamedTuple):
    """``named`` are said of the whole work; ``summed`` end a table, which may hold all of it."""

    named: Sequence[Amount]
    summed: Sequence[Amount]


def read_grand_totals(reading: Reading) -> Iterator[Statement]:
    """Both places of a total that differs, where no tax and nothing else priced makes the difference."""
    found: dict[tuple[str, str], list[Amount]] = {}
    for amount in reading.amounts:
        if _is_plain(amount):
            groups = reading.lexicon.matcher("items").groups_in(amount.label)
            if not groups.isdisjoint(("price.grand", "price.bare")) or _stands_for_heading(amount, reading):
                key = (subject_of(amount.part, reading) or "", amount.match.money.currency or "")
                found.setdefault(key, []).append(amount)
    for (about, _), amounts in found.items():
        pair = _differing(_sorted(amounts, reading), reading)
        yield from (_statement(amount, about or None, reading) for amount in pair)


def is_of_the_whole(amount: Amount, others: Collection[Decimal], reading: Reading) -> bool:
    """Whether the total of a table may be meant as that of the whole, for which other totals are stated."""
    value = amount.match.money.amount
    if not reading.lexicon.matcher("items").groups_in(amount.heading).isdisjoint(_OTHER_MATTERS):
        return False
    return not any(
        value != other and (_are_far_apart(value, other) or _is_explained(value, other, reading))
        for other in others
    )


def _is_plain(amount: Amount) -> bool:
    fixed = amount.match.is_exact and amount.match.period is None and amount.match.money.amount > 0
    aside = amount.aside or amount.offer or amount.in_market_column
    # "Investment summary" looks back, and states the price.
    summary = amount.part.is_within("background") and amount.part.own[:1] != ("price",)
    return fixed and not aside and not summary and not amount.part.is_within(*_ELSEWHERE)


def _stands_for_heading(amount: Amount, reading: Reading) -> bool:
    """Whether an amount is all that its section says, below "Total project cost"."""
    title = amount.part.section.title
    named = title is not None and "price.grand" in reading.lexicon.matcher("items").groups_in(title.plain)
    return named and amount.alone and not amount.in_row


def _sorted(amounts: Sequence[Amount], reading: Reading) -> _Totals:
    matcher = reading.lexicon.matcher("items")
    named: list[Amount] = []
    summed: list[Amount] = []
    for amount in amounts:
        groups = matcher.groups_in(amount.label)
        if amount.in_row and "price.grand" not in groups:
            if matcher.groups_in(amount.heading).isdisjoint(_OTHER_MATTERS):
                summed.append(amount)
        elif amount.part.is_title or "price.bare" not in groups:
            named.append(amount)
    return _Totals(named, summed)


def _differing(totals: _Totals, reading: Reading) -> Sequence[Amount]:
    """The first named total and the one that differs from all like it, if just one value does."""
    values = {one.match.money.amount for one in totals.named}
    sums = {one.match.money.amount for one in totals.summed}
    if len(values) == 1 and len(sums) == 1 and not _are_far_apart(*values, *sums):
        values |= sums
    if len(values) != 2 or _is_explained(min(values), max(values), reading):
        return ()
    first = totals.named[0]
    others = (*totals.named, *totals.summed)
    return first, next(one for one in others if one.match.money.amount != first.match.money.amount)


def _are_far_apart(one: Decimal, other: Decimal) -> bool:
    return max(one, other) >= _APART * min(one, other)


def _is_explained(one: Decimal, other: Decimal, reading: Reading) -> bool:
    """Whether a rate that the document names, or one of its amounts, lies between two."""
    rest = abs(one - other)
    added = any(amount.match.money.amount == rest for amount in reading.amounts)
    return added or Rates(reading.outline.source.text).lie_between(one, other)


def _statement(amount: Amount, about: str | None, reading: Reading) -> Statement:
    span = amount.span
    shown = Spanned(reading.outline.source.text[span.start : span.end], span)
    money = amount.match.money
    value = f"{money.amount:.2f} {money.currency or ''}".rstrip()
    return Statement("price", value, shown, about, Confidence.MEDIUM)
