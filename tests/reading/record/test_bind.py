"""Records as people write them, and what is said about values that do not fit."""

from datetime import date as Date
from decimal import Decimal
from typing import Any

import pytest

from scopelint.diagnostics import Problem
from scopelint.model import Money
from scopelint.reading.record import Binder, bind_record
from scopelint.syntax.node import Mapping
from scopelint.syntax.yaml_tree import parse_yaml
from scopelint.text import SourceFile


def bound(text: str) -> Binder:
    """The facts of a YAML record."""
    node = parse_yaml(SourceFile("contract.yaml", text)).node
    assert isinstance(node, Mapping)
    return bind_record(node)


def only(text: str, name: str) -> Any:
    """The one fact of that name, read without a problem."""
    binder = bound(text)
    assert binder.problems == []
    (fact,) = binder.facts[name]
    return fact


def problem(text: str) -> Problem:
    """The one problem of a record."""
    (found,) = bound(text).problems
    return found


def excerpt(text: str, found: Problem) -> str:
    """The words a problem points at."""
    span = found.finding.at.span
    return text[span.start : span.end]


def test_a_milestone_has_typed_values_with_their_places() -> None:
    text = "milestones:\n- {id: M1, amount: 300.00, due_on: 2026-05-04, deliverables: [D1, D2]}\n"
    milestone = only(text, "milestones")
    assert milestone.id.value == "M1"
    assert milestone.amount.value == Money(Decimal("300.00"))
    assert milestone.due_on.value == Date(2026, 5, 4)
    assert [one.value for one in milestone.deliverables] == ["D1", "D2"]
    assert text[milestone.due_on.span.start : milestone.due_on.span.end] == "2026-05-04"
    assert milestone.structured


def test_one_value_stands_for_a_list_of_one() -> None:
    milestone = only("milestones: {id: M1, deliverables: D1, submitted_on: 2026-05-04}", "milestones")
    assert [one.value for one in milestone.deliverables] == ["D1"]
    assert [one.value for one in milestone.submitted_on] == [Date(2026, 5, 4)]


def test_empty_values_are_absent() -> None:
    binder = bound("closure: null\ncheck_ins: []\ndisputes:\ncontract: {title: , due_on: ~}\n")
    assert binder.problems == []
    assert list(binder.facts) == ["headers"]
    assert binder.facts["headers"][0].title is None


def test_evidence_is_an_id_a_link_or_written_in_place() -> None:
    binder = bound(
        "approvals:\n"
        "- {id: AP-1, evidence: EV-1}\n"
        "- {id: AP-2, evidence: https://example.com/m/2}\n"
        "- {id: AP-3, evidence: {date: 2026-05-04, channel: email}}\n"
    )
    assert binder.problems == []
    by_id, by_link, in_place = (approval.evidence[0] for approval in binder.facts["approvals"])
    assert (by_id.id, by_id.record) == ("EV-1", None)
    assert by_link.record.ref.value == "https://example.com/m/2"
    assert in_place.record.channel.value == "email"
    assert binder.facts["evidence"] == [by_link.record, in_place.record]


def test_an_approval_written_in_a_milestone_is_an_approval_of_it() -> None:
    binder = bound("milestones:\n- {id: M1, approval: {id: AP-1, date: 2026-05-04, method: explicit}}\n")
    (approval,) = binder.facts["approvals"]
    assert approval.subject.value == "M1"
    assert binder.facts["milestones"][0].approval.value == "AP-1"


def test_deliverables_may_stand_under_the_scope() -> None:
    binder = bound("scope:\n  text: Three posters\n  deliverables:\n  - {id: D1, deliverable: Poster}\n")
    assert binder.problems == []
    assert binder.facts["deliverables"][0].text.value == "Poster"
    assert binder.facts["scopes"][0].text.value == "Three posters"


def test_a_change_adds_deliverables_or_ids_of_them() -> None:
    change = only("changes: [{id: CO-1, adds: [D4, {id: D5, deliverable: Banner}]}]", "changes")
    assert [one.value for one in change.adds_ids] == ["D4"]
    assert [one.text.value for one in change.adds] == ["Banner"]


def test_an_unknown_key_gets_a_hint_and_its_place() -> None:
    text = "contract: {titel: Posters}"
    found = problem(text)
    assert (found.rule, found.finding.case) == ("invalid-record", "unknown-key")
    assert found.finding.help == "did you mean `title`?"
    assert excerpt(text, found) == "titel"


def test_a_record_without_its_id_is_told_so() -> None:
    found = problem("milestones: [{title: Design}]")
    assert found.finding.message == "this milestone has no `id`"


def test_a_date_in_another_unambiguous_form_is_read_and_can_be_fixed() -> None:
    binder = bound("contract: {due_on: 16.5.2026}")
    assert binder.facts["headers"][0].due_on.value == Date(2026, 5, 16)
    (found,) = binder.problems
    assert found.finding.fix is not None
    assert found.finding.fix.edits[0].replacement == "2026-05-16"


def test_a_day_that_no_calendar_has_is_an_impossible_date() -> None:
    found = problem("contract: {due_on: 2026-02-30}")
    assert (found.rule, found.finding.message) == ("impossible-dates", "there is no day `2026-02-30`")


def test_text_that_reads_as_a_number_is_told_to_be_quoted() -> None:
    binder = bound("approvals: [{id: AP-1, version: 1234567}]")
    assert binder.facts["approvals"][0].version.value == "1234567"
    (found,) = binder.problems
    assert (found.rule, found.finding.help) == ("ambiguous-scalar", 'write `"1234567"`')


def test_yes_is_understood_and_told_to_be_written_as_true() -> None:
    binder = bound("screening: {payment_verified: yes}")
    assert binder.facts["screenings"][0].payment_verified.value is True
    (found,) = binder.problems
    assert (found.rule, found.finding.help) == ("ambiguous-scalar", "write `true`")


def test_a_list_without_end_is_read_up_to_a_limit() -> None:
    binder = bound("exclusions: [" + "x, " * 2500 + "]")
    assert len(binder.facts["exclusions"]) == 2000
    (found,) = binder.problems
    assert found.rule == "exceeded-limit"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("contract: {due_on: soon}", "`due_on` is not a date: `soon`"),
        ("contract: {price: lots}", "`price` is not an amount of money: `lots`"),
        ("contract: {weekly_limit: -1}", "`weekly_limit` is not a number: `-1`"),
        ("contract: {currency: dollars}", "`currency` is not text: `dollars`"),
        ("contract: {title: [a, b]}", "`title` holds a list, not text"),
        ("contract: posters", "`contract` is not the keys of one contract: `posters`"),
        ("revisions: {included: two}", "`included` is not a whole number: `two`"),
        ("revisions: {per: page}", "`per` cannot be `page`"),
        ("screening: {payment_verified: maybe}", "`payment_verified` is not true or false: `maybe`"),
        ("screening: {no_review_share: 40}", "`no_review_share` is not a number from 0 to 1: `40`"),
        ("milestones: [{id: M1, share: 130}]", "`share` is not a percentage: `130`"),
        ("milestones: [[M1]]", "`milestones` holds a list, not the keys of one milestone"),
        ("approvals: [{id: AP-1, evidence: [[EV-1]]}]", "`evidence` holds a list, not an evidence id, a link, or an evidence record"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named_with_what_was_expected(text: str, message: str) -> None:
    found = problem(text)
    assert (found.rule, found.finding.message) == ("invalid-record", message)
    assert found.finding.help
