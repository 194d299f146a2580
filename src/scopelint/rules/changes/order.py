"""Change requests and change orders, one at a time."""

from collections.abc import Iterator
from datetime import date as Date

from scopelint.diagnostics import Finding, Label
from scopelint.model import Change, Contract
from scopelint.model.in_force import approved_changes, is_approved
from scopelint.model.lifecycle import approval_of_change, milestones_of_change
from scopelint.model.naming import counted, listed, name_of
from scopelint.rules.gathering import gathered
from scopelint.rules.rule import Context
from scopelint.text import Span, Spanned

_NO_ADDITION = ("revision", "clarification", "defect", "removal", "schedule")
_REFUSED = ("declined", "withdrawn")


def unpriced_change(contract: Contract, cx: Context) -> Iterator[Finding]:
    """An approved addition has no price, or none of the facts that a change order states."""
    additions = [c for c in approved_changes(contract) if is_addition(c)]
    priceless = [c for c in additions if c.price is None]
    certain = [_unpriced(c) for c in priceless if not _may_only_move_dates(c)]
    yield from gathered(certain, len(additions), "no approved change has a price")
    yield from (_unpriced(c)._replace(case="unclear") for c in priceless if _may_only_move_dates(c))
    for change in additions:
        if change.price and change.price.value.amount == 0 and change.reason is None:
            message = f"{name_of(change)} is approved at no charge, but no reason is given"
            yield Finding(message, Label(change.price.span), about=(change.span,))
    if contract.structured:
        incomplete = [found for c in additions if (found := _incomplete(c, cx.options["require"]))]
        yield from gathered(incomplete, len(additions), "approved changes do not state all they should")


def _unpriced(change: Change) -> Finding:
    message = f"{name_of(change)} is approved, but has no price"
    return Finding(message, Label(change_place(change)), about=(change.span,))


def _may_only_move_dates(change: Change) -> bool:
    """Whether a change without a class may be one of the schedule alone."""
    return change.kind is None and bool(change.schedule_days) and not (change.adds or change.adds_ids)


def _incomplete(change: Change, require: list[str]) -> Finding | None:
    said = {"reason": "its reason", "schedule_days": "its effect on the schedule"}
    lacking = [said.get(field, f"`{field}`") for field in require if getattr(change, field, None) is None]
    if change.price and change.price.value.amount == 0 and change.reason is None and "reason" in require:
        lacking.remove(said["reason"])
    if not lacking:
        return None
    message = f"{name_of(change)} does not state {listed(lacking)}"
    return Finding(message, Label(change_place(change)), case="incomplete", about=(change.span,))


def unapproved_change(change: Change, cx: Context) -> Iterator[Finding]:
    """Work on an addition began before the client's recorded approval."""
    if not is_addition(change) or _decision(change) == "absorbed":
        return
    contract = cx.contract
    work = _work_start(change, contract)
    approval = approval_of_change(contract, change)
    decision = _decision(change)
    if work is None:
        # An approval that is cited and not there is a broken reference.
        unproven = approval is None and change.approval is None
        if decision == "approved" and unproven and contract.structured:
            message = f"{name_of(change)} counts as approved, but no approval is recorded"
            yield Finding(message, Label(_decision_place(change)), case="unrecorded")
        return
    began = f"work on {name_of(change)} began {work.value}"
    about = (change.span, *(m.span for m in milestones_of_change(contract, change)))
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
    if not is_approved(change, cx.contract) or change.price is None or change.price.value.amount <= 0:
        return
    milestones = milestones_of_change(cx.contract, change)
    if not milestones and change.milestone is None:
        price = change.price.value
        yield Finding(f"{name_of(change)} costs {price}, but has no milestone", Label(change.price.span))
    work = change.work_started_on
    for milestone in milestones:
        funded = milestone.funded.date if milestone.funded else None
        if work and (milestone.funded is None or (funded and funded.value > work.value)):
            named = name_of(milestone)
            when = f"was funded {funded.value}" if funded else "is not funded"
            yield Finding(
                f"work on {name_of(change)} began {work.value}, but its milestone {named} {when}",
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
    settled = change.price or change.approval or _decision(change) not in (None, "pending")
    if answer is None and settled:
        # It was answered on a day nobody wrote down.
        return
    days = cx.calendar.business_days(asked.value, answer.value if answer else cx.today)
    if days <= cx.options["days"]:
        return
    took = counted(days, "business day")
    if answer is None:
        message = (
            f"{name_of(change)} was requested {asked.value} and has waited {took} for a quote or a decision"
        )
        yield Finding(message, Label(asked.span))
    else:
        message = f"{name_of(change)} was requested {asked.value} and answered {answer.value}, after {took}"
        yield Finding(
            message, Label(answer.span), case="late", related=(Label(asked.span, "requested here"),)
        )


def is_addition(change: Change) -> bool:
    """Whether a change adds work: its class says so, or without a class it does more than remove."""
    if change.kind:
        return change.kind.value not in _NO_ADDITION
    return bool(change.adds or change.adds_ids) or not change.removes


def change_place(change: Change) -> Span:
    """Where to speak about a change: at its id, else its request."""
    return (change.id or change.request or change).span


def _work_start(change: Change, contract: Contract) -> Spanned[Date] | None:
    """The first recorded work on a change, in its own record or in its milestones'."""
    days = [change.work_started_on] if change.work_started_on else []
    for milestone in milestones_of_change(contract, change):
        days += [day for day in (milestone.started_on, *milestone.submitted_on) if day]
    return min(days, key=lambda day: day.value, default=None)


def _first_answer(change: Change, contract: Contract) -> Spanned[Date] | None:
    approval = approval_of_change(contract, change)
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
