"""Markdown read into an outline."""

from scopelint.syntax.markdown import parse_markdown
from scopelint.syntax.outline import Outline, Section, Table
from scopelint.text import SourceFile


def outline_of(text: str) -> Outline:
    return parse_markdown(SourceFile("scope.md", text))[0]


def heads(text: str) -> list[tuple[int, str, str | None, str]]:
    """Level, mark, number and title of every section."""
    sections = outline_of(text).root.walk()
    return [(s.level, s.mark, s.number, s.title.plain) for s in sections if s.title is not None]


def first(section: Section) -> Section:
    return section.sections[0]


def test_sections_nest_by_level() -> None:
    assert heads("# Scope\n\n## 1. Work\n\nText\n\n## 2. Price\n\n# Exhibit A\n") == [
        (1, "atx", None, "Scope"),
        (2, "atx", "1", "Work"),
        (2, "atx", "2", "Price"),
        (1, "atx", None, "Exhibit A"),
    ]


def test_spans_of_table_cells_are_exact() -> None:
    source = SourceFile("a.md", "> quote\r\n\r\n| a | b |\r\n|---|---|\r\n| c \\| d |  |\r\n")
    table = parse_markdown(source)[0].root.blocks[1]
    assert isinstance(table, Table)
    cells = (*(table.header or ()), *table.rows[0])
    assert [source.excerpt(cell.text.span()) for cell in cells] == ["a", "b", "c \\| d", ""]
    assert cells[2].text.plain == "c | d"
