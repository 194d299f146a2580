"""One JSON object per diagnostic and line, for streams."""

import json

from scopelint.diagnostics import Result
from scopelint.report.json import entries


def render(result: Result) -> str:
    """The diagnostics of the ``json`` format, a line each."""
    return "".join(json.dumps(entry, ensure_ascii=True) + "\n" for entry in entries(result))
