"""The outcome of a run, handed to a reporter."""

from collections.abc import Mapping
from datetime import date as Date
from typing import NamedTuple

from scopelint.diagnostics.diagnostic import Diagnostic
from scopelint.diagnostics.passage import Passage
from scopelint.diagnostics.severity import Severity
from scopelint.diagnostics.shard import Shard
from scopelint.text import SourceFile


class SkippedRule(NamedTuple):
    """A rule that could not judge a contract, and why."""

    rule: str
    contract: str
    reason: str


class RuleInfo(NamedTuple):
    """What a report says about a rule beside its findings."""

    id: str
    category: str
    summary: str
    severity: Severity | None
    help: str | None = None


class Result(NamedTuple):
    """All that a run found, in report order.

    ``suppressed`` and ``accepted`` (by the baseline) are never part of ``diagnostics``.
    ``sources`` holds every file a diagnostic points into, by its shown path.
    ``rules`` describes the rules that ran. ``as_of`` is the date judged by, None without one.
    ``unread`` names files beside a contract that were not read, with the reason. ``shard`` is the part of
    all contracts that was checked, None for all. ``passages`` are the notable words that are not read as
    terms.
    """

    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...]
    accepted: tuple[Diagnostic, ...]
    not_checked: tuple[SkippedRule, ...]
    contracts: tuple[str, ...]
    documents: int
    unread: tuple[tuple[str, str], ...]
    sources: Mapping[str, SourceFile]
    exit_code: int
    rules: Mapping[str, RuleInfo] = {}
    as_of: Date | None = None
    shard: Shard | None = None
    passages: tuple[Passage, ...] = ()
