"""What a contract's records say about its course: states, approvals, sums. All derived, none written.

A link between two records holds when either names the other.
"""

from collections.abc import Iterator
from datetime import date as Date
from decimal import Decimal
from enum import StrEnum

from scopelint.model.contract import Contract
from scopelint.model.granting import linked_approvals
from scopelint.model.record import Approval, Change, Milestone, Payment
from scopelint.model.value import Money
from scopelint.text import Spanned

GRANTED = ("explicit", "auto_release")
"""How an approval comes about that counts; silence and talk are only recorded."""


class MilestoneStatus(StrEnum):
    """The states of a milestone, in the order they come."""

    PLANNED = "planned"
    FUNDED = "funded"
    IN_PROGRESS = "in_progress"
    SUBMITTED = "submitted"
    CHANGES_REQUESTED = "changes_requested"
    APPROVED = "approved"
    PARTIALLY_PAID = "partially_paid"
    PAID = "paid"
    DISPUTED = "disputed"
    REFUNDED = "refunded"
    CANCELLED = "cancelled"


def milestone_status(contract: Contract, milestone: Milestone) -> MilestoneStatus:
    """The state that the recorded events give a milestone, whatever status is written."""
    if milestone.cancelled_on:
        return MilestoneStatus.CANCELLED
    if _is_disputed(contract, milestone):
        return MilestoneStatus.DISPUTED
    if milestone.released:
        return _payment_status(milestone)
    if milestone.refunded:
        return MilestoneStatus.REFUNDED
    return _work_status(contract, milestone)


def approval_of(contract: Contract, milestone: Milestone) -> Approval | None:
    """The approval of a milestone; one that counts is preferred to one of silence or talk."""
    return _best(linked_approvals(contract, milestone.approval, milestone.id))


def approval_of_change(contract: Contract, change: Change) -> Approval | None:
    """The approval of a change; one that counts is preferred to one of silence or talk."""
    return _best(linked_approvals(contract, change.approval, change.id))


def milestones_of_change(contract: Contract, change: Change) -> tuple[Milestone, ...]:
    """The milestones tied to a change."""
    return tuple(
        m for m in contract.milestones if _same(change.milestone, m.id) or _same(m.change, change.id)
    )


def balance(contract: Contract) -> Decimal | None:
    """Money deposited less money paid out and given back; None when amounts are of two currencies.

    A payment that names no amount is of the milestone's.
    """
    total = Decimal(0)
    currencies = set()
    for money, sign in _moved(contract):
        total += sign * money.amount
        currencies.add(money.currency)
    return total if len(currencies) < 2 else None


def last_activity(contract: Contract) -> Spanned[Date] | None:
    """The newest day on which something is recorded to have happened; plans and deadlines are not asked."""
    return max(_events(contract), key=lambda day: day.value, default=None)


def is_schedule(contract: Contract) -> bool:
    """Whether the start dates of a document without records are plans.

    They are taken for plans when every milestone has one and nothing else happened to any of them.
    """
    steps = contract.milestones
    return not contract.structured and len(steps) > 1 and all(map(_is_planned, steps))


def _is_planned(milestone: Milestone) -> bool:
    happened = (milestone.funded, milestone.released, milestone.refunded, milestone.approval)
    return bool(milestone.started_on) and not any(happened) and not milestone.submitted_on


def _is_disputed(contract: Contract, milestone: Milestone) -> bool:
    return any(_same(one.milestone, milestone.id) and one.outcome is None for one in contract.disputes)


def _payment_status(milestone: Milestone) -> MilestoneStatus:
    due, paid = milestone.amount, milestone.released.amount if milestone.released else None
    part = due is not None and paid is not None and paid.value.amount < due.value.amount
    return MilestoneStatus.PARTIALLY_PAID if part else MilestoneStatus.PAID


def _work_status(contract: Contract, milestone: Milestone) -> MilestoneStatus:
    approval = approval_of(contract, milestone)
    asked, sent = _newest(milestone.changes_requested_on), _newest(milestone.submitted_on)
    if approval is not None and _counts(approval) and not _is_after(asked, approval.date):
        return MilestoneStatus.APPROVED
    if asked is not None and not _is_after(sent, asked):
        return MilestoneStatus.CHANGES_REQUESTED
    if sent is not None:
        return MilestoneStatus.SUBMITTED
    if milestone.started_on:
        return MilestoneStatus.IN_PROGRESS
    return MilestoneStatus.FUNDED if milestone.funded else MilestoneStatus.PLANNED


def _best(approvals: tuple[Approval, ...]) -> Approval | None:
    return next(filter(_counts, approvals), approvals[0] if approvals else None)


def _counts(approval: Approval) -> bool:
    return approval.date is not None and (approval.method is None or approval.method.value in GRANTED)


def _same(one: Spanned[str] | None, other: Spanned[str] | None) -> bool:
    return one is not None and other is not None and one.value == other.value


def _newest(days: tuple[Spanned[Date], ...]) -> Spanned[Date] | None:
    return max(days, key=lambda day: day.value, default=None)


def _is_after(one: Spanned[Date] | None, other: Spanned[Date] | None) -> bool:
    return one is not None and other is not None and one.value > other.value


def _moved(contract: Contract) -> Iterator[tuple[Money, int]]:
    for milestone in contract.milestones:
        for payment, sign in ((milestone.funded, 1), (milestone.released, -1), (milestone.refunded, -1)):
            amount = (payment.amount or milestone.amount) if payment else None
            if amount is not None:
                yield amount.value, sign
    refund = contract.closure.refund if contract.closure else None
    if refund is not None and refund.amount is not None and not any(m.refunded for m in contract.milestones):
        yield refund.amount.value, -1


def _events(contract: Contract) -> Iterator[Spanned[Date]]:
    """Every recorded event's day."""
    scope = contract.scope.agreed_on if contract.scope else None
    days = [contract.accepted_on, contract.started_on, scope]
    days += [one.date for one in contract.evidence] + [one.date for one in contract.incidents]
    days += [one.date for one in contract.check_ins]
    days += [one.answered_on for one in contract.check_ins] + [one.week for one in contract.timelog]
    for milestone in contract.milestones:
        days += [milestone.started_on, milestone.cancelled_on]
        days += [*milestone.submitted_on, *milestone.changes_requested_on]
        days += map(_day, (milestone.funded, milestone.released, milestone.refunded))
    for approval in contract.approvals:
        days += [approval.requested_on, approval.date]
    for change in contract.changes:
        days += [change.requested_on, change.quoted_on, change.decided_on, change.work_started_on]
    for asked in contract.revision_rounds:
        days += [asked.requested_on, asked.delivered_on]
    for dispute in contract.disputes:
        days += [dispute.opened_on, dispute.responded_on]
    return (day for day in days if day is not None)


def _day(payment: Payment | None) -> Spanned[Date] | None:
    return payment.date if payment else None
