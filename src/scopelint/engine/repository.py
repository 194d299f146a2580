"""Rules about all contracts of a run together."""

from collections.abc import Iterable
from typing import NamedTuple

from scopelint.config.config import DEFAULTS
from scopelint.diagnostics import Diagnostic, SkippedRule
from scopelint.engine.configuration import Configuration, Governing
from scopelint.engine.judge import Judged, contexts
from scopelint.engine.load import load
from scopelint.engine.request import Request
from scopelint.engine.run import run_repository_rules
from scopelint.engine.select import selected
from scopelint.engine.settle import crashed, graded
from scopelint.engine.suppress import Judging, suppressed
from scopelint.model import Contract, Phase, RepositoryView
from scopelint.reading.document import read_document
from scopelint.reading.fragment import Fragment
from scopelint.text import SourceFile, Span

SHARDED = "a run over a part of the contracts does not compare them; select it in a run over all"


class Across(NamedTuple):
    """What is found about several contracts: left standing, silenced by a comment, and not judged."""

    standing: list[Diagnostic]
    silenced: list[Diagnostic]
    skipped: list[SkippedRule]


def judge_repository(
    judged: Iterable[Judged], audits: Iterable[str], configuration: Configuration, request: Request
) -> Across:
    """What rules over the whole repository find, by the configuration of the first path."""
    judged = tuple(judged)
    config = configuration.for_folder(request.paths[0]) if request.paths else DEFAULTS
    governing = Governing(config, configuration.catalog(config), None)
    rules = [
        rule
        for rule in selected(governing.catalog, config, request)
        if "repository" in (rule.every, rule.across)
    ]
    if request.shard is not None:
        return Across([], [], [SkippedRule(rule.id, request.paths[0], SHARDED) for rule in rules])
    if not rules or not judged:
        return Across([], [], [])
    fragments = tuple(_audit_documents(audits, configuration))
    root = Span(request.paths[0], 0, 0)
    ids = tuple(one.id for one in judged if one.id is not None)
    view = RepositoryView(ids, tuple(a for fragment in fragments for a in fragment.audits), root)
    context = contexts(Contract(root.file, root, Phase.ACTIVE), governing, request)
    outcomes = run_repository_rules(rules, view, lambda rule: context(rule)._replace(repository=view))
    found = graded(outcomes.raised, request.paths[0], Phase.ACTIVE, config.rules)
    # The comments themselves have been judged with their contracts: an unused one is no finding twice.
    judging = Judging((), governing.catalog.rules, governing.catalog.advice, request.today)
    directives = [directive for fragment in fragments for directive in fragment.directives]
    directives += [directive for one in judged for directive in one.directives]
    told = suppressed([d._replace(contract=None) for d in found], directives, {}, judging)
    return Across([*told.kept, *crashed(outcomes.crashes)], told.silenced, outcomes.skipped)


def _audit_documents(files: Iterable[str], configuration: Configuration) -> Iterable[Fragment]:
    for file in files:
        source = load(file)
        if isinstance(source, SourceFile):
            configuration.sources[file] = source
            yield read_document(source)
        else:
            configuration.problems.append(source)
