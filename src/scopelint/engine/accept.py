"""Making and pruning baselines."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from scopelint.diagnostics import Problem
from scopelint.engine.baseline import Accepted, Baseline, accept, pruned, relative, vanished, written
from scopelint.engine.check import Examined, examine
from scopelint.engine.configuration import baseline_path
from scopelint.engine.judge import Judged
from scopelint.engine.request import Request
from scopelint.engine.understand import INPUT_RULES
from scopelint.engine.write import write_file
from scopelint.text import SourceFile


class Written(NamedTuple):
    """A baseline file that was written: how many findings it accepts now, and before."""

    path: str
    times: int
    times_before: int


class Kept(NamedTuple):
    """The baselines that were written, and what could not be read and is therefore in none."""

    files: tuple[Written, ...]
    problems: tuple[Problem, ...]
    sources: Mapping[str, SourceFile]


def create_baselines(request: Request, terms: Accepted) -> Kept:
    """Accept every finding of today, in the baseline that counts for its contract.

    What was accepted before keeps its date, name and reason; the rest gets those of ``terms``. Contracts
    that the request does not name, or that cannot be read, keep what they had. Input that cannot be read is
    never accepted, and a configuration with mistakes accepts nothing. Raises ``WriteError``.
    """
    examined = examine(request._replace(use_baseline=False))
    configuration, _, judged = examined
    if configuration.problems:
        return _kept(examined, [])
    by_path: dict[str, list[Judged]] = {}
    before: dict[str, Baseline] = {}
    for one in filter(_is_whole, judged):
        governing = configuration.for_contract(one.path)
        path = baseline_path(governing.config)
        by_path.setdefault(path, []).append(one)
        before[path] = governing.baseline or Baseline(path)
    out = []
    for path, group in by_path.items():
        sources = {name: source for one in group for name, source in one.sources.items()}
        accepted = accept([d for one in group for d in one.diagnostics], before[path], sources, terms)
        entries = tuple(sorted([*accepted.entries, *_of_others(before[path], group)]))
        out.append(_write(Baseline(path, entries), before[path]))
    return _kept(examined, out)


def _of_others(baseline: Baseline, group: Iterable[Judged]) -> list[Accepted]:
    """The entries of contracts that this run was not asked about, or could not read."""
    judged = {relative(one.path, baseline.root) for one in group}
    gone = vanished(baseline)
    return [entry for entry in baseline.entries if entry.key.contract not in judged and entry not in gone]


def _is_whole(one: Judged) -> bool:
    """Whether all of a contract could be read."""
    return not any(diagnostic.rule in INPUT_RULES for diagnostic in one.diagnostics)


def prune_baselines(request: Request) -> Kept:
    """Take out of every baseline what is no longer found. Raises ``WriteError``.

    What a configuration with mistakes no longer finds may be there still: then nothing is taken out.
    """
    examined = examine(request)
    configuration, _, judged = examined
    if configuration.problems:
        return _kept(examined, [])
    out = []
    for baseline in configuration.baselines:
        stale = [entry for one in judged for entry in one.stale if entry.path == baseline.path]
        out.append(_write(pruned(baseline, stale + vanished(baseline)), baseline))
    return _kept(examined, out)


def _kept(examined: Examined, files: list[Written]) -> Kept:
    configuration, found, judged = examined
    unread = [refusal.problem for refusal in found.refusals] + configuration.problems
    unread += [Problem(d.rule, d.finding) for one in judged for d in one.diagnostics if d.rule in INPUT_RULES]
    sources = {path: source for one in judged for path, source in one.sources.items()}
    return Kept(tuple(files), tuple(unread), {**configuration.sources, **sources})


def _write(baseline: Baseline, before: Baseline) -> Written:
    if baseline.entries != before.entries:
        write_file(baseline.path, written(baseline).encode())
    return Written(baseline.path, _times(baseline), _times(before))


def _times(baseline: Baseline) -> int:
    return sum(entry.times for entry in baseline.entries)
