"""Tables that list records without an ID column: what that costs, and the column to add."""

import re
from collections.abc import Iterator

from scopelint.diagnostics import Finding, Fix, Label, Problem
from scopelint.reading.table import has_all_but_ids, headed_key
from scopelint.syntax.outline import Section, Table
from scopelint.text import Edit, SourceFile, Span

_KINDS = frozenset({"deliverables", "milestones"})
_LEAST_COLUMNS = 2


def unnumbered_tables(source: SourceFile, root: Section) -> Iterator[Problem]:
    """A problem for each table of deliverables or milestones whose rows nothing can refer to."""
    for section in root.walk():
        for block in section.blocks:
            if isinstance(block, Table) and block.header and len(block.header) >= _LEAST_COLUMNS:
                key = headed_key(section, block)
                if key is not None and key.key in _KINDS and has_all_but_ids(key, block.header):
                    yield _problem(source, key.key, block)


def _problem(source: SourceFile, key: str, table: Table) -> Problem:
    first = table.header[0].span if table.header else table.span
    finding = Finding(
        f"the table of {key} has no `ID` column",
        Label(first),
        case="missing-column",
        help="give each row an id, so that milestones, approvals and changes can name it",
        fix=_column(source, key[0].upper(), table.span),
    )
    return Problem("invalid-record", finding)


def _column(source: SourceFile, letter: str, span: Span) -> Fix | None:
    """The column as edits; None where ids of that letter are in use, which new ones could take again."""
    if re.search(rf"\b{letter}\d", source.text):
        return None
    first = source.position(span.start).line
    last = source.position(max(span.start, span.end - 1)).line
    edits = []
    for row, line in enumerate(range(first, last + 1)):
        start, end = source.line_range(line)
        text = source.text[start:end]
        indent = len(text) - len(text.lstrip())
        word = ("ID", "----")[row] if row < 2 else f"{letter}{row - 1}"
        piped = text[indent : indent + 1] == "|"
        at = start + indent + piped
        edits.append(Edit(source.span(at, at), f" {word} |" if piped else f"{word} | "))
    return Fix("add the column, and number the rows", tuple(edits), safe=True)
