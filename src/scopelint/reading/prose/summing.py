"""Amounts that add up those before them in their list or column, whatever words they are called by."""

from collections.abc import Iterable
from decimal import Decimal

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.amount import Amount
from scopelint.text import Span

_FEWEST = 3
"""Of prices that rise (300, 500, 800) the third may be the sum of two by chance."""


def sums_up(amounts: Iterable[Amount], lexicon: Lexicon) -> frozenset[Span]:
    """The places of the amounts that are the sum of those above them in their series."""
    series: dict[tuple[int, int], list[Amount]] = {}
    for one in amounts:
        fixed = one.match.money == one.match.most and one.match.period is None
        if one.series is not None and fixed and not one.offer:
            series.setdefault(one.series, []).append(one)
    tiers = lexicon.matcher("columns")
    return frozenset(
        one.span
        for column in series.values()
        for one in _sums(column)
        if "option" not in tiers.groups_in(one.label)
    )


def _sums(column: list[Amount]) -> list[Amount]:
    """The sums of a series; each starts the next, as a total before taxes does."""
    found: list[Amount] = []
    terms, total = 0, Decimal(0)
    for one in column:
        value = one.match.money.amount
        if terms >= _FEWEST and total == value:
            found.append(one)
            terms, total = 0, Decimal(0)
        terms, total = terms + 1, total + value
    return found
