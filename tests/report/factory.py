"""Results for reporters, built by hand."""

from scopelint.diagnostics import Confidence, Diagnostic, Finding, Label, Result, Severity, SkippedRule
from scopelint.text import SourceFile, Span

SCOPE = SourceFile(
    "acme/scope.md",
    "# Site\n\n## Revisions\n\nTwo rounds are included.\n\n## Läden 🥐\n\n\tUnlimited größere changes.\n",
)
RECORD = SourceFile("acme/contract.yaml", "revisions:\n  included: 3\n")


def span(source: SourceFile, words: str) -> Span:
    """The place of some words in a source."""
    start = source.text.index(words)
    return source.span(start, start + len(words))


def diagnostic(
    words: str,
    message: str,
    *,
    rule: str = "conflicting-terms",
    severity: Severity = Severity.ERROR,
    related: tuple[Label, ...] = (),
    help: str | None = None,
    confidence: Confidence = Confidence.HIGH,
) -> Diagnostic:
    """A diagnostic at some words of the scope."""
    finding = Finding(message, Label(span(SCOPE, words)), related=related, help=help, confidence=confidence)
    return Diagnostic(rule, severity, finding, "acme")


def result(*diagnostics: Diagnostic, not_checked: tuple[SkippedRule, ...] = (), exit_code: int = 0) -> Result:
    """A result over the two sources."""
    return Result(
        diagnostics=diagnostics,
        suppressed=(),
        accepted=(),
        not_checked=not_checked,
        contracts=("acme",),
        documents=2,
        unread=(("acme/README.md", "not part of the contract by its name"),),
        sources={SCOPE.path: SCOPE, RECORD.path: RECORD},
        exit_code=exit_code,
    )


CLASH = diagnostic(
    "Two",
    "the contract says `Two` rounds here and `3` in contract.yaml",
    related=(Label(span(RECORD, "3"), "three here"),),
    help="keep one of them",
)
VAGUE = diagnostic(
    "größere", "`größere` leaves the size open", rule="open-ended-wording", severity=Severity.INFO
)
