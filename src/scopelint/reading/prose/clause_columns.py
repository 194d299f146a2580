"""Contracts in two languages side by side: a table whose rows are clauses, each said once in every column."""

import re

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.clause_items import titled_section
from scopelint.reading.prose.section import heading_kinds
from scopelint.syntax.outline import Block, Outline, Section, Table, Text

_NUMBER = re.compile(r"\W{0,3}(?:§|Art\.?)?\s?(\d{1,2})[.):]?\s+(?=[^\W\d_])")
_TITLE = re.compile(r"[^.:\n–—]{3,60}[.:]")
_FEWEST_CLAUSES = 3


def with_columns(outline: Outline, lexicon: Lexicon) -> Outline:
    """The outline, such a table replaced by the clauses of the column in the document's language."""
    root = _divided(outline.root, lexicon)
    return outline if root is outline.root else outline._replace(root=root)


def _divided(section: Section, lexicon: Lexicon) -> Section:
    below = tuple(_divided(one, lexicon) for one in section.sections)
    table = next((block for block in section.blocks if _says_twice(block)), None)
    if not isinstance(table, Table):
        same = all(new is old for new, old in zip(below, section.sections, strict=True))
        return section if same else section._replace(sections=below)
    clauses = max((_clauses(table, at, section.level + 1) for at in (0, 1)), key=lambda c: _named(c, lexicon))
    blocks = tuple(block for block in section.blocks if block is not table)
    return section._replace(blocks=blocks, sections=(*clauses, *below))


def _says_twice(block: Block) -> bool:
    """Whether the rows of a table of two columns are numbered clauses, with the same number in both."""
    if not isinstance(block, Table) or len(block.rows) < _FEWEST_CLAUSES:
        return False
    return all(
        len(row) == 2 and (one := _number(row[0].text)) is not None and one == _number(row[1].text)
        for row in block.rows
    )


def _number(text: Text) -> str | None:
    match = _NUMBER.match(text.plain)
    return match[1] if match else None


def _clauses(table: Table, at: int, level: int) -> tuple[Section, ...]:
    """The cells of a column as sections: what is bold, or stands before the first stop, is the title."""
    return tuple(_clause(row[at].text, level) for row in table.rows)


def _clause(text: Text, level: int) -> Section:
    match = _NUMBER.match(text.plain)
    words = text.part(match.end()) if match else text
    title = _TITLE.match(words.plain)
    bold = words.bold[0][1] if words.bold and words.bold[0][0] == 0 else 0
    end = bold or (title.end() if title else len(words.plain))
    section = titled_section(words, end, level, text.span())
    return section._replace(number=match[1] if match else None)


def _named(clauses: tuple[Section, ...], lexicon: Lexicon) -> int:
    """How many titles name a section of a contract in the document's language."""
    return sum(bool(one.title and heading_kinds(one.title.plain, lexicon)) for one in clauses)
