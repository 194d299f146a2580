"""What a model path leads to, known from the types of the model."""

from collections.abc import Iterable
from datetime import date as Date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from scopelint.catalog.path import NAMED, REFERENCES
from scopelint.model import CLAUSES, Citation, Clause, Contract, Money, RepositoryView
from scopelint.text import Spanned

RECORD_LISTS = {
    "approval": "approvals",
    "assumption": "assumptions",
    "change": "changes",
    "check_in": "check_ins",
    "deliverable": "deliverables",
    "dispute": "disputes",
    "evidence": "evidence",
    "exclusion": "exclusions",
    "incident": "incidents",
    "milestone": "milestones",
    "phrase": "phrases",
    "placeholder": "placeholders",
    "revision_round": "revision_rounds",
    "time_entry": "timelog",
}
"""The contract's field that holds the records of a kind."""


class PathType(NamedTuple):
    """What stands at a path: ``kind`` is ``date``, ``number``, ``text``, ``flag`` or ``record``.

    ``types`` are the Python types it may have; ``listed`` tells that there may be several.
    """

    kind: str
    types: tuple[type, ...]
    listed: bool = False


class UnknownNameError(Exception):
    """A path holds a name that is not there."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name)
        self.name = name
        self.known = tuple(known)


def path_type(every: str, path: str) -> PathType:
    """What stands at a path of a record of that kind. Raises UnknownNameError."""
    whole: type = RepositoryView if every == "repository" else Contract
    types: tuple[type, ...] = (whole,)
    if every in RECORD_LISTS:
        types, _ = _field(Contract, RECORD_LISTS[every])
    names = path.split(".")
    if names[0] == "contract" and every not in ("contract", "repository"):
        types, names = (Contract,), names[1:]
    listed = False
    before = ""
    for name in names:
        types, many = _below(types, before, name)
        listed, before = listed or many, name
    return PathType(_kind(types), types, listed)


def _below(types: tuple[type, ...], before: str, name: str) -> tuple[tuple[type, ...], bool]:
    """The types under a name of a value that stood under ``before``."""
    if before in NAMED and not any(name in _names(kind) for kind in types if kind is not Clause):
        if before == "clauses" and name not in CLAUSES:
            raise UnknownNameError(name, CLAUSES)
        return types, False
    if Citation in types and name not in Citation._fields:
        types, _ = _field(Citation, "record")
    elif types == (str,) and before in REFERENCES:
        types, _ = _field(Contract, REFERENCES[before])
    found: tuple[type, ...] = ()
    many = False
    for kind in types:
        if name in _names(kind):
            below, listed = _field(kind, name)
            found, many = found + below, many or listed
    if not found:
        raise UnknownNameError(name, [known for kind in types for known in _names(kind) if known != "span"])
    return found, many


def _names(kind: type) -> tuple[str, ...]:
    return getattr(kind, "_fields", ())


@cache
def _field(kind: type, name: str) -> tuple[tuple[type, ...], bool]:
    return _types(get_type_hints(kind)[name])


def _types(hint: Any) -> tuple[tuple[type, ...], bool]:
    """The plain types of an annotation, and whether it is a list."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        parts = [_types(part) for part in get_args(hint) if part is not NoneType]
        return tuple(kind for types, _ in parts for kind in types), any(many for _, many in parts)
    if origin is tuple:
        return _types(get_args(hint)[0])[0], True
    if origin is Spanned:
        return _types(get_args(hint)[0])[0], False
    return (hint,), False


def _kind(types: tuple[type, ...]) -> str:
    kinds = {_kind_of(kind) for kind in types}
    return kinds.pop() if len(kinds) == 1 else "text"


def _kind_of(kind: type) -> str:
    if kind is Date:
        return "date"
    if kind is bool:
        return "flag"
    if kind in (int, Decimal, Money):
        return "number"
    return "record" if hasattr(kind, "_fields") and kind not in (Clause, Citation) else "text"
