"""What the parsers say of documents that they cannot read; all others are held in ``test_program``."""

import pytest

from scopelint.diagnostics import Problem
from scopelint.syntax.directive import outline_directives, yaml_directives
from scopelint.syntax.load import decode
from scopelint.syntax.markdown import parse_markdown
from scopelint.syntax.yaml_tree import parse_yaml
from scopelint.text import SourceFile
from tests.hostile.cases import CASES


def read(name: str, data: bytes) -> tuple[Problem, ...]:
    """All that the syntax room does with a file."""
    source = decode(name, data)
    if not isinstance(source, SourceFile):
        return (source,)
    if name.endswith(".md"):
        outline, problems = parse_markdown(source)
        return (*problems, *outline_directives(outline)[1])
    tree = parse_yaml(source)
    return (*tree.problems, *yaml_directives(source, tree)[1])


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("nested dashes.yaml", "exceeded-limit"),
        ("alias bomb.yaml", "exceeded-limit"),
        ("merge bomb.yaml", "invalid-record"),
        ("python object.yaml", "invalid-record"),
        ("control characters.yaml", "unreadable-file"),
        ("unclosed flow.yaml", "unreadable-file"),
        ("nested quotes.md", "hidden-characters"),
        ("front matter bomb.md", "exceeded-limit"),
        ("utf-16.md", "unreadable-file"),
        ("too large.md", "exceeded-limit"),
    ],
)
def test_what_cannot_be_read_is_said(name: str, rule: str) -> None:
    assert rule in {problem.rule for problem in read(name, CASES[name])}
