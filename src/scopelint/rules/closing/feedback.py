"""Feedback at the end: for the client, and unfair feedback from them."""

from collections.abc import Iterator

from scopelint.diagnostics import Finding, Label
from scopelint.model import Contract
from scopelint.model.calendar import days_after
from scopelint.rules.rule import Context

_UNFAIR = ("unfair", "false", "retaliat", "threat", "extort")


def missing_client_feedback(contract: Contract, cx: Context) -> Iterator[Finding]:
    """No honest review of the client, or one left after the window closed."""
    closure, days = contract.closure, cx.options["days"] or cx.profile.days("feedback_days")
    if closure is None or closure.date is None or days is None or cx.today is None:
        return
    last = days_after(closure.date.value, days)
    left = closure.feedback_left_on
    ended = Label(closure.date.span, "closed")
    advice = (
        "leave a factual, calm review: other freelancers read it, and it is what gets bad clients flagged"
    )
    if left and left.value > last:
        message = f"feedback for the client was left {left.value} but the window closed {last}"
        yield Finding(
            message, Label(left.span, "left"), related=(ended,), help="if a date is wrong, correct it"
        )
    elif left is None and cx.today > last:
        message = f"no feedback was left for the client; the window closed {last}"
        yield Finding(
            message, ended, help="record `feedback_left_on` if it was; next time leave it in the first days"
        )
    elif left is None and cx.today >= closure.date.value:
        yield Finding(f"feedback for the client can be left until {last}", ended, case="open", help=advice)


def available_feedback_removal(contract: Contract, cx: Context) -> Iterator[Finding]:
    """An unfair review that the platform's benefit would still remove."""
    received = contract.closure.feedback_received if contract.closure else None
    if received is None or not cx.profile.value("feedback_removal"):
        return
    if any(word in received.value.lower() for word in _UNFAIR):
        yield Finding(
            f"the feedback `{received.value}` may be removed by the benefit `{cx.profile.id}` grants",
            Label(received.span),
            help="use the removal for the review that weighs most, or report one that breaks the terms",
        )
