"""Recording what was agreed: when it may be locked, and what the lock says."""

from collections.abc import Iterator
from datetime import date as Date
from typing import NamedTuple

from scopelint.diagnostics import Result, Severity
from scopelint.engine.check import check
from scopelint.engine.lockfile import lock_path
from scopelint.engine.request import Request
from scopelint.engine.understand import Understanding, understand_all
from scopelint.history.lock_text import lock_text, terms_digest
from scopelint.model import Contract, Phase
from scopelint.model.in_force import approved_changes
from scopelint.model.lifecycle import approval_of_change
from scopelint.model.past import Agreement
from scopelint.text import Spanned

# What both sides would sign. Rules that depend on the calendar never stand in the way.
JUDGED = (
    "scope",
    "revisions",
    "milestones",
    "conflicting-terms",
    "undocumented-scope-change",
    "missing-lock",
)


class Locking(NamedTuple):
    """The lock of a contract as it stands; ``text`` is None when the lock there already says the same."""

    path: str
    contract: Contract
    agreement: Agreement
    text: str | None


class Refused(NamedTuple):
    """Why there is nothing to lock; ``objections`` holds the errors that stand in the way, if any do."""

    reason: str
    exit_code: int = 1
    objections: Result | None = None


def agree(path: str, *, agreed_on: Date | None = None, force: bool = False) -> Locking | Refused:
    """What locking one contract comes to. Nothing is written."""
    understanding = understand_all(Request(paths=(path,)))
    contract = _only_contract(path, understanding)
    if isinstance(contract, Refused):
        return contract
    result = _judged(path, contract)
    if result.exit_code > 1 or understanding.problems:
        reason = "not locked: a part of the contract could not be read"
        return Refused(reason, max(2, result.exit_code), result)
    if result.diagnostics and not force:
        reason = "not locked: what stands in the way is listed above; `--force` records that it stood"
        return Refused(reason, objections=result)
    despite = tuple(dict.fromkeys(each.rule for each in result.diagnostics))
    agreement = agreement_of(contract, agreed_on, despite)
    if agreement.date is None and not force:
        return Refused(_NO_DATE)
    return _locking(contract, agreement)


def _only_contract(path: str, understanding: Understanding) -> Contract | Refused:
    for refusal in understanding.refusals:
        return Refused(f"`{refusal.path}`: {refusal.message}", 2)
    if len(understanding.contracts) > 1:
        return Refused(f"`{path}` holds {len(understanding.contracts)} contracts; name one of them", 2)
    contract = understanding.contracts[0].contract if understanding.contracts else None
    return contract or Refused(f"`{path}` could not be read", 2)


def _judged(path: str, contract: Contract) -> Result:
    """The errors that stand in the way; a draft is judged as the offer that both sides agreed to."""
    phase = Phase.OFFERED if contract.phase is Phase.DRAFT else contract.phase
    result = check(Request(paths=(path,), select=JUDGED, phase=phase))
    errors = tuple(each for each in result.diagnostics if each.severity is Severity.ERROR)
    return result._replace(diagnostics=errors, not_checked=())


def _locking(contract: Contract, agreement: Agreement) -> Locking:
    lock, path = contract.lock, lock_path(contract.path)
    before = lock.agreement.digest if lock and lock.intact else None
    if lock and before and agreement.digest and before.value == agreement.digest.value:
        return Locking(path, contract, lock.agreement, None)
    earlier = (*lock.earlier, lock.agreement) if lock else ()
    return Locking(path, contract, agreement, lock_text(contract, agreement, earlier))


_NO_DATE = (
    "nothing says when this was agreed: record the approval of the scope with its date, "
    "or give the day with `--agreed-on DATE`"
)


def agreement_of(contract: Contract, agreed_on: Date | None, despite: tuple[str, ...]) -> Agreement:
    """When and by what the terms in force were agreed: the latest yes to the scope or to a change."""
    given = max(_approvals(contract), key=lambda each: each[0].value, default=None)
    date = Spanned(agreed_on, contract.title_span) if agreed_on else given[0] if given else None
    return Agreement(
        span=contract.title_span,
        digest=Spanned(terms_digest(contract), contract.title_span),
        date=date,
        approval=given[1] if given and not agreed_on else None,
        changes=tuple(change.id.value for change in approved_changes(contract) if change.id),
        despite=despite,
    )


def _approvals(contract: Contract) -> Iterator[tuple[Spanned[Date], Spanned[str] | None]]:
    """Each yes to the terms: its day and the id of its record."""
    for approval in contract.approvals:
        if approval.date and approval.subject and approval.subject.value.casefold() == "scope":
            yield approval.date, approval.id
    for change in approved_changes(contract):
        granted = approval_of_change(contract, change)
        day = granted.date if granted and granted.date else change.decided_on
        if day:
            yield day, (granted.id if granted else None) or change.id
    stated = (contract.scope.agreed_on if contract.scope else None) or contract.accepted_on
    if stated:
        yield stated, None
