"""The difference of meaning between two states of a contract."""

from collections.abc import Iterable, Iterator
from datetime import date as Date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from scopelint.diagnostics import Confidence
from scopelint.model.contract import Contract
from scopelint.model.in_force import deliverables_in_force
from scopelint.model.pairing import Pair, paired, plain
from scopelint.model.record import Assumption, Deliverable, Exclusion, Milestone, RevisionPolicy
from scopelint.model.value import Money
from scopelint.text import Span, Spanned

Value: TypeAlias = str | int | Decimal | Money | Date
Stated: TypeAlias = Spanned[str] | Spanned[int] | Spanned[Decimal] | Spanned[Money] | Spanned[Date]
Item: TypeAlias = Deliverable | Exclusion | Assumption | Milestone


class Kind(StrEnum):
    """What happened to a thing or to a value."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Difference(NamedTuple):
    """One thing that is not as it was.

    ``subject`` is ``deliverable``, ``exclusion``, ``assumption``, ``milestone`` or ``terms``; ``field``
    names the value concerned, None when the whole thing came or went. ``id`` and ``name`` tell which
    thing; ``rivals`` are the texts of others that may be meant, in which case confidence is low.
    """

    subject: str
    kind: Kind
    field: str | None = None
    before: Stated | None = None
    after: Stated | None = None
    id: str | None = None
    name: str | None = None
    record: Span | None = None
    rivals: tuple[Spanned[str], ...] = ()
    confidence: Confidence = Confidence.HIGH


def differences(before: Contract, after: Contract) -> tuple[Difference, ...]:
    """What changed in meaning between two states of a contract, terms first, then in document order.

    Spacing, case, order of items and final punctuation mean nothing. Deliverables are those in force:
    the scope's and what approved changes made of them.
    """
    return (
        *_terms(before, after),
        *_revisions(before.revisions, after.revisions),
        *_deliverables(before, after),
        *_exclusions(before.exclusions, after.exclusions),
        *_assumptions(before.assumptions, after.assumptions),
        *_milestones(before, after),
    )


def _terms(before: Contract, after: Contract) -> Iterator[Difference]:
    values: tuple[tuple[str, Stated | None, Stated | None], ...] = (
        ("price", before.price, after.price),
        ("rate", before.rate, after.rate),
        ("weekly limit", before.weekly_limit, after.weekly_limit),
        ("due date", before.due_on, after.due_on),
    )
    for field, old, new in values:
        yield from _value("terms", field, old, new)


def _revisions(before: RevisionPolicy | None, after: RevisionPolicy | None) -> Iterator[Difference]:
    old = before or RevisionPolicy(Span("", 0, 0))
    new = after or RevisionPolicy(Span("", 0, 0))
    yield from _value("terms", "revision limit", _limit(old), _limit(new))
    if old.included and new.included:
        yield from _value("terms", "unit of the revision limit", old.per, new.per)
    yield from _value("terms", "price of an extra round", old.extra_round_price, new.extra_round_price)


def _limit(policy: RevisionPolicy) -> Spanned[int] | Spanned[str] | None:
    return policy.included or policy.unlimited


def _deliverables(before: Contract, after: Contract) -> Iterator[Difference]:
    old_items, new_items = deliverables_in_force(before), deliverables_in_force(after)
    found = paired(old_items, new_items, lambda d: d.id, lambda d: d.text)
    for pair in found.pairs:
        old, new = pair.before, pair.after
        about = _about("deliverable", new)
        yield from _reworded(pair, about, old.text, new.text)
        for field, was, now in (
            ("quantity", old.quantity, new.quantity),
            ("format", old.format, new.format),
        ):
            yield from _value("deliverable", field, was, now, about)
        yield from _criteria(old, new, about)
    yield from _came_and_went("deliverable", found.removed, found.added)


def _criteria(old: Deliverable, new: Deliverable, about: Difference) -> Iterator[Difference]:
    found = paired(old.acceptance, new.acceptance, lambda _: None, lambda criterion: criterion)
    about = about._replace(field="acceptance criterion")
    for was, now, _ in found.pairs:
        if plain(was.value) != plain(now.value):
            yield about._replace(before=was, after=now)
    for criterion in found.removed:
        yield about._replace(kind=Kind.REMOVED, before=criterion)
    for criterion in found.added:
        yield about._replace(kind=Kind.ADDED, after=criterion)


def _exclusions(before: tuple[Exclusion, ...], after: tuple[Exclusion, ...]) -> Iterator[Difference]:
    found = paired(before, after, lambda e: e.id, lambda e: e.text)
    for pair in found.pairs:
        about = _about("exclusion", pair.after)
        yield from _reworded(pair, about, pair.before.text, pair.after.text)
    yield from _came_and_went("exclusion", found.removed, found.added)


def _assumptions(before: tuple[Assumption, ...], after: tuple[Assumption, ...]) -> Iterator[Difference]:
    found = paired(before, after, lambda a: a.id, lambda a: a.text)
    for pair in found.pairs:
        about = _about("assumption", pair.after)
        yield from _reworded(pair, about, pair.before.text, pair.after.text)
        yield from _value("assumption", "due date", pair.before.due_on, pair.after.due_on, about)
    yield from _came_and_went("assumption", found.removed, found.added)


def _milestones(before: Contract, after: Contract) -> Iterator[Difference]:
    # What has neither id nor title cannot be recognised again.
    old_items = [m for m in before.milestones if m.id or m.title]
    new_items = [m for m in after.milestones if m.id or m.title]
    found = paired(old_items, new_items, lambda m: m.id, lambda m: m.title)
    for old, new, _ in found.pairs:
        about = _about("milestone", new)
        yield from _value("milestone", "amount", old.amount, new.amount, about)
        yield from _value("milestone", "share", old.share, new.share, about)
        yield from _value("milestone", "due date", old.due_on, new.due_on, about)
    yield from _came_and_went("milestone", found.removed, found.added)


def _came_and_went(subject: str, removed: Iterable[Item], added: Iterable[Item]) -> Iterator[Difference]:
    for item in removed:
        yield _about(subject, item)._replace(kind=Kind.REMOVED, before=_words(item), record=None)
    for item in added:
        yield _about(subject, item)._replace(kind=Kind.ADDED, after=_words(item))


def _about(subject: str, item: Item) -> Difference:
    """The start of every difference that concerns an item."""
    words = _words(item)
    return Difference(
        subject,
        Kind.CHANGED,
        id=item.id.value if item.id else None,
        name=words.value if words else None,
        record=item.span,
    )


def _words(item: Item) -> Spanned[str] | None:
    return item.title or item.id if isinstance(item, Milestone) else item.text


def _reworded(
    pair: Pair[Deliverable] | Pair[Exclusion] | Pair[Assumption],
    about: Difference,
    old: Spanned[str],
    new: Spanned[str],
) -> Iterator[Difference]:
    if plain(old.value) != plain(new.value):
        yield about._replace(
            field="text",
            before=old,
            after=new,
            rivals=tuple(rival.text for rival in pair.rivals),
            confidence=Confidence.LOW if pair.rivals else Confidence.HIGH,
        )


def _value(
    subject: str, field: str, old: Stated | None, new: Stated | None, about: Difference | None = None
) -> Iterator[Difference]:
    if old is None and new is None:
        return
    if old is not None and new is not None and _same(old.value, new.value):
        return
    kind = Kind.ADDED if old is None else Kind.REMOVED if new is None else Kind.CHANGED
    start = about or Difference(subject, kind)
    yield start._replace(kind=kind, field=field, before=old, after=new)


def _same(old: Value, new: Value) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        return plain(old) == plain(new)
    if isinstance(old, Money) and isinstance(new, Money):
        # An amount without a currency is in the contract's, whichever that is.
        return old.amount == new.amount and (old.currency or new.currency) == (new.currency or old.currency)
    return old == new
