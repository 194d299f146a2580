"""What a lock file says."""

from collections.abc import Iterator
from datetime import date as Date

from scopelint.diagnostics import Finding, Label, Problem
from scopelint.history.lock_text import FORMAT, digest_of
from scopelint.model import Contract
from scopelint.model.contract import Lock
from scopelint.model.past import Agreement
from scopelint.reading.fragment import Fragment
from scopelint.reading.link import link
from scopelint.reading.record import bind_record
from scopelint.syntax.node import Mapping, Node, Scalar, Sequence
from scopelint.syntax.yaml_text import Tree
from scopelint.syntax.yaml_tree import parse_yaml
from scopelint.text import SourceFile, Span, Spanned

_FACTS = ("lock", "agreed", "earlier")


def read_lock(source: SourceFile) -> Lock | Problem:
    """What a lock file says, or the problem that makes it no lock. Never raises on what it holds."""
    tree = parse_yaml(source)
    node = tree.node
    if tree.problems:
        return broken_lock(tree.problems[0].finding.message, tree.problems[0].finding.at.span)
    if not isinstance(node, Mapping) or not isinstance(node.get("agreed"), Mapping):
        return broken_lock("`agreed` is missing", Span(source.path, 0, 0))
    version = _text(node.get("lock"))
    if version is None or version.value != FORMAT:
        place = version.span if version else node.span
        return broken_lock("it was written by another version of scopelint", place)
    held = Mapping(tuple(entry for entry in node.entries if entry.key.text not in _FACTS), node.span)
    agreement = _agreement(node.get("agreed"), source)
    intact = agreement.digest is not None and agreement.digest.value == digest_of(_entries(held))
    earlier = tuple(_earlier(node.get("earlier"), source))
    return Lock(source.path, agreement, _terms(source, held), earlier, intact)


def _terms(source: SourceFile, held: Mapping) -> Contract:
    """The terms, which stand under the same keys as in the contract's own records."""
    facts = bind_record(held).facts_as_tuples()
    fragment = Fragment(source, Span(source.path, 0, 0), structured=True, **facts)
    return link(source.path, (fragment,))


def _entries(node: Mapping) -> dict[str, Tree]:
    return {entry.key.text: _tree(entry.value) for entry in node.entries}


def _tree(node: Node) -> Tree:
    """A node as it would be written."""
    if isinstance(node, Scalar):
        return node.text
    return _entries(node) if isinstance(node, Mapping) else [_tree(item) for item in node.items]


def _earlier(node: Node | None, source: SourceFile) -> Iterator[Agreement]:
    if isinstance(node, Sequence):
        yield from (_agreement(item, source) for item in node.items)


def _agreement(node: Node | None, source: SourceFile) -> Agreement:
    if not isinstance(node, Mapping):
        return Agreement(Span(source.path, 0, 0))
    return Agreement(
        span=node.span,
        digest=_text(node.get("digest")),
        date=_date(node.get("date")),
        approval=_text(node.get("approval")),
        changes=tuple(_names(node.get("changes"))),
        despite=tuple(_names(node.get("despite"))),
    )


def _text(node: Node | None) -> Spanned[str] | None:
    return Spanned(node.text, node.span) if isinstance(node, Scalar) and not node.is_null else None


def _date(node: Node | None) -> Spanned[Date] | None:
    text = _text(node)
    try:
        return Spanned(Date.fromisoformat(text.value), text.span) if text else None
    except ValueError:
        return None


def _names(node: Node | None) -> Iterator[str]:
    if isinstance(node, Sequence):
        yield from (item.text for item in node.items if isinstance(item, Scalar))


def broken_lock(reason: str, span: Span) -> Problem:
    """The problem of a lock that cannot be used."""
    return Problem(
        "unreadable-file",
        Finding(
            f"`{span.file.rpartition('/')[2]}` cannot be read as a lock: {reason}",
            Label(span),
            help="restore it from git, or write it anew with `scopelint lock`",
        ),
    )
