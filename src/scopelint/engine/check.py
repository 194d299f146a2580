"""The whole of scopelint in one screen: from paths to a result."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from scopelint.catalog import load_catalog
from scopelint.diagnostics import Diagnostic, Finding, Label, Problem, Result, Severity, SkippedRule
from scopelint.engine.discover import ContractFiles, Refusal, discover
from scopelint.engine.load import load
from scopelint.engine.own_rules import own_pages
from scopelint.engine.request import Request
from scopelint.engine.run import run_rules
from scopelint.engine.select import selected, unknown_names
from scopelint.engine.settle import crashed, graded, muted, ordered
from scopelint.model import Calendar, Contract, PlatformProfile
from scopelint.reading.document import read_document
from scopelint.reading.link import link
from scopelint.rules.rule import Context, Rule
from scopelint.text import SourceFile, Span

INPUT_RULES = frozenset({"unreadable-file", "exceeded-limit", "invalid-config", "unknown-rule"})
BUG_RULE = "internal-rule-crash"


class Understood(NamedTuple):
    """One contract as read, before any rule: ``contract`` is None when no file could be read."""

    path: str
    contract: Contract | None
    sources: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]


class Judged(NamedTuple):
    """What was found in one contract."""

    path: str
    diagnostics: list[Diagnostic]
    skipped: list[SkippedRule]
    sources: tuple[SourceFile, ...]


def check(request: Request) -> Result:
    """Find, read and judge every contract of a request."""
    found = discover(request.paths, only_contracts=request.only_contracts)
    catalog = load_catalog(own_pages(request.config))
    rules = selected(catalog, request)
    judged = [judge(understand(files, request), rules, request) for files in found.contracts]
    problems = unknown_names(catalog, request) + [_refused(refusal) for refusal in found.refusals]
    problems += [Diagnostic(p.rule, Severity.ERROR, p.finding) for p in catalog.problems]
    return _result(request, problems, judged, found.unread)


class Understanding(NamedTuple):
    """All contracts of a request as read, and what could not be."""

    contracts: tuple[Contract, ...]
    sources: Mapping[str, SourceFile]
    problems: tuple[Diagnostic, ...]
    exit_code: int


def understand_all(request: Request) -> Understanding:
    """Find and read every contract of a request, without judging any."""
    found = discover(request.paths, only_contracts=request.only_contracts)
    read = [understand(files, request) for files in found.contracts]
    problems = [_refused(refusal) for refusal in found.refusals]
    problems += [
        Diagnostic(p.rule, Severity.ERROR, p.finding, one.path) for one in read for p in one.problems
    ]
    return Understanding(
        contracts=tuple(one.contract for one in read if one.contract is not None),
        sources={source.path: source for one in read for source in one.sources},
        problems=tuple(problems),
        exit_code=exit_code(problems, None),
    )


def understand(files: ContractFiles, request: Request) -> Understood:
    """Load, parse, read and link the files of one contract."""
    loaded = [load(file) for file in files.files]
    sources = tuple(one for one in loaded if isinstance(one, SourceFile))
    problems = tuple(one for one in loaded if isinstance(one, Problem))
    fragments = tuple(read_document(source) for source in sources)
    contract = link(files.path, fragments, phase=request.phase) if fragments else None
    return Understood(files.path, contract, sources, problems)


def judge(understood: Understood, rules: Iterable[Rule], request: Request) -> Judged:
    """Run the rules on one contract and settle what they say."""
    path, contract, sources, problems = understood
    diagnostics = [Diagnostic(p.rule, Severity.ERROR, p.finding, path) for p in problems]
    skipped: list[SkippedRule] = []
    if contract is not None:
        diagnostics += [
            Diagnostic(p.rule, Severity.ERROR, p.finding, path)
            for p in contract.problems
            if p.rule in INPUT_RULES
        ]
        outcomes = run_rules(rules, contract, _contexts(contract, request))
        found = graded(outcomes.raised, path, contract.phase, request.config.rules)
        diagnostics += muted(found, {rule.id: rule for rule in rules}) + crashed(outcomes.crashes)
        skipped = outcomes.skipped
    return Judged(path, ordered(diagnostics), skipped, sources)


class _contexts:  # noqa: N801 - a function with state: one profile and calendar for all rules
    """Contexts of one contract, one per rule."""

    def __init__(self, contract: Contract, request: Request) -> None:
        platform = contract.platform.value if contract.platform else request.config.platform or "direct"
        self.settings = request.config.rules
        self.base = Context(
            contract,
            {},
            PlatformProfile(platform, {}),
            Calendar(request.config.workdays, request.config.holidays),
            request.today,
        )

    def __call__(self, rule: Rule) -> Context:
        setting = self.settings.get(rule.id)
        options = {**rule.options, **setting.options} if setting else rule.options
        return self.base._replace(options=options)


def _result(
    request: Request,
    problems: list[Diagnostic],
    judged: list[Judged],
    unread: tuple[tuple[str, str], ...],
) -> Result:
    diagnostics = problems + [diagnostic for one in judged for diagnostic in one.diagnostics]
    sources = {source.path: source for one in judged if one.diagnostics for source in one.sources}
    settled = tuple(ordered(diagnostics))
    return Result(
        diagnostics=settled,
        suppressed=(),
        accepted=(),
        not_checked=tuple(skipped for one in judged for skipped in one.skipped),
        contracts=tuple(one.path for one in judged),
        documents=sum(len(one.sources) for one in judged),
        unread=unread,
        sources=sources,
        exit_code=exit_code(settled, request.fail_on),
    )


def _refused(refusal: Refusal) -> Diagnostic:
    label = Label(Span(refusal.path, 0, 0))
    message = f"`{refusal.path}`: {refusal.message}"
    return Diagnostic("unreadable-file", Severity.ERROR, Finding(message, label, help=refusal.help))


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
