"""A contract ends on record, with no money left behind."""

from collections.abc import Iterator
from datetime import date as Date

from scopelint.diagnostics import Finding, Label, NotChecked
from scopelint.model import Closure, Contract, Milestone, Money, Phase, letter
from scopelint.model.calendar import days_after
from scopelint.model.clock import is_held, review_days
from scopelint.model.lifecycle import balance, milestone_status
from scopelint.model.naming import name_of
from scopelint.model.silence import is_close_request
from scopelint.rules.rule import Context, Outcome

_REASONS = "completed, mutual, client_unresponsive, scope_conflict, non_payment, abuse or other"


def missing_closure_record(contract: Contract, cx: Context) -> Iterator[Outcome]:
    """A closed contract without a closure, an incomplete one, or money that is unaccounted for."""
    closure = contract.closure
    if closure is None and not contract.structured:
        yield NotChecked("the contract is plain prose and keeps no records")
        return
    if closure is None:
        at = contract.status.span if contract.status else contract.title_span
        advice = f"record `closure` with its date, by whom, and the reason: {_REASONS}"
        yield Finding("the contract is closed but no closure is recorded", Label(at), help=advice)
        return
    yield from _incomplete(closure)
    yield from _balance(contract, closure)


def _incomplete(closure: Closure) -> Iterator[Finding]:
    fields = {"date": closure.date, "reason": closure.reason, "by": closure.by}
    lacks = [name for name, value in fields.items() if value is None]
    if lacks:
        yield Finding(
            f"the closure has no {' and no '.join(f'`{name}`' for name in lacks)}",
            Label(closure.span),
            help=f"say when and by whom it was closed, and why: {_REASONS}",
            about=(closure.span,),
        )
    early = closure.reason is not None and closure.reason.value != "completed"
    by_us = closure.by is not None and closure.by.value == "freelancer"
    if early and by_us and not closure.notice:
        yield Finding(
            "the early exit cites no notice to the client",
            Label(closure.reason.span if closure.reason else closure.span),
            case="notice",
            help="send a calm note about fit and what happens to the money, and cite it as `notice`",
            about=(closure.span,),
            counter_text=letter.exit_note(None, "money that was not earned goes back to you"),
        )
    elif early and not (closure.note or closure.notice):
        yield Finding(
            f"the contract ended early, `{closure.reason.value if closure.reason else ''}`, without a note",
            Label(closure.reason.span if closure.reason else closure.span),
            case="note",
            help="write in a sentence why it ended; it will help the next decision",
            about=(closure.span,),
        )


def _balance(contract: Contract, closure: Closure) -> Iterator[Finding]:
    """Money that was funded and neither released nor given back; silent when a sum is unknown."""
    stated, holders = closure.escrow_balance, _holders(contract)
    if stated and stated.value.amount:
        advice = "have it released or refunded, and record which"
        message = f"the contract is closed with {stated.value} still in escrow"
        yield Finding(message, Label(stated.span), help=advice, about=(closure.span,))
        return
    left = _left(contract, closure)
    if left is not None and left.amount > 0:
        yield Finding(
            f"the contract is closed but {left} of what was funded is neither released nor refunded",
            Label(closure.span, "closed"),
            related=tuple(Label(m.funded.span, f"{name_of(m)} funded") for m in holders if m.funded),
            help="record the release or the refund of the rest",
            about=(closure.span, *(m.span for m in holders)),
        )


def _holders(contract: Contract) -> tuple[Milestone, ...]:
    return tuple(m for m in contract.milestones if m.funded and not (m.released or m.refunded))


def _left(contract: Contract, closure: Closure) -> Money | None:
    """Funded less released less refunded; None when a payment has no amount or currencies differ."""
    payments = [(m, p) for m in contract.milestones for p in (m.funded, m.released, m.refunded) if p]
    unknown = any(p.amount is None and m.amount is None for m, p in payments)
    left = balance(contract)
    if unknown or left is None or (closure.refund and not closure.refund.amount):
        return None
    amounts = (p.amount or m.amount for m, p in payments)
    return Money(left, next((a.value.currency for a in amounts if a), None))


def exit_mid_delivery(contract: Contract, cx: Context) -> Iterator[Finding]:
    """Closing, done or announced, while a funded milestone is unapproved."""
    end = _end(contract)
    if end is None:
        yield from _cheap_exit(contract)
        return
    for milestone in contract.milestones:
        if is_held(contract, milestone) and not _is_settled(contract, milestone, cx):
            yield _unsettled(contract, milestone, end)


def _end(contract: Contract) -> Label | None:
    """Where the end is recorded or announced by the freelancer; the client's own end is no exit of ours."""
    closure = contract.closure
    if closure:
        ours = closure.by is None or closure.by.value != "client"
        return Label(closure.date.span if closure.date else closure.span, "closing") if ours else None
    for check_in in contract.check_ins:
        if is_close_request(check_in) and check_in.deadline and not check_in.answered_on:
            return Label(check_in.deadline.span, "closing announced")
    return None


def _end_day(contract: Contract) -> Date | None:
    if contract.closure:
        return contract.closure.date.value if contract.closure.date else None
    days = [c.deadline.value for c in contract.check_ins if is_close_request(c) and c.deadline]
    return max(days, default=None)


def _is_settled(contract: Contract, milestone: Milestone, cx: Context) -> bool:
    """Whether the money of a held milestone is dealt with: refund agreed, or submitted and waited for."""
    refund = contract.closure.refund if contract.closure else None
    if refund and refund.agreed:
        return True
    sent, day = milestone.last_submission, _end_day(contract)
    if sent is None or milestone_status(contract, milestone) != "submitted":
        return False
    days = review_days(contract, cx.profile) or 0
    return day is None or days_after(sent.value, days) <= day


def _unsettled(contract: Contract, milestone: Milestone, end: Label) -> Finding:
    name = name_of(milestone)
    sent = milestone.last_submission
    state = f"submitted {sent.value} but not approved" if sent else "not submitted"
    act = "wait for the review window to end" if sent else f"submit {name} before ending"
    planned = "is announced" if contract.phase is Phase.ACTIVE else "is recorded"
    return Finding(
        f"closing {planned} while {name} is funded and {state}",
        Label(milestone.funded.span if milestone.funded else milestone.span, f"{name} funded"),
        related=(end,),
        help=f"{act}, or record the agreed refund; what is unreleased at the end goes back to the client",
        about=(milestone.span,),
        counter_text=letter.exit_note(name, "goes back to you"),
    )


def _cheap_exit(contract: Contract) -> Iterator[Finding]:
    """Trouble while only the first, approved step was ever funded: leaving costs nothing now."""
    if contract.phase is not Phase.ACTIVE or not contract.incidents or len(contract.milestones) < 2:
        return
    first, later = contract.milestones[0], contract.milestones[1:]
    done = milestone_status(contract, first) in ("approved", "paid")
    if done and not any(m.funded or m.first_work for m in later):
        incident = contract.incidents[0]
        yield Finding(
            f"an incident is recorded and only {name_of(first)}, which is approved, was ever funded",
            Label(incident.span),
            case="cheap-exit",
            related=(Label(first.span, name_of(first)),),
            help="if you mean to leave, now is the cheapest moment: nothing else is funded",
            counter_text=letter.exit_note(None, "nothing is left unpaid on either side"),
        )
