"""Refunds are agreed, explained, and made in time."""

from collections.abc import Iterator
from datetime import date as Date
from decimal import Decimal

from scopelint.diagnostics import Finding, Label
from scopelint.model import Contract, Milestone, Refund
from scopelint.model.naming import name_of
from scopelint.rules.rule import Context
from scopelint.text import Spanned


def unrecorded_refund(contract: Contract, cx: Context) -> Iterator[Finding]:
    """Refunds without amount, reason or agreement, or outside the platform's days."""
    refund = contract.closure.refund if contract.closure else None
    days = cx.options["max_days"] or cx.profile.days("refund_days")
    if refund and not (refund.amount and refund.amount.value.amount == 0):
        yield from _incomplete(refund, Decimal(str(cx.options["reason_above"])))
        yield from _late(contract, refund.date, days)
    for milestone in contract.milestones:
        if milestone.refunded:
            yield from _incomplete_step(milestone)


def _incomplete(refund: Refund, reason_above: Decimal) -> Iterator[Finding]:
    lacks = [] if refund.amount else ["amount"]
    if not refund.agreed:
        lacks.append("agreement")
    if not refund.reason:
        lacks.append("reason")
    if not lacks:
        return
    amount = f" of {refund.amount.value}" if refund.amount else ""
    small = refund.amount is not None and refund.amount.value.amount <= reason_above
    yield Finding(
        f"the refund{amount} has no {' and no '.join(lacks)}",
        Label(refund.amount.span if refund.amount else refund.span),
        case="small" if lacks == ["reason"] and small else None,
        help="record how much, why, and the message in which both sides agreed, as `agreed`",
        about=(refund.span,),
    )


def _incomplete_step(milestone: Milestone) -> Iterator[Finding]:
    refunded = milestone.refunded
    if refunded and not (refunded.amount and refunded.evidence):
        lacks = [] if refunded.amount else ["amount"]
        if not refunded.evidence:
            lacks.append("agreement")
        yield Finding(
            f"the refund of {name_of(milestone)} has no {' and no '.join(lacks)}",
            Label(refunded.span),
            help="record how much, and cite the message in which both sides agreed",
            about=(milestone.span,),
        )


def _late(contract: Contract, day: Spanned[Date] | None, days: int | None) -> Iterator[Finding]:
    """A refund after the platform's days, counted from the last payment."""
    paid = [m.released.date for m in contract.milestones if m.released and m.released.date]
    newest = max(paid, key=lambda date: date.value, default=None)
    if day is None or days is None or newest is None or (day.value - newest.value).days <= days:
        return
    yield Finding(
        f"the refund is dated {day.value}, more than {days} days after the last payment {newest.value}",
        Label(day.span, "refund"),
        related=(Label(newest.span, "last payment"),),
        help="the platform refunds only inside its days: correct the date, or ask its support",
    )
