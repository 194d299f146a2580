"""The contract schema, compiled into what the binder follows.

``schemas/contract.schema.json`` is the one source of keys, types, words and column names: editors,
tables and the binder cannot disagree. A record type is compiled when the first such record is read.
"""

from functools import cache
from typing import Any, NamedTuple

from scopelint.model import (
    Approval,
    Assumption,
    Audit,
    Change,
    CheckIn,
    Closure,
    Deliverable,
    Dispute,
    Evidence,
    Exclusion,
    Incident,
    Milestone,
    Party,
    Payment,
    RedFlag,
    Refund,
    RevisionPolicy,
    RevisionRound,
    RoundItem,
    Scope,
    Screening,
    Termination,
    Terms,
    TimeEntry,
)
from scopelint.reading.fragment import Header, Parties
from scopelint.syntax.schema import schema

_MODELS: dict[str, Any] = {
    "approval": Approval,
    "assumption": Assumption,
    "audit": Audit,
    "change": Change,
    "check_in": CheckIn,
    "closure": Closure,
    "contract": Header,
    "deliverable": Deliverable,
    "dispute": Dispute,
    "evidence": Evidence,
    "exclusion": Exclusion,
    "incident": Incident,
    "milestone": Milestone,
    "parties": Parties,
    "party": Party,
    "payment": Payment,
    "red_flag": RedFlag,
    "refund": Refund,
    "revision_round": RevisionRound,
    "revisions": RevisionPolicy,
    "round_item": RoundItem,
    "scope": Scope,
    "screening": Screening,
    "termination": Termination,
    "terms": Terms,
    "time_entry": TimeEntry,
}


class Field(NamedTuple):
    """A key of a record, or a top-level key.

    ``kind`` names the definition its value follows, ``word`` being one of ``words``; ``many`` means a
    list of such. ``slot`` is the place of the value in the model record, None for what does not stand
    there. A ``shared`` field holds what could as well stand under the top-level key of that name.
    """

    key: str
    kind: str
    many: bool = False
    slot: int | None = None
    required: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    pattern: str | None = None
    columns: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    needed_columns: tuple[str, ...] = ()
    shared: bool = False


class RecordType(NamedTuple):
    """How one kind of record is read; ``blank`` holds the model's defaults, in field order."""

    name: str
    model: Any
    fields: dict[str, Field]
    blank: tuple[Any, ...]
    required: tuple[str, ...]
    shorthand: str | None

    def place_of(self, name: str) -> int:
        """The place of a model field."""
        place: int = self.model._fields.index(name)
        return place


@cache
def contract_keys() -> dict[str, Field]:
    """The top-level keys."""
    return {key: _field(key, value, None) for key, value in schema("contract")["properties"].items()}


@cache
def record_type(name: str) -> RecordType:
    """The record type of a definition; raises KeyError for a definition that is no record."""
    model = _MODELS[name]
    definition = schema("contract")["definitions"][name]
    fields = {key: _field(key, value, model) for key, value in definition["properties"].items()}
    blank = tuple(model._field_defaults.get(field) for field in model._fields)
    return RecordType(
        name, model, fields, blank, tuple(definition.get("required", ())), definition.get("x-shorthand")
    )


def is_record(kind: str) -> bool:
    """Whether the definition of that name is a record."""
    return kind in _MODELS


@cache
def pattern_of(kind: str) -> str:
    """The pattern of a scalar definition."""
    found: str = schema("contract")["definitions"][kind]["pattern"]
    return found


def _field(key: str, written: dict[str, Any], model: Any) -> Field:
    reference = written.get("$ref", "")
    if reference.startswith("#/properties/"):
        return contract_keys()[reference.rpartition("/")[2]]._replace(shared=True)
    many, item, required = _item(written)
    name = written.get("x-field", key)
    return Field(
        key,
        kind="word" if "enum" in item else item.get("$ref", "#/code").rpartition("/")[2],
        many=many,
        slot=model._fields.index(name) if model and name in model._fields else None,
        required=required,
        words=tuple(word for word in item.get("enum", ()) if isinstance(word, str)),
        pattern=item.get("pattern"),
        columns=(key.replace("_", " "), *written.get("x-columns", ())),
        headings=tuple(written.get("x-headings", ())),
        needed_columns=tuple(written.get("x-required-columns", ())),
    )


def _item(written: dict[str, Any]) -> tuple[bool, dict[str, Any], tuple[str, ...]]:
    """Whether a list is meant, the schema of one value, and the keys that one must have."""
    many = "anyOf" in written
    item = written["anyOf"][0] if many else written
    if "allOf" in item:
        reference, demand = item["allOf"]
        return many, reference, tuple(demand["required"])
    return many, item, ()
