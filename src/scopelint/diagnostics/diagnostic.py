"""What a reporter sees: a finding with its rule and severity."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scopelint.diagnostics.finding import Finding
from scopelint.diagnostics.severity import Severity
from scopelint.text import Span


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


def files_pointed_into(diagnostics: Iterable[Diagnostic]) -> set[str]:
    """The files whose texts are needed to report the diagnostics."""
    return {span.file for diagnostic in diagnostics for span in _spans(diagnostic.finding)}


def _spans(finding: Finding) -> Iterator[Span]:
    yield finding.at.span
    yield from (label.span for label in finding.related)
    if finding.fix is not None:
        yield from (edit.span for edit in finding.fix.edits)
