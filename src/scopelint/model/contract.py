"""The one contract that rules see, and what it was before."""

import re
from collections.abc import Mapping
from datetime import date as Date
from decimal import Decimal
from typing import NamedTuple

from scopelint.diagnostics import Problem
from scopelint.model.client import CheckIn, Closure, Dispute, Incident, Screening
from scopelint.model.past import Agreement, Commit, PastRecord, Version
from scopelint.model.record import (
    Approval,
    Assumption,
    Audit,
    Change,
    Deliverable,
    Exclusion,
    Milestone,
    Option,
    Party,
    RevisionPolicy,
    RevisionRound,
    Scope,
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

_MOST_WORDS = 200
"""As many words as tell a clause from every other."""


class Contract(NamedTuple):
    """Everything the documents of one engagement say, understood as one thing.

    ``path`` is the contract's folder or file as shown. ``title_span`` is where what is missing is
    placed when no section fits. ``deliverables`` are those of the scope; what changes add is in
    ``changes``. ``structured`` tells that records say so (``scopelint: 1`` or a YAML record).
    ``has_terms`` is false when every document is a log or form of changes, decisions or payments,
    ``is_read`` when it is all prose in languages that have no lexicon.
    ``price`` is the agreed base; approved changes come on top. ``locked`` holds the terms both sides
    agreed, from the lock or else from ``agreed_ref``; with ``lock`` and ``history`` it is filled only when
    a rule needs it.
    """

    path: str
    title_span: Span
    phase: Phase
    structured: bool = False
    has_terms: bool = True
    is_read: bool = True
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
    lock: "Lock | None" = None
    history: "History | None" = None

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


class Lock(NamedTuple):
    """The lock file: the agreement in force, earlier ones oldest first, and the terms agreed.

    ``intact`` is false when the terms do not fit the digest: somebody edited them by hand.
    """

    path: str
    agreement: Agreement
    terms: Contract
    earlier: tuple[Agreement, ...] = ()
    intact: bool = True


class History(NamedTuple):
    """What git knows of a contract; when it could not be asked, ``absent`` says why.

    ``agreed`` is the contract at its ``agreed_ref``, ``approved`` the contract at the versions that
    approvals name; names that git does not know are left out. ``versions`` are the committed states of
    the documents, oldest first. In a shallow clone that lacks the beginning, ``partial`` tells what to
    do about it, and ``edge`` holds the oldest commits: what they contain may be older.
    """

    absent: str | None = None
    shallow: bool = False
    partial: str | None = None
    edge: frozenset[str] = frozenset()
    agreed: Contract | None = None
    approved: Mapping[str, Contract] = {}
    versions: tuple[Version, ...] = ()
    records: tuple[PastRecord, ...] = ()

    def first_seen(self, words: str) -> Commit | None:
        """The commit in which words first stood in a document; None when history does not tell.

        Words are found whatever the spacing and the line breaks between them, and by as many as make
        them one of their kind.
        """
        spaced = r"\s+".join(re.escape(word) for word in words.split()[:_MOST_WORDS])
        if not spaced:
            return None
        sought = re.compile(rf"(?<!\w){spaced}(?!\w)")
        for version in self.versions:
            if sought.search(version.text):
                return None if version.commit.id in self.edge else version.commit
        return None


class RepositoryView(NamedTuple):
    """What rules over all contracts of a run see: their ids and the audits."""

    ids: tuple[Spanned[str], ...]
    audits: tuple[Audit, ...]
    root: Span
