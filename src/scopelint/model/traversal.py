"""The one walk over a contract's records."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from scopelint.model.contract import Contract

KINDS: Mapping[str, Callable[[Contract], tuple[Any, ...]]] = {
    "approval": lambda c: c.approvals,
    "assumption": lambda c: c.assumptions,
    "change": lambda c: c.changes,
    "check_in": lambda c: c.check_ins,
    "contract": lambda c: (c,),
    "deliverable": lambda c: c.deliverables,
    "dispute": lambda c: c.disputes,
    "evidence": lambda c: c.evidence,
    "exclusion": lambda c: c.exclusions,
    "incident": lambda c: c.incidents,
    "milestone": lambda c: c.milestones,
    "phrase": lambda c: c.phrases,
    "placeholder": lambda c: c.placeholders,
    "revision_round": lambda c: c.revision_rounds,
    "time_entry": lambda c: c.timelog,
}


def each(contract: Contract, kind: str) -> Iterator[Any]:
    """Every record of a kind of ``KINDS``, in document order; raises KeyError for any other kind."""
    yield from KINDS[kind](contract)
