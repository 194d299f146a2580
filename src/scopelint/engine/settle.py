"""From findings to diagnostics: small total passes, list in, list out."""

from collections.abc import Iterable, Mapping

from scopelint.config.config import RuleSetting
from scopelint.diagnostics import Confidence, Diagnostic, Finding, Label, Severity
from scopelint.engine.run import Crash, Raised
from scopelint.model import Phase
from scopelint.rules.rule import Rule

BUG_RULE = "internal-rule-crash"


def graded(
    raised: Iterable[Raised], contract: str, phase: Phase, settings: Mapping[str, RuleSetting]
) -> list[Diagnostic]:
    """Every finding with its severity; what the configuration turned off is dropped."""
    diagnostics = []
    for rule, finding in raised:
        severity = severity_of(rule, finding, phase, settings.get(rule.id))
        if severity is not None:
            diagnostics.append(Diagnostic(rule.id, severity, finding, contract))
    return diagnostics


def severity_of(rule: Rule, finding: Finding, phase: Phase, setting: RuleSetting | None) -> Severity | None:
    """The severity of a finding: a configured one, else the case's, the phase's, the rule's.

    Low confidence never fails a build: it is an info at most.
    """
    severity = rule.by_phase.get(phase, rule.severity)
    if finding.case and finding.case in rule.by_case:
        severity = rule.by_case[finding.case]
    if setting and setting.severity:
        severity = setting.severity.value
    if severity and finding.confidence is Confidence.LOW:
        return Severity.INFO
    return severity


def muted(diagnostics: list[Diagnostic], rules: Mapping[str, Rule]) -> list[Diagnostic]:
    """One root cause, one finding: a consequence becomes a related place of its cause.

    A cause fired on the same record, or on one the consequence names, or on the whole contract.
    """
    by_rule: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        by_rule.setdefault(diagnostic.rule, []).append(diagnostic)
    consequences: dict[int, list[Diagnostic]] = {}
    kept = []
    for diagnostic in diagnostics:
        cause = _cause(diagnostic, rules.get(diagnostic.rule), by_rule)
        if cause is None:
            kept.append(diagnostic)
        else:
            consequences.setdefault(id(cause), []).append(diagnostic)
    return [_with_consequences(d, consequences.get(id(d), [])) for d in kept]


def _cause(
    diagnostic: Diagnostic, rule: Rule | None, by_rule: Mapping[str, list[Diagnostic]]
) -> Diagnostic | None:
    about = set(diagnostic.finding.about)
    for name in rule.muted_by if rule else ():
        for cause in by_rule.get(name, ()):
            if cause.severity is Severity.INFO:
                # A remark explains no error.
                continue
            concerned = cause.finding.about
            if not about or not concerned or about.intersection(concerned):
                return cause
    return None


def _with_consequences(cause: Diagnostic, consequences: list[Diagnostic]) -> Diagnostic:
    if not consequences:
        return cause
    known = {label.span for label in cause.finding.related} | {cause.finding.at.span}
    labels = tuple(
        Label(c.finding.at.span, f"hence also {c.rule}: {c.finding.message}")
        for c in consequences
        if c.finding.at.span not in known
    )
    finding = cause.finding._replace(related=(*cause.finding.related, *labels))
    return cause._replace(finding=finding)


def crashed(crashes: Iterable[Crash]) -> list[Diagnostic]:
    """A bug is reported like any finding, so that the run goes on."""
    return [
        Diagnostic(
            BUG_RULE,
            Severity.ERROR,
            Finding(
                f"the rule `{crash.rule.id}` failed: {type(crash.error).__name__}: {crash.error}",
                crash.at,
                help="this is a bug in the rule, not in your contract; please report it",
            ),
            crash.contract,
        )
        for crash in crashes
    ]


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Report order, without exact repetitions."""
    unique = {(d.sort_key, d.severity): d for d in diagnostics}
    return [unique[key] for key in sorted(unique)]
