"""Judging one contract: rules, then the small passes that settle what they say."""

from collections.abc import Iterator, Mapping, Set
from typing import Any, NamedTuple, TypeAlias

from scopelint.config.platform import platform_profile
from scopelint.diagnostics import (
    Diagnostic,
    Finding,
    Passage,
    Severity,
    SkippedRule,
    files_pointed_into,
    listed,
)
from scopelint.engine.baseline import Accepted, weigh
from scopelint.engine.configuration import Governing
from scopelint.engine.recall import Memory
from scopelint.engine.request import Request
from scopelint.engine.run import run_rules
from scopelint.engine.select import selected
from scopelint.engine.settle import crashed, graded, muted, ordered
from scopelint.engine.suppress import Judging, suppressed
from scopelint.engine.trust import trusted
from scopelint.engine.understand import INPUT_RULES, Understood
from scopelint.model import Calendar, Contract
from scopelint.rules.rule import Context, Rule
from scopelint.syntax.directive import Directive
from scopelint.text import SourceFile, Spanned

ENGINE_RULES = INPUT_RULES | {"missing-suppression-reason"}
"""What reading finds for which no check of that name speaks."""


class Judged(NamedTuple):
    """What was found in one contract, without the contract itself: that is let go once it is judged.

    ``sources`` are its texts, ``past`` those of its lock and of earlier states that findings point into.
    ``stale`` are baseline entries that it no longer matches. ``of_history`` says whether git was asked
    about it. ``passages`` are the notable words that are not read as terms.
    """

    path: str
    id: Spanned[str] | None
    sources: Mapping[str, SourceFile]
    past: Mapping[str, SourceFile]
    directives: tuple[Directive, ...]
    diagnostics: list[Diagnostic]
    suppressed: list[Diagnostic] = []
    accepted: list[Diagnostic] = []
    stale: list[Accepted] = []
    skipped: list[SkippedRule] = []
    of_history: bool = False
    passages: tuple[Passage, ...] = ()

    @property
    def told(self) -> list[Diagnostic]:
        """Everything that was found, whatever became of it."""
        return [*self.diagnostics, *self.suppressed, *self.accepted]

    @property
    def pointed(self) -> set[str]:
        """The files that what was found points into."""
        return files_pointed_into(self.told) | {one.span.file for one in self.passages}

    def texts(self, paths: Set[str]) -> Iterator[tuple[str, SourceFile]]:
        """Its texts among these paths, but those that cannot be read any more."""
        for path in self.sources:
            text = self.sources.get(path) if path in paths else None
            if text is not None:
                yield path, text
        yield from ((path, text) for path, text in self.past.items() if path in paths)


Verdict: TypeAlias = tuple[Judged, dict[str, Any] | None]
"""One contract judged, and what to keep of it for the next run, as JSON types."""


def judge(understood: Understood, governing: Governing, request: Request, memory: Memory) -> Judged:
    """Run the rules on a contract; grade, mute, suppress and weigh what they find."""
    config, catalog, baseline = governing
    rules = selected(catalog, config, request)
    understood = memory.recall(understood, rules)
    path, contract, fragments, sources, problems, past = understood
    unreadable = [Diagnostic(p.rule, Severity.ERROR, p.finding, path) for p in problems]
    if contract is None:
        return Judged(path, None, sources, past, (), unreadable)
    outcomes = run_rules(rules, contract, contexts(contract, governing, request))
    found = graded(outcomes.raised, path, contract.phase, config.rules)
    found = ordered(muted(found, catalog.rules) + crashed(outcomes.crashes))
    written = tuple(directive for fragment in fragments for directive in fragment.directives)
    directives, added = trusted(written, request.trusted)
    judging = Judging(outcomes.judged, catalog.rules, catalog.advice, request.today)
    kept, silenced, complaints = suppressed(found, directives, sources, judging)
    complaints += [(p.rule, p.finding) for p in contract.problems if p.rule in ENGINE_RULES] + added
    kept += [engine_diagnostic(rule, finding, governing, path) for rule, finding in complaints]
    notable = tuple(one for fragment in fragments for one in fragment.passages if one.notable)
    weighed = weigh(kept, baseline if request.use_baseline else None, sources, outcomes.judged, path)
    return Judged(
        path,
        contract.id,
        sources,
        past,
        written,
        listed(unreadable + weighed.new),
        silenced,
        weighed.accepted,
        weighed.stale,
        outcomes.skipped,
        contract.history is not None,
        notable,
    )


def engine_diagnostic(
    rule: str, finding: Finding, governing: Governing, contract: str | None = None
) -> Diagnostic:
    """A diagnostic of the engine's own, with the severity of its page or of the configuration."""
    page = governing.catalog.rules.get(rule)
    severity = page.severity if page and page.severity else Severity.ERROR
    setting = governing.config.rules.get(rule)
    if setting and setting.severity and setting.severity.value and rule not in INPUT_RULES:
        severity = setting.severity.value
    return Diagnostic(rule, severity, finding, contract)


def contexts(contract: Contract, governing: Governing, request: Request) -> "_Contexts":
    """Makes the context of each rule for one contract."""
    config = governing.config
    platform = contract.platform.value if contract.platform else config.platform or "direct"
    profile = platform_profile(platform, config.platform_facts)
    calendar = Calendar(config.workdays, config.holidays)
    return _Contexts(Context(contract, {}, profile, calendar, request.today), governing)


class _Contexts:
    """One profile and calendar for all rules; options by rule."""

    def __init__(self, base: Context, governing: Governing) -> None:
        self.base = base
        self.settings = governing.config.rules

    def __call__(self, rule: Rule) -> Context:
        setting = self.settings.get(rule.id)
        if setting is None or not setting.options:
            return self.base._replace(options=rule.options)
        chosen = {name: option.value for name, option in setting.options.items() if name in rule.options}
        return self.base._replace(options={**rule.options, **chosen})
