"""How many words of a document are read: what stands after them is said to be unread."""

import re
from typing import NamedTuple

from scopelint.diagnostics import Finding, Label, Problem
from scopelint.text import Span

_WORD = re.compile(r"(?:\w+|[^\w\s]+)\s*")


class Count(NamedTuple):
    """How many words and signs a text holds, and where the first stands that is one too many."""

    words: int
    past: tuple[int, int] | None = None


def count_words(text: str, most: int) -> Count:
    """The words of a text, and the runs of signs between them, of which ``most`` may be read."""
    lead = len(text) - len(text.lstrip())
    words = _WORD.findall(text, lead) if lead else _WORD.findall(text)
    if len(words) <= most:
        return Count(len(words))
    start = lead + sum(map(len, words[:most]))
    return Count(len(words), (start, start + len(words[most].rstrip())))


def rest_unread(at: Span, bound: str, key: str) -> Problem:
    """The problem of a document that is read up to a place; ``bound`` tells the limit of that key."""
    message = f"more than {bound}: the rest of this document is not read"
    advice = f"split the document, or raise `{key}` in the configuration's `limits`"
    return Problem("exceeded-limit", Finding(message, Label(at), help=advice))


def words_unread(at: Span, most: int) -> Problem:
    """The problem of a document that holds more than ``most`` words."""
    return rest_unread(at, f"{most:,} words and signs", "prose_words")
