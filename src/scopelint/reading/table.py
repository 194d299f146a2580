"""Markdown tables that hold records: known headings and columns to the nodes YAML would give."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from scopelint.reading.record.cell import ID, read_cell
from scopelint.reading.record.scalar import pattern
from scopelint.reading.record.schema import Field, contract_keys, is_record, record_type
from scopelint.syntax.node import Entry, Mapping, Node, Scalar, Sequence
from scopelint.syntax.outline import Cell, Section, Table
from scopelint.text import Span
from scopelint.text.word import words

_ADDED_BY = "added by"
_VALUE_COLUMNS = 2


class Column(NamedTuple):
    """A column of a record table, and the field it holds."""

    place: int
    field: Field
    header: Cell


class RecordTable(NamedTuple):
    """A table that holds records of a top-level key.

    ``added_by`` is the id of the change that adds what the table lists. ``unknown`` are the headers of
    columns that no field has.
    """

    key: Field
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    span: Span
    added_by: Scalar | None = None
    unknown: tuple[Cell, ...] = ()

    def column_names(self) -> tuple[str, ...]:
        """Every name that a column of such a table may have."""
        return tuple(_column_names("deliverable" if self.added_by else self.key.kind))


def record_tables(root: Section, name: str = "") -> Iterator[RecordTable]:
    """Every record table of a document, in order.

    ``name`` is the document's own, such as ``milestones``: it stands for the heading of what has none,
    or only the document's title above it.
    """
    for section in root.walk():
        for block in section.blocks:
            if isinstance(block, Table):
                found = record_table(section, block)
                if found is None and section.level <= 1:
                    found = _below(name, block)
                if found is not None:
                    yield found


def record_table(section: Section, table: Table) -> RecordTable | None:
    """The table as records; None unless heading, columns and ids say that it holds such."""
    title = section.title.plain if section.title else ""
    return _additions(section, table) if _folded(title).startswith(_ADDED_BY) else _below(title, table)


def _below(title: str, table: Table) -> RecordTable | None:
    """The table as the records that a heading announces."""
    folded = _folded(title)
    for heading, key in _headings() if folded and table.header else ():
        if f" {heading} " in f" {folded} ":
            return _as_list(key, table) if key.many else _as_single(key, table)
    return None


def record_entries(tables: Iterable[RecordTable]) -> Iterator[Entry]:
    """What YAML would hold for the tables: an entry of a top-level key for each."""
    for table in tables:
        rows = [_row(table, row) for row in table.rows]
        key = Scalar(table.key.key, table.span)
        if table.added_by is not None:
            yield Entry(key, _change(table.added_by, rows, table.span))
        elif table.key.many:
            yield Entry(key, Sequence(tuple(row for row in rows if row.entries), table.span))
        else:
            yield Entry(key, Mapping(tuple(entry for row in rows for entry in row.entries), table.span))


def _as_list(key: Field, table: Table) -> RecordTable | None:
    columns, unknown = _columns(key, table.header or ())
    ids = next((column.place for column in columns if column.field.key == "id"), None)
    if not _has(key, columns) or (
        ids is not None and "id" in key.needed_columns and not _has_ids(table, ids)
    ):
        return None
    return RecordTable(key, columns, table.rows, table.span, unknown=unknown)


def _as_single(key: Field, table: Table) -> RecordTable | None:
    """What a contract has once: one row, or a table of names and values."""
    columns, unknown = _columns(key, table.header or ())
    if _has(key, columns) and len(table.rows) == 1:
        return RecordTable(key, columns, table.rows, table.span, unknown=unknown)
    pairs = [row for row in (table.header or (), *table.rows) if len(row) == _VALUE_COLUMNS]
    names = tuple(name for name, _ in pairs)
    columns, unknown = _columns(key, names)
    if not _has(key, columns):
        return None
    return RecordTable(key, columns, (tuple(value for _, value in pairs),), table.span, unknown=unknown)


def _additions(section: Section, table: Table) -> RecordTable | None:
    """Deliverables under a heading "Added by CO-1"."""
    title = section.title
    match = pattern(ID).search(title.plain, len(_ADDED_BY)) if title else None
    found = _as_list(contract_keys()["deliverables"], table)
    if title is None or match is None or found is None:
        return None
    change = Scalar(match[0], title.span(*match.span()), plain=False)
    return found._replace(key=contract_keys()["changes"], added_by=change)


def _change(added_by: Scalar, rows: list[Mapping], span: Span) -> Node:
    adds = Entry(Scalar("adds", span), Sequence(tuple(rows), span))
    return Mapping((Entry(Scalar("id", added_by.span), added_by), adds), span)


def _row(table: RecordTable, row: tuple[Cell, ...]) -> Mapping:
    entries: list[Entry] = []
    cited: list[Node] = []
    for column in table.columns:
        if column.place >= len(row):
            continue
        found = read_cell(row[column.place].text, column.field)
        if found is not None:
            key = Scalar(found.key or column.field.key, column.header.span)
            entries.append(Entry(key, found.node))
            cited.extend(found.evidence)
    span = Span(table.span.file, row[0].span.start, row[-1].span.end) if row else table.span
    return Mapping(_with_evidence(entries, cited, span), span)


def _with_evidence(entries: list[Entry], cited: list[Node], span: Span) -> tuple[Entry, ...]:
    """The entries, with evidence that stands behind values put to the record's own."""
    if not cited:
        return tuple(entries)
    own = [entry for entry in entries if entry.key.text == "evidence"]
    others = tuple(entry for entry in entries if entry.key.text != "evidence")
    for entry in own:
        cited = [*(entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)), *cited]
    return (*others, Entry(Scalar("evidence", span), Sequence(tuple(cited), span)))


def _columns(key: Field, names: tuple[Cell, ...]) -> tuple[tuple[Column, ...], tuple[Cell, ...]]:
    """The columns that fields have, and the headers of the others."""
    known = _column_names(key.kind)
    found: dict[str, Column] = {}
    unknown = []
    for place, cell in enumerate(names):
        fields = [field for field in known.get(_folded(cell.text.plain), ()) if field.key not in found]
        if fields:
            found[fields[0].key] = Column(place, fields[0], cell)
        elif cell.text.plain.strip():
            unknown.append(cell)
    return tuple(found.values()), tuple(unknown)


def _has(key: Field, columns: tuple[Column, ...]) -> bool:
    held = {column.field.key for column in columns}
    return bool(held) and held.issuperset(key.needed_columns)


def headed_key(section: Section, table: Table) -> Field | None:
    """The key of the lists of records with required columns that a section's heading announces."""
    folded = _folded(section.title.plain if section.title else "")
    for heading, key in _headings() if folded and table.header else ():
        if f" {heading} " in f" {folded} ":
            return key if key.many else None
    return None


def has_all_but_ids(key: Field, header: tuple[Cell, ...]) -> bool:
    """Whether a header has what a record of that key needs and more, but no column of ids."""
    columns, _ = _columns(key, header)
    held = {column.field.key for column in columns}
    return "id" not in held and len(held) > 1 and held.issuperset(set(key.needed_columns) - {"id"})


def _has_ids(table: Table, place: int) -> bool:
    """Whether the first column of ids holds ids: letters and a number, in every row that has one."""
    values = [row[place].text.plain.strip() for row in table.rows if place < len(row)]
    named = [value for value in values if value]
    return bool(named) and all(pattern(ID).fullmatch(value) for value in named)


@cache
def _headings() -> tuple[tuple[str, Field], ...]:
    """Folded headings with the key they stand for, the longest first."""
    found = [(_folded(heading), key) for key in contract_keys().values() for heading in key.headings]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def _column_names(kind: str) -> dict[str, tuple[Field, ...]]:
    """Folded column names with the fields they may stand for, in the schema's order."""
    found: dict[str, tuple[Field, ...]] = {}
    if is_record(kind):
        for field in record_type(kind).fields.values():
            for name in field.columns:
                folded = _folded(name)
                found[folded] = (*found.get(folded, ()), field)
    return found


def _folded(name: str) -> str:
    return " ".join(words(name)).lower() or name.strip()
