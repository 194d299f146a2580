"""Text from documents made safe to print."""

import json
import re

_ANYWHERE = r"#(?=#\w*\[)"
_AT_LINE_START = r"(?m)^((?:[^\S\n]|\x1b\[[\d;]*m)*):(?=:[A-Za-z])"


def printable(text: str) -> str:
    r"""The text with every character that could command a terminal or hide written as ``\u{…}``."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"\\u{{{ord(c):x}}}" for c in text)


def printable_lines(text: str) -> str:
    """Text of several lines, indented by blanks or tabs, in which nothing else commands or hides."""
    return re.sub(r"[^\n\t]+", lambda part: printable(part[0]), text)


def inert(text: str) -> str:
    """Lines in which a CI runner finds no command."""
    text = unhashed(text)
    return re.sub(_AT_LINE_START, r"\1\\u{3a}", text) if "::" in text else text


def unhashed(text: str, hash: str = r"\u{23}") -> str:
    """Text without ``##[…]`` and ``##vso[…]``, which runners obey anywhere in a line.

    ``hash`` is how the format writes the first ``#``.
    """
    return re.sub(_ANYWHERE, lambda _: hash, text) if "##" in text else text


def json_text(value: object, indent: int | None = None) -> str:
    """A value as JSON that is ASCII, and that no CI runner takes for a command."""
    return unhashed(json.dumps(value, indent=indent), r"\u0023")
