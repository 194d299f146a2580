"""Events of a milestone follow its lifecycle, and a written status agrees with them."""

from collections.abc import Iterator, Mapping
from datetime import date as Date
from typing import NamedTuple

from scopelint.diagnostics import Finding, Fix, Label
from scopelint.model import Contract, Milestone, PlatformProfile
from scopelint.model.lifecycle import approval_of, milestone_status
from scopelint.model.naming import name_of
from scopelint.rules.rule import Context
from scopelint.text import Edit, Spanned
from scopelint.text.name import name_hint

_ORDER = (
    "planned",
    "funded",
    "in_progress",
    "changes_requested",
    "submitted",
    "approved",
    "partially_paid",
    "paid",
)
_STATES = (*_ORDER, "disputed", "refunded", "cancelled")
_WORDS: Mapping[str, tuple[str, ...]] = {
    "upcoming": ("planned", "funded"),
    "scheduled": ("planned", "funded"),
    "not started": ("planned", "funded"),
    "pending": ("planned", "funded", "submitted"),
    "started": ("in_progress",),
    "in progress": ("in_progress", "changes_requested"),
    "active": ("funded", "in_progress", "changes_requested", "submitted"),
    "delivered": ("submitted",),
    "in review": ("submitted",),
    "accepted": ("approved", "partially_paid", "paid"),
    "done": ("approved", "partially_paid", "paid"),
    "completed": ("approved", "partially_paid", "paid"),
    "released": ("paid", "partially_paid"),
    "canceled": ("cancelled",),
}
"""What else people write for a state, and the states they may mean."""


class Event(NamedTuple):
    """Something that happened to a milestone, as in "was approved"."""

    words: str
    day: Spanned[Date]


def impossible_milestone_status(milestone: Milestone, cx: Context) -> Iterator[Finding]:
    """Events in an order that cannot be, or a written status that the events contradict."""
    if not milestone.structured:
        return
    for earlier, later in _pairs(cx.contract, milestone, cx.profile.id):
        if later.day.value < earlier.day.value:
            yield _out_of_order(milestone, earlier, later)
            return
    yield from _both_ends(milestone)
    if milestone.status and cx.contract.structured:
        yield from _disagreement(milestone, milestone.status, cx)


def _pairs(contract: Contract, milestone: Milestone, platform: str) -> Iterator[tuple[Event, Event]]:
    """Events of which the second cannot come before the first.

    Work before funding has a rule of its own. Without a platform a client may pay before approving.
    """
    approval = approval_of(contract, milestone)
    funded = _event("was funded", milestone.funded.date if milestone.funded else None)
    started = _event("started", milestone.started_on)
    first = _event("was submitted", min(milestone.submitted_on, key=_day, default=None))
    again = "was submitted again" if len(milestone.submitted_on) > 1 else "was submitted"
    last = _event(again, milestone.last_submission)
    revised = _event("was sent back", min(milestone.changes_requested_on, key=_day, default=None))
    approved = _event("was approved", approval.date if approval else None)
    released = _event("was paid", milestone.released.date if milestone.released else None)
    refunded = _event("was refunded", milestone.refunded.date if milestone.refunded else None)
    pairs = [(started, first), (first, revised), (last, approved), (funded, released), (funded, refunded)]
    if platform != "direct":
        pairs.append((approved, released))
    for earlier, later in pairs:
        if earlier and later:
            yield earlier, later


def _day(day: Spanned[Date]) -> Date:
    return day.value


def _event(words: str, day: Spanned[Date] | None) -> Event | None:
    return Event(words, day) if day else None


def _out_of_order(milestone: Milestone, earlier: Event, later: Event) -> Finding:
    return Finding(
        f"{name_of(milestone)} {later.words} {later.day.value} but {earlier.words} {earlier.day.value}",
        Label(later.day.span, f"{later.words} {later.day.value}"),
        related=(Label(earlier.day.span, f"{earlier.words} {earlier.day.value}"),),
        help="correct the date that is wrong",
    )


def _both_ends(milestone: Milestone) -> Iterator[Finding]:
    """Paid and cancelled at once."""
    if milestone.cancelled_on and milestone.released:
        yield Finding(
            f"{name_of(milestone)} is cancelled and paid at once",
            Label(milestone.cancelled_on.span, "cancelled"),
            related=(Label(milestone.released.span, "paid"),),
            help="remove what did not happen; what was paid and given back is a refund",
        )


def _disagreement(milestone: Milestone, status: Spanned[str], cx: Context) -> Iterator[Finding]:
    derived = str(milestone_status(cx.contract, milestone))
    meant = _meanings(status.value, cx.profile)
    if not meant:
        yield from _misspelled(milestone, status)
        return
    if derived in meant or derived == "disputed":
        return
    newest = _newest(cx.contract, milestone)
    known = f"it {newest.words} {newest.day.value}" if newest else "no event is recorded"
    yield Finding(
        f"{name_of(milestone)} says `{status.value}` but its records make it `{derived}`: {known}",
        Label(status.span),
        related=(Label(newest.day.span, newest.words),) if newest else (),
        help="record what happened with its date, or correct the status; it may also be left out",
        fix=_recomputed(cx.contract, status, derived, meant),
    )


def _misspelled(milestone: Milestone, status: Spanned[str]) -> Iterator[Finding]:
    """A word that is nearly one of ours; any other may be the platform's own."""
    hint = name_hint(status.value.replace(" ", "_"), _STATES)
    if hint:
        message = f"{name_of(milestone)} says `{status.value}`, which is no state of a milestone"
        yield Finding(message, Label(status.span), case="unknown-word", help=hint)


def _meanings(written: str, profile: PlatformProfile) -> tuple[str, ...]:
    """The states that a written word may mean; none for a word nobody knows."""
    word = written.strip().lower()
    statuses = profile.value("statuses")
    theirs = {k.lower(): v for k, v in statuses.items()} if isinstance(statuses, dict) else {}
    state = word.replace(" ", "_").replace("-", "_")
    return tuple(theirs.get(word, ())) or _WORDS.get(word) or ((state,) if state in _STATES else ())


def _newest(contract: Contract, milestone: Milestone) -> Event | None:
    """The last thing that happened to the milestone."""
    approval = approval_of(contract, milestone)
    payments = {
        "was funded": milestone.funded,
        "was paid": milestone.released,
        "was refunded": milestone.refunded,
    }
    events = [
        *(_event(words, payment.date) for words, payment in payments.items() if payment),
        _event("started", milestone.started_on),
        _event("was submitted", milestone.last_submission),
        _event("was sent back", max(milestone.changes_requested_on, key=_day, default=None)),
        _event("was approved", approval.date if approval else None),
        _event("was cancelled", milestone.cancelled_on),
    ]
    return max((e for e in events if e), key=lambda event: event.day.value, default=None)


def _recomputed(contract: Contract, status: Spanned[str], derived: str, meant: tuple[str, ...]) -> Fix | None:
    """Writes the state that the events show; only where the word lags behind and stands unquoted."""
    written = next((d.text for d in contract.documents if d.path == status.span.file), "")
    lags = derived in _ORDER and all(m in _ORDER and _ORDER.index(m) < _ORDER.index(derived) for m in meant)
    if not lags or written[status.span.start : status.span.end] != status.value:
        return None
    return Fix("write the status that the records show", (Edit(status.span, derived),), safe=True)
