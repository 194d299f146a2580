"""The order in which the documents of a contract count, the same however they were found."""

from collections.abc import Iterable
from posixpath import basename

from scopelint.reading.fragment import Fragment
from scopelint.text import Span, Spanned

# The document a person opens first: where to say what the contract lacks.
_MAIN = ("scope", "contract", "agreement", "sow", "milestones")


def ordered(fragments: Iterable[Fragment]) -> tuple[Fragment, ...]:
    """Records before prose, then by path: where two places state one fact, the earlier is used."""
    return tuple(sorted(fragments, key=lambda one: (not one.keys, one.source.path)))


def title_span(fragments: Iterable[Fragment]) -> Span:
    """The title of the main document; prose is where people look first."""
    return min(fragments, key=_prominence).title


def title(fragments: Iterable[Fragment]) -> Spanned[str] | None:
    """The words of that title, for a contract whose records give none."""
    main = min(fragments, key=_prominence)
    words = "" if main.keys else " ".join(main.source.excerpt(main.title).split())
    return Spanned(words, main.title) if words else None


def _prominence(fragment: Fragment) -> tuple[bool, int, str]:
    stem = basename(fragment.source.path).partition(".")[0].lower()
    rank = _MAIN.index(stem) if stem in _MAIN else len(_MAIN)
    return bool(fragment.keys), rank, fragment.source.path
