"""What is wrong with a rule's page is told with its place."""

from textwrap import dedent

import pytest

from scopelint.catalog.page import Page, read_page
from scopelint.text import SourceFile

PAGE = """\
id: missing-motto
summary: The contract has a motto.
severity: warning
require:
  title: present
message: no motto is stated
examples:
  - name: none
    kind: fails
    files:
      contract.md: |
        # Logo
    expect: |
      contract.md:1:1: warning[missing-motto]: no motto is stated
"""


def read(text: str, path: str = "rules/missing-motto.yaml") -> tuple[Page | None, list[str]]:
    source = SourceFile(path, dedent(text))
    page, problems = read_page(source, "scope")
    shown = []
    for problem in problems:
        place = source.position(problem.finding.at.span.start)
        hint = f" ({problem.finding.help})" if problem.finding.help else ""
        shown.append(f"{place.line}:{place.column}: {problem.finding.message}{hint}")
    return page, shown


def test_a_page_is_read_with_its_examples() -> None:
    page, problems = read(PAGE)
    assert problems == []
    assert page is not None
    assert page.id == "missing-motto"
    (example,) = page.examples
    assert example.files == {"contract.md": "# Logo\n"}
    assert example.expect == "contract.md:1:1: warning[missing-motto]: no motto is stated\n"


@pytest.mark.parametrize(
    ("written", "instead", "problem"),
    [
        ("severity: warning", "severty: warning", "3:1: unknown key `severty` (did you mean `severity`?)"),
        (
            "severity: warning",
            "severity: warn",
            "3:11: `severity` cannot be `warn` (did you mean `warning`?)",
        ),
        ("summary: The contract has a motto.", "summary: 5", '2:10: `summary` must be text (quote it: "5")'),
        ("    kind: fails", "    kind: fail", "9:11: `kind` cannot be `fail` (did you mean `fails`?)"),
        (
            "message: no motto is stated\n",
            "",
            "5:3: `require` needs a `message` (say in a few words what is wrong)",
        ),
        ("id: missing-motto", "id: no-motto", "1:5: `no-motto` stands in a file named `missing-motto.yaml`"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_a_hint(written: str, instead: str, problem: str) -> None:
    page, problems = read(PAGE.replace(written, instead))
    assert page is None
    assert any(told.startswith(problem) for told in problems), problems


def test_broken_yaml_is_a_problem_and_no_exception() -> None:
    page, problems = read("id: [a\nsummary: b\n")
    assert page is None
    assert problems


def test_an_empty_file_is_a_problem() -> None:
    page, problems = read("")
    assert page is None
    assert problems == ["1:1: a rule's page is a mapping with `id`, `summary`, …"]
