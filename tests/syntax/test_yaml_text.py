"""What is written as YAML reads back as the same text."""

from hypothesis import given
from hypothesis import strategies as st

from scopelint.syntax.node import Mapping, Scalar, Sequence
from scopelint.syntax.yaml_text import Raw, Tree, yaml_text
from scopelint.syntax.yaml_tree import parse_yaml
from scopelint.text import SourceFile


def read(text: str) -> object:
    tree = parse_yaml(SourceFile("file.yaml", text))
    assert tree.problems == ()
    return plain(tree.node)


def plain(node: object) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Mapping)
    return {entry.key.text: plain(entry.value) for entry in node.entries}


def test_block_style() -> None:
    tree: dict[str, Tree] = {
        "lock": Raw("1"),
        "contract": {"price": Raw("1200.00"), "currency": "USD"},
        "deliverables": [{"id": "D1", "acceptance": ["loads fast", "no: errors"]}, "plain"],
        "nothing": [],
    }
    assert yaml_text(tree) == (
        "lock: 1\n"
        "contract:\n"
        "  price: 1200.00\n"
        "  currency: USD\n"
        "deliverables:\n"
        "- id: D1\n"
        "  acceptance:\n"
        "  - loads fast\n"
        '  - "no: errors"\n'
        "- plain\n"
    )


@given(
    st.recursive(
        st.text(),
        lambda inner: st.lists(inner, min_size=1) | st.dictionaries(st.just("key"), inner, min_size=1),
    )
)
def test_any_text_reads_back(tree: Tree) -> None:
    assert read(yaml_text({"tree": tree})) == {"tree": tree}


@given(st.text())
def test_a_text_is_never_taken_for_anything_else(text: str) -> None:
    written = yaml_text({"text": text})
    node = parse_yaml(SourceFile("file.yaml", written)).node
    assert isinstance(node, Mapping)
    value = node.get("text")
    assert isinstance(value, Scalar)
    assert not value.plain or (not value.text[0].isdecimal() and not value.is_null)
