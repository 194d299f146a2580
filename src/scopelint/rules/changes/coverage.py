"""Which change accounts for a difference from what was agreed."""

from collections.abc import Iterable
from datetime import date as Date
from decimal import Decimal
from typing import NamedTuple

from scopelint.model import Calendar, Change, Contract, Money
from scopelint.model.difference import Difference, Kind
from scopelint.model.in_force import approved_changes, is_approved
from scopelint.model.lifecycle import milestones_of_change
from scopelint.model.naming import counted, listed, name_of
from scopelint.text.word import content_words

_REFUSED = ("declined", "withdrawn")
_FREE = ("revision", "clarification", "defect", "removal", "schedule")
_DATES = ("due date",)
_PRICES = ("price", "rate", "weekly limit")


class Cover(NamedTuple):
    """How far changes account for a difference; ``lack`` says what is missing, None when nothing is."""

    changes: tuple[Change, ...] = ()
    lack: str | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to explain."""
        return bool(self.changes) and self.lack is None


class Coverage:
    """The changes agreed since a baseline, asked difference by difference."""

    def __init__(self, agreed: Contract, contract: Contract, calendar: Calendar) -> None:
        settled = {change.id.value for change in approved_changes(agreed) if change.id}
        settled |= set(contract.lock.agreement.changes) if contract.lock else set()
        self._contract = contract
        self._calendar = calendar
        self._settled = [c for c in contract.changes if c.id and c.id.value in settled]
        self._changes = [c for c in contract.changes if c not in self._settled]

    def of(self, difference: Difference) -> Cover:
        """The changes that account for a difference, and what they leave open."""
        if difference.field in _PRICES and difference.subject == "terms":
            return self._of_price(difference)
        if difference.field in _DATES:
            return self._of_date(difference)
        return self._of_words(difference)

    def _of_price(self, difference: Difference) -> Cover:
        old, new = _figure(difference.before), _figure(difference.after)
        approved = [c for c in self._changes if is_approved(c, self._contract)]
        priced = [c for c in approved if c.price]
        if old is None or new is None or not priced:
            return Cover(tuple(c for c in approved if difference.field != "price" or _is_unspecific(c)))
        moved, total = new - old, _total(priced)
        if moved == 0:
            return Cover()
        if moved in (_total(self._settled), _total(self._settled) + total) or 0 < moved <= total:
            return Cover(tuple(priced))
        if moved < 0:
            return Cover(tuple(c for c in priced if c.removes or (c.price and c.price.value.amount < 0)))
        return (
            Cover(tuple(priced), f"{_verb(priced, 'account')} for {total:,} of {moved:,}")
            if total > 0
            else Cover()
        )

    def _of_date(self, difference: Difference) -> Cover:
        old = difference.before.value if difference.before else None
        new = difference.after.value if difference.after else None
        approved = [c for c in self._changes if is_approved(c, self._contract)]
        moving = [c for c in approved if _kind(c) == "schedule" or c.schedule_days or c.milestone]
        moving = moving or [c for c in approved if _is_unspecific(c)]
        if not moving or not isinstance(old, Date) or not isinstance(new, Date) or new < old:
            return Cover(tuple(moving))
        granted = sum(c.schedule_days.value for c in moving if c.schedule_days)
        days = self._calendar.business_days(old, new)
        if granted >= days or any(c.schedule_days is None for c in moving):
            return Cover(tuple(moving))
        return Cover(tuple(moving), f"{_verb(moving, 'grant')} {granted} of {counted(days, 'business day')}")

    def _of_words(self, difference: Difference) -> Cover:
        candidates = [c for c in self._changes if self._speaks_of(c, difference)]
        if not candidates and difference.subject != "deliverable":
            candidates = [c for c in self._changes if _is_unspecific(c)]
        whole = [c for c in candidates if self._lack(c, difference) is None]
        if whole or not candidates:
            return Cover(tuple(whole))
        return Cover((candidates[0],), self._lack(candidates[0], difference))

    def _speaks_of(self, change: Change, difference: Difference) -> bool:
        """Whether a change names a thing by its id or, where it lists no ids, in words mostly its own."""
        if difference.id is not None and difference.id in self._ids(change):
            return True
        if difference.id is not None and difference.subject == "deliverable" and not _is_unspecific(change):
            return False
        said = content_words(" ".join(_words(change)))
        stated = (difference.before, difference.after)
        for value in (each.value for each in stated if each):
            meant = content_words(value) if isinstance(value, str) else frozenset()
            if meant and 2 * len(meant & said) >= len(meant):
                return True
        return False

    def _ids(self, change: Change) -> set[str]:
        """The ids of everything a change adds, takes away or pays for."""
        ids = {ref.value for ref in (*change.adds_ids, *change.removes)}
        ids |= {added.id.value for added in change.adds if added.id}
        for milestone in milestones_of_change(self._contract, change):
            ids |= {milestone.id.value} if milestone.id else set()
            ids |= {ref.value for ref in milestone.deliverables}
        return ids

    def _lack(self, change: Change, difference: Difference) -> str | None:
        decision = change.decision.value if change.decision else None
        if decision in _REFUSED:
            return f"it was {decision}"
        if decision == "absorbed":
            return None
        if not is_approved(change, self._contract):
            return "it is not approved"
        if change.price is None and _gives_more(difference) and _kind(change) not in _FREE:
            return "it has no price"
        return None


def named(changes: Iterable[Change]) -> str:
    """Changes by their names."""
    return listed([name_of(change) for change in changes])


def _gives_more(difference: Difference) -> bool:
    """Whether the freelancer owes more than before; what only takes work away needs no price."""
    if difference.subject == "exclusion":
        return difference.kind is not Kind.ADDED
    if difference.field == "revision limit":
        old, new = _figure(difference.before), _figure(difference.after)
        return old is None or new is None or new > old
    return difference.kind is not Kind.REMOVED


def _is_unspecific(change: Change) -> bool:
    """Whether a change names nothing it adds or takes away, so that it may be about any term."""
    return not (change.adds or change.adds_ids or change.removes)


def _kind(change: Change) -> str | None:
    return change.kind.value if change.kind else None


def _words(change: Change) -> list[str]:
    said = [text.value for text in (change.request, change.reason) if text]
    return said + [added.text.value for added in change.adds]


def _total(changes: Iterable[Change]) -> Decimal:
    return sum((change.price.value.amount for change in changes if change.price), Decimal(0))


def _figure(stated: object) -> Decimal | None:
    value = getattr(stated, "value", None)
    if isinstance(value, Money):
        return value.amount
    return Decimal(value) if isinstance(value, (int, Decimal)) else None


def _verb(changes: list[Change], verb: str) -> str:
    return f"it {verb}s" if len(changes) == 1 else f"they {verb}"
