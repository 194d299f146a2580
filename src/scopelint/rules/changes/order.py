"""Change requests and change orders, one at a time."""

from collections.abc import Iterator
from datetime import date as Date

from scopelint.diagnostics import Finding, Label
from scopelint.model import Approval, Change, Contract, Milestone
from scopelint.rules.gathering import gathered
from scopelint.rules.naming import counted, listed, name
from scopelint.rules.rule import Context
from scopelint.text import Span, Spanned

_NO_ADDITION = ("revision", "clarification", "defect", "removal", "schedule")
_REFUSED = ("declined", "withdrawn")


def unpriced_change(contract: Contract, cx: Context) -> Iterator[Finding]:
    """An approved addition has no price, or none of the facts that a change order states."""
    additions = [c for c in contract.changes if _decision(c) == "approved" and is_addition(c)]
    priceless = [_unpriced(c) for c in additions if c.price is None]
    yield from gathered(priceless, len(additions), "no approved change has a price")
    for change in additions:
        if change.price and change.price.value.amount == 0 and change.reason is None:
            message = f"{_name(change)} is approved at no charge, but no reason is given"
            yield Finding(message, Label(change.price.span), about=(change.span,))
    if contract.structured:
        incomplete = [found for c in additions if (found := _incomplete(c, cx.options["require"]))]
        yield from gathered(incomplete, len(additions), "approved changes do not state all they should")


def _unpriced(change: Change) -> Finding:
    message = f"{_name(change)} is approved, but has no price"
    return Finding(message, Label(change_place(change)), about=(change.span,))


def _incomplete(change: Change, require: list[str]) -> Finding | None:
    said = {"reason": "its reason", "schedule_days": "its effect on the schedule"}
    lacking = [said.get(field, f"`{field}`") for field in require if getattr(change, field, None) is None]
    if change.price and change.price.value.amount == 0 and change.reason is None and "reason" in require:
        lacking.remove(said["reason"])
    if not lacking:
        return None
    message = f"{_name(change)} does not state {listed(lacking)}"
    return Finding(message, Label(change_place(change)), case="incomplete", about=(change.span,))


def unapproved_change(change: Change, cx: Context) -> Iterator[Finding]:
    """Work on an addition began before the client's recorded approval."""
    if not is_addition(change) or _decision(change) == "absorbed":
        return
    contract = cx.contract
    work = _work_start(change, contract)
    approval = approval_of(change, contract)
    decision = _decision(change)
    if work is None:
        if decision == "approved" and approval is None and contract.structured:
            message = f"{_name(change)} counts as approved, but no approval is recorded"
            yield Finding(message, Label(_decision_place(change)), case="unrecorded")
        return
    began = f"work on {_name(change)} began {work.value}"
    about = (change.span, *(m.span for m in milestones_of(change, contract)))
    if decision in _REFUSED:
        label = Label(_decision_place(change), f"{decision} here")
        yield Finding(
            f"{began}, but the change was {decision}", Label(work.span), related=(label,), about=about
        )
    elif approval is None and (decision != "approved" or contract.structured):
        yield Finding(f"{began} without a recorded approval", Label(work.span), about=about)
    elif approval and approval.date and approval.date.value > work.value:
        yield Finding(
            f"{began}, but it was approved {approval.date.value}",
            Label(work.span),
            related=(Label(approval.date.span, "approved here"),),
            about=about,
        )


def unscheduled_change(change: Change, cx: Context) -> Iterator[Finding]:
    """A priced, approved addition has no milestone of its own, or was begun before that was funded."""
    if _decision(change) != "approved" or change.price is None or change.price.value.amount <= 0:
        return
    milestones = milestones_of(change, cx.contract)
    if not milestones and change.milestone is None:
        price = change.price.value
        yield Finding(f"{_name(change)} costs {price}, but has no milestone", Label(change.price.span))
    work = change.work_started_on
    for milestone in milestones:
        funded = milestone.funded.date if milestone.funded else None
        if work and (milestone.funded is None or (funded and funded.value > work.value)):
            named = name(milestone, milestone.title, "milestone")
            when = f"was funded {funded.value}" if funded else "is not funded"
            yield Finding(
                f"work on {_name(change)} began {work.value}, but its milestone {named} {when}",
                Label(work.span),
                related=(Label((funded or milestone).span, "the milestone"),),
                about=(change.span, milestone.span),
            )


def unanswered_change_request(change: Change, cx: Context) -> Iterator[Finding]:
    """A request for a change got neither a quote nor a decision in time."""
    asked = change.requested_on
    if asked is None or cx.today is None or _is_own_proposal(change, cx.contract):
        return
    answer = _first_answer(change, cx.contract)
    if answer is None and _decision(change) not in (None, "pending"):
        return
    days = cx.calendar.business_days(asked.value, answer.value if answer else cx.today)
    if days <= cx.options["days"]:
        return
    took = counted(days, "business day")
    if answer is None:
        message = (
            f"{_name(change)} was requested {asked.value} and has waited {took} for a quote or a decision"
        )
        yield Finding(message, Label(asked.span))
    else:
        message = f"{_name(change)} was requested {asked.value} and answered {answer.value}, after {took}"
        yield Finding(
            message, Label(answer.span), case="late", related=(Label(asked.span, "requested here"),)
        )


def is_addition(change: Change) -> bool:
    """Whether a change adds work: its class says so, or without a class it does more than remove or move."""
    if change.kind:
        return change.kind.value not in _NO_ADDITION
    if change.adds or change.adds_ids:
        return True
    return not change.removes and not (change.schedule_days and change.price is None)


def milestones_of(change: Change, contract: Contract) -> tuple[Milestone, ...]:
    """The milestones tied to a change; either record may name the other."""
    return tuple(
        m for m in contract.milestones if _names(change.milestone, m.id) or _names(m.change, change.id)
    )


def approval_of(change: Change, contract: Contract) -> Approval | None:
    """The approval of a change; either record may name the other."""
    for approval in contract.approvals:
        if _names(change.approval, approval.id) or _names(approval.subject, change.id):
            return approval
    return None


def change_place(change: Change) -> Span:
    """Where to speak about a change: at its id, else its request."""
    return (change.id or change.request or change).span


def _names(reference: Spanned[str] | None, id: Spanned[str] | None) -> bool:
    return reference is not None and id is not None and reference.value == id.value


def _work_start(change: Change, contract: Contract) -> Spanned[Date] | None:
    """The first recorded work on a change, in its own record or in its milestones'."""
    days = [change.work_started_on] if change.work_started_on else []
    for milestone in milestones_of(change, contract):
        days += [day for day in (milestone.started_on, *milestone.submitted_on) if day]
    return min(days, key=lambda day: day.value, default=None)


def _first_answer(change: Change, contract: Contract) -> Spanned[Date] | None:
    approval = approval_of(change, contract)
    days = [change.quoted_on, change.decided_on, approval.date if approval else None]
    return min((day for day in days if day), key=lambda day: day.value, default=None)


def _is_own_proposal(change: Change, contract: Contract) -> bool:
    """Whether the freelancer asked for it, so that there is nothing to answer."""
    if change.by is None:
        return False
    own = contract.freelancer.name.value if contract.freelancer and contract.freelancer.name else "freelancer"
    return change.by.value.casefold() in ("freelancer", own.casefold())


def _decision(change: Change) -> str | None:
    return change.decision.value if change.decision else None


def _decision_place(change: Change) -> Span:
    return change.decision.span if change.decision else change_place(change)


def _name(change: Change) -> str:
    return name(change, change.request, "change")
