"""Checks of the calendar: silent clients, idle contracts, passed dates, audits."""

from collections.abc import Iterator
from datetime import date as Date

from scopelint.diagnostics import Finding, Label, NotChecked
from scopelint.model import CheckIn, Contract, RepositoryView, letter
from scopelint.model.calendar import days_after
from scopelint.model.clock import deliveries, is_held, platform_acts, topic
from scopelint.model.lifecycle import last_activity, milestone_status
from scopelint.model.naming import name_of
from scopelint.model.silence import RESTING, Silence, check_ins_since, is_close_request, silence
from scopelint.rules.rule import Context, Outcome
from scopelint.text import Spanned

_ACTED = ("closing", "disagreement", "incident")
"""Kinds of evidence that show that something was done after a deadline; so does talk with support."""


def overdue_check_in(contract: Contract, cx: Context) -> Iterator[Finding]:
    """A silent client who owes an answer and got no check-in in time."""
    quiet = silence(contract, cx.today) if cx.today else None
    if quiet is None or cx.today is None:
        return
    waited = cx.calendar.business_days(quiet.since.value, cx.today)
    if waited <= cx.options["days"] or check_ins_since(contract, quiet.since.value):
        return
    yield Finding(
        f"the client has been silent for {waited} business days: {_reason(quiet)}",
        Label(quiet.since.span, "the client's last sign"),
        related=_awaited(quiet),
        help="send a short, friendly check-in and record its date",
        about=(quiet.awaited.about,),
        counter_text=letter.check_in(topic(contract)),
    )


def overdue_close_request(contract: Contract, cx: Context) -> Iterator[Finding]:
    """A long silence without a close request, or a close request whose deadline passed unused."""
    quiet = silence(contract, cx.today) if cx.today else None
    if quiet is None or cx.today is None:
        return
    asked = check_ins_since(contract, quiet.since.value)
    requests = [c for c in asked if is_close_request(c) and c.deadline]
    if requests:
        yield from _passed_deadline(contract, requests[-1], quiet, cx.today)
    elif quiet.days(cx.today) >= cx.options["warn_days"]:
        yield _no_close_request(contract, quiet, cx)


def _no_close_request(contract: Contract, quiet: Silence, cx: Context) -> Finding:
    today = cx.today or quiet.since.value
    days = quiet.days(today)
    deadline = days_after(today, 7)
    words = letter.close_request(topic(contract), deadline)
    advice = "announce that you will close the contract, and by which day"
    if days >= cx.options["support_days"] and quiet.awaited.milestone:
        advice += "; work is delivered and unpaid, so tell the platform's support as well"
        words += "\n\n" + letter.support_request(name_of(quiet.awaited.milestone))
    return Finding(
        f"the client has been silent for {days} days and no close request has a deadline: {_reason(quiet)}",
        Label(quiet.since.span, "the client's last sign"),
        case="long-silence" if days >= cx.options["error_days"] else None,
        related=_awaited(quiet),
        help=advice,
        about=(quiet.awaited.about,),
        counter_text=words,
    )


def _passed_deadline(contract: Contract, request: CheckIn, quiet: Silence, today: Date) -> Iterator[Finding]:
    deadline = request.deadline
    if deadline is None or deadline.value >= today or request.answered_on or _acted(contract, deadline.value):
        return
    yield Finding(
        f"the close request's deadline {deadline.value} passed without an answer and nothing followed",
        Label(deadline.span),
        related=_awaited(quiet),
        help="do what you announced: ask for the contract to be closed, and record it",
        about=(quiet.awaited.about, request.span),
    )


def _acted(contract: Contract, deadline: Date) -> bool:
    """Whether something was done after a deadline: support, a dispute, or a closing message."""
    acts = [e.date for e in contract.evidence if e.kind and e.kind.value in _ACTED]
    acts += [e.date for e in contract.evidence if e.channel and "support" in e.channel.value.lower()]
    acts += [d.opened_on for d in contract.disputes]
    acts += [contract.closure.date] if contract.closure else []
    return any(day is not None and day.value >= deadline for day in acts)


def _reason(quiet: Silence) -> str:
    return f"{quiet.awaited.what} {quiet.awaited.since.value} and waits for an answer"


def _awaited(quiet: Silence) -> tuple[Label, ...]:
    """What the client owes an answer to, unless the finding stands there already."""
    since = quiet.awaited.since
    return () if since.span == quiet.since.span else (Label(since.span, quiet.awaited.what),)


def ghost_contract(contract: Contract, cx: Context) -> Iterator[Outcome]:
    """An open contract in which nothing happens, or a funded one that the platform will call dormant."""
    today = cx.today
    if today is None:
        return
    last = last_activity(contract)
    if last is None or not contract.structured:
        yield NotChecked("no dated records found")
        return
    dormant = _dormancy(contract, cx, today)
    if dormant:
        yield dormant
        return
    idle = (today - last.value).days
    resting = contract.status is not None and contract.status.value.lower() in RESTING
    if idle >= cx.options["idle_days"] and not resting and not _is_at_work(contract, today):
        yield Finding(
            f"nothing has happened for {idle} days: the last record is of {last.value}",
            Label(last.span, "last activity"),
            help="take it up again with a dated next step, or announce that you will close it",
            counter_text=letter.close_request(topic(contract), days_after(today, 7)),
        )


def _dormancy(contract: Contract, cx: Context, today: Date) -> Finding | None:
    """Money is held and the platform's clock of inactivity has nearly run out."""
    limit = cx.profile.days("dormant_days")
    held = next((m for m in contract.milestones if is_held(contract, m)), None)
    acts = [day for day in platform_acts(contract) if day.value <= today]
    if limit is None or held is None or not acts:
        return None
    newest = max(platform_acts(contract), key=lambda day: day.value)
    idle = (today - newest.value).days
    if idle < cx.options["dormant_warn"]:
        return None
    on = days_after(newest.value, limit)
    return Finding(
        f"{name_of(held)} is funded but nothing moved for {idle} days; "
        f"`{cx.profile.id}` calls it dormant on {on}",
        Label(newest.span, "last activity that counts"),
        related=(Label(held.span, "funded"),),
        help=f"submit {name_of(held)}, or settle with the client what happens to its money",
    )


def _is_at_work(contract: Contract, today: Date) -> bool:
    """Whether a step is under way whose due date is still to come: quiet work is no ghost."""
    return any(
        m.due_on is not None and m.due_on.value >= today and milestone_status(contract, m) == "in_progress"
        for m in contract.milestones
    )


def overdue_milestone(contract: Contract, cx: Context) -> Iterator[Outcome]:
    """Due dates that passed without a submission or an agreed change."""
    if cx.today is None:
        return
    if not (contract.structured or any(m.structured and m.first_work for m in contract.milestones)):
        yield NotChecked("submissions are not recorded here")
        return
    for due in deliveries(contract, cx.calendar):
        late = (cx.today - due.on).days
        if late > cx.options["grace"]:
            name = due.what.removeprefix("submit ")
            name = "the contract" if name == due.what else name
            moved = "" if due.on == due.since.value else f", moved to {due.on},"
            yield Finding(
                f"{name} was due {due.since.value}{moved} and no submission is recorded",
                Label(due.since.span),
                help="submit it and record the day, or agree on a new date and record that as a change",
                about=(due.about,),
            )


def overdue_audit(repository: RepositoryView, cx: Context) -> Iterator[Outcome]:
    """A repository whose contracts were not looked over this quarter."""
    if cx.today is None:
        return
    dates: list[Spanned[Date]] = [audit.date for audit in repository.audits if audit.date]
    newest = max((d for d in dates if d.value <= cx.today), key=lambda day: day.value, default=None)
    advice = "look over all open contracts, close the idle ones, and record the day in `audits.yaml`"
    if newest is None and len(repository.ids) < 2:
        return  # one contract is no portfolio
    if newest is None:
        place = repository.ids[0].span if repository.ids else repository.root
        yield Finding("no audit of the contracts is recorded", Label(place), help=advice)
    elif (cx.today - newest.value).days > cx.options["days"]:
        age = (cx.today - newest.value).days
        yield Finding(
            f"the last audit was {age} days ago, on {newest.value}", Label(newest.span), help=advice
        )
