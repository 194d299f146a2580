"""Our walk over a tree and jsonschema agree on what breaks a schema."""

from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scopelint.catalog import load_catalog
from scopelint.catalog.library import all_pages
from scopelint.syntax.conform import violations
from scopelint.syntax.data import data_of
from scopelint.syntax.node import Entry, Mapping, Node, Scalar, Sequence
from scopelint.syntax.schema import schema, schema_names
from scopelint.syntax.yaml_tree import parse_yaml
from scopelint.text import SourceFile, Span

HERE = Span("page.yaml", 0, 0)
PAGES = [page.node for page in all_pages(load_catalog(packages=False))]
VALUES = [Scalar("", HERE), Scalar("5", HERE), Scalar("x", HERE, plain=False), Scalar("true", HERE)]
VALUES_AND_MORE = [*VALUES, Sequence((), HERE), Sequence((Scalar("1.5", HERE),), HERE), Mapping((), HERE)]


@st.composite
def changed(draw: st.DrawFn, nodes: list[Node]) -> Node:
    """One of the trees with one thing in it replaced, taken out, or given another key."""
    return _changed(draw, draw(st.sampled_from(nodes)))


def _changed(draw: st.DrawFn, node: Node) -> Node:
    inner = (
        len(node.entries)
        if isinstance(node, Mapping)
        else len(node.items)
        if isinstance(node, Sequence)
        else 0
    )
    if not inner or draw(st.integers(0, 4)) == 0:
        other: Node = draw(st.sampled_from(VALUES_AND_MORE))
        return other
    index = draw(st.integers(0, inner - 1))
    if isinstance(node, Mapping):
        entries = list(node.entries)
        entry = entries[index]
        what = draw(st.integers(0, 5))
        if what == 0:
            del entries[index]
        elif what == 1:
            entries[index] = Entry(Scalar(f"{entry.key.text}x", HERE), entry.value)
        else:
            entries[index] = Entry(entry.key, _changed(draw, entry.value))
        return Mapping(tuple(entries), HERE)
    assert isinstance(node, Sequence)
    items = list(node.items)
    items[index] = _changed(draw, items[index])
    return Sequence(tuple(items), HERE)


def agreed(node: Node, name: str) -> bool:
    """Whether both find fault, or neither does."""
    ours = any(True for _ in violations(node, schema(name)))
    validator = jsonschema.Draft7Validator(schema(name))
    return ours == any(True for _ in validator.iter_errors(plain(data_of(node))))


def plain(value: Any) -> Any:
    """Decimal numbers as the floats that jsonschema knows."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value if isinstance(value, (str, int, type(None))) else float(value)


@settings(max_examples=300)
@given(changed(list(PAGES)))
def test_rule_pages_are_judged_alike(node: Node) -> None:
    assert agreed(node, "rule")


CONFIG = """\
profile: strict
select: [revisions]
severity: {missing-scope: info}
options: {missing-scope: {min_words: 5}}
overrides: [{paths: ["old/**"], profile: core}]
workdays: [mon, tue]
"""


@settings(max_examples=200)
@given(st.data())
def test_configurations_are_judged_alike(data: st.DataObject) -> None:
    node = parse_yaml(SourceFile("scopelint.yaml", CONFIG)).node
    assert node is not None
    assert agreed(data.draw(changed([node])), "config")


@pytest.mark.parametrize("name", schema_names())
def test_schemas_are_valid(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(schema(name))
