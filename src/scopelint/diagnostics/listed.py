"""How many findings are listed: what is said a thousand times is read by nobody."""

from collections.abc import Iterable

from scopelint.diagnostics.diagnostic import Diagnostic
from scopelint.diagnostics.finding import Finding, Label
from scopelint.diagnostics.severity import Severity

MOST_LISTED = 100
"""How many findings of one rule are listed of one file."""


def listed(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics in order; of each rule and file a hundred, then an error that there are more."""
    kept = []
    counts: dict[tuple[str, str], int] = {}
    for diagnostic in diagnostics:
        at = diagnostic.finding.at
        kind = (diagnostic.rule, at.span.file)
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] <= MOST_LISTED:
            kept.append(diagnostic)
        elif counts[kind] == MOST_LISTED + 1:
            words = (
                f"more than {MOST_LISTED} findings of `{diagnostic.rule}` in this file; others are left out"
            )
            rest = Finding(words, Label(at.span), help="correct those listed first")
            kept.append(Diagnostic("exceeded-limit", Severity.ERROR, rest, diagnostic.contract))
    return kept
