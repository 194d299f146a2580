"""Prices of a document in prose: the one-time total told apart from rates, fees, options, parts and decoys.

Every amount becomes a ``Price``. The total is the amount whose own words, row or heading say so most
plainly, the milestones' sum being a second witness; where two amounts say it equally well both stay.
"""

from collections import Counter
from decimal import Decimal
from typing import NamedTuple

from scopelint.model import Milestone, Price
from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.amount import Amount
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.section import Part, heading_kinds
from scopelint.reading.prose.summing import sums_up
from scopelint.text import Spanned

_NOT_THE_TOTAL = frozenset({"price.tax", "price.discount", "price.deposit", "price.market", "price.penalty"})
_NEVER_THE_TOTAL = _NOT_THE_TOTAL - {"price.tax"}
_SET_APART = frozenset({"price.third", "price.extra", "instalment.none", "instalment.trigger"})
_ELSEWHERE = frozenset(
    {"change-log", "examples", "team", "legal", "termination", "revisions", "support", "instructions",
     "client-duties", "exclusions"}
)  # fmt: skip
_PRICED = frozenset({"price", "payment", "milestones"})
_LEAST, _FACT, _PLAIN = 3, 4, 6


class _Judged(NamedTuple):
    """An amount with its kind and how plainly it is said to be the total."""

    amount: Amount
    kind: str
    weight: int


def read_prices(reading: Reading, milestones: tuple[Milestone, ...]) -> tuple[Price, ...]:
    """Every price of the document; those of the total have the kind ``one-time``."""
    paid = {one.amount.span for one in milestones if one.amount is not None}
    parts, lexicon, amounts = reading.parts, reading.lexicon, reading.amounts
    sums = sums_up(amounts, lexicon)
    judged = [_judged(amount, amount.span in sums, lexicon) for amount in amounts]
    if len(paid) > 1:
        # What is paid in one of several steps is not the total.
        judged = [one._replace(weight=0) if one.amount.span in paid else one for one in judged]
    total = frozenset() if _is_log(parts, lexicon) else _total(judged, _sum(milestones))
    # The sum of the steps may be stated where nothing calls it the price.
    plain = any(_value(one) in total and one.weight >= _LEAST for one in judged)
    return tuple(
        Price(
            Spanned(one.amount.match.money, one.amount.span),
            "one-time" if _value(one) in total and (one.weight >= _LEAST or not plain) else one.kind,
            label=one.amount.label or None,
            period=one.amount.match.period,
        )
        for one in judged
    )


def total_price(prices: tuple[Price, ...]) -> Price | None:
    """The one-time total, None when none is stated or two are."""
    totals = [price for price in prices if price.kind == "one-time"]
    # "₹180,000 | $2,160" says the same in two currencies: the first is the author's.
    own = [price for price in totals if price.money.value.currency == totals[0].money.value.currency]
    if len({price.money.value.amount for price in own}) != 1:
        return None
    return own[0]


def _is_log(parts: tuple[Part, ...], lexicon: Lexicon) -> bool:
    """Whether the whole document records changes: what they cost is no price of the contract."""
    titles = (part.section.title for part in parts if part.is_title)
    kinds = {kind for title in titles if title is not None for kind in heading_kinds(title.plain, lexicon)}
    return not kinds.isdisjoint(("change-log", "change-process"))


def _sum(milestones: tuple[Milestone, ...]) -> Decimal | None:
    amounts = [milestone.amount.value.amount for milestone in milestones if milestone.amount is not None]
    return sum(amounts, Decimal(0)) if len(amounts) > 1 and len(amounts) == len(milestones) else None


def _value(judged: _Judged) -> Decimal:
    return judged.amount.match.money.amount


def _total(judged: list[_Judged], expected: Decimal | None) -> frozenset[Decimal]:
    """The amounts that are the total: one when it is clear, none when nothing says so."""
    if expected is not None and any(_value(one) == expected for one in judged):
        return frozenset({expected})
    candidates = [one for one in judged if one.weight >= _LEAST and one.kind == "part"]
    if not candidates:
        return _offered([one for one in judged if one.weight >= _LEAST and one.kind == "option"])
    best = max(one.weight for one in candidates)
    plainest = _last_in_rows([one for one in candidates if one.weight == best])
    # The totals of two parts, and then what both cost together.
    together = sum({_value(one) for one in plainest}, Decimal(0))
    if any(_value(one) == together for one in candidates):
        return frozenset({together})
    # "A fee of $20 is charged by the bank" says less of the price than what stands below "Price".
    priced = [one for one in plainest if not _PRICED.isdisjoint(one.amount.part.kinds)]
    counts = Counter(_value(one) for one in priced or plainest)
    often = max(counts.values())
    return frozenset(value for value, count in counts.items() if count == often)


def _offered(options: list[_Judged]) -> frozenset[Decimal]:
    """The price of the first of several offers to choose from."""
    first = [one for one in options if one.amount.offer == options[0].amount.offer]
    best = max((one.weight for one in first), default=0)
    return frozenset([_value(one) for one in first if one.weight == best][:1])


def _is_one_word(label: str) -> bool:
    return len(label.split()) == 1


def _last_in_rows(totals: list[_Judged]) -> list[_Judged]:
    """The totals without those of rows that a larger total further down their section takes in."""
    kept = []
    below: dict[int, dict[str, Decimal]] = {}
    for one in reversed(totals):
        amount, value = one.amount, _value(one)
        larger = below.setdefault(id(amount.part), {})
        is_taken = any(label != amount.label and most > value for label, most in larger.items())
        if not is_taken or not amount.in_row or amount.offer:
            kept.append(one)
        if amount.in_row:
            larger[amount.label] = max(value, larger.get(amount.label, value))
            # One is that of another row, whichever row asks: two are enough.
            if len(larger) > 2:
                del larger[min(larger, key=larger.__getitem__)]
    return kept[::-1]


def _judged(amount: Amount, is_sum: bool, lexicon: Lexicon) -> _Judged:
    match, kinds = amount.match, amount.part.kinds
    label = lexicon.matcher("items").groups_in(amount.label)
    # "Total value at hourly rate" is no rate, but what others would ask.
    if match.period in ("hour", "day") or ("price.rate" in label and not label & _NOT_THE_TOTAL):
        return _Judged(amount, "rate", 0)
    if match.period is not None or "price.recurring" in label:
        return _Judged(amount, "recurring", 0)
    weight = _weight(amount, label, lexicon)
    if is_sum and weight < _FACT and _may_be_total(amount, label):
        weight = _FACT
    if match.money != match.most or match.money.amount == 0 or (match.approximate and weight < _PLAIN):
        weight = 0
    optional = "options" in kinds or "item.optional" in label or bool(amount.offer)
    return _Judged(amount, "option" if optional else "part", weight)


def _weight(amount: Amount, label: frozenset[str], lexicon: Lexicon) -> int:
    """How plainly an amount is said to be the total: 0 not at all, 3 in passing, 6 in so many words."""
    if not _may_be_total(amount, label) or (amount.aside and "price.total" not in label):
        return 0
    if "price.subtotal" in label:
        return _LEAST
    heading = amount.heading.replace(amount.offer, "") if amount.offer else amount.heading
    above = lexicon.matcher("items").groups_in(heading)
    if amount.in_row:
        named = "price.total" in label or (amount.alone and "price.weak" in label)
        if named:
            return _PLAIN
        # "Fee | $4,500" in a table of facts
        fact = "price.weak" in label and _is_one_word(amount.label)
        return _FACT if fact else _LEAST * (amount.alone or bool(amount.offer))
    if "price.total" in label:
        return 5 - 2 * bool(label & _SET_APART)
    if label & _SET_APART or above & (_NOT_THE_TOTAL | {"price.third", "price.extra", "price.recurring"}):
        return 0
    priced = not _PRICED.isdisjoint(amount.part.kinds)
    if "instalment.setup" in label:
        return 0
    if "price.weak" in label or (priced and "price.once" in label):
        return _FACT
    if amount.alone and "price.total" in above:
        return 5
    return _LEAST if amount.alone and priced else 0


def _may_be_total(amount: Amount, label: frozenset[str]) -> bool:
    """Whether nothing says that an amount is a tax, a discount, a part, or of another matter."""
    # "2,400 plus VAT" is a price, "VAT: 504" is none.
    taxed = not label.isdisjoint(("price.total", "price.taxed"))
    not_this = _NEVER_THE_TOTAL if taxed else _NOT_THE_TOTAL
    if label & not_this or amount.in_market_column:
        return False
    return amount.part.kind not in _ELSEWHERE and not amount.part.is_within("examples", "change-log")
