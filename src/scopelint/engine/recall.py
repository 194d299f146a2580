"""Giving a contract its past, and only where a rule asks for it."""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from scopelint.engine.discover import belongs_by_name
from scopelint.engine.load import load
from scopelint.engine.understand import Understood
from scopelint.model import Contract
from scopelint.model.past import History, Lock
from scopelint.rules.rule import Rule
from scopelint.text import SourceFile

if TYPE_CHECKING:
    from scopelint.history.past import Pasts


class Memory:
    """Locks and git histories of the contracts of a run; nothing is read before a rule needs it."""

    def __init__(self) -> None:
        self._pasts: Pasts | None = None

    def __enter__(self) -> "Memory":
        return self

    def __exit__(self, *_: object) -> None:
        if self._pasts is not None:
            self._pasts.close()

    def recall(self, understood: Understood, rules: Iterable[Rule]) -> Understood:
        """The contract with what the rules of its phase need of its past, and the texts of that."""
        contract = understood.contract
        if contract is None:
            return understood
        needs = {need for rule in rules if contract.phase in rule.phases for need in rule.needs}
        if "lock" in needs:
            contract = with_lock(contract)
        if "history" in needs and _leaves_traces(contract):
            contract = contract._replace(history=self._history(contract))
        if contract.locked is None and contract.history is not None:
            contract = contract._replace(locked=contract.history.agreed)
        past = {source.path: source for source in _past_sources(contract)}
        return understood._replace(contract=contract, past=past)

    def _history(self, contract: Contract) -> History:
        if self._pasts is None:
            from scopelint.history.past import Pasts

            self._pasts = Pasts(belongs_by_name)
        return self._pasts.history(contract)


def with_lock(contract: Contract) -> Contract:
    """The contract with its lock, when there is one; a broken lock is one more problem of it."""
    folder = os.path.isdir(contract.path)
    path = lock_path(contract.path, folder=folder)
    if not os.path.lexists(path):
        return contract
    from scopelint.history.lock import read_lock

    source = load(path)
    found = read_lock(source) if isinstance(source, SourceFile) else source
    if isinstance(found, Lock):
        return contract._replace(lock=found, locked=found.terms)
    return contract._replace(problems=(*contract.problems, found))


def lock_path(path: str, *, folder: bool) -> str:
    """Where the lock of a contract is: ``scope.lock`` in its folder, else beside the file."""
    if not folder:
        return f"{path}.lock"
    return "scope.lock" if path == "." else f"{path.rstrip('/')}/scope.lock"


def _past_sources(contract: Contract) -> Iterator[SourceFile]:
    """The texts that findings about the past point into."""
    history = contract.history or History()
    for past in (contract.locked, history.agreed, *history.approved.values()):
        if past is not None:
            yield from (SourceFile(one.path, one.text) for one in past.documents)


def _leaves_traces(contract: Contract) -> bool:
    """Whether anything in the contract can be held against its history."""
    return bool(contract.agreed_ref or contract.approvals or contract.changes or contract.evidence)
