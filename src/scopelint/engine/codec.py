"""What was judged of a contract as JSON types, and back.

Explicit, so that nothing but these types can come out of a cache or a pipe; a shape that does not fit raises
``KeyError``, ``TypeError``, ``ValueError`` or ``AttributeError``.
"""

from collections.abc import Mapping
from datetime import date as Date
from typing import Any, TypeAlias

from scopelint.diagnostics import (
    Confidence,
    Diagnostic,
    Finding,
    Fix,
    Label,
    Passage,
    Severity,
    SkippedRule,
)
from scopelint.engine.baseline import Accepted, Key
from scopelint.engine.judge import Judged
from scopelint.engine.texts import Texts
from scopelint.syntax.directive import Directive
from scopelint.syntax.limits import Limits
from scopelint.text import Edit, SourceFile, Span, Spanned

Json: TypeAlias = Any


def judged_json(judged: Judged) -> Json:
    """All but the texts of a contract's own files, which are read again where a finding points into them."""
    pointed = judged.pointed
    return {
        "path": judged.path,
        "files": list(judged.sources),
        "id": judged.id,
        "directives": [_directive_json(one) for one in judged.directives],
        "diagnostics": [_diagnostic_json(one) for one in judged.diagnostics],
        "suppressed": [_diagnostic_json(one) for one in judged.suppressed],
        "accepted": [_diagnostic_json(one) for one in judged.accepted],
        "stale": judged.stale,
        "skipped": judged.skipped,
        "of_history": judged.of_history,
        "passages": judged.passages,
        "past": {path: source.text for path, source in judged.past.items() if path in pointed},
    }


def judged_of(data: Json, limits: Mapping[str, int]) -> Judged:
    """What was judged of a contract whose files are read within limits."""
    return Judged(
        path=str(data["path"]),
        id=_spanned(data["id"]) if data["id"] else None,
        sources=Texts(map(str, data["files"]), Limits(**limits)),
        past={file: SourceFile(file, text) for file, text in data["past"].items()},
        directives=tuple(_directive_of(one) for one in data["directives"]),
        diagnostics=[_diagnostic_of(one) for one in data["diagnostics"]],
        suppressed=[_diagnostic_of(one) for one in data["suppressed"]],
        accepted=[_diagnostic_of(one) for one in data["accepted"]],
        stale=[_accepted_of(one) for one in data["stale"]],
        skipped=[_skipped_of(one) for one in data["skipped"]],
        of_history=bool(data["of_history"]),
        passages=tuple(_passage(one) for one in data["passages"]),
    )


def _diagnostic_json(diagnostic: Diagnostic) -> Json:
    # What was only needed to settle it, `about` and `case`, is left out.
    finding = diagnostic.finding
    return [
        diagnostic.rule,
        int(diagnostic.severity),
        diagnostic.contract,
        finding.message,
        finding.at,
        finding.related,
        finding.help,
        finding.fix,
        int(finding.confidence),
        finding.counter_text,
    ]


def _diagnostic_of(data: Json) -> Diagnostic:
    rule, severity, contract, message, at, related, help, fix, confidence, counter_text = data
    finding = Finding(
        message=str(message),
        at=_label(at),
        related=tuple(_label(label) for label in related),
        help=_words(help),
        fix=_fix(fix) if fix else None,
        confidence=Confidence(confidence),
        counter_text=_words(counter_text),
    )
    return Diagnostic(str(rule), Severity(severity), finding, _words(contract))


def _skipped_of(data: Json) -> SkippedRule:
    rule, contract, reason = data
    return SkippedRule(str(rule), str(contract), str(reason))


def _accepted_of(data: Json) -> Accepted:
    key, times, on, by, reason, path = data
    return Accepted(Key(*map(str, key)), int(times), str(on), _words(by), _words(reason), str(path))


def _directive_json(directive: Directive) -> Json:
    until = directive.until
    return [*directive[:5], [until.value.isoformat(), until.span] if until else None, directive.by]


def _directive_of(data: Json) -> Directive:
    span, kind, rules, reason, covers, until, by = data
    return Directive(
        _span(span),
        str(kind),
        tuple(_spanned(rule) for rule in rules),
        reason and _spanned(reason),
        _span(covers),
        until and Spanned(Date.fromisoformat(until[0]), _span(until[1])),
        by and _spanned(by),
    )


def _spanned(data: Json) -> Spanned[str]:
    value, span = data
    return Spanned(str(value), _span(span))


def _words(data: Json) -> str | None:
    return None if data is None else str(data)


def _span(data: Json) -> Span:
    file, start, end = data
    if not 0 <= start <= end:
        raise ValueError("a range that no file has")
    return Span(str(file), int(start), int(end))


def _passage(data: Json) -> Passage:
    kind, span, shown, settles = data
    return Passage(str(kind), _span(span), bool(shown), bool(settles))


def _label(data: Json) -> Label:
    span, message = data
    return Label(_span(span), str(message))


def _fix(data: Json) -> Fix:
    title, edits, safe = data
    return Fix(str(title), tuple(Edit(_span(span), str(words)) for span, words in edits), bool(safe))
