"""What CommonMark calls a paragraph, told apart: tables, lists, headings and running text."""

import re
from collections.abc import Callable, Sequence

from scopelint.syntax.markdown.heading import (
    Heading,
    Opening,
    bold_key,
    bold_title,
    caps_title,
    decorated_title,
    missing_space,
    numbered_title,
    run_in,
    tagged_title,
)
from scopelint.syntax.markdown.line import Line
from scopelint.syntax.markdown.listing import listed, read_listing
from scopelint.syntax.markdown.prose import Prose
from scopelint.syntax.markdown.table import loose_rows, loose_table
from scopelint.syntax.outline import Block

Part = Block | Heading

_BREAK = re.compile(r"(?<!\s)\s*(?:\\|<br\s?/?>)$", re.IGNORECASE)
_LONG_VALUE = 12
"""More words than this after a bold key are a clause, not a value."""


def read_paragraph(lines: Sequence[Line], prose: Prose, top: bool) -> list[Part]:
    """The blocks, and at the top level the headings, that the stripped lines of a paragraph hold."""
    if top and _is_metadata(lines):
        return [prose.paragraph(lines)]
    parts: list[Part] = []
    pending: list[Line] = []

    def flush() -> None:
        if pending:
            parts.append(prose.paragraph(pending))
            pending.clear()

    at = 0
    while at < len(lines):
        block, count = _block(lines, at, prose)
        if block is not None:
            flush()
            parts.append(block)
            at += count
            continue
        opening = _heading(lines, at, prose, first=not pending) if top else None
        if opening is None:
            pending.append(lines[at])
        else:
            flush()
            parts.append(opening.heading)
            if opening.rest is not None:
                pending.append(opening.rest)
        at += 1
    flush()
    return parts


def _block(lines: Sequence[Line], at: int, prose: Prose) -> tuple[Block | None, int]:
    count = loose_rows(lines, at)
    if count:
        return loose_table(lines[at : at + count], prose), count
    marker, count = listed(lines, at)
    if marker is not None:
        return read_listing(lines[at : at + count], marker, prose), count
    return None, 0


def _heading(lines: Sequence[Line], at: int, prose: Prose, first: bool) -> Opening | None:
    line = _unbroken(lines[at])
    if line.text.startswith("#"):
        return missing_space(line, prose, alone=len(lines) == 1)
    if line.text.startswith("<"):
        return tagged_title(line, prose) or bold_title(line, prose)
    kinds: tuple[Callable[[Line, Prose], Opening | None], ...] = (bold_title, run_in)
    if "*" in line.text or "__" in line.text:
        for kind in kinds:
            found = kind(line, prose)
            if found:
                return found
    if not first:
        return None
    found = numbered_title(line, prose) or decorated_title(line, prose)
    if found is None and not (at + 1 < len(lines) and lines[at + 1].text.isupper()):
        found = caps_title(line, prose, alone=len(lines) == 1)
    return found


def _unbroken(line: Line) -> Line:
    """A line without the mark of a line break at its end."""
    if not line.text.endswith(("\\", ">")):
        return line
    text = _BREAK.sub("", line.text)
    return Line(text, line.start) if text else line


def _is_metadata(lines: Sequence[Line]) -> bool:
    """Whether every line is a bold key, and most have a short value or none yet."""
    if len(lines) < 2:
        return False
    long = 0
    for line in lines:
        key = bold_key(line)
        if key is None:
            return False
        long += len(line.text[key.end() :].split()) > _LONG_VALUE
    return long <= len(lines) // 3
