"""Findings a repository has accepted for now, so that only new ones fail."""

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date as Date
from typing import Any, NamedTuple

from scopelint.diagnostics import Diagnostic, Finding, Label, Problem
from scopelint.diagnostics.fingerprint import content
from scopelint.syntax.load import decode
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
    """How many findings of a key were accepted, when, by whom, and why; ``path`` is the baseline's."""

    key: Key
    times: int
    accepted_on: str
    accepted_by: str | None = None
    reason: str | None = None
    path: str = NAME


class Baseline:
    """The accepted findings of one file; ``path`` as shown."""

    def __init__(self, path: str, entries: tuple[Accepted, ...] = ()) -> None:
        self.path = path
        self.entries = entries
        self.root = os.path.dirname(path) or "."
        self._by_contract: dict[str, list[Accepted]] = {}
        for entry in entries:
            self._by_contract.setdefault(entry.key.contract, []).append(entry)

    def of(self, contract: str) -> list[Accepted]:
        """The entries of a contract, given by its folder or file as shown."""
        return self._by_contract.get(relative(contract, self.root), [])


class Weighed(NamedTuple):
    """Findings that are new, findings that were accepted, and entries that match too little now."""

    new: list[Diagnostic]
    accepted: list[Diagnostic]
    stale: list[Accepted]


def key_of(diagnostic: Diagnostic, root: str, sources: Mapping[str, SourceFile]) -> Key:
    """The key of a diagnostic."""
    contract = relative(diagnostic.contract or ".", root)
    return Key(diagnostic.rule, contract, content(diagnostic, sources)[:LONGEST_CONTENT])


def relative(contract: str, root: str) -> str:
    """A contract's path as a baseline writes it: relative to the baseline's folder."""
    return os.path.relpath(contract, root).replace(os.sep, "/")


def weigh(
    diagnostics: list[Diagnostic],
    baseline: Baseline | None,
    sources: Mapping[str, SourceFile],
    judged: Collection[str],
    contract: str,
) -> Weighed:
    """Tell the new findings of one contract from accepted ones.

    ``judged`` names the rules that could judge the contract: only of those can an entry be stale.
    """
    if baseline is None:
        return Weighed(diagnostics, [], [])
    entries = baseline.of(contract)
    left = Counter({entry.key: entry.times for entry in entries})
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
        for entry in entries
        if left[entry.key] > 0 and entry.key.rule in judged
    ]
    return Weighed(new, accepted, stale)


def vanished(baseline: Baseline) -> list[Accepted]:
    """Entries of contracts that are no longer there."""
    gone = {
        contract
        for contract in {entry.key.contract for entry in baseline.entries}
        if not os.path.lexists(os.path.join(baseline.root, contract))
    }
    return [entry for entry in baseline.entries if entry.key.contract in gone]


def stale_finding(entry: Accepted) -> Finding:
    """What is said of an entry that accepts more than there is."""
    times = "" if entry.times == 1 else f" {entry.times} times"
    return Finding(
        f"accepted{times}, but no longer found: `{entry.key.rule}` in `{entry.key.contract}` at "
        f"`{entry.key.content}`",
        Label(Span(entry.path, 0, 0)),
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
    ones (its key and times do not matter).
    """
    known = {entry.key: entry for entry in baseline.entries}
    counts = Counter(key_of(d, baseline.root, sources) for d in diagnostics)
    entries = [
        known.get(key, accepted)._replace(key=key, times=count) for key, count in sorted(counts.items())
    ]
    return Baseline(baseline.path, tuple(entries))


def pruned(baseline: Baseline, stale: Iterable[Accepted]) -> Baseline:
    """The baseline without what stale entries accept too much."""
    excess = {entry.key: entry.times for entry in stale}
    entries = [entry._replace(times=entry.times - excess.get(entry.key, 0)) for entry in baseline.entries]
    return Baseline(baseline.path, tuple(entry for entry in entries if entry.times > 0))


def written(baseline: Baseline) -> str:
    """The file's text: an entry a line, sorted, so that it diffs and merges well."""
    rows = [
        json.dumps(
            {**e.key._asdict(), **{k: v for k, v in e._asdict().items() if k not in ("key", "path") and v}}
        )
        for e in sorted(baseline.entries)
    ]
    body = ",\n  ".join(rows)
    listed = f"[\n  {body}\n ]" if rows else "[]"
    return f'{{\n "version": {FORMAT},\n "accepted": {listed}\n}}\n'


def read_baseline(path: str, data: bytes) -> Baseline | Problem:
    """The baseline in a file's bytes, or what is wrong with it."""
    source = decode(path, data)
    if isinstance(source, Problem):
        return source
    try:
        found = json.loads(source.text)
    except json.JSONDecodeError as error:
        return _broken(path, f"line {error.lineno} is no JSON: {error.msg}")
    except RecursionError:
        return _broken(path, "it is nested too deeply")
    except ValueError:
        return _broken(path, "a number in it is too long")
    try:
        return Baseline(path, tuple(_entries(found, path)))
    except ValueError as error:
        return _broken(path, str(error))


def _entries(found: Any, path: str) -> Iterator[Accepted]:
    """The entries of a baseline as JSON gave it; raises ValueError for anything else."""
    if not isinstance(found, dict) or "version" not in found:
        raise ValueError("it has no `version`")
    if found["version"] != FORMAT:
        raise ValueError(f"it has version {found['version']}, this scopelint reads {FORMAT}")
    rows = found.get("accepted")
    if not isinstance(rows, list):
        raise ValueError("`accepted` is no list")
    for number, row in enumerate(rows, 1):
        try:
            yield _entry(row, path)
        except (KeyError, TypeError, AttributeError, ValueError, OverflowError) as error:
            lacks = isinstance(error, KeyError)
            words = f"has no `{error.args[0]}`" if lacks else "has a value of a wrong kind"
            raise ValueError(f"entry {number} {words}") from error


def _entry(row: Mapping[str, Any], path: str) -> Accepted:
    key = Key(str(row["rule"]), str(row["contract"]), str(row["content"]))
    Date.fromisoformat(row["accepted_on"])
    return Accepted(
        key, int(row["times"]), row["accepted_on"], row.get("accepted_by"), row.get("reason"), path
    )


def _broken(path: str, reason: str) -> Problem:
    finding = Finding(
        f"`{path}` is no baseline that can be read: {reason}",
        Label(Span(path, 0, 0)),
        help="restore it from git, or write it anew with `scopelint baseline create`",
    )
    return Problem("invalid-config", finding)
