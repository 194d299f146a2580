"""The records of a contract: what a YAML mapping or a Markdown table row states.

Every record has the place it stands at; every value has its own. Field names are the keys of the
schema (``from`` of evidence is ``sender``, ``class`` of a change is ``kind``).
"""

from datetime import date as Date
from decimal import Decimal
from typing import NamedTuple

from scopelint.model.value import Citation, Money
from scopelint.text import Span, Spanned


class Party(NamedTuple):
    """One side of the contract. ``approver`` is the one person who may approve for the client."""

    span: Span
    name: Spanned[str] | None = None
    approver: Spanned[str] | None = None
    contact: Spanned[str] | None = None
    address: Spanned[str] | None = None


class Deliverable(NamedTuple):
    """Something to be handed over.

    ``parents`` are the texts of the items and headings it is nested in, outermost first, so that a
    bare item is read with its context. ``structured`` is true for a record with the schema's columns.
    """

    span: Span
    text: Spanned[str]
    id: Spanned[str] | None = None
    quantity: Spanned[str] | None = None
    format: Spanned[str] | None = None
    acceptance: tuple[Spanned[str], ...] = ()
    inputs: Spanned[str] | None = None
    parents: tuple[str, ...] = ()
    has_items: bool = False
    structured: bool = False


class Exclusion(NamedTuple):
    """Something the price does not include."""

    span: Span
    text: Spanned[str]
    id: Spanned[str] | None = None


class Option(NamedTuple):
    """Something offered on top, at a price of its own; not part of the scope unless chosen."""

    span: Span
    text: Spanned[str]


class Assumption(NamedTuple):
    """Something taken for granted, often owed by the client by a date."""

    span: Span
    text: Spanned[str]
    id: Spanned[str] | None = None
    owner: Spanned[str] | None = None
    due_on: Spanned[Date] | None = None


class Scope(NamedTuple):
    """The scope in prose, when it was agreed, and the brief it answers."""

    span: Span
    text: Spanned[str] | None = None
    agreed_on: Spanned[Date] | None = None
    evidence: tuple[Citation, ...] = ()
    brief: Spanned[str] | None = None
    file: Spanned[str] | None = None


class RevisionPolicy(NamedTuple):
    """What the price includes of revisions.

    ``unlimited`` holds the words that leave the number open in effect. ``extra_round_price`` is money,
    or the words that price a further round ("at the hourly rate").
    """

    span: Span
    included: Spanned[int] | None = None
    per: Spanned[str] | None = None
    round: Spanned[str] | None = None
    new_work: Spanned[str] | None = None
    feedback_window_days: Spanned[int] | None = None
    approver: Spanned[str] | None = None
    extra_round_price: Spanned[Money] | Spanned[str] | None = None
    unlimited: Spanned[str] | None = None


class RoundItem(NamedTuple):
    """One comment of a revision round."""

    span: Span
    deliverable: Spanned[str] | None = None
    criterion: Spanned[str] | None = None
    note: Spanned[str] | None = None


class RevisionRound(NamedTuple):
    """One round of revisions that was asked for."""

    span: Span
    id: Spanned[str] | None = None
    milestone: Spanned[str] | None = None
    deliverable: Spanned[str] | None = None
    requested_on: Spanned[Date] | None = None
    by: Spanned[str] | None = None
    consolidated: Spanned[bool] | None = None
    items: tuple[RoundItem, ...] = ()
    evidence: tuple[Citation, ...] = ()
    delivered_on: Spanned[Date] | None = None
    change: Spanned[str] | None = None


class Payment(NamedTuple):
    """Money moved on a date: funding, release or refund of a milestone."""

    span: Span
    date: Spanned[Date] | None = None
    amount: Spanned[Money] | None = None
    evidence: tuple[Citation, ...] = ()


class Milestone(NamedTuple):
    """A step with its own price, date and approval.

    ``share`` is a percentage of the total (50 for "50 %") where no amount stands. ``due`` is the
    wording when it is no date ("two weeks after kick-off"). ``approval`` is the id of an approval.
    ``structured`` is true for a record with the schema's keys, false for one read from prose.
    """

    span: Span
    id: Spanned[str] | None = None
    title: Spanned[str] | None = None
    amount: Spanned[Money] | None = None
    share: Spanned[Decimal] | None = None
    due_on: Spanned[Date] | None = None
    due: Spanned[str] | None = None
    deliverables: tuple[Spanned[str], ...] = ()
    change: Spanned[str] | None = None
    funded: Payment | None = None
    started_on: Spanned[Date] | None = None
    submitted_on: tuple[Spanned[Date], ...] = ()
    changes_requested_on: tuple[Spanned[Date], ...] = ()
    approval: Spanned[str] | None = None
    released: Payment | None = None
    refunded: Payment | None = None
    cancelled_on: Spanned[Date] | None = None
    parallel: Spanned[bool] | None = None
    status: Spanned[str] | None = None
    structured: bool = False

    @property
    def first_work(self) -> Spanned[Date] | None:
        """The first day on which work is recorded: its start, or a submission before any start."""
        days = self.submitted_on if self.started_on is None else (self.started_on, *self.submitted_on)
        return min(days, key=lambda day: day.value, default=None)

    @property
    def last_submission(self) -> Spanned[Date] | None:
        """The newest submission."""
        return max(self.submitted_on, key=lambda day: day.value, default=None)


class Approval(NamedTuple):
    """A recorded answer to a delivery. Silence and talk are recorded facts, not approvals."""

    span: Span
    id: Spanned[str] | None = None
    subject: Spanned[str] | None = None
    version: Spanned[str] | None = None
    by: Spanned[str] | None = None
    requested_on: Spanned[Date] | None = None
    date: Spanned[Date] | None = None
    method: Spanned[str] | None = None
    evidence: tuple[Citation, ...] = ()


class Change(NamedTuple):
    """A change request; once approved, a change order.

    ``kind`` is the key ``class``: revision, clarification, defect, new_work, removal or schedule.
    ``schedule_days`` are business days. ``adds`` holds the deliverables it adds, ``adds_ids`` and
    ``removes`` the ids of deliverables.
    """

    span: Span
    id: Spanned[str] | None = None
    requested_on: Spanned[Date] | None = None
    by: Spanned[str] | None = None
    request: Spanned[str] | None = None
    reason: Spanned[str] | None = None
    kind: Spanned[str] | None = None
    adds: tuple[Deliverable, ...] = ()
    adds_ids: tuple[Spanned[str], ...] = ()
    removes: tuple[Spanned[str], ...] = ()
    quoted_on: Spanned[Date] | None = None
    price: Spanned[Money] | None = None
    schedule_days: Spanned[int] | None = None
    decision: Spanned[str] | None = None
    decided_on: Spanned[Date] | None = None
    approval: Spanned[str] | None = None
    milestone: Spanned[str] | None = None
    work_started_on: Spanned[Date] | None = None
    minutes: Spanned[int] | None = None
    evidence: tuple[Citation, ...] = ()


class TimeEntry(NamedTuple):
    """Hours of one week, given by its Monday."""

    span: Span
    week: Spanned[Date] | None = None
    hours: Spanned[Decimal] | None = None
    tracker: Spanned[bool] | None = None
    manual: Spanned[bool] | None = None
    memo: Spanned[str] | None = None


class Termination(NamedTuple):
    """How the contract ends early and what is paid then."""

    span: Span
    notice_days: Spanned[int] | None = None
    pay_for: Spanned[str] | None = None


class Terms(NamedTuple):
    """Standard terms, each as stated."""

    span: Span
    ip_transfer: Spanned[str] | None = None
    termination: Termination | None = None
    kill_fee: Spanned[str] | None = None
    late_fee: Spanned[str] | None = None


class Audit(NamedTuple):
    """A look over the repository's open contracts."""

    span: Span
    date: Spanned[Date] | None = None
    contracts: tuple[Spanned[str], ...] = ()
    action: Spanned[str] | None = None
