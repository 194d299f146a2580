"""The records that one document holds: a YAML mapping, front matter, or tables."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from scopelint.diagnostics import Finding, Label, Problem
from scopelint.reading.record import Binder, bind_record, contract_keys
from scopelint.reading.record.problem import shown
from scopelint.reading.table import RecordTable, record_entries
from scopelint.syntax.node import Entry, Mapping, Node, Scalar


class Holdings(NamedTuple):
    """Facts by the fragment's fields, and what does not fit.

    ``structured`` tells that the document is written as a record. ``in_tables`` are problems that
    only count when the contract is structured.
    """

    facts: dict[str, tuple[Any, ...]]
    structured: bool = False
    problems: tuple[Problem, ...] = ()
    in_tables: tuple[Problem, ...] = ()


def yaml_holdings(node: Node | None) -> Holdings:
    """The records of a YAML document; nothing when no key is ours."""
    if not isinstance(node, Mapping) or not our_keys(node):
        return Holdings({})
    binder = bind_record(node)
    return Holdings(binder.facts_as_tuples(), structured=True, problems=tuple(binder.problems))


def markdown_holdings(front_matter: Node | None, tables: Iterable[RecordTable]) -> Holdings:
    """The records of a Markdown document.

    Front matter without ``scopelint: 1`` is somebody else's: of it only known keys that hold records
    are read, and what does not fit there is no problem.
    """
    head = front_matter if isinstance(front_matter, Mapping) else None
    structured = head is not None and is_marked(head)
    binder = Binder()
    if head is not None:
        binder = bind_record(head if structured else _records_only(head))
    problems = tuple(binder.problems) if structured else ()
    binder.problems.clear()
    for table in tables:
        _tell_unknown_columns(table, binder)
        for entry in record_entries((table,)):
            binder.read(entry)
    return Holdings(binder.facts_as_tuples(), structured, problems, tuple(binder.problems))


def our_keys(node: Node | None) -> tuple[str, ...]:
    """The top-level keys of a tree that are ours."""
    if not isinstance(node, Mapping):
        return ()
    known = contract_keys()
    return tuple(entry.key.text for entry in node.entries if entry.key.text in known)


def is_marked(node: Mapping) -> bool:
    """Whether a mapping says that it is written for scopelint."""
    mark = node.get("scopelint")
    return isinstance(mark, Scalar) and mark.text == "1"


def foreign_entries(front_matter: Node | None) -> tuple[Entry, ...]:
    """The entries of front matter that are somebody else's: they are not read."""
    if not isinstance(front_matter, Mapping) or is_marked(front_matter):
        return ()
    return tuple(entry for entry in front_matter.entries if not _is_record(entry))


def _records_only(node: Mapping) -> Mapping:
    return node._replace(entries=tuple(filter(_is_record, node.entries)))


def _is_record(entry: Entry) -> bool:
    return entry.key.text in contract_keys() and not isinstance(entry.value, Scalar)


def _tell_unknown_columns(table: RecordTable, binder: Binder) -> None:
    """A column whose name is nearly one of ours is a slip; any other is the author's own."""
    from scopelint.text.name import nearest_name

    for cell in table.unknown:
        name = shown(cell.text.plain)
        near = nearest_name(name, table.column_names())
        if near is not None:
            finding = Finding(
                f"the column `{name}` is not known here and is not read",
                Label(cell.span),
                case="unknown-key",
                help=f"did you mean `{near}`?",
            )
            binder.tell(Problem("invalid-record", finding))
