"""What one document says."""

from datetime import date as Date
from decimal import Decimal
from typing import NamedTuple

from scopelint.diagnostics import Passage, Problem
from scopelint.model import (
    Approval,
    Assumption,
    Audit,
    Change,
    CheckIn,
    Clause,
    Closure,
    Deliverable,
    Dispute,
    Evidence,
    Exclusion,
    Heading,
    Incident,
    Milestone,
    Money,
    Option,
    Party,
    Phrase,
    Placeholder,
    Price,
    RevisionPolicy,
    RevisionRound,
    Scope,
    Screening,
    Statement,
    Template,
    Terms,
    TimeEntry,
)
from scopelint.syntax.directive import Directive
from scopelint.text import SourceFile, Span, Spanned


class Header(NamedTuple):
    """The key ``contract`` of a record, or the title and metadata lines of a plain document."""

    span: Span
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


class Parties(NamedTuple):
    """The two sides as one place names them."""

    span: Span
    freelancer: Party | None = None
    client: Party | None = None


class Fragment(NamedTuple):
    """What one document says, read without looking at any other.

    Tuples hold every statement, also of things a contract has once: linking decides, and keeps both
    places of a clash. ``clauses`` holds what is stated or not applicable, never what is missing.
    ``keys`` are our own top-level keys that a YAML document holds. ``record_problems`` is what is
    wrong with tables read as records: of interest in a structured contract only. ``is_log`` marks a log or
    form of changes, decisions or payments. ``passages`` are its words that are not read as terms.
    """

    source: SourceFile
    title: Span
    language: str | None = None
    structured: bool = False
    is_log: bool = False
    keys: tuple[str, ...] = ()
    headers: tuple[Header, ...] = ()
    parties: tuple[Parties, ...] = ()
    scopes: tuple[Scope, ...] = ()
    deliverables: tuple[Deliverable, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    options: tuple[Option, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    revisions: tuple[RevisionPolicy, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    changes: tuple[Change, ...] = ()
    approvals: tuple[Approval, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    revision_rounds: tuple[RevisionRound, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    incidents: tuple[Incident, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    closures: tuple[Closure, ...] = ()
    screenings: tuple[Screening, ...] = ()
    timelog: tuple[TimeEntry, ...] = ()
    terms: tuple[Terms, ...] = ()
    audits: tuple[Audit, ...] = ()
    clauses: tuple[Clause, ...] = ()
    prices: tuple[Price, ...] = ()
    statements: tuple[Statement, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    template: Template | None = None
    headings: tuple[Heading, ...] = ()
    directives: tuple[Directive, ...] = ()
    problems: tuple[Problem, ...] = ()
    record_problems: tuple[Problem, ...] = ()
    passages: tuple[Passage, ...] = ()
