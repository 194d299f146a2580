"""What a reporter sees: a finding with its rule and severity."""

from typing import NamedTuple

from scopelint.diagnostics.finding import Finding
from scopelint.diagnostics.severity import Severity


class Diagnostic(NamedTuple):
    """A settled finding. ``contract`` is the contract's folder or file as shown, None outside any."""

    rule: str
    severity: Severity
    finding: Finding
    contract: str | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Reports are ordered by place, then rule, so that the same input gives the same bytes."""
        span = self.finding.at.span
        return (span.file, span.start, span.end, self.rule, self.finding.message)
