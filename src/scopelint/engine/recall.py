"""Giving a contract its history, and only where a rule asks for it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from scopelint.engine.folder import belongs_by_name
from scopelint.engine.understand import Understood
from scopelint.model import Contract
from scopelint.model.contract import History
from scopelint.rules.rule import Rule
from scopelint.text import SourceFile

if TYPE_CHECKING:
    from scopelint.history.past import Pasts


class Memory:
    """The git histories of contracts, up to a commit; nothing is asked before a rule needs it."""

    def __init__(self, until: str | None = None) -> None:
        self._until = until
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
        if "history" in needs and _leaves_traces(contract):
            contract = contract._replace(history=self._history(contract))
        if contract.locked is None and contract.history is not None:
            contract = contract._replace(locked=contract.history.agreed)
        past = {**understood.past, **{source.path: source for source in _past_sources(contract)}}
        return understood._replace(contract=contract, past=past)

    def _history(self, contract: Contract) -> History:
        if self._pasts is None:
            from scopelint.history.past import Pasts

            self._pasts = Pasts(belongs_by_name, self._until)
        return self._pasts.history(contract)


def _past_sources(contract: Contract) -> Iterator[SourceFile]:
    """The texts that findings about the past point into."""
    history = contract.history or History()
    for past in (contract.locked, history.agreed, *history.approved.values()):
        if past is not None:
            yield from (SourceFile(one.path, one.text) for one in past.documents)


def _leaves_traces(contract: Contract) -> bool:
    """Whether anything in the contract can be held against its history."""
    records = (contract.approvals, contract.changes, contract.evidence)
    return contract.lock is not None or contract.agreed_ref is not None or any(records)
