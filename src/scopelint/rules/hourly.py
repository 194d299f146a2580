"""Checks of hourly contracts: limits, and time that stays protected."""

from collections.abc import Iterator
from datetime import date as Date
from datetime import timedelta
from decimal import Decimal

from scopelint.diagnostics import Finding, Label, NotChecked
from scopelint.model import Contract, TimeEntry
from scopelint.rules.gathering import gathered
from scopelint.rules.rule import Context, Outcome
from scopelint.text import Span


def exceeded_weekly_limit(contract: Contract, cx: Context) -> Iterator[Outcome]:
    """An hourly contract without rate or weekly limit, or a week with more hours than agreed."""
    if not (contract.structured or contract.timelog):
        yield NotChecked("no time log found")
        return
    if contract.structured:
        yield from _unstated(contract, cx)
    if contract.weekly_limit is None:
        return
    limit = contract.weekly_limit
    for monday, (hours, spans) in _weeks(contract).items():
        if hours > limit.value:
            yield Finding(
                f"{hours.normalize():f} hours are logged in the week of {monday} but the limit is "
                f"{limit.value.normalize():f}",
                Label(spans[-1], f"{hours.normalize():f} hours"),
                related=(Label(limit.span, "limit"), *(Label(span) for span in spans[:-1])),
                help="agree in writing on a higher limit first; hours above it are not protected",
                about=tuple(spans),
            )


def _unstated(contract: Contract, cx: Context) -> Iterator[Finding]:
    """A rate or limit that the records do not state; without a platform nobody asks for a limit."""
    missing = [] if contract.rate else ["rate"]
    if contract.weekly_limit is None:
        missing.append("weekly limit")
    if missing:
        yield Finding(
            f"the hourly contract states no {' and no '.join(missing)}",
            Label(contract.type.span if contract.type else contract.title_span),
            case="no-limit" if contract.rate and cx.profile.id == "direct" else None,
            help="state the price of an hour and how many hours a week are agreed",
        )


def _weeks(contract: Contract) -> dict[Date, tuple[Decimal, list[Span]]]:
    """Hours and places by the Monday of the week."""
    weeks: dict[Date, tuple[Decimal, list[Span]]] = {}
    for entry in contract.timelog:
        if entry.week is None or entry.hours is None:
            continue
        monday = entry.week.value - timedelta(entry.week.value.weekday())
        hours, spans = weeks.get(monday, (Decimal(0), []))
        weeks[monday] = (hours + entry.hours.value, [*spans, entry.hours.span])
    return weeks


def unprotected_time(contract: Contract, cx: Context) -> Iterator[Finding]:
    """Logged time that is manual, untracked, or says too little about the work."""
    found = [f for entry in contract.timelog if (f := _unprotected(entry, cx.options["min_memo_words"]))]
    yield from gathered(found, len(contract.timelog), "no logged time is protected")


def _unprotected(entry: TimeEntry, min_words: int) -> Finding | None:
    """The first reason why an entry is open to dispute."""
    week = f"the time of the week of {entry.week.value}" if entry.week else "a time entry"
    advice = "track with the platform's app, and write in the memo what was done on which part"
    if entry.manual and entry.manual.value:
        return Finding(f"{week} is manual", Label(entry.manual.span), help=advice, about=(entry.span,))
    if entry.tracker and not entry.tracker.value:
        return Finding(f"{week} is not tracked", Label(entry.tracker.span), help=advice, about=(entry.span,))
    if entry.memo is None:
        return Finding(f"{week} has no memo", Label(entry.span), help=advice, about=(entry.span,))
    words = len(entry.memo.value.split())
    if words < min_words:
        message = f"the memo of {week.removeprefix('the time of ')} says too little: `{entry.memo.value}`"
        return Finding(message, Label(entry.memo.span), help=advice, about=(entry.span,))
    return None
