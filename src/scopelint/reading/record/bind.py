"""Binding: nodes to model records. Never raises; what does not fit is a problem and reads as absent."""

from typing import Any

from scopelint.diagnostics import Problem
from scopelint.model import Approval, Citation, Evidence
from scopelint.reading.record import problem
from scopelint.reading.record.schema import Field, RecordType, contract_keys, record_type
from scopelint.reading.record.value import READERS, Place
from scopelint.syntax.node import Entry, Mapping, Node, Scalar, Sequence
from scopelint.text import Spanned

_LONGEST_LIST = 2000

# Top-level keys whose facts the fragment holds under a plural: each document may state them.
_PLURALS = {"contract": "headers", "scope": "scopes", "closure": "closures", "screening": "screenings"}


def bind_record(node: Mapping) -> "Binder":
    """All facts of a record document, and the problems met."""
    binder = Binder()
    known = contract_keys()
    for entry in node.entries:
        if entry.key.text in known:
            binder.read(entry)
        else:
            binder.tell(problem.unknown_key(entry.key, known, ()))
    return binder


class Binder:
    """Collects the facts of one document: ``facts`` by name of the fragment's field."""

    def __init__(self) -> None:
        self.facts: dict[str, list[Any]] = {}
        self._place = Place()

    @property
    def problems(self) -> list[Problem]:
        """The problems met so far."""
        return self._place.problems

    def tell(self, found: Problem) -> None:
        """Keep a problem."""
        self._place.report(found)

    def read(self, entry: Entry) -> None:
        """Read what stands under a top-level key; raises KeyError for a key the schema has not."""
        field = contract_keys()[entry.key.text]
        if field.kind != "word" and field.key != "scopelint":
            self._place.about = ()
            self._share(field, self._value(entry.value, field))

    def facts_as_tuples(self) -> dict[str, Any]:
        """The facts as the fragment holds them."""
        return {name: tuple(found) for name, found in self.facts.items()}

    def add(self, name: str, fact: Any) -> None:
        """Keep a fact under the name of a fragment's field."""
        self.facts.setdefault(name, []).append(fact)

    def _share(self, field: Field, value: Any) -> None:
        name = _PLURALS.get(field.key, field.key)
        for fact in value if field.many else (value,):
            if fact is not None:
                self.add(name, fact)

    def _value(self, node: Node, field: Field) -> Any:
        if not field.many:
            return self._one(node, field)
        items = node.items if isinstance(node, Sequence) else (node,)
        if len(items) > _LONGEST_LIST:
            self.tell(problem.endless(field.key, _LONGEST_LIST, items[_LONGEST_LIST], self._place.about))
        found = [self._one(item, field) for item in items[:_LONGEST_LIST]]
        return tuple(value for value in found if value is not None)

    def _one(self, node: Node, field: Field) -> Any:
        if isinstance(node, Scalar):
            if node.plain and node.is_null:
                return None
            reader = READERS.get(field.kind)
            return reader(node, field, self._place) if reader else self._named(node, field)
        if isinstance(node, Mapping):
            if field.kind in _INLINE:
                return self._inline(node, field)
            if field.kind not in READERS:
                return self.record(node, record_type(field.kind), field.required)
        self.tell(problem.misfit(field.key, field.kind, node, self._place.about))
        return None

    def record(self, node: Mapping, kind: RecordType, required: tuple[str, ...] = ()) -> Any:
        """The model record of a mapping, None when it says nothing that can be kept."""
        outer, self._place.about = self._place.about, (node.span,)
        values = list(kind.blank)
        values[0] = node.span
        for entry in node.entries:
            field = kind.fields.get(entry.key.text)
            if field is None:
                self.tell(problem.unknown_key(entry.key, kind.fields, self._place.about))
            elif field.shared:
                self._share(field, self._value(entry.value, field))
            elif field.slot is not None and (value := self._value(entry.value, field)) is not None:
                values[field.slot] = value
        for key in (*required, *kind.required):
            if _is_absent(node.get(key)):
                self.tell(problem.missing_key(key, kind.name, node.span))
        self._place.about = outer
        return self._finished(kind, values)

    def _named(self, node: Scalar, field: Field) -> Any:
        """A scalar where a record may stand: an id, a link, or the record's main value alone."""
        if field.kind == "citation":
            return self._citation(node)
        if field.kind in _INLINE:
            return READERS["id"](node, field, self._place)
        kind = record_type(field.kind)
        if kind.shorthand is None:
            self.tell(problem.misfit(field.key, field.kind, node, self._place.about))
            return None
        entry = Entry(Scalar(kind.shorthand, node.span), node)
        return self.record(Mapping((entry,), node.span), kind)

    def _citation(self, node: Scalar) -> Citation | None:
        text = READERS["id"](node, _CITED, self._place)
        if text is None:
            return None
        if "/" not in text.value:
            return Citation(node.span, text.value, None)
        evidence = Evidence(node.span, ref=text)
        self.add("evidence", evidence)
        return Citation(node.span, None, evidence)

    def _inline(self, node: Mapping, field: Field) -> Any:
        found = self.record(node, record_type(_INLINE[field.kind]))
        if field.kind != "citation" or found is None:
            return found
        self.add("evidence", found)
        return Citation(node.span, found.id.value if found.id else None, found)

    def _finished(self, kind: RecordType, values: list[Any]) -> Any:
        """The record, with what was written in place of an id put where such records stand."""
        if kind.name in ("milestone", "change"):
            self._lift_approval(kind, values)
        if kind.name == "change":
            _part_additions(kind, values)
        if kind.name in ("milestone", "deliverable"):
            values[kind.place_of("structured")] = True
        if kind.name in ("deliverable", "exclusion", "assumption"):
            text = kind.place_of("text")
            values[text] = values[text] or values[kind.place_of("id")]
            if values[text] is None:
                return None
        return kind.model._make(values)

    def _lift_approval(self, kind: RecordType, values: list[Any]) -> None:
        place = kind.place_of("approval")
        found = values[place]
        if isinstance(found, Approval):
            subject = found.subject or values[kind.place_of("id")]
            self.add("approvals", found._replace(subject=subject))
            values[place] = found.id


# Kinds that are an id or the record itself, and what record that is.
_INLINE = {"approval_link": "approval", "citation": "evidence", "addition": "deliverable"}
_CITED = Field("evidence", "id")


def _part_additions(kind: RecordType, values: list[Any]) -> None:
    """Part what a change adds into deliverables written there and ids of others."""
    adds, ids = kind.place_of("adds"), kind.place_of("adds_ids")
    found = values[adds]
    values[ids] = tuple(item for item in found if isinstance(item, Spanned))
    values[adds] = tuple(item for item in found if not isinstance(item, Spanned))


def _is_absent(node: Node | None) -> bool:
    return node is None or (isinstance(node, Scalar) and node.is_null)
