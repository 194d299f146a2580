"""One line per diagnostic, as compilers print it."""

from scopelint.diagnostics import Diagnostic, Result
from scopelint.report.escape import inert, printable
from scopelint.report.place import place


def render(result: Result) -> str:
    """All diagnostics, each ``path:line:column: severity[rule]: message``."""
    return inert("".join(line(diagnostic, result) + "\n" for diagnostic in result.diagnostics))


def line(diagnostic: Diagnostic, result: Result) -> str:
    """One diagnostic on one line."""
    at = place(diagnostic.finding.at.span, result.sources)
    return printable(
        f"{at.path}:{at.line}:{at.column}: {diagnostic.severity.word}[{diagnostic.rule}]: "
        f"{diagnostic.finding.told}"
    )
