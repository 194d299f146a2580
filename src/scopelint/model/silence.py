"""A client who owes an answer and says nothing."""

from collections.abc import Iterator
from datetime import date as Date
from typing import NamedTuple

from scopelint.model.client import CheckIn
from scopelint.model.contract import Contract
from scopelint.model.lifecycle import milestone_status
from scopelint.model.naming import name_of
from scopelint.model.record import Milestone
from scopelint.text import Span, Spanned

_OPEN_DECISIONS = ("", "pending")
_NOT_THE_CLIENT = ("freelancer", "platform", "system")
RESTING = ("paused", "on_hold", "on hold")
"""Written statuses of a contract in which nobody waits for anybody."""


class Awaited(NamedTuple):
    """An answer the client owes: to what, as in "`M2` was submitted", since when, and the record."""

    what: str
    since: Spanned[Date]
    about: Span
    milestone: Milestone | None = None


class Silence(NamedTuple):
    """The client owes ``awaited`` and has said nothing since ``since``."""

    since: Spanned[Date]
    awaited: Awaited

    def days(self, today: Date) -> int:
        """How long it lasts, in calendar days."""
        return (today - self.since.value).days


def silence(contract: Contract, today: Date) -> Silence | None:
    """The client's silence as of a day; None when nothing is awaited or the contract rests."""
    if contract.status and contract.status.value.lower() in RESTING:
        return None
    owed = [item for item in awaited(contract) if item.since.value <= today]
    if not owed:
        return None
    oldest = min(owed, key=lambda item: item.since.value)
    words = [day for day in client_acts(contract) if oldest.since.value < day.value <= today]
    return Silence(max(words, key=lambda day: day.value, default=oldest.since), oldest)


def awaited(contract: Contract) -> Iterator[Awaited]:
    """Every answer the client owes: to submissions, approval requests, quotes and close requests."""
    for milestone in contract.milestones:
        sent = milestone.last_submission
        if sent and milestone_status(contract, milestone) == "submitted":
            yield Awaited(f"{name_of(milestone)} was submitted", sent, milestone.span, milestone)
    yield from _approvals_asked_for(contract)
    for change in contract.changes:
        decision = change.decision.value if change.decision else ""
        if change.quoted_on and decision in _OPEN_DECISIONS and not change.approval:
            yield Awaited(f"{name_of(change)} was quoted", change.quoted_on, change.span)
    for check_in in contract.check_ins:
        if check_in.date and is_close_request(check_in) and not check_in.answered_on:
            yield Awaited("the close request was sent", check_in.date, check_in.span)


def _approvals_asked_for(contract: Contract) -> Iterator[Awaited]:
    """Approval requests without an answer; what was submitted besides speaks for itself."""
    for approval in contract.approvals:
        subject = approval.subject.value if approval.subject else ""
        answered = any(other.date for other in contract.approvals_of(subject))
        milestone = contract.milestone(subject)
        settled = milestone is not None and milestone_status(contract, milestone) != "in_progress"
        if approval.requested_on and not approval.date and not answered and not settled:
            yield Awaited(f"approval of `{subject}` was requested", approval.requested_on, approval.span)


def is_close_request(check_in: CheckIn) -> bool:
    """Whether a check-in announces that the contract will be closed."""
    return check_in.kind is not None and check_in.kind.value == "close_request"


def check_ins_since(contract: Contract, day: Date) -> tuple[CheckIn, ...]:
    """Check-ins and close requests sent on that day or later."""
    return tuple(c for c in contract.check_ins if c.date and c.date.value >= day)


def client_acts(contract: Contract) -> Iterator[Spanned[Date]]:
    """Every day on which the record shows the client saying or doing something.

    A message without a sender counts: it is better to miss a silence than to invent one.
    """
    for evidence in contract.evidence:
        sender = evidence.sender.value.lower() if evidence.sender else ""
        if evidence.date and sender not in _NOT_THE_CLIENT and not _is_freelancer(contract, sender):
            yield evidence.date
    for approval in contract.approvals:
        by_nobody = approval.method is not None and approval.method.value in ("auto_release", "silence")
        if approval.date and not by_nobody:
            yield approval.date
    for check_in in contract.check_ins:
        if check_in.answered_on:
            yield check_in.answered_on
    for revision in contract.revision_rounds:
        if revision.requested_on:
            yield revision.requested_on
    for change in contract.changes:
        yield from (day for day in (change.requested_on, change.decided_on) if day)
    for milestone in contract.milestones:
        yield from milestone.changes_requested_on
        if milestone.funded and milestone.funded.date:
            yield milestone.funded.date


def _is_freelancer(contract: Contract, sender: str) -> bool:
    party = contract.freelancer
    return party is not None and party.name is not None and party.name.value.lower() == sender
