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


def test_spans_in_containers_are_exact() -> None:
    source = SourceFile(
        "a.md",
        "> 1. one *two*\r\n>    three\r\n>    - [x] four `five`\r\n\r\n| a | b |\r\n|---|---|\r\n| c \\| d |  |\r\n",
    )
    root = parse_markdown(source)[0].root
    table = root.blocks[1]
    assert isinstance(table, Table)
    assert [source.excerpt(c.text.span()) for c in (*(table.header or ()), *table.rows[0])] == [
        "a",
        "b",
        "c \\| d",
        "",
    ]
