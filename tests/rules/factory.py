"""Small contracts for the tests of single checks: values whose places are told by their order."""

from collections.abc import Callable, Iterator
from datetime import date as Date
from decimal import Decimal
from itertools import count
from typing import Any, TypeVar

from scopelint.diagnostics import Finding, NotChecked
from scopelint.model import (
    CLAUSES,
    Approval,
    Calendar,
    Change,
    Clause,
    ClauseStatus,
    Contract,
    Deliverable,
    Exclusion,
    Milestone,
    Money,
    Phase,
    PlatformProfile,
)
from scopelint.rules.rule import Context, Outcome
from scopelint.text import Span, Spanned

T = TypeVar("T")
TITLE = Span("scope.md", 0, 0)
_places = count(1)


def place() -> Span:
    """A new place, after all earlier ones."""
    start = next(_places) * 10
    return Span("scope.md", start, start + 5)


def at(value: T) -> Spanned[T]:
    """A value at a new place."""
    return Spanned(value, place())


def day(iso: str) -> Spanned[Date]:
    """A date at a new place."""
    return at(Date.fromisoformat(iso))


def usd(amount: str | int) -> Spanned[Money]:
    """An amount of US dollars at a new place."""
    return at(Money(Decimal(amount), "USD"))


def deliverable(text: str, id: str | None = None, **more: Any) -> Deliverable:
    """A deliverable with that text."""
    return Deliverable(place(), at(text), id=at(id) if id else None, **more)


def exclusion(text: str, id: str | None = None) -> Exclusion:
    """An exclusion with that text."""
    return Exclusion(place(), at(text), id=at(id) if id else None)


def milestone(id: str, **more: Any) -> Milestone:
    """A structured milestone; plain words and dates are given as ``at(…)`` and ``day(…)``."""
    return Milestone(place(), id=at(id), structured=True, **more)


def change(id: str, **more: Any) -> Change:
    """A change with that id."""
    return Change(place(), id=at(id), **more)


def approval(id: str, subject: str, on: str | None = None, method: str = "explicit", **more: Any) -> Approval:
    """An approval of a subject, on a date if given."""
    return Approval(
        place(), id=at(id), subject=at(subject), date=day(on) if on else None, method=at(method), **more
    )


def contract(*, phase: Phase = Phase.ACTIVE, stated: tuple[str, ...] = (), **more: Any) -> Contract:
    """A structured contract; the clauses named in ``stated`` are stated, the others missing."""
    clauses = tuple(
        Clause(name, ClauseStatus.STATED if name in stated else ClauseStatus.MISSING, TITLE)
        for name in CLAUSES
    )
    return Contract(
        **{"path": ".", "title_span": TITLE, "structured": True, "clauses": clauses, **more}, phase=phase
    )


def context(
    contract: Contract, *, today: str | None = None, profile: PlatformProfile | None = None, **options: Any
) -> Context:
    """What a check is given beside its record."""
    return Context(
        contract,
        options,
        profile or PlatformProfile("direct", {}),
        Calendar(),
        Date.fromisoformat(today) if today else None,
    )


def findings(check: Callable[[Any, Context], Iterator[Outcome]], record: Any, cx: Context) -> list[Finding]:
    """What a check says, which must not be that it could not judge."""
    outcomes = list(check(record, cx))
    assert not [o for o in outcomes if isinstance(o, NotChecked)]
    return [o for o in outcomes if isinstance(o, Finding)]


def messages(check: Callable[[Any, Context], Iterator[Outcome]], record: Any, cx: Context) -> list[str]:
    """The messages of what a check says."""
    return [finding.message for finding in findings(check, record, cx)]
