"""GitLab's code quality report (https://docs.gitlab.com/ci/testing/code_quality/)."""

from scopelint.diagnostics import Result, Severity, fingerprints
from scopelint.report.escape import json_text, printable
from scopelint.report.place import place

LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(result: Result) -> str:
    """A list of issues with the five keys that GitLab reads."""
    issues = []
    names = fingerprints(result.diagnostics, result.sources)
    for diagnostic, name in zip(result.diagnostics, names, strict=True):
        at = place(diagnostic.finding.at.span, result.sources)
        issues.append(
            {
                "description": printable(diagnostic.finding.told),
                "check_name": diagnostic.rule,
                "fingerprint": name,
                "severity": LEVELS[diagnostic.severity],
                "location": {"path": at.path, "lines": {"begin": at.line, "end": at.end_line}},
            }
        )
    return json_text(issues, indent=1) + "\n"
