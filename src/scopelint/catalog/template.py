"""Messages with fields: "milestone `{id}` starts before it is funded"."""

import re
from collections.abc import Iterator, Mapping
from datetime import date as Date
from typing import Any

from scopelint.catalog.condition import Failure
from scopelint.catalog.path import Scope, read_path

_FIELD = re.compile(r"\{([a-z_]+(?:\.[a-z0-9_-]+)*)\}")
_LONGEST = 60

SPECIAL = {
    "self": "the record's id, else its title or text, else its place in the list",
    "value": "the value that was judged; for `forbids`, the phrase found; for `length`, the count",
    "expected": "what it was compared with",
    "path": "the path that was judged",
}
"""Fields that every message may use beside paths of the record."""


def fields(template: str) -> Iterator[str]:
    """The names in braces."""
    return (match[1] for match in _FIELD.finditer(template))


def filled(template: str, scope: Scope, failure: Failure) -> str:
    """The template with every field replaced by what the contract says."""
    special: Mapping[str, Any] = {"value": failure.value, "expected": failure.expected, "path": failure.path}

    def field(match: re.Match[str]) -> str:
        name = match[1]
        if name == "self":
            return shown(own_name(scope))
        if name in special:
            return shown(special[name])
        return ", ".join(shown(value) for value, _ in read_path(scope, name).values) or "(none)"

    return _FIELD.sub(field, template)


def shown(value: Any) -> str:
    """A value in one line, shortened, so that the user's own words fit a message."""
    if isinstance(value, Date):
        return value.isoformat()
    if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
        return ", ".join(shown(item) for item in value)
    text = " ".join(str(value).split()).replace("`", "'")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def own_name(scope: Scope) -> str:
    """What a person would call the record."""
    for name in ("id", "title", "text", "name"):
        value = getattr(scope.record, name, None)
        if value is not None:
            return str(getattr(value, "value", value))
    for field in scope.whole:
        if isinstance(field, tuple) and scope.record in field:
            return f"no. {field.index(scope.record) + 1}"
    return "this"
