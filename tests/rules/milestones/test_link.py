"""Milestones and deliverables point at one another."""

from typing import Any

from scopelint.model import Milestone
from tests.rules.factory import at, change, contract, day, deliverable, milestone
from tests.rules.judging import said, unjudged

RULE = "unlinked-milestone"


def step(id: str, *deliverables: str, **more: Any) -> Milestone:
    return milestone(id, deliverables=tuple(at(one) for one in deliverables), **more)


def test_a_removed_deliverable_needs_no_milestone() -> None:
    less = change("CO-1", decision=at("approved"), removes=(at("D2"),))
    items = (deliverable("Plan", "D1"), deliverable("Model", "D2"))
    whole = contract(deliverables=items, milestones=(step("M1", "D1"),))
    assert said(RULE, whole) == ["`D2` belongs to no milestone"]
    assert said(RULE, whole._replace(changes=(less,))) == []


def test_a_cancelled_milestone_may_be_empty() -> None:
    steps = (step("M1", "D1"), step("M2", cancelled_on=day("2026-03-01")))
    assert said(RULE, contract(deliverables=(deliverable("Plan", "D1"),), milestones=steps)) == []


def test_a_change_without_a_milestone_leaves_its_addition_unpaid() -> None:
    more = change("CO-1", decision=at("approved"), adds=(deliverable("Cellar", "D2"),))
    whole = contract(
        deliverables=(deliverable("Plan", "D1"),), milestones=(step("M1", "D1"),), changes=(more,)
    )
    assert said(RULE, whole) == ["`D2` belongs to no milestone"]


def test_a_deliverable_without_an_id_cannot_be_linked() -> None:
    whole = contract(deliverables=(deliverable("Plan"),), milestones=(step("M1"),))
    assert unjudged(RULE, whole) == ["milestones and deliverables are not linked by ids here"]
