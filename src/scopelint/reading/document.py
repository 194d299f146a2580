"""One document to a fragment: what it says, read without looking at any other."""

from typing import Any

from scopelint.diagnostics import Finding, Label, Problem
from scopelint.model import Heading
from scopelint.reading.fragment import Fragment
from scopelint.reading.holdings import Holdings, markdown_holdings, our_keys, yaml_holdings
from scopelint.reading.record.statement import record_statements
from scopelint.syntax.node import Mapping, Node
from scopelint.syntax.yaml_tree import parse_yaml
from scopelint.text import SourceFile, Span

YAML_ENDINGS = (".yaml", ".yml")


def read_document(source: SourceFile, language: str | None = None) -> Fragment:
    """What a document says. Never raises on what a user wrote.

    ``language`` is that of the prose, detected when it is not given.
    """
    if source.path.lower().endswith(YAML_ENDINGS):
        return _read_yaml(source)
    return _read_markdown(source, language)


def _read_yaml(source: SourceFile) -> Fragment:
    tree = parse_yaml(source)
    held = yaml_holdings(tree.node)
    fragment = Fragment(
        source,
        _record_title(source, held),
        keys=our_keys(tree.node),
        problems=(*tree.problems, *_no_record(tree.node)),
    )
    return _with_records(fragment, held)


def _read_markdown(source: SourceFile, language: str | None) -> Fragment:
    from scopelint.reading.lexicon import load_lexicon
    from scopelint.reading.prose.section import read_parts
    from scopelint.reading.scope import read_scope
    from scopelint.reading.table import record_tables
    from scopelint.syntax.markdown import parse_markdown

    outline, problems = parse_markdown(source)
    parts = read_parts(outline, load_lexicon(language or "en"))
    scope = read_scope(parts)
    titles = [part.section.title for part in parts if part.is_title and part.section.title]
    fragment = Fragment(
        source,
        titles[0].span() if titles else Span(source.path, 0, 0),
        language=language or "en",
        scopes=(scope,) if scope else (),
        headings=tuple(
            Heading(
                part.section.title.plain,
                part.section.number,
                part.section.level,
                part.section.title.span(),
                part.kind,
            )
            for part in parts
            if part.section.title is not None
        ),
        problems=problems,
    )
    return _with_records(fragment, markdown_holdings(outline.front_matter, record_tables(outline.root)))


def _with_records(prose: Fragment, held: Holdings) -> Fragment:
    """What a document says in prose and in records; records come first."""
    joined: dict[str, Any] = {name: (*facts, *getattr(prose, name)) for name, facts in held.facts.items()}
    return prose._replace(
        structured=held.structured,
        statements=(*record_statements(held.facts, prose.source), *prose.statements),
        problems=(*prose.problems, *held.problems),
        record_problems=held.in_tables,
        **joined,
    )


def _no_record(node: Node | None) -> tuple[Problem, ...]:
    """The problem of a YAML file that holds something, but no keys at all."""
    if node is None or isinstance(node, Mapping):
        return ()
    start = node.span.start
    finding = Finding(
        "this file holds no keys that scopelint knows",
        Label(Span(node.span.file, start, start)),
        help="put a key before it, as in `milestones:`",
    )
    return (Problem("invalid-record", finding),)


def _record_title(source: SourceFile, held: Holdings) -> Span:
    """Where to say what a record document lacks: at its title, else at its start."""
    for header in held.facts.get("headers", ()):
        if header.title:
            span: Span = header.title.span
            return span
    return Span(source.path, 0, 0)
