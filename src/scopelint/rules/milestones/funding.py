"""Money is there before work."""

from collections.abc import Iterator
from datetime import date as Date

from scopelint.diagnostics import Finding, Label, NotChecked
from scopelint.model import Contract, Milestone
from scopelint.model.lifecycle import is_schedule
from scopelint.model.naming import name_of
from scopelint.rules.gathering import gathered
from scopelint.rules.money import comparable
from scopelint.rules.rule import Context, Outcome
from scopelint.text import Span, Spanned

_IN_WORK = ("in_progress", "in progress", "submitted", "changes_requested")


def unfunded_milestone(contract: Contract, cx: Context) -> Iterator[Outcome]:
    """Milestones being worked on, of which the record shows no funding or too little."""
    if not contract.milestones:
        yield NotChecked("no milestones found")
    elif is_schedule(contract):
        yield NotChecked("start dates are plans here")
    else:
        for milestone in contract.milestones:
            yield from _unfunded(milestone, cx)


def _unfunded(milestone: Milestone, cx: Context) -> Iterator[Finding]:
    work = _work(milestone)
    if work is None or milestone.released or milestone.refunded or milestone.cancelled_on:
        return
    name = name_of(milestone)
    if milestone.funded is None:
        yield Finding(
            f"{name} {work.value} but is not funded",
            Label(work.span),
            help=f"stop until the client funds {name}, then record the funding's date and amount",
            about=(milestone.span,),
        )
        return
    paid, amount = milestone.funded.amount, milestone.amount
    if (
        paid is None
        or amount is None
        or cx.options["allow_partial"]
        or not comparable(paid.value, amount.value)
    ):
        return
    if paid.value.amount < amount.value.amount:
        yield Finding(
            f"{name} {work.value} with {paid.value} funded of {amount.value}",
            Label(paid.span, "funded"),
            related=(Label(amount.span, "price"), Label(work.span, "work")),
            help=f"ask the client to fund the rest of {name} before you go on",
            about=(milestone.span,),
        )


def _work(milestone: Milestone) -> Spanned[str] | None:
    """The first sign of work as words, such as "started 2026-02-06", and its place."""
    first = milestone.first_work
    if first is not None:
        verb = "started" if first == milestone.started_on else "was submitted"
        return Spanned(f"{verb} {first.value}", first.span)
    status = milestone.status
    if status is not None and status.value.lower() in _IN_WORK:
        return Spanned(f"is `{status.value}`", status.span)
    return None


def work_before_funding(contract: Contract, cx: Context) -> Iterator[Finding]:
    """Work dated before the contract was accepted, its scope agreed, or the milestone funded."""
    steps = () if is_schedule(contract) else contract.milestones
    early = [f for m in steps if (f := _early_milestone(contract, m))]
    if early:
        message = "all milestones start before the contract allows it"
        yield from gathered(early, len(steps), message)
    elif contract.structured:
        yield from _early_contract(contract)


def _early_milestone(contract: Contract, milestone: Milestone) -> Finding | None:
    work = milestone.first_work
    if work is None:
        return None
    gates = _gates(contract)
    if milestone.funded and milestone.funded.date:
        gates.append(("it was funded", milestone.funded.date))
    return _early(name_of(milestone), work, gates, milestone.span)


def _early_contract(contract: Contract) -> Iterator[Finding]:
    """Work of a contract without dated milestones: its start, or a logged week that ended too early."""
    days = [contract.started_on] if contract.started_on else []
    weeks = [entry.week for entry in contract.timelog if entry.week]
    for day in days:
        finding = _early("the contract", day, _gates(contract), day.span)
        if finding:
            yield finding
            return
    for week in weeks:
        last = Spanned(Date.fromordinal(week.value.toordinal() + 6), week.span)
        finding = _early("a logged week", last, _gates(contract), week.span)
        if finding:
            yield finding._replace(message=finding.message.replace("started", "ended", 1))
            return


def _gates(contract: Contract) -> list[tuple[str, Spanned[Date]]]:
    """What must have happened before any work."""
    gates = []
    if contract.accepted_on:
        gates.append(("the contract was accepted", contract.accepted_on))
    if contract.scope and contract.scope.agreed_on:
        gates.append(("the scope was agreed", contract.scope.agreed_on))
    return gates


def _early(
    name: str, work: Spanned[Date], gates: list[tuple[str, Spanned[Date]]], about: Span
) -> Finding | None:
    closed = [(words, day) for words, day in gates if work.value < day.value]
    if not closed:
        return None
    words, day = closed[0]
    return Finding(
        f"{name} started {work.value} but {words} only {day.value}",
        Label(work.span, "work"),
        related=tuple(Label(day.span, f"{words} {day.value}") for words, day in closed),
        help="correct the date that is wrong; else stop until agreement and money are there",
        about=(about,),
    )
