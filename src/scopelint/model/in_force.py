"""What is in force: the terms as stated, and what approved changes made of them."""

from scopelint.model.contract import Contract
from scopelint.model.granting import linked_approvals
from scopelint.model.pairing import plain
from scopelint.model.record import Change, Deliverable


def is_approved(change: Change, contract: Contract) -> bool:
    """Whether a change counts as agreed: decided so, or a written yes is recorded for it."""
    return change.decision.value == "approved" if change.decision else _is_confirmed(change, contract)


def approved_changes(contract: Contract) -> tuple[Change, ...]:
    """The changes that count as agreed, in written order."""
    return tuple(change for change in contract.changes if is_approved(change, contract))


def deliverables_in_force(contract: Contract) -> tuple[Deliverable, ...]:
    """The deliverables of the scope and of approved changes, less what approved changes take away."""
    changes = approved_changes(contract)
    gone = {removed.value for change in changes for removed in change.removes}
    stated = {_key(item) for item in contract.deliverables}
    added = [item for change in changes for item in change.adds if _key(item) not in stated]
    return tuple(item for item in (*contract.deliverables, *added) if _key(item) not in gone)


def _key(item: Deliverable) -> str:
    """What an addition is recognised by when the scope lists it too."""
    return item.id.value if item.id else plain(item.text.value)


def _is_confirmed(change: Change, contract: Contract) -> bool:
    """Whether a written yes names the change, or is named by it."""
    return any(
        approval.method is not None and approval.method.value == "explicit"
        for approval in linked_approvals(contract, change.approval, change.id)
    )
