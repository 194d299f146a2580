"""Words that are not read as terms, in reports."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from scopelint.diagnostics import Passage, Result
from scopelint.report.escape import printable
from scopelint.report.place import place
from scopelint.text import SourceFile

_MOST_PLACES = 3
_HOLDERS = {"comment": "a comment", "quote": "a quote", "entry": "foreign front matter"}


def passages(unread: Iterable[Passage], sources: Mapping[str, SourceFile]) -> Iterator[dict[str, Any]]:
    """Passages as JSON types: where they stand, what holds them, who sees them, and their words."""
    for one in unread:
        yield {
            **place(one.span, sources)._asdict(),
            "kind": one.kind,
            "shown": one.shown,
            "notable": one.notable,
            "text": one.words(sources),
        }


def note(passage: Passage) -> str:
    """That a passage was not read as terms, and what it stands in."""
    return f"the words of {_HOLDERS.get(passage.kind, passage.kind)} are not read as terms"


def told(result: Result) -> str:
    """How many passages were not read as terms, where the first stand, and what lists them; "" for none."""
    if not result.passages:
        return ""
    from shlex import quote

    number = len(result.passages)
    places = [place(one.span, result.sources) for one in result.passages[:_MOST_PLACES]]
    where = ", ".join(printable(f"{at.path}:{at.line}") for at in places)
    more = ", …" if number > len(places) else ""
    only = result.contracts[0] if len(result.contracts) == 1 else None
    lister = f"scopelint show {printable(quote(only)) if only else 'PATH'}"
    return f"{number} passage{'s' * (number != 1)} at {where}{more} (`{lister}` lists them)"
