"""Findings a repository has accepted for now, so that only new ones fail."""

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date as Date
from typing import Any, NamedTuple

from scopelint.diagnostics import Diagnostic, Finding, Label, Problem
from scopelint.diagnostics.fingerprint import content
from scopelint.text import SourceFile, Span

NAME = "scopelint-baseline.json"
FORMAT = 1
LONGEST_CONTENT = 160


class Key(NamedTuple):
    """What an accepted finding is known by: no line, so that edits elsewhere do not matter.

    ``contract`` is relative to the baseline's folder; ``content`` is what the finding points at.
    """

    rule: str
    contract: str
    content: str


class Accepted(NamedTuple):
    """How many findings of a key were accepted, when, by whom, and why."""

    key: Key
    times: int
    accepted_on: str
    accepted_by: str | None = None
    reason: str | None = None


class Baseline(NamedTuple):
    """The accepted findings of one file; ``path`` as shown."""

    path: str
    entries: tuple[Accepted, ...] = ()

    @property
    def root(self) -> str:
        """The folder that contracts are relative to."""
        return os.path.dirname(self.path) or "."


class Weighed(NamedTuple):
    """Findings that are new, findings that were accepted, and entries that match too little now."""

    new: list[Diagnostic]
    accepted: list[Diagnostic]
    stale: list[Accepted]


def key_of(diagnostic: Diagnostic, root: str, sources: Mapping[str, SourceFile]) -> Key:
    """The key of a diagnostic."""
    contract = os.path.relpath(diagnostic.contract or ".", root).replace(os.sep, "/")
    return Key(diagnostic.rule, contract, content(diagnostic, sources)[:LONGEST_CONTENT])


def weigh(
    diagnostics: Iterable[Diagnostic],
    baseline: Baseline,
    sources: Mapping[str, SourceFile],
    judged: set[tuple[str, str]],
) -> Weighed:
    """Tell new findings from accepted ones.

    ``judged`` holds the pairs of rule and contract (as in a key) that this run could judge: only there
    can an entry be stale.
    """
    left = Counter({entry.key: entry.times for entry in baseline.entries})
    new, accepted = [], []
    for diagnostic in diagnostics:
        key = key_of(diagnostic, baseline.root, sources)
        if left[key] > 0:
            left[key] -= 1
            accepted.append(diagnostic)
        else:
            new.append(diagnostic)
    stale = [
        entry._replace(times=left[entry.key])
        for entry in baseline.entries
        if left[entry.key] > 0 and (entry.key.rule, entry.key.contract) in judged
    ]
    return Weighed(new, accepted, stale)


def stale_finding(entry: Accepted, baseline: Baseline) -> Finding:
    """What is said of an entry that accepts more than there is."""
    times = "" if entry.times == 1 else f" {entry.times} times"
    return Finding(
        f"accepted{times}, but no longer found: `{entry.key.rule}` in `{entry.key.contract}` at "
        f"`{entry.key.content}`",
        Label(Span(baseline.path, 0, 0)),
        help="run `scopelint baseline prune`",
    )


def accept(
    diagnostics: Iterable[Diagnostic],
    baseline: Baseline,
    sources: Mapping[str, SourceFile],
    accepted: Accepted,
) -> Baseline:
    """A baseline that accepts exactly these findings.

    Entries that were there keep their date and name; ``accepted`` lends date, name and reason to new
    ones (its key and count do not matter).
    """
    known = {entry.key: entry for entry in baseline.entries}
    counts = Counter(key_of(d, baseline.root, sources) for d in diagnostics)
    entries = [
        known.get(key, accepted)._replace(key=key, times=count) for key, count in sorted(counts.items())
    ]
    return baseline._replace(entries=tuple(entries))


def pruned(baseline: Baseline, stale: Iterable[Accepted]) -> Baseline:
    """The baseline without what stale entries accept too much."""
    excess = {entry.key: entry.times for entry in stale}
    entries = [entry._replace(times=entry.times - excess.get(entry.key, 0)) for entry in baseline.entries]
    return baseline._replace(entries=tuple(entry for entry in entries if entry.times > 0))


def written(baseline: Baseline) -> str:
    """The file's text: an entry a line, sorted, so that it diffs and merges well."""
    rows = [
        json.dumps({**e.key._asdict(), **{k: v for k, v in e._asdict().items() if k != "key" and v}})
        for e in sorted(baseline.entries)
    ]
    body = ",\n  ".join(rows)
    listed = f"[\n  {body}\n ]" if rows else "[]"
    return f'{{\n "version": {FORMAT},\n "accepted": {listed}\n}}\n'


def read_baseline(path: str, data: bytes) -> Baseline | Problem:
    """The baseline in a file's bytes, or what is wrong with it."""
    try:
        found = json.loads(data)
        if found["version"] != FORMAT:
            return _broken(path, f"it has version {found['version']}, this scopelint reads {FORMAT}")
        return Baseline(path, tuple(_entry(row) for row in found["accepted"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return _broken(path, str(error) or type(error).__name__)


def _entry(row: Mapping[str, Any]) -> Accepted:
    key = Key(str(row["rule"]), str(row["contract"]), str(row["content"]))
    Date.fromisoformat(row["accepted_on"])
    return Accepted(key, int(row["times"]), row["accepted_on"], row.get("accepted_by"), row.get("reason"))


def _broken(path: str, reason: str) -> Problem:
    finding = Finding(
        f"`{path}` is no baseline that can be read: {reason}",
        Label(Span(path, 0, 0)),
        help="restore it from git, or write it anew with `scopelint baseline create`",
    )
    return Problem("invalid-config", finding)
