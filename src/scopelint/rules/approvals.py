"""Checks of approvals: recorded, in writing, by the right person, before the next step."""

from collections.abc import Iterator, Sequence
from datetime import date as Date

from scopelint.diagnostics import Finding, Label, NotChecked
from scopelint.model import Approval, Contract, Milestone, letter
from scopelint.model.calendar import days_after
from scopelint.model.clock import approval_requests, review_days, reviews
from scopelint.model.lifecycle import approval_of, is_schedule
from scopelint.model.naming import name_of
from scopelint.model.silence import check_ins_since
from scopelint.rules.rule import Context, Outcome
from scopelint.text import Span, Spanned

_PAID = ("paid", "released")
_NOBODY = ("auto_release", "silence")


def unrecorded_approval(contract: Contract, cx: Context) -> Iterator[Outcome]:
    """Milestones that were paid, or followed by work, without an approval on record."""
    steps = [m for m in contract.milestones if not (m.cancelled_on or m.refunded)]
    if not any(m.structured for m in steps) or is_schedule(contract):
        yield NotChecked("no milestone records found")
        return
    for index, milestone in enumerate(steps):
        reason = _needs_approval(milestone, steps[index + 1 :])
        if (
            reason
            and _keeps_record(contract, milestone)
            and not _granted(contract, milestone, cx.options["accept"])
        ):
            yield _unrecorded(contract, milestone, reason)


def _keeps_record(contract: Contract, milestone: Milestone) -> bool:
    """Whether approvals can be expected on record; in plain documents a paid row may be a mere deposit."""
    if contract.structured or contract.approvals:
        return milestone.structured
    return milestone.structured and milestone.first_work is not None


def _needs_approval(milestone: Milestone, later: Sequence[Milestone]) -> Label | None:
    """The sign that a milestone must have been approved: its payment, or work on the next one."""
    name = name_of(milestone)
    if milestone.released:
        date = milestone.released.date
        return Label(milestone.released.span, f"{name} was paid{f' {date.value}' if date else ''}")
    if milestone.status and milestone.status.value.lower() in _PAID:
        return Label(milestone.status.span, f"{name} says `{milestone.status.value}`")
    following = next((m for m in later if not _is_parallel(m)), None)
    work = following.first_work if following else None
    if following and work:
        return Label(work.span, f"{name_of(following)} started {work.value}")
    return None


def _is_parallel(milestone: Milestone) -> bool:
    return milestone.parallel is not None and milestone.parallel.value


def _granted(contract: Contract, milestone: Milestone, methods: Sequence[str]) -> Approval | None:
    """The approval of a milestone, given by one of the methods; one without a method counts."""
    approval = approval_of(contract, milestone)
    if approval is None or approval.date is None:
        return None
    return approval if approval.method is None or approval.method.value in methods else None


def _unrecorded(contract: Contract, milestone: Milestone, reason: Label) -> Finding:
    name, approval = name_of(milestone), approval_of(contract, milestone)
    lack = f"no approval of {'it' if reason.message.startswith(name) else name} is recorded"
    related = [reason]
    if approval is not None:
        method = approval.method.value if approval.method else ""
        fault = f"is only `{method}`" if approval.date else "has no date"
        lack = f"{name_of(approval)}, the approval of {name}, {fault}"
        related.append(Label(approval.span, "approval"))
    return Finding(
        f"{reason.message} but {lack}",
        Label(milestone.id.span if milestone.id else milestone.span),
        related=tuple(related),
        help=f"get a written yes to {name}, then record who gave it and when",
        about=(milestone.span,),
        counter_text=letter.approval_request(name),
    )


def started_before_approval(contract: Contract, cx: Context) -> Iterator[Finding]:
    """Milestones that started before the one before them was approved."""
    if cx.options["allow_parallel"] or is_schedule(contract):
        return
    previous: Milestone | None = None
    for milestone in contract.milestones:
        if milestone.cancelled_on or milestone.refunded:
            continue
        work = milestone.first_work
        if previous and work and milestone.structured and not _is_parallel(milestone):
            yield from _too_early(contract, previous, milestone, work)
        previous = milestone


def _too_early(
    contract: Contract, previous: Milestone, milestone: Milestone, work: Spanned[Date]
) -> Iterator[Finding]:
    before, name = name_of(previous), name_of(milestone)
    approval = approval_of(contract, previous)
    day = approval.date if approval else None
    if day and day.value <= work.value:
        return
    fact, related = f"{before} is not approved", Label(previous.span, before)
    if approval and day:
        fact = f"{before} was approved {day.value} ({name_of(approval)})"
        related = Label(day.span, f"{before} approved")
    yield Finding(
        f"{name} started {work.value} but {fact}",
        Label(work.span, f"{name} started"),
        related=(related,),
        help=f"record when {before} was really approved, or add `parallel: true` to {name}",
        about=(previous.span,),  # so that only its own missing approval mutes it
        counter_text=letter.approval_request(before),
    )


def implicit_approval(approval: Approval, cx: Context) -> Iterator[Finding]:
    """Approvals that rest on silence or talk."""
    method = approval.method
    if method is None or method.value not in ("silence", "verbal", "auto_release"):
        return
    automatic = method.value == "auto_release"
    if automatic and cx.options["auto_release"] == "allow":
        return
    name = name_of(approval)
    subject = f" of `{approval.subject.value}`" if approval.subject else ""
    yield Finding(
        f"{name} is an approval{subject} by `{method.value}`, not a written yes",
        Label(method.span),
        case="auto-release" if automatic and cx.options["auto_release"] == "info" else None,
        help="ask for a short written confirmation and record it as `explicit`",
        counter_text=letter.approval_request(approval.subject.value if approval.subject else "the delivery"),
    )


def wrong_approver(contract: Contract, cx: Context) -> Iterator[Outcome]:
    """No single approver is named, or somebody else approved."""
    named = _approvers(contract)
    if not named:
        if not contract.structured:
            yield NotChecked("no approver is named")
            return
        place = contract.client.span if contract.client else contract.place_for("approvals", "revisions")
        advice = "name the one person whose yes counts, as `approver` of the client"
        yield Finding("no approver is named", Label(place), help=advice)
        return
    approver = named[0]
    yield from _several(named)
    deciders = [(name_of(a), a.by, a.span) for a in contract.approvals if not _is_automatic(a)]
    deciders += [(name_of(r), r.by, r.span) for r in contract.revision_rounds]
    for name, by, about in deciders:
        known = by is None or any(_is_same_person(by.value, who.value) for who in named)
        if by and not known and not _is_unspecific(contract, by.value):
            yield _somebody_else(name, by, approver, about)


def _approvers(contract: Contract) -> list[Spanned[str]]:
    client, revisions = contract.client, contract.revisions
    named = [client.approver if client else None, revisions.approver if revisions else None]
    return [who for who in named if who]


def _several(named: list[Spanned[str]]) -> Iterator[Finding]:
    """More than one person who may approve."""
    advice = "let one person collect the comments and approve"
    if len(named) == 2 and not _is_same_person(named[0].value, named[1].value):
        message = f"two approvers are named, `{named[0].value}` and `{named[1].value}`"
        yield Finding(message, Label(named[1].span), related=(Label(named[0].span),), help=advice)
        return
    text = f" {named[0].value.lower()} "
    if any(word in text for word in (" and ", " & ", " or ", "/", ";")):
        yield Finding(f"`{named[0].value}` is more than one approver", Label(named[0].span), help=advice)


def _somebody_else(name: str, by: Spanned[str], approver: Spanned[str], about: Span) -> Finding:
    return Finding(
        f"{name} is by `{by.value}` but the approver is `{approver.value}`",
        Label(by.span),
        related=(Label(approver.span, "approver"),),
        help=f"ask `{approver.value}` to confirm in writing, or agree on a new approver",
        about=(about,),
    )


def _is_automatic(approval: Approval) -> bool:
    return approval.method is not None and approval.method.value in _NOBODY


def _is_same_person(one: str, other: str) -> bool:
    """Whether two names may be one person: all words of the shorter stand in the longer."""
    words, others = set(_words(one)), set(_words(other))
    return bool(words and others) and (words <= others or others <= words)


def _words(name: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in name.casefold()).split()


def _is_unspecific(contract: Contract, by: str) -> bool:
    """Whether a name is only that of the client as a whole, or of the platform."""
    company = contract.client.name.value if contract.client and contract.client.name else ""
    return by.casefold() in ("client", "platform", "upwork", "fiverr") or _is_same_person(by, company)


def overdue_approval(contract: Contract, cx: Context) -> Iterator[Finding]:
    """Deliveries whose approval was not asked for, or whose review window passed without a word."""
    today = cx.today
    if today is None:
        return
    late = [d for d in approval_requests(contract, cx.calendar, cx.options["ask_days"]) if d.on < today]
    for due in late:
        yield Finding(
            f"{due.what.removeprefix('ask for approval of ')} was submitted {due.since.value} "
            "and its approval was not asked for",
            Label(due.since.span),
            help="ask for a written yes, and record the request",
            about=(due.about,),
            counter_text=due.words,
        )
    asked = {due.about for due in late}
    days = cx.options["review_days"] or review_days(contract, cx.profile)
    for due in reviews(contract, days):
        if due.on < today and due.about not in asked and not check_ins_since(contract, due.on):
            yield _window_passed(contract, due.about, due.since, due.on, days)


def _window_passed(
    contract: Contract, about: Span, since: Spanned[Date], on: Date, days: int | None
) -> Finding:
    name = next(name_of(m) for m in contract.milestones if m.span == about)
    return Finding(
        f"{name} was submitted {since.value} and the {days} days of review ended {on} without an answer",
        Label(since.span),
        help="if the platform released the money, record that as `auto_release`; else ask the client again",
        about=(about,),
        counter_text=letter.close_request(name, days_after(on, 14)),
    )
