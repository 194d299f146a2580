"""Prices of the phases of the work, each under its own heading, that are another sum than the total."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.prose.amount import Amount
from scopelint.reading.prose.rates import Rates
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.sentence import UNBINDING
from scopelint.text import Spanned

_ELSEWHERE = ("change-log", "background", "payment", *UNBINDING)
_OPEN = frozenset({"price.deposit", "price.recurring", "price.rate", "price.tax", "price.discount",
                   "price.penalty", "price.extra", "price.choice", "price.range", "price.third",
                   "title.alternative", "instalment.conditional"})  # fmt: skip
_FEWEST = 3
_ROUNDING = Decimal(1)


def read_phases(reading: Reading) -> Iterator[Statement]:
    """The one total of the document, where the phases of the work come to no amount that it names."""
    totals = [amount for amount in reading.amounts if _is_total(amount, reading)]
    if len({total.match.money for total in totals}) != 1:
        return
    total = _before_tax(totals[0], reading)
    currency, stated = total.match.money.currency, total.match.money.amount
    for prices in _priced_phases(reading):
        found = sum((one.match.money.amount for one in prices), Decimal(0))
        alike = {one.match.money.currency for one in prices} == {currency}
        others = [amount for amount in reading.amounts if amount not in prices]
        explained = _are_named((found, abs(stated - found)), others)
        if alike and not explained and not Rates(reading.outline.source.text).lie_between(found, stated):
            money = total.match.money._replace(amount=found)
            shown = Spanned(reading.outline.source.text[total.span.start : total.span.end], total.span)
            yield Statement("phases", str(money), shown, None, Confidence.MEDIUM)
            return


def _is_total(amount: Amount, reading: Reading) -> bool:
    """Whether an amount is called that of the whole, with nothing off and nothing left open."""
    groups = reading.lexicon.matcher("items").groups_in(amount.label)
    called = not groups.isdisjoint(("price.grand", "price.bare"))
    fixed = amount.match.is_exact and amount.match.period is None and not amount.offer
    return called and fixed and groups.isdisjoint(_OPEN) and not amount.part.is_within(*_ELSEWHERE)


def _before_tax(total: Amount, reading: Reading) -> Amount:
    """The subtotal above a total in its column, which phases add up to; the total itself without one."""
    matcher = reading.lexicon.matcher("items")
    above = [
        one
        for one in reading.amounts
        if total.series is not None
        and one.series == total.series
        and "price.subtotal" in matcher.groups_in(one.label)
    ]
    return above[0] if len(above) == 1 else total


def _priced_phases(reading: Reading) -> Iterator[Sequence[Amount]]:
    """The prices of sections side by side that are numbered phases, if each of them has just one."""
    beside: dict[int | None, list[Part]] = {}
    for part in reading.parts:
        if part.section.title is not None and not part.is_title and not part.is_within(*_ELSEWHERE):
            beside.setdefault(part.parent, []).append(part)
    matcher = reading.lexicon.matcher("items")
    for parts in beside.values():
        said = [matcher.groups_in(part.section.title.plain) for part in parts if part.section.title]
        phases = [part for part, groups in zip(parts, said, strict=True) if "item.phase" in groups]
        if len(phases) >= _FEWEST:
            prices = [_price(part, reading) for part in phases]
            known = [price for price in prices if price is not None]
            if len(known) == len(prices) and len({one.label for one in known}) == 1:
                yield known


def _price(part: Part, reading: Reading) -> Amount | None:
    """The one amount of a section, said of it as a whole."""
    held = reading.amounts_in(part.section.span)
    if len(held) != 1 or not held[0].match.is_exact or held[0].match.period is not None or held[0].aside:
        return None
    title = part.section.title.plain if part.section.title else ""
    groups = reading.lexicon.matcher("items").groups_in(f"{held[0].label} {title}")
    return held[0] if groups.isdisjoint(_OPEN) and not held[0].offer else None


def _are_named(sums: Sequence[Decimal], amounts: Sequence[Amount]) -> bool:
    """Whether one of some sums is an amount of the document, what is priced besides the phases perhaps."""
    return any(abs(amount.match.money.amount - found) <= _ROUNDING for amount in amounts for found in sums)
