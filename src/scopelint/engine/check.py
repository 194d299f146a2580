"""The whole of scopelint in one screen: from paths to a result."""

from collections.abc import Iterable
from typing import NamedTuple

from scopelint.diagnostics import Diagnostic, Result, RuleInfo, Severity, files_pointed_into, listed
from scopelint.engine.baseline import stale_finding, vanished
from scopelint.engine.configuration import Configuration
from scopelint.engine.discover import Discovery
from scopelint.engine.every import Progress, judge_all
from scopelint.engine.judge import Judged, engine_diagnostic
from scopelint.engine.repository import judge_repository
from scopelint.engine.request import Request
from scopelint.engine.select import unknown_names
from scopelint.engine.settle import BUG_RULE, ordered
from scopelint.engine.understand import INPUT_RULES, contracts_of


def unwatched(done: int, total: int) -> None:
    """The progress of a run that nobody watches."""


class Examined(NamedTuple):
    """A run before it is reported."""

    configuration: Configuration
    found: Discovery
    judged: list[Judged]


def check(request: Request, progress: Progress = unwatched) -> Result:
    """Find, read and judge every contract of a request."""
    return result_of(request, examine(request, progress))


def examine(request: Request, progress: Progress = unwatched) -> Examined:
    """All contracts of a request, judged; ``progress`` hears how far it is."""
    configuration = Configuration(request.config, request.trusted)
    found = contracts_of(request, configuration)
    mine = [one for one in found.contracts if request.shard is None or request.shard.holds(one.path)]
    judged = judge_all(mine, configuration, request, progress)
    if request.since is not None:
        from scopelint.engine.since import only_new

        judged = only_new(judged, request.since, configuration, request)
    return Examined(configuration, found, judged)


def result_of(request: Request, examined: Examined) -> Result:
    """What is reported of a run."""
    configuration, found, judged = examined
    unread = (*(refusal.problem for refusal in found.refusals), *configuration.problems)
    problems = listed(Diagnostic(p.rule, Severity.ERROR, p.finding) for p in unread)
    problems += unknown_names(configuration, request)
    across = judge_repository(judged, found.audits, configuration, request)
    if request.since is not None:
        from scopelint.engine.since import only_touched

        across = across._replace(standing=only_touched(across.standing, request.since, request))
    problems += across.standing
    problems += _stale(configuration, judged) if request.use_baseline else []
    diagnostics = tuple(ordered(problems + [d for one in judged for d in one.diagnostics]))
    suppressed = tuple(ordered([*(d for one in judged for d in one.suppressed), *across.silenced]))
    accepted = tuple(ordered([d for one in judged for d in one.accepted]))
    passages = tuple(passage for one in judged for passage in one.passages)
    pointed = files_pointed_into((*diagnostics, *suppressed, *accepted))
    pointed |= {one.span.file for one in passages}
    sources = {path: text for one in judged for path, text in one.texts(pointed)}
    return Result(
        diagnostics=diagnostics,
        suppressed=suppressed,
        accepted=accepted,
        not_checked=(*(skipped for one in judged for skipped in one.skipped), *across.skipped),
        contracts=tuple(one.path for one in judged),
        documents=sum(len(one.sources) for one in judged),
        unread=found.unread,
        passages=passages,
        sources={**configuration.sources, **sources},
        exit_code=exit_code(diagnostics, request.fail_on),
        rules=_infos(configuration),
        as_of=request.today,
        shard=request.shard,
    )


def _stale(configuration: Configuration, judged: list[Judged]) -> list[Diagnostic]:
    """Entries of baselines that accept more than there is, of judged and of vanished contracts."""
    out = []
    for one in judged:
        governing = configuration.for_contract(one.path)
        for entry in one.stale:
            finding = stale_finding(entry)
            out.append(engine_diagnostic("stale-baseline-entry", finding, governing))
    for baseline in configuration.baselines:
        for entry in vanished(baseline):
            finding = stale_finding(entry)
            out.append(Diagnostic("stale-baseline-entry", Severity.ERROR, finding))
    return out


def _infos(configuration: Configuration) -> dict[str, RuleInfo]:
    return {
        rule.id: RuleInfo(rule.id, rule.category, rule.summary, rule.severity, rule.help)
        for catalog in configuration.catalogs
        for rule in catalog.rules.values()
    }


def exit_code(diagnostics: Iterable[Diagnostic], fail_on: Severity | None) -> int:
    """0 clean, 1 findings at or above ``fail_on``, 2 unreadable input, 3 a bug; the highest wins."""
    code = 0
    for diagnostic in diagnostics:
        if diagnostic.rule == BUG_RULE:
            return 3
        if diagnostic.rule in INPUT_RULES:
            code = 2
        elif fail_on is not None and diagnostic.severity >= fail_on:
            code = max(code, 1)
    return code
