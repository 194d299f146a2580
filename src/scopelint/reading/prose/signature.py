"""Where the parties sign: lines to be written on with a pen are no placeholders."""

import re
from collections.abc import Iterator

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.mark import Mark
from scopelint.reading.prose.section import Part
from scopelint.syntax.outline import Block, Paragraph, Table, Text

_BLANK = re.compile(r"_{3,}")
_MOST_NAMES = 12
_LONGEST_LINE = 80
_LONGEST_KEY = 40
_FORM_LINES = 4
_BESIDE = 4
_ABOVE = 2


def beside(parts: tuple[Part, ...], at: int) -> tuple[Part, ...]:
    """The part with its neighbours, where all are run-in lines of one block, such as "**Client:** ____".

    Under a bold line, such as the name of who signs, those above it count: "**Signed by the parties:**".
    """
    part = parts[at]
    if part.section.mark == "bold":
        above = parts[max(0, at - _ABOVE) : at]
        return (part, *(one for one in above if one.section.mark == "bold" and one.parent == part.parent))
    if part.section.mark == "run-in":
        around = (*parts[max(0, at - 1) : at], *parts[at + 1 : at + 2])
        return (part, *(one for one in around if one.section.mark == "run-in" and one.parent == part.parent))
    if _is_line(part):
        around = parts[max(0, at - _FORM_LINES) : at + _FORM_LINES]
        return tuple(one for one in around if one.parent == part.parent and _is_line(one))
    return (part,)


def _is_line(part: Part) -> bool:
    """Whether a heading is a line to write on: "#### Title: ______"."""
    return part.section.title is not None and "___" in part.section.title.plain


def is_signed(part: Part, blocks: tuple[Block, ...], lexicon: Lexicon) -> bool:
    """Whether blocks of a section are where the parties sign."""
    if part.is_within("signatures", "approvals", "acceptance"):
        return True
    matcher = lexicon.matcher("items")
    title = part.section.title
    heads = (title,) if title is not None and (part.section.mark == "bold" or _is_line(part)) else ()
    lines = (*heads, *(text for block in blocks for text in _short_lines(block)))
    return any(_is_cross(line) or "slot.signature" in matcher.groups_in(line.plain) for line in lines)


def closes_with_pens(block: Block) -> bool:
    """Whether the last line of a document is one for both to sign on: "For us: ____  For Ann: ____"."""
    if not isinstance(block, Paragraph):
        return False
    last = list(block.text.lines())[-1].plain
    blanks = _BLANK.findall(last)
    return len(blanks) > 1 and len(_BLANK.sub(" ", last).split()) <= _MOST_NAMES


def _short_lines(block: Block) -> Iterator[Text]:
    if isinstance(block, Paragraph):
        yield from (line for line in block.text.lines() if len(_BLANK.sub("", line.plain)) < _LONGEST_LINE)
    elif isinstance(block, Table):
        yield from (cell.text for row in (block.header or (), *block.rows) for cell in row[:2])


def _is_cross(line: Text) -> bool:
    """Whether a line is where to sign: "× ______"."""
    sign, _, rest = line.plain.strip().partition(" ")
    return sign in ("×", "x", "X", "✗", "✕") and bool(rest.strip()) and not rest.strip("_\uff3f. ")


def is_for_a_pen(plain: str, mark: Mark, lexicon: Lexicon) -> bool:
    """Whether a slot is a line to write on, names what to write on the line beside it, or is for the day."""
    if mark.kind == "blank":
        return not _is_contact(plain, mark, lexicon)
    if mark.kind == "bracket" and _is_day(plain[mark.start + 1 : mark.end - 1], lexicon):
        return True
    return mark.kind == "bracket" and (
        "__" in plain[mark.start : mark.end] or plain[mark.end : mark.end + _BESIDE].lstrip().startswith("__")
    )


def _is_day(words: str, lexicon: Lexicon) -> bool:
    """Whether the words of a slot ask for a day and nothing else: "[Date]"."""
    return len(words.split()) == 1 and "due" in lexicon.matcher("columns").groups_in(words)


def _is_contact(plain: str, mark: Mark, lexicon: Lexicon) -> bool:
    """Whether a blank is for a way to reach somebody, which is known before anybody signs."""
    start = max(0, mark.start - _LONGEST_LINE)
    label = plain[start : mark.start].rpartition("\n")[2].rstrip(" :*")
    return len(label) <= _LONGEST_KEY and "slot.contact" in lexicon.matcher("items").groups_in(label)
