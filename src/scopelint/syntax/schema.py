"""Where the data that comes with scopelint lies, and reading its JSON Schemas.

A wheel carries ``catalog/data``; an editable checkout has ``rules/`` and ``schemas/`` at its top.
"""

import json
import os
from functools import cache
from typing import Any

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def data_root() -> tuple[str, bool]:
    """The folder that holds ``rules/`` and ``schemas/``, and whether it is a wheel's."""
    packaged = f"{_PACKAGE}/catalog/data"
    if os.path.isdir(packaged):
        return packaged, True
    return os.path.dirname(os.path.dirname(_PACKAGE)), False


def schema_names() -> list[str]:
    """The names that ``schema`` takes."""
    end = ".schema.json"
    return sorted(file[: -len(end)] for file in os.listdir(f"{data_root()[0]}/schemas") if file.endswith(end))


@cache
def schema(name: str) -> dict[str, Any]:
    """A JSON Schema such as ``config``; raises FileNotFoundError for a name there is none of."""
    with open(f"{data_root()[0]}/schemas/{name}.schema.json", encoding="utf-8") as file:
        found: dict[str, Any] = json.load(file)
    return found
