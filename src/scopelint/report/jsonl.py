"""One JSON object per diagnostic and line, for streams."""

from scopelint.diagnostics import Result
from scopelint.report.escape import json_text
from scopelint.report.json import entries


def render(result: Result) -> str:
    """The diagnostics of the ``json`` format, a line each."""
    return "".join(json_text(entry) + "\n" for entry in entries(result))
