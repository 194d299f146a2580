"""Contracts compared by what they say, not where they say it."""

from typing import Any

from scopelint.model import Contract, Scope
from scopelint.text import Span

# Fields of a contract that tell where its documents say something, or repeat their text.
_ABOUT_DOCUMENTS = ("path", "title_span", "headings", "documents")


def without_places(value: Any) -> Any:
    """A model value with its places, and what tells where to look, taken out."""
    if isinstance(value, Span):
        return None
    if isinstance(value, Contract):
        fields = value._asdict()
        return {name: without_places(fields[name]) for name in fields if name not in _ABOUT_DOCUMENTS}
    if isinstance(value, Scope):
        value = value._replace(file=None)
    if isinstance(value, tuple):
        return (type(value).__name__, *map(without_places, value))
    return value
