"""Records of dealing with the client, from screening to the end of the contract."""

from datetime import date as Date
from decimal import Decimal
from typing import NamedTuple

from scopelint.model.value import Citation, Money
from scopelint.text import Span, Spanned


class RedFlag(NamedTuple):
    """A sign of a difficult client, and what was done about it."""

    span: Span
    code: Spanned[str] | None = None
    source: Spanned[str] | None = None
    mitigation: Spanned[str] | None = None


class Screening(NamedTuple):
    """What was looked up about a client before accepting. ``no_review_share`` is between 0 and 1."""

    span: Span
    date: Spanned[Date] | None = None
    client_rating: Spanned[Decimal] | None = None
    reviews: Spanned[int] | None = None
    no_review_share: Spanned[Decimal] | None = None
    payment_verified: Spanned[bool] | None = None
    own_estimate: Spanned[Money] | None = None
    red_flags: tuple[RedFlag, ...] = ()
    questions: tuple[Spanned[str], ...] = ()


class CheckIn(NamedTuple):
    """A message that asks a silent client for an answer; ``kind`` is check_in or close_request."""

    span: Span
    date: Spanned[Date] | None = None
    kind: Spanned[str] | None = None
    deadline: Spanned[Date] | None = None
    evidence: tuple[Citation, ...] = ()
    answered_on: Spanned[Date] | None = None


class Incident(NamedTuple):
    """A threat, abuse, or a request that breaks the platform's terms, and what was answered."""

    span: Span
    date: Spanned[Date] | None = None
    kind: Spanned[str] | None = None
    evidence: tuple[Citation, ...] = ()
    response: Spanned[str] | None = None
    reported_on: Spanned[Date] | None = None


class Dispute(NamedTuple):
    """A formal dispute. ``direct_attempts`` and ``evidence`` prepare it."""

    span: Span
    id: Spanned[str] | None = None
    kind: Spanned[str] | None = None
    opened_on: Spanned[Date] | None = None
    amount: Spanned[Money] | None = None
    milestone: Spanned[str] | None = None
    direct_attempts: tuple[Citation, ...] = ()
    evidence: tuple[Citation, ...] = ()
    response_due_on: Spanned[Date] | None = None
    responded_on: Spanned[Date] | None = None
    outcome: Spanned[str] | None = None


class Refund(NamedTuple):
    """Money given back at the end."""

    span: Span
    amount: Spanned[Money] | None = None
    date: Spanned[Date] | None = None
    reason: Spanned[str] | None = None
    agreed: tuple[Citation, ...] = ()


class Closure(NamedTuple):
    """How the contract ended."""

    span: Span
    date: Spanned[Date] | None = None
    by: Spanned[str] | None = None
    reason: Spanned[str] | None = None
    notice: tuple[Citation, ...] = ()
    escrow_balance: Spanned[Money] | None = None
    refund: Refund | None = None
    feedback_left_on: Spanned[Date] | None = None
    feedback_received: Spanned[str] | None = None
    note: Spanned[str] | None = None
