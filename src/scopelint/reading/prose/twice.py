"""Prices of several things that stand in two places: where all but one agree, that one is a mistake."""

from collections.abc import Iterator
from itertools import combinations

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.lexicon import fold, split_words
from scopelint.reading.prose.amount import Amount
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import UNBINDING
from scopelint.text import Spanned

_ELSEWHERE = ("change-log", "payment", "milestones")
_AGREEING = 2
_MOST_PLACES = 6
"""A name with prices in more places tells nothing of what it names: "per hour"."""

_Place = tuple[int, object]
_Prices = dict[str, Amount]


def read_priced_twice(reading: Reading) -> Iterator[Statement]:
    """Both prices of a thing that differs between two places which agree on the others."""
    places = _places(reading)
    named: dict[str, list[_Place]] = {}
    for place, prices in places.items():
        for name in prices:
            named.setdefault(name, []).append(place)
    pairs = {
        pair
        for found in named.values()
        if len(found) <= _MOST_PLACES
        for pair in combinations(found, 2)
        if pair[0][0] != pair[1][0]
    }
    starts = {at: min(amount.span.start for amount in prices.values()) for at, prices in places.items()}
    for one, other in sorted(pairs, key=lambda pair: (starts[pair[0]], starts[pair[1]])):
        yield from _differing(places[one], places[other], reading)


def _differing(one: _Prices, other: _Prices, reading: Reading) -> Iterator[Statement]:
    fewer, more = sorted((one, other), key=len)
    shared = [name for name in fewer if name in more]
    apart = [name for name in shared if one[name].match.money != other[name].match.money]
    if len(apart) == 1 and len(shared) - 1 >= _AGREEING:
        for amount in (one[apart[0]], other[apart[0]]):
            shown = reading.outline.source.text[amount.span.start : amount.span.end]
            value = f"{amount.match.money.amount:.2f} {amount.match.money.currency or ''}".rstrip()
            yield Statement("price", value, Spanned(shown, amount.span), apart[0], Confidence.MEDIUM)


def _places(reading: Reading) -> dict[_Place, _Prices]:
    """Plain prices by name, for every list and every row or column of a table."""
    places: dict[_Place, _Prices] = {}
    for amount in reading.amounts:
        match, part = amount.match, amount.part
        fixed = match.is_exact and match.period is None
        aside = part.is_of(*_ELSEWHERE) or part.is_within(*UNBINDING[:2]) or amount.in_market_column
        if amount.series is None or not fixed or aside:
            continue
        block, column = amount.series
        name = _name(amount.offer or amount.label)
        if name:
            beside = amount.label if amount.offer not in ("", amount.label) else column
            places.setdefault((block, beside), {}).setdefault(name, amount)
    return places


def _name(label: str) -> str:
    return " ".join(map(fold, split_words(label).words))
