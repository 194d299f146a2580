"""What changed in a contract, for programs."""

from collections.abc import Mapping
from typing import Any

from scopelint.model.comparison import Compared, Comparison
from scopelint.model.difference import Stated
from scopelint.model.difference_words import sentence
from scopelint.report.escape import json_text
from scopelint.report.place import place
from scopelint.text import SourceFile


def render(comparison: Comparison) -> str:
    """One object with every difference, its values and both places."""
    report = {
        "contract": comparison.path,
        "against": comparison.against,
        "differences": [_difference(row, comparison.sources) for row in comparison.rows],
    }
    return json_text(report, indent=2) + "\n"


def _difference(row: Compared, sources: Mapping[str, SourceFile]) -> dict[str, Any]:
    difference = row.difference
    return {
        "subject": difference.subject,
        "kind": difference.kind.value,
        "field": difference.field,
        "id": difference.id,
        "name": difference.name,
        "before": _stated(difference.before, sources),
        "after": _stated(difference.after, sources),
        "message": sentence(difference),
        "confidence": difference.confidence.word,
        "rivals": [rival.value for rival in difference.rivals],
        "changes": [name.strip("`") for name in row.changes],
        "covered": bool(row.changes) and row.lack is None,
        "lack": row.lack,
    }


def _stated(stated: Stated | None, sources: Mapping[str, SourceFile]) -> dict[str, Any] | None:
    if stated is None:
        return None
    at = place(stated.span, sources)
    return {"value": str(stated.value), "path": at.path, "line": at.line, "column": at.column}
