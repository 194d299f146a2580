"""Milestones add up to the price."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scopelint.diagnostics import Confidence, Finding, Label, NotChecked
from scopelint.model import Change, Contract, Milestone, Money
from scopelint.model.in_force import approved_changes
from scopelint.model.naming import name_of
from scopelint.rules.money import comparable, total
from scopelint.rules.rule import Context, Outcome
from scopelint.text import Spanned

_PERCENTAGE = r"(\d{1,2}(?:[.,]\d{1,3})?)\s?%"
_CENT = Decimal("0.01")


def milestone_sum_mismatch(contract: Contract, cx: Context) -> Iterator[Outcome]:
    """Milestone amounts that do not add up to the price and its approved changes, or shares to 100."""
    steps = [m for m in contract.milestones if not m.cancelled_on]
    if len(steps) < 2 and not (steps and contract.structured):
        yield NotChecked("no milestones found")
        return
    if all(m.share and not m.amount for m in steps):
        yield from _shares(steps)
        return
    yield from _amounts(contract, steps, Decimal(str(cx.options["tolerance"])))


def _shares(steps: Sequence[Milestone]) -> Iterator[Finding]:
    """Percentages that leave something over; three equal thirds written as 33 % are meant as all."""
    shares = [m.share for m in steps if m.share]
    added = sum((share.value for share in shares), Decimal(0))
    rounded = len({share.value for share in shares}) == 1 and abs(added - 100) < len(shares)
    if added == 100 or rounded or len(shares) < 2:
        return
    yield Finding(
        f"the milestones' shares add up to {added.normalize():f} %",
        Label(shares[-1].span),
        related=tuple(Label(share.span) for share in shares[:-1]),
        help="let the shares add up to 100 %",
    )


def _amounts(contract: Contract, steps: Sequence[Milestone], tolerance: Decimal) -> Iterator[Outcome]:
    price = contract.price
    if price is None:
        yield NotChecked("no total price found")
        return
    amounts = [(m, amount) for m in steps if (amount := _amount(m, price.value))]
    changes = [c for c in approved_changes(contract) if c.price]
    prices = [c.price.value for c in changes if c.price]
    if not amounts or not comparable(price.value, *prices, *(a.value for _, a in amounts)):
        yield NotChecked(
            "the amounts are in different currencies" if amounts else "no milestone has an amount"
        )
        return
    if not contract.structured and _has_several_totals(contract):
        yield NotChecked("more than one total is stated")
        return
    expected = total((price.value, *prices))
    found = total(a.value for _, a in amounts)
    over = found.amount - expected.amount
    is_open = len(amounts) < len(steps)
    if abs(over) <= tolerance or (is_open and over < 0) or _is_explained(contract, steps, over, expected):
        return
    yield _mismatch(contract, changes, amounts, expected, found)


def _amount(milestone: Milestone, price: Money) -> Spanned[Money] | None:
    """What a milestone costs, where it says so itself or as a share of the price."""
    if milestone.amount or not milestone.share:
        return milestone.amount
    return Spanned(Money(price.amount * milestone.share.value / 100, price.currency), milestone.share.span)


def _has_several_totals(contract: Contract) -> bool:
    """Whether the document offers options, so that nobody can say which total the milestones split."""
    totals = {p.money.value.amount for p in contract.prices if p.kind == "one-time"}
    return len(totals) > 1 or any(p.kind == "option" for p in contract.prices)


def _is_explained(contract: Contract, steps: Sequence[Milestone], over: Decimal, expected: Money) -> bool:
    """Whether tax, discount, a fee or a part stated elsewhere makes up the difference exactly."""
    cancelled = [m.amount for m in contract.milestones if m.cancelled_on and m.amount]
    if cancelled and total(a.value for a in cancelled).amount == -over:
        return True
    if contract.structured:
        return False
    if abs(over) in {price.money.value.amount for price in contract.prices}:
        return True
    split = {m.share.value for m in steps if m.share}
    smaller, larger = sorted((expected.amount, expected.amount + over))
    return any(
        abs(smaller * (1 + rate / 100) - larger) <= _CENT or abs(larger * (1 - rate / 100) - smaller) <= _CENT
        for rate in _percentages(contract) - split
    )


def _percentages(contract: Contract) -> set[Decimal]:
    """Every percentage that the documents mention."""
    return {
        Decimal(found.replace(",", "."))
        for document in contract.documents
        if "%" in document.text
        for found in re.findall(_PERCENTAGE, document.text)
    }


def _mismatch(
    contract: Contract,
    changes: Sequence[Change],
    amounts: Sequence[tuple[Milestone, Spanned[Money]]],
    expected: Money,
    found: Money,
) -> Finding:
    """The finding, at the change that explains the difference if there is one, else at the price."""
    over = found.amount - expected.amount
    price = contract.price
    base = f"the price is {price.value}" if price else "the price differs"
    sums = f"the milestones add up to {found}"
    parts = tuple(Label(amount.span, name_of(m)) for m, amount in amounts)
    if changes:
        base = f"price and approved changes make {expected}"
        lacking = [c for c in changes if c.price and c.price.value.amount == -over]
        if len(lacking) == 1:
            base += f"; {name_of(lacking[0])} has no milestone"
    about = tuple(c.span for c in contract.changes) + tuple(m.span for m, _ in amounts)
    priced = tuple(Label(c.price.span, name_of(c)) for c in changes if c.price)
    return Finding(
        f"{sums} but {base}",
        Label(price.span if price else contract.title_span, "price"),
        related=priced + parts,
        help="correct the amount that is wrong, or add the milestone that is missing",
        confidence=Confidence.HIGH if contract.structured else Confidence.MEDIUM,
        about=about,
    )
