"""How far a contract has come, told by what is written and by what has happened."""

from scopelint.model import Contract, Milestone, Phase
from scopelint.model.lifecycle import is_schedule

_BY_STATUS = {
    "draft": Phase.DRAFT,
    "offered": Phase.OFFERED,
    "active": Phase.ACTIVE,
    "paused": Phase.ACTIVE,
    "on_hold": Phase.ACTIVE,
    "disputed": Phase.ACTIVE,
    "closed": Phase.CLOSED,
}


def phase_of(contract: Contract) -> Phase:
    """The phase: a written status wins; else the records tell; a contract without either is offered.

    Dates in prose are plans, so only records count as something that happened.
    """
    if contract.status is not None and contract.status.value in _BY_STATUS:
        return _BY_STATUS[contract.status.value]
    if contract.template is not None and not _is_binding(contract):
        return Phase.DRAFT
    if contract.closure is not None:
        return Phase.CLOSED
    return Phase.ACTIVE if _is_under_way(contract) else Phase.OFFERED


def _is_binding(contract: Contract) -> bool:
    """Whether both sides agreed on it, or money moved: leaving slots in it makes it no draft."""
    return contract.locked is not None or (
        not is_schedule(contract) and any(map(_has_moved, contract.milestones))
    )


def _is_under_way(contract: Contract) -> bool:
    return (
        _is_binding(contract)
        or bool(contract.changes)
        or (contract.structured and contract.started_on is not None)
        or any(a.subject is not None and a.subject.value != "scope" for a in contract.approvals)
    )


def _has_moved(milestone: Milestone) -> bool:
    """Whether work or money of a milestone is on record."""
    return milestone.structured and bool(
        milestone.funded
        or milestone.started_on
        or milestone.submitted_on
        or milestone.released
        or milestone.refunded
        or milestone.approval
    )
