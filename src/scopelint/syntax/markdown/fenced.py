"""A document in a code fence is read as if the fence were not there.

People fence a letter or an offer to keep its layout. One fence without a programming language that
holds more lines than all the rest is such a document; any other code is no statement.
"""

import re

from scopelint.syntax.markdown.line import Line

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*(\w*)[ \t]*")
_MIN_LINES = 12
_TEXT_LANGUAGES = ("", "text", "txt", "markdown", "md", "plain", "plaintext")
_DRAWN = re.compile(r"[\s=_─━═╔╗╚╝╠╣║│┌┐└┘├┤┬┴┼|+*~-]*")


def unfenced(lines: list[Line]) -> list[Line]:
    """The lines, less the fence around them when it holds most of the document."""
    fences = [at for at, line in enumerate(lines) if "```" in line.text or "~~~" in line.text]
    if len(fences) != 2:
        return lines
    first, last = fences
    opening, closing = _FENCE.fullmatch(lines[first].text), _FENCE.fullmatch(lines[last].text)
    if opening is None or closing is None or closing[2] or opening[2].lower() not in _TEXT_LANGUAGES:
        return lines
    inside = sum(1 for line in lines[first + 1 : last] if line.text.strip())
    outside = sum(1 for line in lines[:first] + lines[last + 1 :] if line.text.strip())
    if inside < _MIN_LINES or inside <= outside:
        return lines
    return lines[:first] + [_bare(line) for line in lines[first + 1 : last]] + lines[last + 1 :]


def _bare(line: Line) -> Line:
    """A fenced line without its indentation; one that only draws a rule is empty."""
    if _DRAWN.fullmatch(line.text):
        return Line("", line.start)
    return line.stripped()
