"""Small favours, alone and in sum."""

from collections.abc import Iterator
from decimal import Decimal

from scopelint.diagnostics import Finding, Label
from scopelint.model import Change, Contract
from scopelint.model.naming import name_of
from scopelint.rules.changes.appearance import first_committed
from scopelint.rules.changes.order import change_place
from scopelint.rules.gathering import gathered
from scopelint.rules.rule import Context
from scopelint.text import Span


def accumulated_creep(contract: Contract, cx: Context) -> Iterator[Finding]:
    """Work absorbed without pay is more than a favour, singly or in sum."""
    absorbed = [c for c in contract.changes if c.decision and c.decision.value == "absorbed"]
    unmeasured = [_unmeasured(c) for c in absorbed if c.minutes is None]
    yield from gathered(unmeasured, len(absorbed), "absorbed changes do not say how many minutes they took")
    large = [c for c in absorbed if c.minutes and c.minutes.value > cx.options["single_min"]]
    for change in large:
        yield _large(change, cx)
    if len(absorbed) > 1:
        yield from _too_much_time(absorbed, cx)
        yield from _too_much_value(absorbed, cx)


def _unmeasured(change: Change) -> Finding:
    message = f"{name_of(change)} was absorbed without saying how many minutes it took"
    return Finding(message, Label(_decision_span(change)), case="unmeasured", about=(change.span,))


def _large(change: Change, cx: Context) -> Finding:
    minutes = change.minutes.value if change.minutes else 0
    at = change.minutes.span if change.minutes else change.span
    message = (
        f"{name_of(change)} was absorbed at {minutes} minutes; a favour is at most {cx.options['single_min']}"
    )
    return Finding(message, Label(at, first_committed(cx.contract, change.id)), about=(change.span,))


def _too_much_time(absorbed: list[Change], cx: Context) -> Iterator[Finding]:
    timed = [c for c in absorbed if c.minutes]
    total = sum(c.minutes.value for c in timed if c.minutes)
    if len(timed) > 1 and total > cx.options["total_min"]:
        parts = " + ".join(f"{name_of(c)} {c.minutes.value}" for c in timed if c.minutes)
        message = f"absorbed changes add up to {total} minutes ({parts}); more than {cx.options['total_min']}"
        yield _sum(message, timed, cx.contract)


def _too_much_value(absorbed: list[Change], cx: Context) -> Iterator[Finding]:
    price = cx.contract.price
    valued = [c for c in absorbed if c.price and c.price.value.amount > 0]
    if price is None or len(valued) < 2:
        return
    total = sum((c.price.value.amount for c in valued if c.price), Decimal(0))
    share = Decimal(str(cx.options["share"]))
    if total > price.value.amount * share:
        of_price = (
            f"{total * 100 / price.value.amount:.0f} % of the price" if price.value.amount else "unpriced"
        )
        message = f"absorbed changes are worth {total:,} together, {of_price}; more than {share:.0%}"
        yield _sum(message, valued, cx.contract)


def _sum(message: str, changes: list[Change], contract: Contract) -> Finding:
    last = changes[-1]
    return Finding(
        message,
        Label(_decision_span(last), first_committed(contract, last.id)),
        case="total",
        related=tuple(
            Label(change_place(c), first_committed(contract, c.id) or "also absorbed") for c in changes[:-1]
        ),
        about=tuple(c.span for c in changes),
    )


def _decision_span(change: Change) -> Span:
    return change.decision.span if change.decision else change_place(change)
