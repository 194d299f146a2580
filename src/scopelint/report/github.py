"""Annotations of GitHub Actions, as workflow commands on standard output."""

from collections import Counter

from scopelint.diagnostics import Diagnostic, Result, Severity
from scopelint.report.escape import printable, unhashed
from scopelint.report.place import place

# A step shows at most ten annotations of each level
# (https://docs.github.com/en/rest/checks/runs, "limitations"); the step summary holds them all.
CAP = 10
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(result: Result) -> str:
    """One command per finding up to the cap, then how many more the step summary lists."""
    shown: Counter[Severity] = Counter()
    lines = []
    for diagnostic in result.diagnostics:
        shown[diagnostic.severity] += 1
        if shown[diagnostic.severity] <= CAP:
            lines.append(_annotation(diagnostic, result))
    more = sum(max(0, count - CAP) for count in shown.values())
    if more:
        lines.append(f"{more} more findings are in the step summary.")
    total = len(result.diagnostics)
    lines.append(
        f"scopelint: {total} finding{'' if total == 1 else 's'} in {len(result.contracts)} contracts."
    )
    if result.passages:
        from scopelint.report.passage import told

        lines.append(unhashed(f"Not read as terms: {told(result)}."))
    return "".join(f"{line}\n" for line in lines)


def _annotation(diagnostic: Diagnostic, result: Result) -> str:
    finding = diagnostic.finding
    at = place(finding.at.span, result.sources)
    properties = {
        "file": at.path,
        "line": str(at.line),
        "endLine": str(at.end_line),
        "title": diagnostic.rule,
    }
    if at.line == at.end_line:
        properties |= {"col": str(at.column), "endColumn": str(at.end_column)}
    words = finding.told if not finding.help else f"{finding.told}\nHelp: {finding.help}"
    named = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{LEVELS[diagnostic.severity]} {named}::{_data(words)}"


def _data(text: str) -> str:
    """A message: line ends and percent signs as the runner decodes them."""
    lines = unhashed("\n".join(printable(line) for line in text.split("\n")))
    return lines.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
