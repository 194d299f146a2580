"""Contracts in plain lines: "Price: 900 EUR", "Leaving. Either of us may …" is a section, as its label tells.

Where labels stand out by themselves (bold words closed by a colon) the outline has seen them. These are
told by what they name, in a text that no heading divides.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.clause_items import longer, titled_section
from scopelint.reading.prose.section import heading_kinds
from scopelint.syntax.outline import Block, Outline, Paragraph, Section, Text

_LABEL = re.compile(r"(?=[^\W\d_])[^.:;!?|\n]{1,40}(?:\.?:|\?(?= [^\W_]))(?:\s|$)")
_TITLE = re.compile(r"(?=[^\W\d_])[^.:;!?,|\n]{1,30}\.\s(?=[^\W_])")
_MOST_WORDS = 7
_MOST_TITLE_WORDS = 3
_FEWEST_LINES, _FEWEST_KINDS = 4, 3
_NO_TERMS = frozenset({"deliverables", "scope", "parties", "background", "notes"})
"""Kinds of which a list of facts or of work may have labels, too."""


class _Line(NamedTuple):
    """A line or paragraph, and where its label ends; 0 where it has none."""

    text: Text
    label_end: int

    @property
    def label(self) -> str:
        """The words of the label."""
        return self.text.plain[: self.label_end].rstrip(" .:?*")

    @property
    def is_signed(self) -> bool:
        """Whether it is a line to sign on, as stands at the end of a letter."""
        return "___" in self.text.plain


def with_lines(outline: Outline, lexicon: Lexicon) -> Outline:
    """The outline, lines with labels in a text without headings replaced by the sections that they are."""
    root = outline.root
    if not root.sections:
        return _replaced(outline, root, lexicon)
    title = root.sections[0]
    if len(root.sections) == 1 and not title.sections and title.mark not in ("run-in", "label"):
        return _replaced(outline, title, lexicon)
    return outline


def _replaced(outline: Outline, section: Section, lexicon: Lexicon) -> Outline:
    """The outline with this section, the root or the only one, divided by its labels."""
    divided = _divided(section, lexicon)
    if divided is None:
        return outline
    is_root = section is outline.root
    return outline._replace(root=divided if is_root else outline.root._replace(sections=(divided,)))


def _divided(section: Section, lexicon: Lexicon) -> Section | None:
    """A section with a section for every label in it; None where its labels do not name terms."""
    first = next((at for at, block in enumerate(section.blocks) if _opens_with_label(block)), None)
    if first is None:
        return None
    lines: list[_Line] = []
    for block in section.blocks[first:]:
        if not isinstance(block, Paragraph):
            return None
        lines += _lines(block)
    last = max((at for at, line in enumerate(lines) if line.label_end and not line.is_signed), default=-1)
    labelled = lines[: last + 1]
    if not all(line.label_end for line in labelled) or not _name_terms(labelled, lexicon):
        return None
    sections = [
        titled_section(line.text, line.label_end, section.level + 1, line.text.span()) for line in labelled
    ]
    after = [Paragraph(line.text, line.text.span()) for line in lines[last + 1 :]]
    sections[-1] = longer(sections[-1], after)
    return section._replace(blocks=section.blocks[:first], sections=tuple(sections))


def _opens_with_label(block: Block) -> bool:
    return isinstance(block, Paragraph) and _label_end(block.text, 0) > 0


def _name_terms(lines: list[_Line], lexicon: Lexicon) -> bool:
    """Whether most labels say what section of a contract they open, of several kinds."""
    kinds = [kinds[0] for line in lines if (kinds := heading_kinds(line.label, lexicon))]
    enough = len(lines) >= _FEWEST_LINES and 2 * len(kinds) > len(lines)
    return enough and len(set(kinds) - _NO_TERMS) >= _FEWEST_KINDS


def _lines(block: Paragraph) -> Iterator[_Line]:
    """The lines of a paragraph that open with a label; a wrapped line goes with the one before it."""
    opening: _Line | None = None
    start = 0
    at = 0
    for line in block.text.plain.split("\n"):
        label_end = _label_end(block.text.part(at, at + len(line)), at)
        if opening is None:
            opening = _Line(block.text, label_end)
        elif label_end:
            yield _Line(block.text.part(start, at).stripped(), opening.label_end)
            opening, start = _Line(block.text, label_end), at
        at += len(line) + 1
    if opening is not None:
        yield _Line(block.text.part(start).stripped(), opening.label_end)


def _label_end(text: Text, at: int) -> int:
    """Where the label ends that a text opens with; a stop closes a title only where a paragraph opens."""
    plain = text.plain
    if text.bold and text.bold[0][0] == 0:
        end = text.bold[0][1]
        whole = end >= len(plain.partition("\n")[0])
        return 0 if whole or len(plain[:end].split()) > _MOST_WORDS else end
    match = _LABEL.match(plain)
    if match is not None and len(match[0].split()) <= _MOST_WORDS:
        return match.end()
    match = _TITLE.match(plain) if at == 0 else None
    return match.end() if match is not None and len(match[0].split()) <= _MOST_TITLE_WORDS else 0
