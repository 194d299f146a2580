"""The words that rule pages judge values with, such as ``present``, ``at_least`` and ``refers_to``."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date as Date
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from scopelint.catalog.forbidden import forbidden
from scopelint.catalog.path import Found, Scope, read_path
from scopelint.catalog.pattern import searcher
from scopelint.model import Money
from scopelint.text import Span, Spanned


class Failure(NamedTuple):
    """A condition that does not hold: where, of which value, and what was expected instead."""

    path: str
    at: Span
    value: Any = None
    expected: Any = None
    related: Span | None = None


Test: TypeAlias = Callable[[Scope, str, Found], Iterator[Failure]]


class Condition(NamedTuple):
    """A path with the tests its values must pass."""

    path: str
    tests: tuple[Test, ...]
    absence_holds: bool = True

    def failures(self, scope: Scope) -> Iterator[Failure]:
        """Every value that fails, and every test that the path as a whole fails."""
        found = read_path(scope, self.path)
        for test in self.tests:
            yield from test(scope, self.path, found)

    def holds(self, scope: Scope) -> bool:
        """As a filter: an absent value passes no test but ``absent``."""
        found = read_path(scope, self.path)
        if not found.values and not self.absence_holds:
            return False
        return not any(failure for test in self.tests for failure in test(scope, self.path, found))


class AnyOf(NamedTuple):
    """Groups of conditions, one of which must hold."""

    groups: tuple[tuple["Condition | AnyOf", ...], ...]

    def failures(self, scope: Scope) -> Iterator[Failure]:
        """The failures of the first group, unless a group holds; what is absent holds no group up."""
        if not self.holds(scope):
            yield from (failure for part in self.groups[0] for failure in part.failures(scope))

    def holds(self, scope: Scope) -> bool:
        """Whether one group holds."""
        return any(all(part.holds(scope) for part in group) for group in self.groups)


def conditions(written: Mapping[str, Any]) -> tuple[Condition | AnyOf, ...]:
    """What a page's ``where`` or ``require`` says."""
    return tuple(
        AnyOf(tuple(conditions(group) for group in value)) if path == "any_of" else _condition(path, value)
        for path, value in written.items()
    )


def _condition(path: str, written: str | Mapping[str, Any]) -> Condition:
    if isinstance(written, str):
        return Condition(path, (_WORDS[written],), written in ("absent", "unique"))
    tests = tuple(_TESTS[word](operand) for word, operand in written.items())
    return Condition(path, tests, absence_holds=set(written) == {"length"})


def _present(scope: Scope, path: str, found: Found) -> Iterator[Failure]:
    if not found.values:
        yield Failure(path, found.place)


def _absent(scope: Scope, path: str, found: Found) -> Iterator[Failure]:
    for value, span in found.values:
        yield Failure(path, span, value)


def _unique(scope: Scope, path: str, found: Found) -> Iterator[Failure]:
    values = found.values
    if not found.listed:
        kind = [r for r in _siblings(scope) if r is scope.record or r.span < scope.record.span]
        values = tuple(v for r in kind for v in read_path(Scope(r, scope.cx), path).values)
    first: dict[Any, Span] = {}
    for value, span in values:
        if value in first and (found.listed or span in [own.span for own in found.values]):
            yield Failure(path, span, value, related=first[value])
        first.setdefault(value, span)


def _siblings(scope: Scope) -> tuple[Any, ...]:
    for field in scope.whole:
        if isinstance(field, tuple) and any(item is scope.record for item in field):
            return field
    return (scope.record,)


def _equals(operand: Any) -> Test:
    field = operand[1:-1] if isinstance(operand, str) and operand[:1] + operand[-1:] == "{}" else None

    def test(scope: Scope, path: str, found: Found) -> Iterator[Failure]:
        wanted = read_path(scope, field).values if field else (Spanned(operand, found.place),)
        for value, span in found.values:
            if wanted and not any(_same(value, other.value) for other in wanted):
                yield Failure(path, span, value, wanted[0].value, wanted[0].span if field else None)

    return test


def _one_of(operands: list[Any]) -> Test:
    def test(scope: Scope, path: str, found: Found) -> Iterator[Failure]:
        for value, span in found.values:
            if not any(_same(value, operand) for operand in operands):
                yield Failure(path, span, value, " or ".join(f"`{operand}`" for operand in operands))

    return test


def _compared(holds: Callable[[Any, Any], bool]) -> Callable[[Any], Test]:
    def make(operand: Any) -> Test:
        def test(scope: Scope, path: str, found: Found) -> Iterator[Failure]:
            limit = _operand(scope, operand)
            for value, span in found.values if limit else ():
                pair = _comparable(value, limit.value) if limit else None
                if limit and pair and not holds(*pair):
                    yield Failure(path, span, value, limit.value, limit.span)

        return test

    return make


def _length(operand: int | Mapping[str, Any]) -> Test:
    bounds = {"at_least": operand, "at_most": operand} if isinstance(operand, int) else operand

    def test(scope: Scope, path: str, found: Found) -> Iterator[Failure]:
        if found.listed:
            counted = [(len(found.values), found.place)]
        else:
            counted = [(len(str(value).split()), span) for value, span in found.values]
        for count, span in counted:
            for word, bound in bounds.items():
                limit = _operand(scope, bound)
                if limit and (count < limit.value if word == "at_least" else count > limit.value):
                    yield Failure(path, span, count, limit.value)

    return test


def _matches(pattern: str) -> Test:
    def test(scope: Scope, path: str, found: Found) -> Iterator[Failure]:
        search = searcher(pattern)
        for value, span in found.values:
            if not search(str(value)):
                yield Failure(path, span, value, pattern)

    return test


def _refers_to(targets: str | list[str]) -> Test:
    lists = [targets] if isinstance(targets, str) else targets

    def test(scope: Scope, path: str, found: Found) -> Iterator[Failure]:
        whole = Scope(scope.whole, scope.cx)
        records = [value for target in lists for value, _ in read_path(whole, target).values]
        ids = {record.id.value for record in records if getattr(record, "id", None)}
        for value, span in found.values:
            if isinstance(value, str) and value not in ids:
                yield Failure(path, span, value, ", ".join(sorted(ids)))

    return test


def _sums_to(operand: Any) -> Test:
    def test(scope: Scope, path: str, found: Found) -> Iterator[Failure]:
        wanted = _operand(scope, operand)
        pairs = [_comparable(value, wanted.value) for value, _ in found.values] if wanted else []
        if not wanted or not pairs or not all(pairs):
            return
        total = sum((pair[0] for pair in pairs if pair), Decimal(0))
        goal = _comparable(wanted.value, wanted.value)
        if goal and total != goal[0]:
            at = wanted.span or found.values[0].span
            told = wanted.value._replace(amount=total) if isinstance(wanted.value, Money) else total
            yield Failure(path, at, told, wanted.value, found.values[0].span)

    return test


def _forbids(operand: str | list[str]) -> Test:
    def test(scope: Scope, path: str, found: Found) -> Iterator[Failure]:
        phrases = operand
        if isinstance(operand, str):
            phrases = [p for value, _ in read_path(scope, operand).values for p in value]
        for value, span in found.values:
            for phrase, at in forbidden(scope.whole, Spanned(str(value), span), phrases):
                yield Failure(path, at, phrase)

    return test


class _Operand(NamedTuple):
    """What a value is compared with; ``span`` is None for one written in the page."""

    value: Any
    span: Span | None = None


def _operand(scope: Scope, written: Any) -> _Operand | None:
    """A literal of the page, or the first value at a path; None when that is absent."""
    if not isinstance(written, str):
        return _Operand(written)
    if written == "today":
        return _Operand(scope.cx.today) if scope.cx.today else None
    if written[:1].isdigit():
        return _Operand(Date.fromisoformat(written))
    values = read_path(scope, written).values
    if not values:
        return None
    return _Operand(values[0].value, None if written.startswith("options.") else values[0].span)


def _comparable(value: Any, other: Any) -> tuple[Any, Any] | None:
    """Both as values that order: dates, or numbers; None when they do not compare, as two currencies."""
    if (
        isinstance(value, Money)
        and isinstance(other, Money)
        and {None, value.currency} != {None, other.currency}
    ):
        known = {value.currency, other.currency} - {None}
        if len(known) > 1:
            return None
    one, two = (side.amount if isinstance(side, Money) else side for side in (value, other))
    if isinstance(one, Date) and isinstance(two, Date):
        return one, two
    if isinstance(one, (int, Decimal)) and isinstance(two, (int, Decimal)):
        return one, two
    return None


def _same(value: Any, other: Any) -> bool:
    if isinstance(value, Money) or isinstance(other, Money):
        pair = _comparable(value, other)
        return pair is not None and pair[0] == pair[1]
    if isinstance(value, Date) and isinstance(other, str):
        return value.isoformat() == other
    return bool(value == other) and isinstance(value, bool) == isinstance(other, bool)


_WORDS: Mapping[str, Test] = {"present": _present, "absent": _absent, "unique": _unique}
_TESTS: Mapping[str, Callable[[Any], Test]] = {
    "equals": _equals,
    "one_of": _one_of,
    "at_least": _compared(lambda value, limit: value >= limit),
    "at_most": _compared(lambda value, limit: value <= limit),
    "before": _compared(lambda value, limit: value < limit),
    "after": _compared(lambda value, limit: value > limit),
    "length": _length,
    "matches": _matches,
    "refers_to": _refers_to,
    "sums_to": _sums_to,
    "forbids": _forbids,
}

WORDS = ("any_of", *_WORDS, *_TESTS)
"""Every word of the vocabulary."""
