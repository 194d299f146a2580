"""A rule's page: its declaration, documentation and tests, as written."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from scopelint.diagnostics import Finding, Label, Problem
from scopelint.syntax.conform import violations
from scopelint.syntax.data import data_of, node_at
from scopelint.syntax.node import Mapping
from scopelint.syntax.schema import schema
from scopelint.syntax.yaml_tree import parse_yaml
from scopelint.text import SourceFile, Span

INVALID = "invalid-rule"
"""The id under which what is wrong with a page is reported."""


class Example(NamedTuple):
    """A contract that shows what the rule says and what it does not.

    ``files`` maps names to texts. ``expect`` holds one line a finding, empty for none; ``place`` is
    where it stands in the page, so that it can be filled. ``committed`` holds states of the files that
    git is to know, oldest first.
    """

    name: str
    kind: str
    files: dict[str, str]
    expect: str
    place: Span
    phase: str | None = None
    as_of: str | None = None
    options: dict[str, Any] = {}
    committed: list[dict[str, Any]] = []


class Page(NamedTuple):
    """A page that conforms to ``schemas/rule.schema.json``. ``data`` holds its keys as plain data."""

    id: str
    category: str
    source: SourceFile
    data: dict[str, Any]
    node: Mapping

    def text(self, key: str) -> str | None:
        """The words under a key such as ``why``, without the line end."""
        value = self.data.get(key)
        return value.strip() if isinstance(value, str) else None

    def names(self, key: str) -> tuple[str, ...]:
        """The entries of a list of words, such as ``serves``."""
        return tuple(self.data.get(key, ()))

    @property
    def options(self) -> dict[str, dict[str, Any]]:
        """Name to ``default`` and ``meaning``."""
        found: dict[str, dict[str, Any]] = self.data.get("options", {})
        return found

    @property
    def examples(self) -> tuple[Example, ...]:
        """All examples, in written order."""
        return tuple(
            Example(place=node_at(self.node, ("examples", index, "expect")).span, **data)
            for index, data in enumerate(self.data["examples"])
        )


def read_page(source: SourceFile, category: str) -> tuple[Page | None, tuple[Problem, ...]]:
    """The page in a file, and what is wrong with it; None when it cannot be used as a rule."""
    tree = parse_yaml(source)
    problems = tuple(Problem(INVALID, problem.finding) for problem in tree.problems)
    if problems or not isinstance(tree.node, Mapping):
        whole = Finding("a rule's page is a mapping with `id`, `summary`, …", Label(source.span(0, 0)))
        return None, problems or (Problem(INVALID, whole),)
    problems = tuple(Problem(INVALID, finding) for finding in violations(tree.node, schema("rule")))
    if problems:
        return None, problems
    page = Page(_stem(source.path), category, source, data_of(tree.node), tree.node)
    problems = tuple(Problem(INVALID, finding) for finding in _disagreements(page))
    return (None if problems else page), problems


def _disagreements(page: Page) -> Iterator[Finding]:
    """What a schema cannot say about a page."""
    data, node = page.data, page.node
    if data["id"] != page.id:
        at = Label(node_at(node, ("id",)).span)
        yield Finding(
            f"`{data['id']}` stands in a file named `{page.id}.yaml`", at, help="give both one name"
        )
    declarative = "require" in data
    if "check" not in data and not declarative:
        yield Finding("the page has neither `require` nor `check`", Label(node_at(node, ("id",)).span))
    if declarative and "check" in data:
        yield Finding("`require` and `check` cannot both decide", Label(node_at(node, ("check",)).span))
    if declarative and "message" not in data:
        at = Label(node_at(node, ("require",)).span)
        yield Finding("`require` needs a `message`", at, help="say in a few words what is wrong")
    if declarative:
        from scopelint.catalog.declaration import disagreements

        yield from disagreements(data.get("every", "contract"), page.options, node)


def _stem(path: str) -> str:
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name
