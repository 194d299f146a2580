"""Words that are not read as terms, in reports."""

from collections.abc import Iterable, Mapping
from typing import Any

from scopelint.diagnostics import Passage
from scopelint.report.place import place
from scopelint.text import SourceFile


def passages(unread: Iterable[Passage], sources: Mapping[str, SourceFile]) -> list[dict[str, Any]]:
    """Passages as JSON types: where they stand, what holds them, who sees them, and their words."""
    return [
        {
            **place(one.span, sources)._asdict(),
            "kind": one.kind,
            "shown": one.shown,
            "text": sources[one.span.file].excerpt(one.span),
        }
        for one in unread
    ]
