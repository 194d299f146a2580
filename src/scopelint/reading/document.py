"""One document to a fragment: what it says, read without looking at any other."""

from scopelint.diagnostics import Finding, Label, Problem
from scopelint.reading.fragment import Fragment
from scopelint.reading.record import Binder, bind_record, contract_keys
from scopelint.reading.record.statement import record_statements
from scopelint.syntax.node import Mapping, Node
from scopelint.syntax.yaml_tree import parse_yaml
from scopelint.text import SourceFile, Span

YAML_ENDINGS = (".yaml", ".yml")


def read_document(source: SourceFile) -> Fragment:
    """What a document says. Never raises on what a user wrote."""
    if source.path.lower().endswith(YAML_ENDINGS):
        return _read_yaml(source)
    return Fragment(source, Span(source.path, 0, 0))


def _read_yaml(source: SourceFile) -> Fragment:
    tree = parse_yaml(source)
    keys = our_keys(tree.node)
    if not keys or not isinstance(tree.node, Mapping):
        return Fragment(source, Span(source.path, 0, 0), problems=(*tree.problems, *_no_record(tree.node)))
    binder = bind_record(tree.node)
    return Fragment(
        source,
        _title(source, binder),
        structured=True,
        keys=keys,
        statements=tuple(record_statements(binder.facts)),
        problems=(*tree.problems, *binder.problems),
        **binder.facts_as_tuples(),
    )


def our_keys(node: Node | None) -> tuple[str, ...]:
    """The top-level keys of a tree that are ours."""
    if not isinstance(node, Mapping):
        return ()
    known = contract_keys()
    return tuple(entry.key.text for entry in node.entries if entry.key.text in known)


def _no_record(node: Node | None) -> tuple[Problem, ...]:
    """The problem of a YAML file that holds something, but nothing that is ours."""
    if node is None or isinstance(node, Mapping):
        return ()
    start = node.span.start
    finding = Finding(
        "this file holds no keys that scopelint knows",
        Label(Span(node.span.file, start, start)),
        help="put a key before it, as in `milestones:`",
    )
    return (Problem("invalid-record", finding),)


def _title(source: SourceFile, binder: Binder) -> Span:
    """Where to say what a record document lacks: at its title, else at its start."""
    for header in binder.facts.get("headers", ()):
        if header.title:
            span: Span = header.title.span
            return span
    return Span(source.path, 0, 0)
