"""Suppressions and what they cover."""

from datetime import date as Date

from scopelint.syntax.directive import Directive, outline_directives, yaml_directives
from scopelint.syntax.markdown import parse_markdown
from scopelint.syntax.yaml_tree import parse_yaml
from scopelint.text import SourceFile


def in_markdown(text: str) -> tuple[SourceFile, tuple[Directive, ...], list[str]]:
    source = SourceFile("scope.md", text)
    directives, problems = outline_directives(parse_markdown(source)[0])
    return source, directives, [f"{p.rule}: {p.finding.message}" for p in problems]


def covered(text: str) -> list[str]:
    source, directives, _ = in_markdown(text)
    return [source.excerpt(directive.covers) for directive in directives]


def covered_in_yaml(text: str) -> list[str]:
    source = SourceFile("milestones.yaml", text)
    directives, _ = yaml_directives(source, parse_yaml(source))
    return [source.excerpt(directive.covers) for directive in directives]


def test_every_part_of_a_directive_has_its_place() -> None:
    source, (directive,), _ = in_markdown(
        '<!-- scopelint: ignore[rule-a, rule-b] agreed by call until=2026-12-31 by="Dana F" -->\nText\n'
    )
    assert [source.excerpt(rule.span) for rule in directive.rules] == ["rule-a", "rule-b"]
    assert directive.reason is not None
    assert directive.reason.value == "agreed by call"
    assert source.excerpt(directive.reason.span) == "agreed by call"
    assert directive.until is not None
    assert directive.until.value == Date(2026, 12, 31)
    assert directive.by is not None
    assert directive.by.value == "Dana F"


def test_a_comment_covers_what_it_precedes() -> None:
    assert covered("<!-- scopelint: ignore[r] x -->\nOne\ntwo.\n\nThree.\n") == ["One\ntwo."]
    assert covered("- a\n<!-- scopelint: ignore[r] x -->\n- b\n- c\n") == ["- b"]
    assert covered("|A|B|\n|-|-|\n|1|2|\n<!-- scopelint: ignore[r] x -->\n|3|4|\n|5|6|\n") == ["3|4"]
    assert covered("<!-- scopelint: ignore[r] x -->\n## Title\n\nText\n") == ["## Title"]


def test_a_comment_covers_what_it_trails() -> None:
    assert covered("- a\n  - b <!-- scopelint: ignore[r] x -->\n- c\n") == ["- b"]
    assert covered("## Title <!-- scopelint: ignore[r] x -->\n\nText\n") == ["## Title"]
    assert covered("One <!-- scopelint: ignore[r] x --> two.\n\nThree.\n") == [
        "One <!-- scopelint: ignore[r] x --> two."
    ]


def test_a_section_is_the_one_around_the_comment_or_right_below_it() -> None:
    text = "# A\n\nText\n\n<!-- scopelint: ignore-section[r] x -->\n\n## B\n\nMore\n"
    assert covered(text) == [text[:-1]]
    text = "# A\n\n<!-- scopelint: ignore-section[r] x -->\n## B\n\nMore\n"
    assert covered(text) == ["## B\n\nMore"]


def test_a_file_is_covered_whole() -> None:
    text = "# A\n\nText <!-- scopelint: ignore-file[r] x -->\n"
    assert covered(text) == [text]


def test_yaml_comments_cover_records_and_entries() -> None:
    text = "list:\n  - id: M1 # scopelint: ignore[r] x\n    due: 1\n  # scopelint: ignore[r] x\n  - id: M2\n"
    assert covered_in_yaml(text) == ["id: M1 # scopelint: ignore[r] x\n    due: 1", "id: M2"]
    assert covered_in_yaml("a: 1\nb: 2 # scopelint: ignore[r] x\n") == ["b: 2"]


def test_front_matter_comments_count() -> None:
    assert covered("---\na: 1 # scopelint: ignore[r] x\n---\n# T\n") == ["a: 1"]


def test_mentioning_a_directive_does_nothing() -> None:
    text = (
        "Write scopelint: ignore[r] x, or `<!-- scopelint: ignore[r] x -->`.\n\n"
        "```\n<!-- scopelint: ignore[r] x -->\n```\n\n<!-- see scopelint: ignore[r] -->\n"
    )
    assert in_markdown(text)[1:] == ((), [])
    assert covered_in_yaml("a: 1 # # scopelint: ignore[r] x\nb: 2 ## scopelint: ignore[r] x\n") == []


def test_what_cannot_be_understood_is_a_problem() -> None:
    assert in_markdown("<!-- scopelint: ignored[r] x -->\n")[2] == [
        "invalid-config: `ignored` is no suppression"
    ]
    assert in_markdown("<!-- scopelint: ignore all of it -->\n")[2] == [
        "invalid-config: the suppression names no rule"
    ]
    assert in_markdown("<!-- scopelint: ignore[r] until=soon x -->\n")[2] == [
        "invalid-config: `soon` is no date"
    ]


def test_a_missing_reason_is_told_apart() -> None:
    _, (directive,), _ = in_markdown("<!-- scopelint: ignore[r] until=2026-01-01 -->\n")
    assert directive.reason is None
