"""Disputes are worth it, prepared, and answered in time."""

from collections.abc import Iterator
from decimal import Decimal

from scopelint.diagnostics import Finding, Label
from scopelint.model import Contract, Dispute
from scopelint.model.clock import answer_days, dispute_answers, escrow_claims
from scopelint.model.naming import name_of
from scopelint.rules.rule import Context

_KINDS = {
    "scope": ("scope",),
    "approval": ("approval",),
    "delivery": ("delivery", "submission"),
}
"""What a case rests on, and the kinds of evidence that show it."""


def small_claim_dispute(dispute: Dispute, cx: Context) -> Iterator[Finding]:
    """A formal dispute about a sum that rarely repays it."""
    amount = dispute.amount
    if amount is None or _is_by_client(dispute):
        return
    stake = amount.value.amount
    if stake >= Decimal(str(cx.options["info_below"])):
        return
    yield Finding(
        f"{name_of(dispute)} is about {amount.value}, which rarely repays a formal dispute",
        Label(amount.span),
        case=None if stake < Decimal(str(cx.options["warn_below"])) else "modest",
        help="weigh a part payment, a refund or a clean exit against the time it takes",
    )


def unprepared_dispute(dispute: Dispute, cx: Context) -> Iterator[Finding]:
    """A dispute without an earlier direct attempt, or without proof of scope, approval and delivery."""
    if _is_by_client(dispute):
        return
    name = name_of(dispute)
    at = Label(dispute.opened_on.span if dispute.opened_on else dispute.span)
    attempts = [c.record for c in dispute.direct_attempts]
    if not attempts:
        advice = (
            "ask the client directly first, in the platform's messages, and cite it under `direct_attempts`"
        )
        yield Finding(f"{name} has no direct attempt before it", at, help=advice)
    elif dispute.opened_on:
        opened = dispute.opened_on
        dates = [record.date for record in attempts if record and record.date]
        if dates and len(dates) == len(attempts) and all(day.value > opened.value for day in dates):
            yield Finding(
                f"{name} was opened {opened.value} but the first direct attempt is of {dates[0].value}",
                at,
                related=(Label(dates[0].span, "direct attempt"),),
                help="try directly before a dispute; if a date is wrong, correct it",
            )
    missing = _missing_kinds(dispute)
    if missing:
        yield Finding(
            f"{name} cites no evidence of {', '.join(missing)}",
            Label(dispute.evidence[0].span if dispute.evidence else dispute.span),
            help="cite the agreed scope, what was approved, and the delivery itself",
        )


def _missing_kinds(dispute: Dispute) -> list[str]:
    """Kinds of proof that no citation gives; a citation of unknown kind may be any of them."""
    kinds, unknown = set(), 0
    for citation in dispute.evidence:
        kind = citation.record.kind if citation.record else None
        word = kind.value if kind else (citation.id or "").lower()
        if any(word in words for words in _KINDS.values()):
            kinds.add(word)
        elif kind is None:
            unknown += 1
    missing = [name for name, words in _KINDS.items() if not kinds & set(words)]
    return missing if len(missing) > unknown else []


def _is_by_client(dispute: Dispute) -> bool:
    """Whether the client opened it: then it is not ours to weigh or prepare."""
    kind = dispute.kind.value.lower() if dispute.kind else ""
    return "client" in kind or "refund" in kind


def missed_response_window(contract: Contract, cx: Context) -> Iterator[Finding]:
    """Answers to disputes and refund requests that came too late, or are still missing."""
    if cx.today is None:
        return
    for dispute in contract.disputes:
        yield from _late_answer(contract, dispute, cx)
    for due in (
        *dispute_answers(contract, cx.profile),
        *escrow_claims(contract, cx.profile.days("dispute_days")),
    ):
        left = (due.on - cx.today).days
        claim = due.kind == "escrow-claim"
        what = (
            "the contract ended with delivered work unpaid"
            if claim
            else due.what.replace("answer ", "the answer to ")
        )
        if left < 0:
            words = f"{what} and the days to dispute ended {due.on}" if claim else f"{what} was due {due.on}"
            advice = (
                "record what was answered or refunded; if nothing was, ask the platform's support at once"
            )
            yield Finding(words, Label(due.since.span), help=advice, about=(due.about,))
        elif claim:
            yield Finding(
                f"{what} and can be disputed until {due.on}",
                Label(due.since.span),
                case="open",
                help="leave feedback for the client, then dispute; or record the agreed refund",
                about=(due.about,),
            )


def _late_answer(contract: Contract, dispute: Dispute, cx: Context) -> Iterator[Finding]:
    answered, stated, opened = dispute.responded_on, dispute.response_due_on, dispute.opened_on
    if answered is None:
        return
    last = stated.value if stated else None
    if last is None and opened is not None:
        days = answer_days(contract, cx.profile, dispute.kind.value if dispute.kind else "")
        last = opened.value.fromordinal(opened.value.toordinal() + days) if days else None
    if last and answered.value > last:
        yield Finding(
            f"{name_of(dispute)} was answered {answered.value} but the answer was due {last}",
            Label(answered.span, "answered"),
            related=tuple(Label(day.span, "due") for day in (stated or opened,) if day),
            help="if a date is wrong, correct it; else ask the platform's support whether it still counts",
            about=(dispute.span,),
        )
