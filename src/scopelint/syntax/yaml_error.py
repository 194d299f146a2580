"""What is wrong with a YAML text, in plain words."""

from typing import Any

from scopelint.diagnostics import Finding, Label, Problem
from scopelint.text import SourceFile, Span

_WORDS = (
    (
        "mapping values are not allowed",
        "a second `: ` in one value",
        "quote the value, or put it on its own line",
    ),
    (
        "cannot start any token",
        "this character cannot begin a value",
        "quote the value; indent with spaces, not tabs",
    ),
    (
        "could not find expected ':'",
        "a line that is neither a key with a value nor a list item",
        "write `key: value`",
    ),
    (
        "did not find expected key",
        "the indentation or a quote does not fit here",
        "align it with its neighbours",
    ),
    (
        "did not find expected '-'",
        "the indentation does not fit the list above",
        "align it with the other items",
    ),
    (
        "did not find expected ',' or",
        "a bracket or brace is not closed",
        "close it, or put a comma between the values",
    ),
    ("unexpected end of stream", "a quote is not closed", "close the quote"),
    ("control characters", "a control character that YAML does not allow", "remove it"),
    (
        "unknown escape",
        "an unknown `\\` escape in a double-quoted value",
        "use single quotes, or double the backslash",
    ),
    ("unexpected document indicator", "a `---` or `...` inside a quoted value", "close the quote before it"),
    ("undefined tag handle", "a tag that nobody defined", "remove the tag, or quote the value"),
)
_OTHERWISE = ("this is not valid YAML", "compare its indentation and quotes with the lines around it")


def syntax_problem(error: Any, source: SourceFile, base: int, text: str) -> Problem:
    """The problem for an error of the YAML parser in ``text``, which begins at ``base`` in the file."""
    said = f"{getattr(error, 'problem', None) or getattr(error, 'reason', '')}"
    words, advice = next(((w, a) for part, w, a in _WORDS if part in said), _OTHERWISE)
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        at = min(mark.index, len(text))
    else:
        at = next((i for i, char in enumerate(text) if _is_forbidden(char)), 0)
    while at and (at == len(text) or text[at] in "\r\n") and text[at - 1] in "\r\n":
        at -= 1
    span = Span(source.path, base + at, base + min(at + 1, len(text)))
    message = f"{words}: what follows is not read"
    return Problem("unreadable-file", Finding(message, Label(span), help=advice))


def _is_forbidden(char: str) -> bool:
    return not (char in "\t\n\r\x85" or " " <= char <= "~" or (char >= "\xa0" and char not in "\ufffe\uffff"))
