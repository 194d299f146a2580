"""One record of what a contract has once, from all places that state parts of it."""

from collections.abc import Iterable
from typing import Any, TypeVar

from scopelint.model import Party, Refund, Termination

T = TypeVar("T", bound=tuple[Any, ...])

_NESTED = (Party, Termination, Refund)


def merged(records: Iterable[T]) -> T | None:
    """The first record, with what it lacks taken from the later ones; None when there is none."""
    whole: T | None = None
    for record in records:
        whole = record if whole is None else _filled(whole, record)
    return whole


def _filled(first: T, second: T) -> T:
    values = [_either(ours, theirs) for ours, theirs in zip(first, second, strict=True)]
    model: Any = type(first)
    whole: T = model._make(values)
    return whole


def _either(ours: Any, theirs: Any) -> Any:
    if isinstance(ours, _NESTED) and isinstance(theirs, _NESTED):
        return _filled(ours, theirs)
    return theirs if ours is None or ours == () else ours
