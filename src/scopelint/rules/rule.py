"""A rule: data and one pure function."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date as Date
from typing import Any, NamedTuple, TypeAlias

from scopelint.diagnostics import Finding, NotChecked, Severity
from scopelint.model import Calendar, Contract, Phase, PlatformProfile, RepositoryView


class Context(NamedTuple):
    """What a check may use beside its record: no disk, no clock, no network.

    ``today`` is None when rules must not depend on the calendar. ``repository`` is set for rules over
    all contracts only; ``contract`` is not, for those.
    """

    contract: Contract
    options: Mapping[str, Any]
    profile: PlatformProfile
    calendar: Calendar
    today: Date | None = None
    repository: RepositoryView | None = None


Outcome: TypeAlias = Finding | NotChecked
Check: TypeAlias = Callable[[Any, Context], Iterator[Outcome]]


class Rule(NamedTuple):
    """A rule as its page in the catalogue declares it.

    ``severity`` is the default; ``by_phase`` and ``by_case`` refine it, a case before a phase. None
    means off. ``every`` names what the check is called for: ``contract``, ``repository``, or a record
    kind of the traversal (``milestone``, ``deliverable``, ``change``, …). ``across`` is ``repository`` for
    one that is asked about all contracts together as well.

    ``profile`` is the smallest profile that holds the rule: ``core``, ``default`` or ``strict``.
    ``needs`` holds ``today``, ``lock``, ``history`` and ``records`` (not checked in a plain contract)
    and ``terms`` (not checked where the documents only log changes or decisions).
    ``stub`` holds what may be appended to a contract that lacks it, by language: ``markdown``, ``yaml``.
    ``types`` and ``platforms`` limit the contracts it speaks about; empty means all.
    """

    id: str
    category: str
    summary: str
    severity: Severity | None
    check: Check
    phases: frozenset[Phase] = frozenset(Phase)
    every: str = "contract"
    across: str | None = None
    by_phase: Mapping[Phase, Severity | None] = {}
    by_case: Mapping[str, Severity | None] = {}
    options: Mapping[str, Any] = {}
    help: str | None = None
    profile: str = "default"
    needs: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    platforms: frozenset[str] = frozenset()
    muted_by: tuple[str, ...] = ()
    status: str = "stable"
    counter_text: str | None = None
    stub: Mapping[str, str] = {}
