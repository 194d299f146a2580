"""Records and approved texts against what git has of them."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from scopelint.diagnostics import Finding, Label, NotChecked
from scopelint.model import Approval, Change, Citation, Contract, Deliverable, Evidence, Money
from scopelint.model.difference import Difference, differences
from scopelint.model.difference_words import sentence
from scopelint.model.naming import listed, quoted
from scopelint.model.pairing import plain
from scopelint.model.past import Commit, PastRecord
from scopelint.rules.changes.baseline import is_respelling
from scopelint.rules.changes.coverage import Coverage
from scopelint.rules.rule import Context, Outcome
from scopelint.text import Span, Spanned

Record: TypeAlias = Approval | Change | Evidence

_KEYS = {"kind": "class", "sender": "from", "adds_ids": "adds"}
_UNDECIDED = (None, "pending")


def changed_after_approval(contract: Contract, cx: Context) -> Iterator[Outcome]:
    """The text of something approved is not the one that was approved."""
    versioned = [a for a in contract.approvals if a.version and a.subject and _is_text(a, contract)]
    history = contract.history
    if not versioned or history is None:
        return
    if history.absent:
        yield NotChecked(history.absent)
        return
    for approval in versioned:
        version = approval.version.value if approval.version else ""
        agreed = history.approved.get(version)
        if agreed is None:
            yield NotChecked(history.partial or f"git does not know the approved version {quoted(version)}")
        else:
            yield from _changed_since(approval, agreed, contract, cx)


def _is_text(approval: Approval, contract: Contract) -> bool:
    """Whether an approval is of a text this repository holds, not of work delivered elsewhere."""
    subject = approval.subject.value if approval.subject else ""
    return (
        subject.casefold() == "scope"
        or any(d.id and d.id.value == subject for d in contract.deliverables)
        or contract.change(subject) is not None
    )


def _changed_since(
    approval: Approval, agreed: Contract, contract: Contract, cx: Context
) -> Iterator[Finding]:
    subject = approval.subject.value if approval.subject else ""
    coverage = Coverage(agreed, contract, cx.calendar)
    found = [
        difference
        for difference in _differences_of(subject, agreed, contract)
        if not is_respelling(difference) and not coverage.of(difference).is_whole
    ]
    if not found or approval.version is None:
        return
    first, more = found[0], f", and {len(found) - 1} more" if len(found) > 1 else ""
    place = first.after.span if first.after else first.record or contract.title_span
    was = (Label(first.before.span, "approved here"),) if first.before else ()
    what = "the scope" if subject.casefold() == "scope" else quoted(subject)
    yield Finding(
        f"{what} was approved as of {quoted(approval.version.value)}, but then {sentence(first)}{more}",
        Label(place),
        related=(*was, Label(approval.version.span, "the approved version")),
        about=(approval.span, *(d.record for d in found if d.record)),
    )


def _differences_of(subject: str, agreed: Contract, contract: Contract) -> Iterator[Difference]:
    change = agreed.change(subject)
    now = contract.change(subject)
    if change is not None and now is not None:
        # What the change adds is compared as the deliverables of a contract of its own.
        agreed = agreed._replace(deliverables=change.adds, changes=(), exclusions=())
        contract = contract._replace(deliverables=now.adds, changes=(), exclusions=())
    whole = subject.casefold() == "scope" or change is not None
    for difference in differences(agreed, contract):
        item = difference.subject == "deliverable" and (whole or difference.id == subject)
        if item or (difference.subject == "exclusion" and whole):
            yield difference


def rewritten_record(contract: Contract, cx: Context) -> Iterator[Outcome]:
    """An approval, a decided change or evidence was edited or removed after it was committed."""
    history = contract.history
    if history is None:
        return
    if history.absent:
        yield NotChecked(history.absent)
        return
    if history.partial:
        yield NotChecked(history.partial)
    present: dict[tuple[type, str], list[Record]] = {}
    recorded: tuple[Record, ...] = (*contract.approvals, *contract.changes, *contract.evidence)
    for record in recorded:
        if record.id is not None:
            present.setdefault((type(record), record.id.value), []).append(record)
    for (kind, known), past in _by_id(history.records).items():
        yield from _compared(known, past, present.get((kind, known), []), contract)


class _Edit(NamedTuple):
    """A value that is not what it was when it was committed."""

    field: str
    was: object
    now: object
    place: Span
    commit: Commit


def _by_id(records: Iterable[PastRecord]) -> dict[tuple[type, str], list[PastRecord]]:
    """Past states that were final, by kind and id, oldest first."""
    found: dict[tuple[type, str], list[PastRecord]] = {}
    for past in records:
        if past.record.id is not None and _is_final(past.record):
            found.setdefault((type(past.record), past.record.id.value), []).append(past)
    return found


def _is_final(record: Record) -> bool:
    """Whether a record tells of something done: what was asked or not decided may still be edited."""
    if isinstance(record, Change):
        return (record.decision.value if record.decision else None) not in _UNDECIDED
    return record.date is not None


def _compared(
    known: str, past: list[PastRecord], present: list[Record], contract: Contract
) -> Iterator[Finding]:
    if not present:
        first = past[0].commit
        message = f"{quoted(known)} was committed {first.date.isoformat()} ({first.id[:7]}) and is gone"
        yield Finding(message, Label(contract.title_span), case="removed", about=())
        return
    edits = min((list(_edits(past, record)) for record in present), key=len)
    if not edits:
        return
    first_edit = edits[0]
    others = [quoted(edit.field) for edit in edits[1:]]
    also = f"; so {'has' if len(others) == 1 else 'have'} {listed(others)}" if others else ""
    when = f"{first_edit.commit.date.isoformat()} ({first_edit.commit.id[:7]})"
    yield Finding(
        f"`{first_edit.field}` of {quoted(known)} was {_shown(first_edit.was)} when committed {when}, "
        f"and has become {_shown(first_edit.now)}{also}",
        Label(first_edit.place),
        related=tuple(Label(edit.place, "edited too") for edit in edits[1:]),
        about=(present[0].span,),
    )


def _edits(past: Iterable[PastRecord], present: Record) -> Iterator[_Edit]:
    """The fields whose committed value is not there any more, each with its earliest commit."""
    seen: set[str] = set()
    for commit, record in past:
        for field, was, now in zip(record._fields[1:], record[1:], present[1:], strict=True):
            if field not in seen and not _is_kept(was, now):
                seen.add(field)
                yield _Edit(_KEYS.get(field, field), was, now, _place(now) or present.span, commit)


def _is_kept(was: Any, now: Any) -> bool:
    """Whether a present value still holds a past one; what was empty may have been filled."""
    if was is None or was == ():
        return True
    if isinstance(was, tuple) and not isinstance(was, Spanned):
        return {_comparable(each) for each in was} <= {_comparable(each) for each in now or ()}
    return _comparable(was) == _comparable(now)


def _comparable(value: Any) -> object:
    value = value.value if isinstance(value, Spanned) else value
    if isinstance(value, Citation):
        return value.id or (value.record and _comparable(value.record.ref))
    if isinstance(value, Deliverable):
        return tuple(_comparable(each) for each in (value.id, value.text, value.quantity))
    if isinstance(value, Money):
        return value.amount
    return plain(value) if isinstance(value, str) else value


def _place(value: Any) -> Span | None:
    if isinstance(value, Spanned):
        return value.span
    return _place_of_first(value) if isinstance(value, tuple) and value else None


def _place_of_first(values: tuple[Any, ...]) -> Span | None:
    span: Span | None = getattr(values[0], "span", None)
    return span


def _shown(value: Any) -> str:
    if value is None or value == ():
        return "empty"
    parts = value if isinstance(value, tuple) and not isinstance(value, Spanned) else (value,)
    return quoted(", ".join(map(_words, parts)))


def _words(value: Any) -> str:
    """A value as written; a citation or deliverable by its id, else by its words."""
    if isinstance(value, Deliverable):
        value = value.id or value.text
    elif isinstance(value, Citation):
        value = value.id or (value.record and value.record.ref)
    return str(value.value if isinstance(value, Spanned) else value)
