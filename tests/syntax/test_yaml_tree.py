"""YAML read into a tree with places."""

from scopelint.syntax.limits import Limits
from scopelint.syntax.node import Mapping, Node, Scalar, Sequence
from scopelint.syntax.yaml_tree import YamlTree, parse_yaml
from scopelint.text import SourceFile


def tree_of(text: str, limits: Limits | None = None) -> tuple[SourceFile, YamlTree]:
    source = SourceFile("milestones.yaml", text)
    return source, parse_yaml(source, limits=limits or Limits())


def plain(node: Node | None) -> object:
    """A node as ordinary Python values, for reading in tests."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    return None


def messages(tree: YamlTree) -> list[tuple[str, str]]:
    return [(problem.rule, problem.finding.message) for problem in tree.problems]


def test_scalars_stay_text() -> None:
    _, tree = tree_of("a: no\nb: 1:30\nc: 0123456\non: 2024-02-30\nd: '5'\n")
    assert plain(tree.node) == {"a": "no", "b": "1:30", "c": "0123456", "on": "2024-02-30", "d": "5"}
    assert isinstance(tree.node, Mapping)
    quoted = tree.node.get("d")
    assert isinstance(quoted, Scalar)
    assert not quoted.plain


def test_every_scalar_knows_its_place() -> None:
    source, tree = tree_of(
        "é: 😀 b\r\nlist:\r\n  - one\r\n  - 'two'\r\ntext: |\r\n  x\r\n  y\r\n\r\nlast: z\r\n"
    )
    assert isinstance(tree.node, Mapping)
    shown = {e.key.text: source.excerpt(e.value.span) for e in tree.node.entries}
    assert shown == {
        "é": "😀 b",
        "list": "- one\r\n  - 'two'",
        "text": "|\r\n  x\r\n  y",
        "last": "z",
    }


def test_a_part_of_a_file_has_places_in_the_file() -> None:
    source = SourceFile("scope.md", "---\na: 1 # why\n---\nText\n")
    tree = parse_yaml(source, 4, 15)
    assert isinstance(tree.node, Mapping)
    assert source.excerpt(tree.node.entries[0].value.span) == "1"
    assert source.excerpt(tree.comments[0].span) == "# why"


def test_a_repeated_key_shows_both_places() -> None:
    source, tree = tree_of("price: 100\nprice: 900\n")
    assert plain(tree.node) == {"price": "100"}
    (problem,) = tree.problems
    assert problem.rule == "invalid-record"
    assert problem.finding.at.span.start == 11
    assert source.excerpt(problem.finding.related[0].span) == "price"


def test_documents_of_one_stream_are_one_mapping() -> None:
    _, tree = tree_of("a: 1\n---\nlist: [x]\n---\nlist: [y]\n")
    assert plain(tree.node) == {"a": "1", "list": ["x", "y"]}
    assert not tree.problems


def test_what_stands_before_an_error_is_kept() -> None:
    source, tree = tree_of("a: 1\nb: c: d\ne: 2\n")
    assert plain(tree.node) == {"a": "1", "b": "c"}
    assert messages(tree) == [("unreadable-file", "a second `: ` in one value: what follows is not read")]
    assert source.position(tree.problems[0].finding.at.span.start).line == 2


def test_merge_keys_tags_and_strange_keys_are_named() -> None:
    _, tree = tree_of("x: &x {p: 1}\n<<: *x\n? [k]\n: 1\nt: !!python/name:os.system y\n")
    assert plain(tree.node) == {"x": {"p": "1"}, "t": "y"}
    assert [rule for rule, _ in messages(tree)] == ["invalid-record"] * 3


def test_aliases_are_expanded_within_the_budget() -> None:
    _, tree = tree_of("x: &x [1, 2]\ny: *x\n")
    assert plain(tree.node) == {"x": ["1", "2"], "y": ["1", "2"]}
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12))
    _, bomb = tree_of("l0: &l0 [1, 1]\n" + levels)
    assert [rule for rule, _ in messages(bomb)] == ["exceeded-limit"]


def test_a_long_text_that_aliases_repeat_counts_by_its_length() -> None:
    text = f"a: &a {'word ' * 40}\nb: [*a, *a, *a]\n"
    _, tree = tree_of(text, Limits(yaml_expanded=25))
    assert messages(tree) == [
        ("exceeded-limit", "aliases stand for more than 25 values: the rest of this YAML is not read")
    ]
    assert not tree_of(text, Limits(yaml_expanded=40))[1].problems


def test_an_alias_inside_its_own_value_is_named() -> None:
    _, tree = tree_of("a: &a [*a]\nb: *nowhere\n")
    assert messages(tree) == [
        ("invalid-record", "the alias `*a` stands inside itself"),
        ("invalid-record", "the alias `*nowhere` is not defined before this place"),
    ]


def test_depth_and_size_are_bounded() -> None:
    _, deep = tree_of("- " * 30_000)
    assert messages(deep) == [
        ("exceeded-limit", "more than 64 levels of nesting: the rest of this YAML is not read")
    ]
    _, long = tree_of("[" + "1," * 50 + "]", Limits(yaml_nodes=20))
    assert messages(long) == [("exceeded-limit", "more than 20 values: the rest of this YAML is not read")]


def test_comments_are_not_what_stands_in_quotes_and_block_scalars() -> None:
    _, tree = tree_of("a: 'x # 1' # c1\nb: | # c2\n  y # 2\n\n# c3\nc: http://x/#4\nd: \"# 5\" #c4\n")
    assert [comment.text for comment in tree.comments] == ["c1", "c2", "c3", "c4"]


def test_an_empty_text_has_no_node() -> None:
    for text in ("", "# only words\n", "---\n", "~\n"):
        assert tree_of(text)[1].node is None
