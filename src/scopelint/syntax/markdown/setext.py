"""Underlined headings: meant, or made by a rule under ordinary lines."""

import re
from collections.abc import Sequence

from scopelint.syntax.markdown.line import Line

_KEY_VALUE = re.compile(r"[*_]{0,3}[^:|]{1,40}:[*_]{0,3}[ \t]+\S")
_MAX_WORDS = 14


def is_underlined_title(lines: Sequence[Line], rule: str) -> bool:
    """Whether lines above a row of ``=`` or ``-`` are a heading.

    A ``---`` that somebody drew to part blocks makes a heading of the line above it; a key with its
    value, several lines, a list or table row, or a whole sentence was not meant as one.
    """
    if len(lines) > (2 if rule == "=" else 1):
        return False
    text = " ".join([line.text for line in lines])
    if text[0] in "|([☐☑✅❌•" or "|" in text:
        return rule == "="
    if rule == "=":
        return True
    if _KEY_VALUE.match(text):
        return False
    return len(text.split()) <= _MAX_WORDS and not text.endswith((".", ";", ","))
