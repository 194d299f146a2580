"""Values a contract states: money, durations, citations."""

from datetime import date as Date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from scopelint.text import Span, Spanned


class Money(NamedTuple):
    """An amount with its ISO 4217 currency code, None when the document names none."""

    amount: Decimal
    currency: str | None = None

    def __str__(self) -> str:
        """As people read it: two decimals unless whole, grouped by thousands."""
        whole = self.amount == self.amount.to_integral_value()
        figures = f"{self.amount:,.0f}" if whole else f"{self.amount:,.2f}"
        return f"{figures} {self.currency}" if self.currency else figures


class Duration(NamedTuple):
    """A length of time as stated: ``least`` to ``most`` of a unit (``hour``, ``day``, ``business-day``,
    ``week``, ``month``, ``year``). They are equal unless a range is given.
    """

    least: Decimal
    most: Decimal
    unit: str


class Phase(StrEnum):
    """How far a contract has come; rules declare in which phases they speak."""

    DRAFT = "draft"
    OFFERED = "offered"
    ACTIVE = "active"
    CLOSED = "closed"


class Evidence(NamedTuple):
    """A dated record of something said or done. ``ref`` is a permalink or a relative path."""

    span: Span
    id: Spanned[str] | None = None
    date: Spanned[Date] | None = None
    channel: Spanned[str] | None = None
    sender: Spanned[str] | None = None
    kind: Spanned[str] | None = None
    ref: Spanned[str] | None = None
    file: Spanned[str] | None = None


class Citation(NamedTuple):
    """A record's pointer to evidence: by id, or written in place.

    ``record`` is the evidence itself once linked, None when the id leads nowhere.
    """

    span: Span
    id: str | None
    record: Evidence | None
