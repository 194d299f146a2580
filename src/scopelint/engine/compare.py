"""A contract against what was agreed, or against a commit."""

from collections.abc import Iterator
from typing import NamedTuple

from scopelint.engine.folder import belongs_by_name
from scopelint.engine.request import Request
from scopelint.engine.understand import understand_all
from scopelint.model import Calendar, Contract
from scopelint.model.comparison import Compared, Comparison
from scopelint.model.difference import differences
from scopelint.model.naming import name_of
from scopelint.rules.changes.coverage import Coverage
from scopelint.text import SourceFile


class Incomparable(NamedTuple):
    """Why there is nothing to compare with."""

    reason: str


def compare(path: str, against: str | None = None) -> Comparison | Incomparable:
    """What changed in meaning since a lock (``lock``), or since a revision; by default since the lock,
    else since the contract's ``agreed_ref``.
    """
    understanding = understand_all(Request(paths=(path,)))
    for refusal in understanding.refusals:
        return Incomparable(f"`{refusal.path}`: {refusal.message}")
    if len(understanding.contracts) != 1:
        return Incomparable(f"`{path}` holds {len(understanding.contracts)} contracts; name one of them")
    understood = understanding.contracts[0]
    contract = understood.contract
    if contract is None:
        return Incomparable(f"`{path}` could not be read")
    before = _before(contract, against)
    if isinstance(before, Incomparable):
        return before
    calendar = Calendar(understanding.configuration.for_contract(path).config.workdays)
    rows = tuple(_rows(before.contract, contract, calendar))
    past = {one.path: SourceFile(one.path, one.text) for one in before.contract.documents}
    return Comparison(contract.path, before.name, rows, {**understood.sources, **past})


def _rows(before: Contract, contract: Contract, calendar: Calendar) -> Iterator[Compared]:
    coverage = Coverage(before, contract, calendar)
    for difference in differences(before, contract):
        cover = coverage.of(difference)
        yield Compared(difference, tuple(name_of(change) for change in cover.changes), cover.lack)


class _Before(NamedTuple):
    """What the contract is compared with, and how to call it."""

    contract: Contract
    name: str


def _before(contract: Contract, against: str | None) -> "_Before | Incomparable":
    if contract.lock is not None and against in (None, "lock"):
        date = contract.lock.agreement.date
        when = f" of {date.value.isoformat()}" if date else ""
        return _Before(contract.lock.terms, f"{contract.lock.path}{when}")
    if against == "lock":
        return Incomparable("there is no lock; `scopelint lock` makes one")
    revision = against or (contract.agreed_ref.value if contract.agreed_ref else None)
    if revision is None:
        return Incomparable("there is neither a lock nor an `agreed_ref`; name a commit with `--against`")
    from scopelint.history.past import Pasts

    pasts = Pasts(belongs_by_name)
    try:
        found = pasts.contract_at(contract, revision)
    finally:
        pasts.close()
    return _Before(found, revision) if isinstance(found, Contract) else Incomparable(found.reason)
