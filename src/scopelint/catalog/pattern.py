"""Users' patterns: RE2, whose time grows with the text and no more, whatever the pattern."""

from collections.abc import Callable
from functools import cache


class PatternsUnavailableError(Exception):
    """google-re2 is not installed, so that no pattern of a page can be searched for."""

    def __str__(self) -> str:
        """The reason, with what to do."""
        return "patterns need google-re2, which is not installed: pip install 'scopelint[re2]'"


@cache
def searcher(pattern: str) -> Callable[[str], bool]:
    """A search for the pattern. Raises PatternsUnavailableError, and ValueError for what RE2 refuses."""
    try:
        import re2
    except ImportError as error:
        raise PatternsUnavailableError from error
    try:
        compiled = re2.compile(pattern)
    except re2.error as error:
        raise ValueError(_reason(error)) from error

    def search(text: str) -> bool:
        # A name of a file may hold what is no Unicode text, and RE2 reads UTF-8.
        return compiled.search(text.encode(errors="replace").decode()) is not None

    return search


def _reason(error: Exception) -> str:
    words = error.args[0] if error.args else ""
    return words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
