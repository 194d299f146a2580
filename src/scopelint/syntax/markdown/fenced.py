"""A whole document in one code fence is read as if the fence were not there."""

import re

from scopelint.syntax.markdown.line import Line

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*(\w*)[ \t]*")
_STRUCTURE = re.compile(r"[ \t]*(?:#{2,6} |[-*+] |\d{1,3}[.)] |\|)")
_TEXT_LANGUAGES = ("", "text", "txt", "markdown", "md", "plain", "plaintext")
_DRAWN = re.compile(r"[\s=_─━═╔╗╚╝╠╣║│┌┐└┘├┤┬┴┼|+*~-]*")


def unfenced(lines: list[Line]) -> list[Line]:
    """The lines, less the fence around them when it holds most of an otherwise bare document."""
    fences = [at for at, line in enumerate(lines) if "```" in line.text or "~~~" in line.text]
    if len(fences) != 2:
        return lines
    first, last = fences
    opening, closing = _FENCE.fullmatch(lines[first].text), _FENCE.fullmatch(lines[last].text)
    if opening is None or closing is None or closing[2] or opening[2].lower() not in _TEXT_LANGUAGES:
        return lines
    outside = [line.text for line in lines[:first] + lines[last + 1 :] if line.text.strip()]
    inside = [line for line in lines[first + 1 : last] if line.text.strip()]
    if len(inside) <= len(outside) or any(_STRUCTURE.match(text) for text in outside):
        return lines
    return lines[:first] + [_bare(line) for line in lines[first + 1 : last]] + lines[last + 1 :]


def _bare(line: Line) -> Line:
    """A fenced line without its indentation; one that only draws a rule is empty."""
    if _DRAWN.fullmatch(line.text):
        return Line("", line.start)
    return line.stripped()
