"""Offers to choose from ("Option A: $900") that have one price in one place and another in a second one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.lexicon import fold, split_words
from scopelint.reading.prose.amount import Amount
from scopelint.reading.prose.reading import Reading
from scopelint.text import Spanned

_ELSEWHERE = ("change-log", "background", "payment", "milestones", "support", "exclusions", "examples")
_OTHER_MATTERS = frozenset({"price.recurring", "price.rate", "price.tax", "price.discount", "price.deposit",
                            "price.market", "price.penalty", "price.third", "price.range"})  # fmt: skip
_NAMING = 2
"""An offer is called by two words: "Option A"."""
_SHORTEST_NAME = 4
_MOST_PLACES = 4


class _Offer(NamedTuple):
    """A price of an offer; ``name`` are the words that it is called by besides its letter or number."""

    name: frozenset[str]
    amount: Amount


def read_offers(reading: Reading) -> Iterator[Statement]:
    """Both prices of each offer that has two."""
    found: dict[tuple[str, str], list[_Offer]] = {}
    for amount in _alone_in_line(reading):
        called = _called(amount, reading)
        if called is not None:
            key, name = called
            currency = amount.match.money.currency or ""
            found.setdefault((key, currency), []).append(_Offer(name, amount))
    for (key, _), offers in found.items():
        values = {one.amount.match.money.amount for one in offers}
        if len(values) == 2 and len(offers) <= _MOST_PLACES and _are_one(offers):
            yield from (_statement(one.amount, key, reading) for one in _differing(offers))


def _alone_in_line(reading: Reading) -> Iterator[Amount]:
    """The plain amounts that no other stands beside in their line."""
    text = reading.outline.source.text
    lines = [text.rfind("\n", 0, amount.span.start) for amount in reading.amounts]
    for at, amount in enumerate(reading.amounts):
        beside = lines[at] in (lines[at - 1] if at else None, lines[at + 1] if at + 1 < len(lines) else None)
        fixed = amount.match.is_exact and amount.match.period is None
        if fixed and not beside and not amount.aside and not amount.part.is_of(*_ELSEWHERE):
            yield amount


def _called(amount: Amount, reading: Reading) -> tuple[str, frozenset[str]] | None:
    """What the offer is called that an amount is the price of, and its other words."""
    matcher = reading.lexicon.matcher("items")
    groups = matcher.groups_in(amount.label)
    if not groups.isdisjoint(_OTHER_MATTERS):
        return None
    label = amount.offer if amount.offer and "price.bare" in groups else amount.label
    words = [fold(word) for word in split_words(label).words if word.isalnum()]
    for called in (words[:_NAMING], words[-_NAMING:]):
        key = " ".join(called)
        if "price.choice" in matcher.groups_in(key):
            return key, frozenset(w for w in words if w not in called and len(w) >= _SHORTEST_NAME)
    return None


def _are_one(offers: Sequence[_Offer]) -> bool:
    """Whether offers of one letter are one: those with other names are of another choice."""
    names = [one.name for one in offers if one.name]
    return all(not names[0].isdisjoint(name) for name in names[1:])


def _differing(offers: Sequence[_Offer]) -> tuple[_Offer, _Offer]:
    first = offers[0]
    value = first.amount.match.money.amount
    return first, next(one for one in offers if one.amount.match.money.amount != value)


def _statement(amount: Amount, about: str, reading: Reading) -> Statement:
    span = amount.span
    shown = Spanned(reading.outline.source.text[span.start : span.end], span)
    money = amount.match.money
    value = f"{money.amount:.2f} {money.currency or ''}".rstrip()
    return Statement("price", value, shown, about, Confidence.MEDIUM)
