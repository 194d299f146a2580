"""One document to a fragment: what it says, read without looking at any other."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from scopelint.diagnostics import Finding, Label, Passage, Problem
from scopelint.reading.fragment import Fragment
from scopelint.reading.holdings import Holdings, markdown_holdings, our_keys, yaml_holdings
from scopelint.reading.record.statement import record_statements
from scopelint.reading.record.wording import worded_sections
from scopelint.syntax.directive import outline_directives, yaml_directives
from scopelint.syntax.limits import DEFAULT_LIMITS, Limits
from scopelint.syntax.node import Mapping, Node
from scopelint.syntax.unread import unread_in_yaml
from scopelint.syntax.yaml_tree import parse_yaml
from scopelint.text import SourceFile, Span

YAML_ENDINGS = (".yaml", ".yml")
# What prose may retell of a table that is read as records.
_RETOLD = ("deliverables", "milestones", "exclusions", "assumptions")


def read_document(
    source: SourceFile, language: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> Fragment:
    """What a document says. Never raises on what a user wrote.

    ``language`` is that of the prose, detected when it is not given.
    """
    is_yaml = source.path.lower().endswith(YAML_ENDINGS)
    return (_read_yaml if is_yaml else _read_markdown)(source, language, limits)


def _read_yaml(source: SourceFile, language: str | None, limits: Limits) -> Fragment:
    tree = parse_yaml(source, limits=limits)
    held = yaml_holdings(tree.node)
    directives, misspelt = yaml_directives(source, tree)
    told = _wording(source, tree.node, held, language, limits)
    told = told._replace(
        keys=our_keys(tree.node),
        directives=directives,
        problems=(*tree.problems, *told.problems, *_no_record(tree.node), *misspelt),
        passages=_weighed(unread_in_yaml(source, tree), source, language),
    )
    return _with_records(told, held)


def _wording(
    source: SourceFile, node: Node | None, held: Holdings, language: str | None, limits: Limits
) -> Fragment:
    """What the words in a record's values say; the readers of prose are loaded when there are any."""
    title = _record_title(source, held)
    if not isinstance(node, Mapping):
        return Fragment(source, title)
    sections, problems = worded_sections(node, source, limits.prose_words)
    if not sections:
        return Fragment(source, title)
    from scopelint.reading.telling import read_wording

    return read_wording(source, sections, title, language)._replace(problems=problems)


def _read_markdown(source: SourceFile, language: str | None, limits: Limits) -> Fragment:
    from scopelint.reading.identity import with_ids
    from scopelint.reading.prose.reading import open_reading
    from scopelint.reading.table import record_tables
    from scopelint.reading.telling import read_telling
    from scopelint.reading.unnumbered import unnumbered_tables
    from scopelint.reading.unread import unread_in_document
    from scopelint.syntax.markdown import parse_markdown

    outline, problems = parse_markdown(source, limits)
    directives, misspelt = outline_directives(outline)
    reading = open_reading(outline, language)
    told = with_ids(read_telling(source, reading))
    tables = tuple(record_tables(outline.root, _stem(source.path)))
    told = told._replace(
        directives=directives,
        problems=(*problems, *misspelt),
        passages=_weighed(unread_in_document(outline, reading.lexicon), source, told.language),
    )
    told = _without_retold(told, [table.span for table in tables])
    held = markdown_holdings(outline.front_matter, tables)
    if held.structured:
        told = _joined(_wording(source, outline.front_matter, held, told.language, limits), told)
    read = _with_records(told, held)
    lacking = unnumbered_tables(source, outline.root)
    return read._replace(record_problems=(*read.record_problems, *lacking))


def _weighed(passages: tuple[Passage, ...], source: SourceFile, language: str | None) -> tuple[Passage, ...]:
    """What is not read, the words looked at where there are any that a reader sees."""
    if not any(one.shown for one in passages):
        return passages
    from scopelint.reading.settling import weighed

    return weighed(passages, source, language)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _joined(head: Fragment, body: Fragment) -> Fragment:
    """What a document's body tells, after the words of its front matter."""
    return body._replace(
        clauses=(*head.clauses, *body.clauses),
        phrases=(*head.phrases, *body.phrases),
        placeholders=(*head.placeholders, *body.placeholders),
        problems=(*head.problems, *body.problems),
    )


def _without_retold(prose: Fragment, tables: Sequence[Span]) -> Fragment:
    """What prose says, less what it took from tables that are read as records."""
    if not tables:
        return prose
    kept: dict[str, Any] = {
        name: tuple(one for one in getattr(prose, name) if not _is_in(one.span, tables)) for name in _RETOLD
    }
    return prose._replace(**kept)


def _is_in(span: Span, tables: Sequence[Span]) -> bool:
    """Whether a place lies in one of the tables, which stand one after another."""
    at = bisect_right(tables, span.start, key=lambda table: table.start) - 1
    return at >= 0 and span.within(tables[at])


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
