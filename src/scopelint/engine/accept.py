"""Making and pruning baselines."""

from collections.abc import Iterable
from typing import NamedTuple

from scopelint.diagnostics import Diagnostic
from scopelint.engine.baseline import Accepted, Baseline, accept, pruned, vanished, written
from scopelint.engine.check import examine
from scopelint.engine.configuration import baseline_path
from scopelint.engine.judge import INPUT_RULES, Judged
from scopelint.engine.request import Request
from scopelint.engine.write import write_file


class Written(NamedTuple):
    """A baseline file that was written: how many findings it accepts now, and before."""

    path: str
    times: int
    times_before: int


def create_baselines(request: Request, terms: Accepted) -> list[Written]:
    """Accept every finding of today, in the baseline that counts for its contract.

    What was accepted before keeps its date, name and reason; the rest gets those of ``terms``. Input
    that cannot be read is never accepted. Raises ``WriteError``.
    """
    configuration, _, judged = examine(request._replace(use_baseline=False))
    by_path: dict[str, list[Judged]] = {}
    before: dict[str, Baseline] = {}
    for one in judged:
        governing = configuration.for_contract(one.path)
        path = baseline_path(governing.config)
        by_path.setdefault(path, []).append(one)
        before[path] = governing.baseline or Baseline(path)
    out = []
    for path, group in by_path.items():
        sources = {name: source for one in group for name, source in one.sources.items()}
        out.append(_write(accept(_acceptable(group), before[path], sources, terms), before[path]))
    return out


def prune_baselines(request: Request) -> list[Written]:
    """Take out of every baseline what is no longer found. Raises ``WriteError``."""
    configuration, _, judged = examine(request)
    out = []
    for baseline in configuration.baselines:
        stale = [entry for one in judged for entry in one.stale if entry.path == baseline.path]
        out.append(_write(pruned(baseline, stale + vanished(baseline)), baseline))
    return out


def _acceptable(group: Iterable[Judged]) -> list[Diagnostic]:
    return [d for one in group for d in one.diagnostics if d.rule not in INPUT_RULES]


def _write(baseline: Baseline, before: Baseline) -> Written:
    if baseline.entries != before.entries:
        write_file(baseline.path, written(baseline).encode())
    return Written(baseline.path, _times(baseline), _times(before))


def _times(baseline: Baseline) -> int:
    return sum(entry.times for entry in baseline.entries)
