"""Milestones and deliverables point at one another."""

from collections.abc import Iterator

from scopelint.diagnostics import Finding, Label, NotChecked
from scopelint.model import Change, Contract, Deliverable, Milestone
from scopelint.model.in_force import approved_changes
from scopelint.model.naming import name_of
from scopelint.rules.gathering import gathered
from scopelint.rules.rule import Context, Outcome


def unlinked_milestone(contract: Contract, cx: Context) -> Iterator[Outcome]:
    """Milestones that pay for no deliverable, and deliverables that no milestone pays for."""
    named = any(m.deliverables for m in contract.milestones)
    linkable = contract.structured and contract.milestones and any(d.id for d in contract.deliverables)
    if not (named or linkable):
        yield NotChecked("milestones and deliverables are not linked by ids here")
        return
    empty = [_empty(m) for m in contract.milestones if _is_empty(contract, m)]
    yield from gathered(empty, len(contract.milestones), "no milestone lists its deliverables")
    if named:
        unpaid = [_unpaid(d) for d in _deliverables(contract) if _is_unpaid(contract, d)]
        yield from gathered(unpaid, len(_deliverables(contract)), "no deliverable has a milestone")


def _is_empty(contract: Contract, milestone: Milestone) -> bool:
    """Whether a milestone names nothing to deliver; its change may name it instead."""
    if milestone.deliverables or milestone.cancelled_on:
        return False
    change = contract.change(milestone.change.value) if milestone.change else None
    return change is None or not (change.adds or change.adds_ids)


def _empty(milestone: Milestone) -> Finding:
    return Finding(
        f"{name_of(milestone)} lists no deliverables",
        Label(milestone.id.span if milestone.id else milestone.span),
        help="name the ids of what is handed over for this payment, such as `D1`",
        about=(milestone.span,),
    )


def _deliverables(contract: Contract) -> tuple[Deliverable, ...]:
    """Those of the scope and of approved changes, which carry an id and were not taken out again."""
    approved = approved_changes(contract)
    removed = {d.value for c in approved for d in c.removes}
    # A change that names its milestone says with that what pays for all it adds.
    added = tuple(
        d for c in approved if c.milestone is None and not _has_milestone(contract, c) for d in c.adds
    )
    return tuple(d for d in (*contract.deliverables, *added) if d.id and d.id.value not in removed)


def _has_milestone(contract: Contract, change: Change) -> bool:
    own = change.id.value if change.id else None
    return any(m.change and m.change.value == own for m in contract.milestones)


def _is_unpaid(contract: Contract, deliverable: Deliverable) -> bool:
    return deliverable.id is not None and not any(
        reference.value == deliverable.id.value for m in contract.milestones for reference in m.deliverables
    )


def _unpaid(deliverable: Deliverable) -> Finding:
    return Finding(
        f"{name_of(deliverable)} belongs to no milestone",
        Label(deliverable.id.span if deliverable.id else deliverable.span),
        help="add its id to the milestone that pays for it",
        about=(deliverable.span,),
    )
