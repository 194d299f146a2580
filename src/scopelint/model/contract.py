"""The one contract that rules see."""

from datetime import date as Date
from decimal import Decimal
from typing import NamedTuple

from scopelint.diagnostics import Problem
from scopelint.model.past import History, Lock
from scopelint.model.record import (
    Approval,
    Assumption,
    Audit,
    Change,
    CheckIn,
    Closure,
    Deliverable,
    Dispute,
    Exclusion,
    Incident,
    Milestone,
    Option,
    Party,
    RevisionPolicy,
    RevisionRound,
    Scope,
    Screening,
    Terms,
    TimeEntry,
)
from scopelint.model.statement import (
    Clause,
    Document,
    Heading,
    Phrase,
    Placeholder,
    Price,
    Statement,
    Template,
)
from scopelint.model.value import Evidence, Money, Phase
from scopelint.text import Span, Spanned


class Contract(NamedTuple):
    """Everything the documents of one engagement say, understood as one thing.

    ``path`` is the contract's folder or file as shown. ``title_span`` is where what is missing is
    placed when no section fits. ``deliverables`` are those of the scope; what changes add is in
    ``changes``. ``structured`` tells that records say so (``scopelint: 1`` or a YAML record).
    ``price`` is the agreed base; approved changes come on top. ``locked`` holds the terms both sides
    agreed, from the lock or else from ``agreed_ref``; with ``lock`` and ``history`` it is filled only when
    a rule needs it.
    """

    path: str
    title_span: Span
    phase: Phase
    structured: bool = False
    id: Spanned[str] | None = None
    title: Spanned[str] | None = None
    type: Spanned[str] | None = None
    platform: Spanned[str] | None = None
    status: Spanned[str] | None = None
    currency: Spanned[str] | None = None
    price: Spanned[Money] | None = None
    rate: Spanned[Money] | None = None
    weekly_limit: Spanned[Decimal] | None = None
    accepted_on: Spanned[Date] | None = None
    started_on: Spanned[Date] | None = None
    due_on: Spanned[Date] | None = None
    agreed_ref: Spanned[str] | None = None
    ref: Spanned[str] | None = None
    freelancer: Party | None = None
    client: Party | None = None
    scope: Scope | None = None
    deliverables: tuple[Deliverable, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    options: tuple[Option, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    revisions: RevisionPolicy | None = None
    milestones: tuple[Milestone, ...] = ()
    changes: tuple[Change, ...] = ()
    approvals: tuple[Approval, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    revision_rounds: tuple[RevisionRound, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    incidents: tuple[Incident, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    closure: Closure | None = None
    screening: Screening | None = None
    timelog: tuple[TimeEntry, ...] = ()
    terms: Terms | None = None
    clauses: tuple[Clause, ...] = ()
    prices: tuple[Price, ...] = ()
    statements: tuple[Statement, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    template: Template | None = None
    headings: tuple[Heading, ...] = ()
    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    locked: "Contract | None" = None
    lock: Lock | None = None
    history: History | None = None

    def clause(self, name: str) -> Clause:
        """The clause of that name; raises KeyError for a name that is not in ``CLAUSES``."""
        for clause in self.clauses:
            if clause.name == name:
                return clause
        raise KeyError(name)

    def place_for(self, *kinds: str) -> Span:
        """Where to say that something is missing: the heading of the first kind there is, or the title."""
        for kind in kinds:
            for heading in self.headings:
                if heading.kind == kind:
                    return heading.span
        return self.title_span

    def milestone(self, id: str) -> Milestone | None:
        """The milestone with that id."""
        return next((m for m in self.milestones if m.id and m.id.value == id), None)

    def change(self, id: str) -> Change | None:
        """The change with that id."""
        return next((c for c in self.changes if c.id and c.id.value == id), None)

    def approvals_of(self, subject: str) -> tuple[Approval, ...]:
        """Approvals of a subject (``scope`` or an id), in written order."""
        return tuple(a for a in self.approvals if a.subject and a.subject.value == subject)


class RepositoryView(NamedTuple):
    """What rules over all contracts of a run see: their ids and the audits."""

    ids: tuple[Spanned[str], ...]
    audits: tuple[Audit, ...]
    root: Span
