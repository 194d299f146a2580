"""What could not be read, one line each, for commands that report nothing else."""

from collections.abc import Iterable, Mapping

from scopelint.diagnostics import Problem
from scopelint.report.place import place
from scopelint.text import SourceFile


def problem_lines(problems: Iterable[Problem], sources: Mapping[str, SourceFile]) -> list[str]:
    """Each problem with its place and the next act."""
    out = []
    for problem in problems:
        finding = problem.finding
        at = place(finding.at.span, sources)
        help = f" ({finding.help})" if finding.help else ""
        out.append(f"{at.path}:{at.line}:{at.column}: {finding.message}{help}")
    return out
