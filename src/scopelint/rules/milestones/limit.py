"""What a platform allows of milestones."""

from collections.abc import Iterator
from datetime import date as Date
from decimal import Decimal
from itertools import pairwise

from scopelint.diagnostics import Finding, Label
from scopelint.model import Contract, Milestone, Money
from scopelint.model.naming import name_of
from scopelint.rules.money import comparable
from scopelint.rules.rule import Context


def exceeded_platform_limit(contract: Contract, cx: Context) -> Iterator[Finding]:
    """Milestones below the platform's smallest amount, or more of them funded at a time than it allows."""
    least = cx.profile.value("min_milestone")
    if isinstance(least, dict):
        smallest = Money(Decimal(str(least["amount"])), least["currency"])
        yield from _too_small(contract, smallest, cx.profile.id)
    if cx.profile.value("one_active"):
        yield from _side_by_side(contract, cx.profile.id)


def _too_small(contract: Contract, smallest: Money, platform: str) -> Iterator[Finding]:
    for milestone in contract.milestones:
        amount = milestone.amount
        if amount is None or amount.value.amount >= smallest.amount or not comparable(amount.value, smallest):
            continue
        yield Finding(
            f"{name_of(milestone)} is {amount.value}, below the {smallest} that `{platform}` asks at least",
            Label(amount.span),
            help="join it with a neighbour",
            about=(milestone.span,),
        )


def _side_by_side(contract: Contract, platform: str) -> Iterator[Finding]:
    """Milestones funded while the one before still holds money."""
    funded = sorted(
        ((m.funded.date, m) for m in contract.milestones if m.funded and m.funded.date),
        key=lambda pair: pair[0].value,
    )
    for (_, earlier), (day, later) in pairwise(funded):
        end, is_over = _end(earlier)
        if is_over and (end is None or end <= day.value):
            continue
        until = f"until {end}" if end else "and was not released"
        name = name_of(earlier)
        yield Finding(
            f"{name_of(later)} was funded {day.value} while {name} was funded {until}",
            Label(day.span, f"{name_of(later)} funded"),
            related=(Label(earlier.funded.span, f"{name} funded"),) if earlier.funded else (),
            help=f"`{platform}` funds one milestone at a time: check the dates, or have {name} released",
            about=(later.span, earlier.span),
        )


def _end(milestone: Milestone) -> tuple[Date | None, bool]:
    """The day on which a milestone's money left escrow, and whether it left at all."""
    ends = [payment.date for payment in (milestone.released, milestone.refunded) if payment]
    ends += [milestone.cancelled_on] if milestone.cancelled_on else []
    return next((day.value for day in ends if day), None), bool(ends)
