"""Ids taken twice, and what reading reports."""

from typing import Any

from scopelint.diagnostics import Finding, Label, Problem
from scopelint.model import RepositoryView
from scopelint.rules.document import ambiguous_scalar, duplicate_id, invalid_record
from scopelint.text import Span
from tests.rules.factory import (
    approval,
    at,
    change,
    context,
    contract,
    deliverable,
    messages,
    milestone,
    place,
)


def test_each_problem_is_told_by_its_own_rule() -> None:
    problem = Problem("invalid-record", Finding("`price` is no amount", Label(place())))
    whole = contract(problems=(problem,))
    assert messages(invalid_record, whole, context(whole)) == ["`price` is no amount"]
    assert messages(ambiguous_scalar, whole, context(whole)) == []


def test_ids_of_records_are_unique_across_kinds() -> None:
    whole = contract(milestones=(milestone("A1"),), approvals=(approval("A1", "scope"),))
    assert messages(duplicate_id, whole, context(whole)) == ["the id `A1` is already taken"]


def test_plain_lists_may_each_count_from_one() -> None:
    listed: dict[str, Any] = {"deliverables": (deliverable("Logo", "1"),), "milestones": (milestone("1"),)}
    plain = contract(structured=False, **listed)
    assert messages(duplicate_id, plain, context(plain)) == []
    twice = contract(structured=False, milestones=(milestone("1"), milestone("1")))
    assert len(messages(duplicate_id, twice, context(twice))) == 1


def test_what_a_change_adds_needs_an_id_of_its_own() -> None:
    whole = contract(
        deliverables=(deliverable("Logo", "D1"),),
        changes=(change("CO-1", adds=(deliverable("Card", "D1"),)),),
    )
    assert messages(duplicate_id, whole, context(whole)) == ["the id `D1` is already taken"]


def test_contract_ids_are_unique_in_a_repository() -> None:
    view = RepositoryView((at("acme"), at("beta"), at("acme")), (), Span(".", 0, 0))
    assert messages(duplicate_id, view, context(contract())._replace(repository=view)) == [
        "the contract id `acme` is already taken"
    ]
