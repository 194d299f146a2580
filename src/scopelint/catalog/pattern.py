"""Users' patterns: RE2, whose time grows with the text and no more, whatever the pattern."""

from collections.abc import Callable
from functools import cache

MOST_PATTERNS = 20
"""How many patterns a page may hold: each may take RE2 some hundredths of a second to compile."""


class PatternError(Exception):
    """A pattern that cannot be searched for: why, and what to do about it."""

    def __init__(self, message: str, advice: str | None) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


@cache
def searcher(pattern: str) -> Callable[[str], bool]:
    """A search for the pattern. Raises PatternError where RE2 is not installed, and for what it refuses."""
    try:
        import re2
    except ImportError as error:
        raise PatternError(
            "patterns need google-re2, which is not installed", "run `pip install 'scopelint[re2]'`"
        ) from error
    from scopelint.catalog.refusal import misread, refusal

    options = re2.Options()
    # It would print the pattern as it stands, and with it whatever a stranger wrote.
    options.log_errors = False
    try:
        compiled = re2.compile(pattern, options)
    except re2.error as error:
        raise PatternError(*refusal(pattern, _reason(error))) from error
    taken_for_text = misread(pattern)
    if taken_for_text:
        raise PatternError(*taken_for_text)

    def search(text: str) -> bool:
        # A name of a file may hold what is no Unicode text, and RE2 reads UTF-8.
        return compiled.search(text.encode(errors="replace").decode()) is not None

    return search


def _reason(error: Exception) -> str:
    words = error.args[0] if error.args else ""
    return words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
