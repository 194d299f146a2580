"""Rules that people draw of characters Markdown knows nothing of, around the headings of a plain text."""

from scopelint.syntax.markdown.line import Line

_BOXES = frozenset(map(chr, range(0x2500, 0x25A0)))
"""Box drawing and block elements."""
_SHORTEST = 3
_LONGEST_NUMBER = 4


def undrawn(lines: list[Line]) -> list[Line]:
    """The lines, those empty that only draw a rule: with ``═══``, or ``===`` where it underlines nothing.

    Two rows of ``===`` around a numbered line are both drawn: to CommonMark that line is an item of a list.
    """
    found = list(lines)
    for at, line in enumerate(lines):
        text = line.text.strip()
        if len(text) < _SHORTEST:
            continue
        if text[0] in _BOXES:
            drawn = _BOXES.issuperset(text.replace(" ", ""))
        else:
            above = found[at - 1].text.strip() if at else ""
            drawn = text[0] == "=" and not text.strip("=") and (not above or _is_framed(lines, found, at))
        if drawn:
            found[at] = Line("", line.start)
    return found


def _is_framed(lines: list[Line], found: list[Line], at: int) -> bool:
    """Whether the line above is numbered and stands below a rule that was taken out."""
    number = lines[at - 1].text.strip()[:_LONGEST_NUMBER].partition(".")[0]
    return number.isdecimal() and at > 1 and found[at - 2].text != lines[at - 2].text
