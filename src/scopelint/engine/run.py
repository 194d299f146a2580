"""Running rules on one contract."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from scopelint.diagnostics import Finding, Label, NotChecked, SkippedRule
from scopelint.engine.stub import stub_fix
from scopelint.model import Contract, RepositoryView
from scopelint.model.traversal import each
from scopelint.rules.rule import Context, Rule
from scopelint.text import Span


class Raised(NamedTuple):
    """A finding with the rule that raised it, before settling."""

    rule: Rule
    finding: Finding


class Crash(NamedTuple):
    """A rule that failed: a bug in scopelint or in a plug-in, never the user's."""

    rule: Rule
    contract: str
    error: Exception
    at: Label


class Outcomes(NamedTuple):
    """What all rules said of one contract. ``judged`` names those that could judge it."""

    raised: list[Raised]
    skipped: list[SkippedRule]
    crashes: list[Crash]
    judged: set[str]


def run_rules(rules: Iterable[Rule], contract: Contract, context: Callable[[Rule], Context]) -> Outcomes:
    """Ask every rule that speaks about the contract, for every record of the kind it is about."""
    outcomes = Outcomes([], [], [], set())
    for rule in rules:
        cx = context(rule)
        if rule.every == "repository" or not speaks(rule, cx):
            continue
        reason = lacking(rule, contract, cx)
        if reason:
            outcomes.skipped.append(SkippedRule(rule.id, contract.path, reason))
        else:
            _ask(rule, each(contract, rule.every), cx, outcomes)
    return outcomes


def run_repository_rules(
    rules: Iterable[Rule], view: RepositoryView, context: Callable[[Rule], Context]
) -> Outcomes:
    """Ask every rule about the repository; those that need a date are left out without one."""
    outcomes = Outcomes([], [], [], set())
    for rule in rules:
        cx = context(rule)
        if "today" not in rule.needs or cx.today is not None:
            _ask(rule, (view,), cx, outcomes)
    return outcomes


def _ask(rule: Rule, records: Iterable[Any], cx: Context, outcomes: Outcomes) -> None:
    """Collect what one rule says; one that fails is caught around that rule only."""
    contract = cx.contract
    whole = rule.every in ("contract", "repository")
    before = len(outcomes.skipped)
    try:
        for record in records:
            for outcome in rule.check(record, cx):
                if isinstance(outcome, NotChecked):
                    outcomes.skipped.append(SkippedRule(rule.id, contract.path, outcome.reason))
                else:
                    about = outcome.about or (() if whole else (getattr(record, "span", outcome.at.span),))
                    outcomes.raised.append(Raised(rule, _completed(outcome, rule, contract, about)))
    except Exception as error:
        outcomes.crashes.append(Crash(rule, contract.path, error, Label(contract.title_span)))
    else:
        if len(outcomes.skipped) == before:
            outcomes.judged.add(rule.id)


def _completed(finding: Finding, rule: Rule, contract: Contract | None, about: tuple[Span, ...]) -> Finding:
    """The finding with what its page says where the check said nothing."""
    return finding._replace(
        about=about,
        help=finding.help or rule.help,
        fix=finding.fix or (stub_fix(rule, contract) if contract and rule.stub else None),
        counter_text=finding.counter_text or rule.counter_text,
    )


def speaks(rule: Rule, cx: Context) -> bool:
    """Whether a rule concerns contracts of this phase, type and platform."""
    contract = cx.contract
    if contract.phase not in rule.phases:
        return False
    if rule.types and (contract.type.value if contract.type else "fixed_price") not in rule.types:
        return False
    return not rule.platforms or cx.profile.id in rule.platforms


def lacking(rule: Rule, contract: Contract, cx: Context) -> str | None:
    """Why a rule cannot judge this contract, None when it can."""
    if "today" in rule.needs and cx.today is None:
        return "rules that depend on today's date were left out"
    if "records" in rule.needs and not holds_records(contract):
        return "the contract is plain prose and keeps no records"
    if "terms" in rule.needs and not contract.has_terms:
        return "the documents only log changes or decisions; the contract itself is not here"
    if "terms" in rule.needs and not contract.is_read:
        return "the contract is written in a language that scopelint does not read"
    return None


def holds_records(contract: Contract) -> bool:
    """Whether the contract keeps records: it says so, or uses our ids in its tables."""
    return bool(
        contract.structured
        or contract.approvals
        or contract.changes
        or contract.evidence
        or contract.revision_rounds
        or any(m.structured for m in contract.milestones)
        or any(d.id for d in contract.deliverables)
    )
