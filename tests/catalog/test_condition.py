"""What the words of a declarative rule find, on contracts made for the purpose."""

from decimal import Decimal
from typing import Any

import pytest

from scopelint.catalog.vocabulary import declared_check
from scopelint.diagnostics import Finding
from scopelint.model import (
    Citation,
    Clause,
    ClauseStatus,
    Contract,
    Evidence,
    Heading,
    Money,
    Party,
    Payment,
    RevisionPolicy,
    Scope,
)
from tests.rules.factory import (
    TITLE,
    approval,
    at,
    change,
    context,
    contract,
    day,
    deliverable,
    milestone,
    place,
    usd,
)


def told(record: Any, of: Contract, require: dict[str, Any], **page: Any) -> list[str]:
    """The messages of a rule with that requirement."""
    options = page.pop("options", {})
    entry = {"message": "{path} {value} {expected}", "require": require, **page}
    outcomes = list(declared_check(entry)(record, context(of, today="2026-03-01", **options)))
    return [outcome.message if isinstance(outcome, Finding) else outcome.reason for outcome in outcomes]


def of_contract(of: Contract, require: dict[str, Any], **page: Any) -> list[str]:
    return told(of, of, require, **page)


def test_present_and_absent_mirror_each_other() -> None:
    bare, dated = contract(), contract(due_on=day("2026-02-01"))
    assert of_contract(bare, {"due_on": "present"}) == ["due_on None None"]
    assert of_contract(dated, {"due_on": "present"}) == []
    assert of_contract(bare, {"due_on": "absent"}) == []
    assert of_contract(dated, {"due_on": "absent"}) == ["due_on 2026-02-01 None"]


@pytest.mark.parametrize(
    ("test", "fails"),
    [
        ({"at_least": 300}, False),
        ({"at_least": 301}, True),
        ({"at_most": Decimal("299.99")}, True),
        ({"at_least": "contract.price"}, True),
        ({"at_most": "contract.price"}, False),
        ({"equals": 300}, False),
        ({"equals": "{contract.price}"}, True),
        ({"one_of": [100, 300]}, False),
        ({"one_of": [100]}, True),
    ],
)
def test_amounts_are_compared_with_numbers_and_other_amounts(test: dict[str, Any], fails: bool) -> None:
    one = milestone("M1", amount=usd(300))
    whole = contract(milestones=(one,), price=usd(900))
    assert bool(told(one, whole, {"amount": test})) is fails


def test_amounts_in_two_currencies_are_not_compared() -> None:
    one = milestone("M1", amount=at(Money(Decimal(300), "EUR")))
    whole = contract(milestones=(one,), price=usd(900))
    assert told(one, whole, {"amount": {"at_least": "contract.price"}}) == []
    assert of_contract(whole, {"milestones.amount": {"sums_to": "price"}}) == []


@pytest.mark.parametrize(
    ("test", "fails"),
    [
        ({"before": "due_on"}, True),
        ({"at_most": "due_on"}, False),
        ({"after": "2026-01-31"}, False),
        ({"before": "today"}, False),
        ({"after": "today"}, True),
        ({"before": "contract.due_on"}, False),
    ],
)
def test_dates_are_compared_with_dates_paths_and_today(test: dict[str, Any], fails: bool) -> None:
    one = milestone("M1", started_on=day("2026-02-01"), due_on=day("2026-02-01"))
    assert bool(told(one, contract(milestones=(one,)), {"started_on": test})) is fails


def test_a_test_of_a_value_says_nothing_of_an_absent_one() -> None:
    one = milestone("M1")
    tests = (
        {"before": "today"},
        {"at_least": 5},
        {"equals": 5},
        {"one_of": [5]},
        {"length": {"at_least": 3}},
    )
    for test in tests:
        assert told(one, contract(milestones=(one,)), {"title": test}) == []


def test_an_absent_value_meets_no_condition_of_where_but_absent() -> None:
    one = milestone("M1")
    whole = contract(milestones=(one,))
    wrong: dict[str, Any] = {"id": "absent"}
    assert told(one, whole, wrong, where={"amount": {"at_least": 5}}) == []
    assert told(one, whole, wrong, where={"amount": "present"}) == []
    assert told(one, whole, wrong, where={"amount": "absent"}) == ["id M1 None"]


def test_a_path_goes_on_through_ids_and_evidence() -> None:
    yes = approval("AP-1", "M1", "2026-02-09")
    seen = Evidence(place(), id=at("EV-1"), channel=at("phone"))
    one = milestone(
        "M1",
        approval=at("AP-1"),
        started_on=day("2026-02-06"),
        funded=Payment(place(), evidence=(Citation(place(), "EV-1", seen),)),
    )
    whole = contract(milestones=(one,), approvals=(yes,), evidence=(seen,))
    assert told(one, whole, {"started_on": {"after": "approval.date"}}) == [
        "started_on 2026-02-06 2026-02-09"
    ]
    assert told(one, whole, {"funded.evidence.channel": {"one_of": ["upwork_messages"]}}) == [
        "funded.evidence.channel phone `upwork_messages`".replace("`", "'")
    ]


def test_an_id_that_leads_nowhere_is_no_value() -> None:
    one = milestone("M1", approval=at("AP-9"))
    whole = contract(milestones=(one,))
    assert told(one, whole, {"approval.date": "present"}) == ["approval.date None None"]
    assert told(one, whole, {"approval": {"refers_to": "approvals"}}) == ["approval AP-9 "]


def test_what_a_change_adds_can_be_referred_to() -> None:
    one = milestone("M1", deliverables=(at("D1"), at("D4"), at("D9")))
    added = change("CO-1", adds=(deliverable("Blog page", "D4"),))
    whole = contract(milestones=(one,), deliverables=(deliverable("Site", "D1"),), changes=(added,))
    lists = ["deliverables", "changes.adds"]
    assert told(one, whole, {"deliverables": {"refers_to": lists}}) == ["deliverables D9 D1, D4"]


def test_clauses_are_picked_by_name() -> None:
    whole = contract(stated=("termination",))
    assert of_contract(whole, {"clauses.termination": "present"}) == []
    assert of_contract(whole, {"clauses.deposit": "present"}) == ["clauses.deposit None None"]
    partly = Clause("deposit", ClauseStatus.PARTIAL, TITLE)
    assert of_contract(contract(clauses=(partly,)), {"clauses.deposit": {"equals": "stated"}}) == [
        "clauses.deposit partial stated"
    ]


def test_length_counts_words_of_texts_and_entries_of_lists() -> None:
    whole = contract(
        scope=Scope(place(), text=at("A nice website")), milestones=(milestone("M1"), milestone("M2"))
    )
    assert of_contract(
        whole, {"scope.text": {"length": {"at_least": "options.least"}}}, options={"least": 5}
    ) == ["scope.text 3 5"]
    assert of_contract(whole, {"milestones": {"length": 2}}) == []
    assert of_contract(whole, {"milestones": {"length": {"at_most": 1}}}) == ["milestones 2 1"]
    assert of_contract(whole, {"exclusions": {"length": {"at_least": 1}}}) == ["exclusions 0 1"]


def test_unique_tells_the_second_of_two() -> None:
    one, two = milestone("M1", title=at("Design")), milestone("M2", title=at("Design"))
    whole = contract(milestones=(one, two))
    assert of_contract(whole, {"milestones.title": "unique"}) == ["milestones.title Design None"]
    assert told(one, whole, {"title": "unique"}) == []
    assert told(two, whole, {"title": "unique"}) == ["title Design None"]


def test_any_of_tells_what_the_first_group_lacks() -> None:
    groups: dict[str, Any] = {"any_of": [{"due_on": "present"}, {"milestones.due_on": "present"}]}
    assert of_contract(contract(), groups) == ["due_on None None"]
    assert of_contract(contract(milestones=(milestone("M1", due_on=day("2026-02-01")),)), groups) == []


def test_matches_searches_with_re2() -> None:
    one = change("CO-1", reason=at("WEB-12 asked for by marketing"))
    whole = contract(changes=(one,))
    assert told(one, whole, {"reason": {"matches": "^[A-Z]+-[0-9]+"}}) == []
    assert told(one, whole, {"reason": {"matches": "sales"}}) != []


def test_what_is_missing_is_told_where_it_belongs() -> None:
    policy, heading = RevisionPolicy(place()), Heading("Revisions", None, 2, place(), "revisions")
    entry = {"message": "x", "require": {"revisions.included": "present"}}
    for whole, expected in (
        (contract(revisions=policy, headings=(heading,)), policy.span),
        (contract(headings=(heading,)), heading.span),
        (contract(), TITLE),
    ):
        (outcome,) = declared_check(entry)(whole, context(whole))
        assert isinstance(outcome, Finding)
        assert outcome.at.span == expected


def test_a_second_place_is_shown_for_what_is_compared() -> None:
    accepted = day("2026-01-08")
    whole = contract(accepted_on=accepted, started_on=day("2026-01-05"))
    entry = {"message": "x", "related": "accepted here", "require": {"started_on": {"after": "accepted_on"}}}
    (outcome,) = declared_check(entry)(whole, context(whole))
    assert isinstance(outcome, Finding)
    assert [(label.span, label.message) for label in outcome.related] == [(accepted.span, "accepted here")]


def test_messages_and_help_may_differ_by_path() -> None:
    whole = contract(client=Party(place(), name=at("Acme")))
    entry = {
        "message": {"client.approver": "`{client.name}` names no approver", "default": "{path} is missing"},
        "help": {"client.approver": "ask {client.name}"},
        "require": {"client.approver": "present", "price": "present"},
    }
    outcomes = [
        outcome for outcome in declared_check(entry)(whole, context(whole)) if isinstance(outcome, Finding)
    ]
    assert [(outcome.message, outcome.help) for outcome in outcomes] == [
        ("`Acme` names no approver", "ask Acme"),
        ("price is missing", None),
    ]
