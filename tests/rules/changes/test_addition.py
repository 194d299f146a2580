"""Work that nobody put into the scope."""

from typing import Any

from scopelint.diagnostics import NotChecked
from scopelint.model import Contract, RevisionRound, RoundItem
from scopelint.rules.changes import out_of_scope_addition
from tests.rules.factory import (
    at,
    change,
    context,
    contract,
    day,
    deliverable,
    exclusion,
    findings,
    messages,
    milestone,
    place,
)


def scoped(**more: Any) -> Contract:
    return contract(deliverables=(deliverable("Page designs", "D1"),), **more)


def strays(whole: Contract, match: str = "warn") -> list[str]:
    return messages(out_of_scope_addition, whole, context(whole, match_exclusions=match))


def test_what_nobody_lists_is_out_of_scope() -> None:
    assert strays(scoped(milestones=(milestone("M2", deliverables=(at("D1"), at("D7"))),))) == [
        "`M2` delivers `D7`, which neither the scope nor a change lists"
    ]


def test_an_excluded_id_is_told_with_its_place() -> None:
    whole = scoped(
        exclusions=(exclusion("Photographs", "X1"),), milestones=(milestone("M2", deliverables=(at("X1"),)),)
    )
    (found,) = findings(out_of_scope_addition, whole, context(whole, match_exclusions="skip"))
    assert found.message == "`M2` delivers `X1`, which is excluded"
    assert found.related[0].span == whole.exclusions[0].text.span


def test_work_on_a_pending_change_is_out_of_scope_but_its_plan_is_not() -> None:
    pending = change("CO-1", adds=(deliverable("Blog", "D2"),))
    planned = milestone("M2", deliverables=(at("D2"),))
    begun = milestone("M2", deliverables=(at("D2"),), started_on=day("2026-03-10"))
    assert strays(scoped(changes=(pending,), milestones=(planned,))) == []
    assert strays(scoped(changes=(pending,), milestones=(begun,))) == [
        "`M2` delivers `D2`, which only `CO-1` adds, and that is pending"
    ]


def test_an_approved_change_counts_before_a_declined_one() -> None:
    adds = (deliverable("Blog", "D2"),)
    changes = (
        change("CO-2", adds=adds, decision=at("approved")),
        change("CO-1", adds=adds, decision=at("declined")),
    )
    assert strays(scoped(changes=changes, milestones=(milestone("M2", deliverables=(at("D2"),)),))) == []


def test_comments_of_a_round_are_compared_with_the_exclusions() -> None:
    comment = RoundItem(place(), deliverable=at("D1"), note=at("Please add product photographs"))
    whole = scoped(
        exclusions=(exclusion("Product photographs"),),
        revision_rounds=(RevisionRound(place(), items=(comment,)),),
    )
    assert strays(whole) == [
        "`Please add product photographs` looks like `Product photographs`, which is excluded"
    ]
    assert strays(whole, match="skip") == []


def test_a_paid_round_may_ask_for_what_was_excluded() -> None:
    comment = RoundItem(place(), note=at("Product photographs"))
    paid = RevisionRound(place(), items=(comment,), change=at("CO-1"))
    assert strays(scoped(exclusions=(exclusion("Product photographs"),), revision_rounds=(paid,))) == []


def test_without_ids_nothing_can_be_compared() -> None:
    whole = contract(deliverables=(deliverable("Page designs"),))
    (outcome,) = out_of_scope_addition(whole, context(whole, match_exclusions="warn"))
    assert isinstance(outcome, NotChecked)
