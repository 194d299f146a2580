"""A document in a code fence is read as if the fence were not there.

People fence a letter or an offer to keep its layout. A fence without a programming language that
holds more lines than all the rest is such a document; any other code is no statement.
"""

import re
from collections.abc import Iterator

from scopelint.syntax.markdown.line import Line

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*+(\w*+)[ \t]*")
_NESTED = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)")
_MIN_LINES = 12
_TEXT_LANGUAGES = ("", "text", "txt", "markdown", "md", "plain", "plaintext")
_DRAWN = re.compile(r"[\s=_─━═╔╗╚╝╠╣║│┌┐└┘├┤┬┴┼|+*~-]*")


class Fences:
    """Tells line by line whether one lies in a code fence, those within lists and quotes included."""

    def __init__(self) -> None:
        self._open: str | None = None
        self._nested = False

    def inside(self, text: str) -> bool:
        """Whether the next line lies in a fence, or opens or closes one."""
        if self._open is not None and self._nested and text[:1] not in ("", " ", "\t", ">"):
            self._open = None
        if "```" not in text and "~~~" not in text:
            return self._open is not None
        match = _NESTED.match(text)
        if match is None:
            return self._open is not None
        if self._open is None:
            if "`" in match[2] and match[1][0] == "`":
                return False
            self._open = match[1]
            self._nested = not text.startswith(match[1])
            return True
        if match[1].startswith(self._open) and not match[2].strip():
            self._open = None
        return True


def unfenced(lines: list[Line]) -> list[Line]:
    """The lines, less the fence around those that make up most of the document."""
    written = sum(1 for line in lines if line.text.strip())
    for first, last in _fences(lines):
        inside = sum(1 for line in lines[first + 1 : last] if line.text.strip())
        # The two lines of the fence itself stand neither inside nor outside.
        if inside >= _MIN_LINES and 2 * inside > written - 2:
            bare = [_bare(line) for line in lines[first + 1 : last]]
            return lines[:first] + bare + lines[last + 1 :]
    return lines


def _fences(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Where fences without a programming language open and close; none where they do not pair up."""
    opened: tuple[int, str, str] | None = None
    for at, line in enumerate(lines):
        if "```" not in line.text and "~~~" not in line.text:
            continue
        match = _FENCE.fullmatch(line.text)
        if match is None:
            return
        if opened is None:
            opened = at, match[1], match[2].lower()
        elif match[1].startswith(opened[1]) and not match[2]:
            if opened[2] in _TEXT_LANGUAGES:
                yield opened[0], at
            opened = None


def _bare(line: Line) -> Line:
    """A fenced line without its indentation; one that only draws a rule is empty."""
    if _DRAWN.fullmatch(line.text):
        return Line("", line.start)
    return line.stripped()
