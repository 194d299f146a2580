"""Dates that cannot be: not in the calendar, out of order, or of a past event in the future."""

from collections.abc import Iterator
from datetime import date as Date
from itertools import pairwise
from typing import Any

from scopelint.diagnostics import Finding, Label
from scopelint.model import Contract
from scopelint.rules.document.record import reported
from scopelint.rules.rule import Context
from scopelint.text import Span, Spanned

_ORDERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "approvals": (("requested_on", "date"),),
    "changes": (("requested_on", "quoted_on", "decided_on"),),
    "revision_rounds": (("requested_on", "delivered_on"),),
    "check_ins": (("date", "deadline"), ("date", "answered_on")),
    "incidents": (("date", "reported_on"),),
    "disputes": (("opened_on", "response_due_on"), ("opened_on", "responded_on")),
}
"""Fields of each kind of record in the order in which their days must come."""

_PAST = {
    "approvals": ("requested_on", "date"),
    "changes": ("requested_on", "quoted_on", "decided_on", "work_started_on"),
    "evidence": ("date",),
    "revision_rounds": ("requested_on", "delivered_on"),
    "check_ins": ("date", "answered_on"),
    "incidents": ("date", "reported_on"),
    "disputes": ("opened_on", "responded_on"),
}
"""Fields that tell what has happened, as opposed to what is planned."""

_SAID = {
    "accepted_on": "the contract was accepted",
    "answered_on": "answered",
    "date": "dated",
    "deadline": "the deadline is",
    "decided_on": "decided",
    "delivered_on": "delivered",
    "due_on": "the work is due",
    "opened_on": "opened",
    "quoted_on": "quoted",
    "reported_on": "reported",
    "requested_on": "requested",
    "responded_on": "answered",
    "response_due_on": "an answer is due",
    "started_on": "work starts",
    "work_started_on": "work on it began",
}


def impossible_dates(contract: Contract, cx: Context) -> Iterator[Finding]:
    """A date that does not exist, that comes before what it follows, or that has not come yet."""
    yield from reported(contract, "impossible-dates")
    for earlier in ("accepted_on", "started_on"):
        yield from _reversed(contract, (earlier, "due_on"), ())
    if contract.closure and contract.accepted_on and contract.closure.date:
        first, last = contract.accepted_on, contract.closure.date
        if last.value < first.value:
            yield _finding("the contract was accepted", first, "closed", last, (contract.closure.span,))
    for kind, orders in _ORDERS.items():
        for record in getattr(contract, kind):
            for order in orders:
                yield from _reversed(record, order, (record.span,))
    if cx.today:
        yield from _not_yet(contract, cx.today)


def _reversed(record: Any, order: tuple[str, ...], about: tuple[Span, ...]) -> Iterator[Finding]:
    dated = [(field, getattr(record, field)) for field in order if getattr(record, field)]
    for (earlier, first), (later, last) in pairwise(dated):
        if last.value < first.value:
            yield _finding(_SAID[earlier], first, _SAID[later], last, about)


def _finding(
    earlier: str, first: Spanned[Date], later: str, last: Spanned[Date], about: tuple[Span, ...]
) -> Finding:
    return Finding(
        f"{later} {last.value}, but {earlier} {first.value}",
        Label(last.span),
        related=(Label(first.span, "cannot be later"),),
        about=about,
    )


def _not_yet(contract: Contract, today: Date) -> Iterator[Finding]:
    for span, day in _past_events(contract):
        if day.value > today:
            message = f"{day.value} is in the future, but stands as something that has happened"
            yield Finding(message, Label(day.span), about=(span,))


def _past_events(contract: Contract) -> Iterator[tuple[Span, Spanned[Date]]]:
    """Every day on which something has happened according to a record, with the record's place."""
    for kind, fields in _PAST.items():
        for record in getattr(contract, kind):
            for day in (getattr(record, field) for field in fields):
                if day:
                    yield record.span, day
    for milestone in contract.milestones:
        payments = (milestone.funded, milestone.released, milestone.refunded)
        moved = [payment.date for payment in payments if payment]
        started = milestone.started_on if milestone.structured else None
        days = (
            started,
            *milestone.submitted_on,
            *milestone.changes_requested_on,
            milestone.cancelled_on,
            *moved,
        )
        yield from ((milestone.span, day) for day in days if day)
    whole = (contract.accepted_on, contract.scope.agreed_on if contract.scope else None)
    ends = (contract.screening, contract.closure)
    yield from ((contract.title_span, day) for day in (*whole, *(end.date for end in ends if end)) if day)
