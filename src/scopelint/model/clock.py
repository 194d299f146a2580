"""What falls due, when and for whom: pure functions of a contract and its platform's days.

The rules about time and the list of coming dates share them.
"""

from collections.abc import Iterator, Mapping
from datetime import date as Date
from itertools import chain
from typing import NamedTuple

from scopelint.model import letter
from scopelint.model.calendar import Calendar, days_after
from scopelint.model.contract import Contract
from scopelint.model.in_force import is_approved
from scopelint.model.lifecycle import approval_of, milestone_status
from scopelint.model.naming import name_of
from scopelint.model.platform import PlatformProfile
from scopelint.model.record import Change, Milestone
from scopelint.model.silence import (
    RESTING,
    check_ins_since,
    is_close_request,
    silence,
)
from scopelint.model.value import Evidence, Phase
from scopelint.text import Span, Spanned

DAYS: Mapping[str, int] = {
    "ask": 1,
    "check_in": 3,
    "close_request": 7,
    "quote": 2,
    "dormant_warn": 76,
}
"""Days that no platform sets: the defaults of the rules that use the same clocks.

``ask``, ``check_in`` and ``quote`` are business days.
"""


class Due(NamedTuple):
    """Something that falls due.

    ``kind`` names the clock, ``who`` must act (``freelancer`` or ``client``), ``what`` says it in words.
    ``since`` is the fact that started the clock, ``about`` the record. ``words`` are ready to send.
    """

    kind: str
    on: Date
    who: str
    what: str
    since: Spanned[Date]
    about: Span
    words: str | None = None


def coming(contract: Contract, profile: PlatformProfile, calendar: Calendar, today: Date) -> tuple[Due, ...]:
    """All clocks that run in a contract, the earliest first; those that ran out are there too."""
    clocks = chain(
        dispute_answers(contract, profile),
        escrow_claims(contract, profile.days("dispute_days")),
        feedback(contract, profile.days("feedback_days")),
    )
    if contract.phase is not Phase.CLOSED:
        clocks = chain(
            clocks,
            approval_requests(contract, calendar, DAYS["ask"]),
            reviews(contract, review_days(contract, profile)),
            quotes(contract, calendar, DAYS["quote"]),
            deliveries(contract, calendar),
            silences(contract, calendar, today),
            dormancy(contract, profile.days("dormant_days")),
        )
    return tuple(sorted(clocks, key=lambda due: (due.on, due.about, due.kind)))


def approval_requests(contract: Contract, calendar: Calendar, days: int) -> Iterator[Due]:
    """Deliveries whose approval was not asked for, by business days after the submission."""
    for milestone in _submitted(contract):
        sent = milestone.last_submission
        if sent is None or _was_asked_for(contract, milestone, sent.value):
            continue
        on = calendar.business_day_after(sent.value, days)
        name = name_of(milestone)
        words = letter.approval_request(name)
        yield Due(
            "approval-request", on, "freelancer", f"ask for approval of {name}", sent, milestone.span, words
        )


def reviews(contract: Contract, days: int | None) -> Iterator[Due]:
    """Ends of the client's review windows of submitted milestones."""
    for milestone in _submitted(contract):
        sent = milestone.last_submission
        if sent is not None and days is not None:
            what = f"approve {name_of(milestone)} or ask for changes"
            yield Due("review", days_after(sent.value, days), "client", what, sent, milestone.span)


def review_days(contract: Contract, profile: PlatformProfile) -> int | None:
    """Days the client has for a review; some platforms give more to the steps of a split order."""
    split = profile.days("milestone_review_days") if len(contract.milestones) > 1 else None
    return split or profile.days("review_days")


def quotes(contract: Contract, calendar: Calendar, days: int) -> Iterator[Due]:
    """Change requests that wait for a price or a no."""
    for change in contract.changes:
        decided = change.decision is not None and change.decision.value != "pending"
        answered = change.quoted_on or change.price or change.approval
        if change.requested_on and not answered and not decided:
            on = calendar.business_day_after(change.requested_on.value, days)
            what = f"answer {name_of(change)} with a price, a date or a no"
            yield Due("quote", on, "freelancer", what, change.requested_on, change.span)


def deliveries(contract: Contract, calendar: Calendar) -> Iterator[Due]:
    """Deliveries that are still to come, by the dates agreed last."""
    if _rests(contract):
        return
    for milestone in contract.milestones:
        on = agreed_due(contract, milestone, calendar)
        if on and milestone.due_on and not _was_delivered(contract, milestone):
            yield Due(
                "delivery", on, "freelancer", f"submit {name_of(milestone)}", milestone.due_on, milestone.span
            )
    dated = any(m.due_on for m in contract.milestones)
    if contract.due_on and not dated and not any(_was_delivered(contract, m) for m in contract.milestones):
        yield Due(
            "delivery",
            contract.due_on.value,
            "freelancer",
            "deliver the work",
            contract.due_on,
            contract.title_span,
        )


def silences(contract: Contract, calendar: Calendar, today: Date) -> Iterator[Due]:
    """The check-in and the close request that a silent client is to get."""
    quiet = silence(contract, today)
    if quiet is None:
        return
    asked = check_ins_since(contract, quiet.since.value)
    since, about = quiet.since, quiet.awaited.about
    if not asked:
        on = calendar.business_day_after(since.value, DAYS["check_in"])
        words = letter.check_in(topic(contract))
        yield Due("check-in", on, "freelancer", "send a short check-in", since, about, words)
    if not any(is_close_request(c) for c in asked):
        on = days_after(since.value, DAYS["close_request"])
        words = letter.close_request(topic(contract), days_after(on, DAYS["close_request"]))
        yield Due("close-request", on, "freelancer", "announce closing, with a date", since, about, words)
    for check_in in asked:
        if is_close_request(check_in) and check_in.deadline and not check_in.answered_on:
            what = "ask for the contract to be closed"
            yield Due("closing", check_in.deadline.value, "freelancer", what, since, check_in.span)


def dormancy(contract: Contract, days: int | None) -> Iterator[Due]:
    """The day on which a platform takes a funded contract for abandoned."""
    if days is None:
        return
    funded = [m for m in contract.milestones if is_held(contract, m)]
    acts = sorted(platform_acts(contract), key=lambda day: day.value)
    if funded and acts:
        on = days_after(acts[-1].value, days)
        what = f"submit or release {name_of(funded[0])} before the platform takes the contract for dormant"
        yield Due("dormancy", on, "freelancer", what, acts[-1], funded[0].span)


def dispute_answers(contract: Contract, profile: PlatformProfile) -> Iterator[Due]:
    """Disputes that wait for the freelancer's answer."""
    for dispute in contract.disputes:
        opened, stated = dispute.opened_on, dispute.response_due_on
        if opened is None or dispute.responded_on or dispute.outcome:
            continue
        days = answer_days(contract, profile, dispute.kind.value if dispute.kind else "")
        on = stated.value if stated else days_after(opened.value, days) if days else None
        if on:
            what = f"answer {name_of(dispute)}"
            yield Due("dispute-answer", on, "freelancer", what, stated or opened, dispute.span)


def answer_days(contract: Contract, profile: PlatformProfile, kind: str) -> int | None:
    """Days the freelancer has to answer a dispute that the client opened; None when no fact says so."""
    if "refund" in kind:
        return profile.days("dispute_days")
    if contract.type and contract.type.value == "hourly":
        return profile.days("hourly_dispute_days")
    return None


def escrow_claims(contract: Contract, days: int | None) -> Iterator[Due]:
    """The dispute to be filed when the client ended a contract while delivered work is unpaid."""
    closure = contract.closure
    if closure is None or closure.date is None or days is None or contract.disputes:
        return
    if closure.by and closure.by.value == "freelancer":
        return  # what is unreleased went back at once
    if closure.refund or (closure.escrow_balance and not closure.escrow_balance.value.amount):
        return
    for milestone in contract.milestones:
        if milestone.last_submission and is_held(contract, milestone):
            what = f"dispute the return of {name_of(milestone)}, or record its refund"
            on = days_after(closure.date.value, days)
            yield Due("escrow-claim", on, "freelancer", what, closure.date, milestone.span)


def feedback(contract: Contract, days: int | None) -> Iterator[Due]:
    """The end of the window for an honest review of the client."""
    closure = contract.closure
    if closure and closure.date and days is not None and not closure.feedback_left_on:
        on = days_after(closure.date.value, days)
        yield Due("feedback", on, "freelancer", "leave feedback for the client", closure.date, closure.span)


def agreed_due(contract: Contract, milestone: Milestone, calendar: Calendar) -> Date | None:
    """A milestone's due date, moved by the days of the approved changes that concern it."""
    if milestone.due_on is None:
        return None
    days = sum(
        c.schedule_days.value for c in contract.changes if c.schedule_days and _delays(contract, c, milestone)
    )
    return calendar.business_day_after(milestone.due_on.value, days)


def platform_acts(contract: Contract) -> Iterator[Spanned[Date]]:
    """Dates of what a platform counts as activity: money, submissions, disputes, and milestone dates."""
    for milestone in contract.milestones:
        for payment in (milestone.funded, milestone.released, milestone.refunded):
            if payment and payment.date:
                yield payment.date
        yield from milestone.submitted_on
        if milestone.due_on:
            yield milestone.due_on
    yield from (dispute.opened_on for dispute in contract.disputes if dispute.opened_on)


def is_held(contract: Contract, milestone: Milestone) -> bool:
    """Whether money for the milestone is deposited and neither released, approved nor given back."""
    settled = milestone.released or milestone.refunded or milestone.cancelled_on
    return bool(milestone.funded and not settled) and milestone_status(contract, milestone) != "approved"


def topic(contract: Contract) -> str:
    """What a message is about: the contract's title."""
    return contract.title.value if contract.title else "our contract"


def _submitted(contract: Contract) -> Iterator[Milestone]:
    return (m for m in contract.milestones if milestone_status(contract, m) == "submitted")


def _was_asked_for(contract: Contract, milestone: Milestone, sent: Date) -> bool:
    """Whether the record shows a question about the delivery since it was sent, or already the answer."""
    approval = approval_of(contract, milestone)
    if approval and approval.date:
        return True
    subject = milestone.id.value if milestone.id else ""
    requests = [a.requested_on for a in contract.approvals_of(subject)]
    requests += [c.date for c in check_ins_since(contract, sent)]
    requests += [e.date for e in contract.evidence if _is_request(e)]
    return any(day is not None and day.value >= sent for day in requests)


def _is_request(evidence: Evidence) -> bool:
    kind, sender = evidence.kind, evidence.sender
    return (
        kind is not None and kind.value == "approval" and sender is not None and sender.value == "freelancer"
    )


def _was_delivered(contract: Contract, milestone: Milestone) -> bool:
    """Whether the freelancer has done what the due date asks, or nobody asks it any more."""
    if milestone.submitted_on or milestone.released or milestone.refunded or milestone.cancelled_on:
        return True
    return milestone_status(contract, milestone) not in ("planned", "funded", "in_progress")


def _delays(contract: Contract, change: Change, milestone: Milestone) -> bool:
    """Whether an approved change moves this milestone's date.

    A change with a milestone of its own moves nothing else; one about the schedule without a milestone
    moves every date.
    """
    own = milestone.change and change.id and milestone.change.value == change.id.value
    if own or not is_approved(change, contract):
        return False
    if change.milestone is None:
        return change.kind is not None and change.kind.value == "schedule"
    return milestone.id is not None and change.milestone.value == milestone.id.value


def _rests(contract: Contract) -> bool:
    return contract.status is not None and contract.status.value.lower() in RESTING
