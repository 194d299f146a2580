"""The header of a Markdown file between two rows of dashes."""

import re

from scopelint.diagnostics import Finding, Label, Problem
from scopelint.syntax.limits import Limits
from scopelint.syntax.yaml_tree import YamlTree, parse_yaml
from scopelint.text import SourceFile, Span

_KEY = re.compile(r"[\w\"'][^:#\n]{0,80}:(?:\s|$)|[#\-{]|\s|$|\.\.\.")


class FrontMatter:
    """Where the header ends, and its tree; ``first_line`` is that of the text, counted from 0."""

    __slots__ = ("first_line", "tree")

    def __init__(self, first_line: int = 0, tree: YamlTree | None = None) -> None:
        self.first_line = first_line
        self.tree = tree or YamlTree(None, (), ())


def read_front_matter(source: SourceFile, limits: Limits) -> FrontMatter:
    """The front matter of a file; an empty one when there is none.

    A first ``---`` that opens no header but draws a rule is left to the Markdown. What is wrong in a
    header is an ``invalid-record``: the document below it is read all the same.
    """
    opening = source.line(1).rstrip()
    if opening == "+++":
        return _toml(source)
    if opening != "---":
        return FrontMatter()
    end = _closing_line(source, ("---", "..."))
    if end is None or not _KEY.match(source.line(2)) or not source.line(2).strip():
        return FrontMatter()
    start, stop = source.starts[1], source.starts[end - 1]
    tree = parse_yaml(source, start, stop, limits)
    problems = tuple(_in_header(problem) for problem in tree.problems)
    return FrontMatter(end, tree._replace(problems=problems))


def _closing_line(source: SourceFile, marks: tuple[str, ...]) -> int | None:
    for number in range(2, source.line_count + 1):
        if source.line(number).rstrip() in marks:
            return number
    return None


def _toml(source: SourceFile) -> FrontMatter:
    end = _closing_line(source, ("+++",))
    if end is None:
        return FrontMatter()
    start, stop = source.line_range(1)
    finding = Finding(
        "TOML front matter is not read",
        Label(Span(source.path, start, stop)),
        help="write it as YAML between two rows of `---`",
    )
    return FrontMatter(end, YamlTree(None, (), (Problem("invalid-record", finding),)))


def _in_header(problem: Problem) -> Problem:
    if problem.rule != "unreadable-file":
        return problem
    finding = problem.finding
    return Problem("invalid-record", finding._replace(message=f"front matter: {finding.message}"))
