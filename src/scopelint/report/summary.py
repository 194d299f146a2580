"""A Markdown page with every finding: the step summary of a CI run."""

from collections import Counter

from scopelint.diagnostics import Diagnostic, Result, Severity
from scopelint.report.escape import printable
from scopelint.report.passage import told
from scopelint.report.place import place

SPECIAL = "\\`*_{}[]()<>#+-.!|@~&:$"


def render(result: Result) -> str:
    """Counts, then a table of all findings, escaped so that documents cannot write into the page."""
    tally = Counter(d.severity for d in result.diagnostics)
    counts = ", ".join(f"{tally[s]} {s.word}s" for s in sorted(Severity, reverse=True) if tally[s])
    out = [
        "## scopelint\n",
        f"{len(result.contracts)} contracts, {result.documents} documents: {counts or 'no findings'}.\n",
    ]
    if result.diagnostics:
        out += ["| Severity | Place | Finding | Rule |", "|---|---|---|---|"]
        out += [_row(diagnostic, result) for diagnostic in result.diagnostics]
    if result.passages:
        out.append(f"\nNot read as terms: {escaped(told(result))}.")
    return "\n".join(out) + "\n"


def _row(diagnostic: Diagnostic, result: Result) -> str:
    at = place(diagnostic.finding.at.span, result.sources)
    where = escaped(f"{at.path}:{at.line}")
    cells = (diagnostic.severity.word, where, escaped(diagnostic.finding.told), diagnostic.rule)
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Text that Markdown and HTML show as it is."""
    safe = printable(" ".join(text.split()))
    return "".join(f"&#{ord(char)};" if char in SPECIAL else char for char in safe)
