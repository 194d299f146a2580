"""The course of a contract, told from its records."""

from typing import Any

import pytest

from scopelint.model import Contract, Dispute, Milestone, Payment
from scopelint.model.lifecycle import (
    approval_of,
    approval_of_change,
    balance,
    is_schedule,
    last_activity,
    milestone_status,
    milestones_of_change,
)
from tests.rules.factory import approval, at, change, contract, day, milestone, place, usd


def paid(amount: int | None = None, on: str = "2026-05-04") -> Payment:
    """Money moved on a day."""
    return Payment(place(), day(on), usd(amount) if amount else None)


def status(step: Milestone, **more: Any) -> str:
    """The derived status of the only milestone of a contract."""
    return milestone_status(contract(milestones=(step,), **more), step)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "planned"),
        ({"funded": paid(300)}, "funded"),
        ({"started_on": day("2026-05-05")}, "in_progress"),
        ({"submitted_on": (day("2026-05-08"),)}, "submitted"),
        (
            {"submitted_on": (day("2026-05-08"),), "changes_requested_on": (day("2026-05-09"),)},
            "changes_requested",
        ),
        (
            {
                "submitted_on": (day("2026-05-08"), day("2026-05-12")),
                "changes_requested_on": (day("2026-05-09"),),
            },
            "submitted",
        ),
        ({"amount": usd(300), "released": paid(300)}, "paid"),
        ({"amount": usd(300), "released": paid()}, "paid"),
        ({"amount": usd(300), "released": paid(100)}, "partially_paid"),
        ({"funded": paid(300), "refunded": paid(300)}, "refunded"),
        ({"funded": paid(300), "cancelled_on": day("2026-05-09")}, "cancelled"),
    ],
)
def test_events_tell_the_status(facts: dict[str, Any], expected: str) -> None:
    assert status(milestone("M1", **facts)) == expected


def test_an_approval_makes_a_milestone_approved_until_changes_are_asked_for_again() -> None:
    step = milestone("M1", submitted_on=(day("2026-05-08"),))
    yes = approval("AP-1", "M1", "2026-05-10")
    assert status(step, approvals=(yes,)) == "approved"
    reopened = step._replace(changes_requested_on=(day("2026-05-11"),))
    assert status(reopened, approvals=(yes,)) == "changes_requested"


def test_silence_is_no_approval() -> None:
    step = milestone("M1", submitted_on=(day("2026-05-08"),))
    assert status(step, approvals=(approval("AP-1", "M1", "2026-05-20", "silence"),)) == "submitted"


def test_an_open_dispute_is_the_status_of_its_milestone() -> None:
    step = milestone("M1", funded=paid(300))
    open_one = Dispute(place(), milestone=at("M1"))
    assert status(step, disputes=(open_one,)) == "disputed"
    assert status(step, disputes=(open_one._replace(outcome=at("withdrawn")),)) == "funded"


def test_either_record_may_name_the_other() -> None:
    named_here = milestone("M1", approval=at("AP-1"))
    named_there = milestone("M2")
    first, second = approval("AP-1", "scope", "2026-05-01"), approval("AP-2", "M2", "2026-05-02")
    whole = contract(milestones=(named_here, named_there), approvals=(first, second))
    assert approval_of(whole, named_here) == first
    assert approval_of(whole, named_there) == second


def test_an_approval_that_counts_is_preferred() -> None:
    step = milestone("M1")
    talk, written = approval("AP-1", "M1", "2026-05-01", "verbal"), approval("AP-2", "M1", "2026-05-02")
    assert approval_of(contract(milestones=(step,), approvals=(talk, written)), step) == written


def test_a_change_and_its_milestones_are_tied_from_either_side() -> None:
    asked = change("CO-1", milestone=at("M4"))
    tied, also = milestone("M4"), milestone("M5", change=at("CO-1"))
    yes = approval("AP-1", "CO-1", "2026-05-02")
    whole = contract(milestones=(milestone("M1"), tied, also), changes=(asked,), approvals=(yes,))
    assert milestones_of_change(whole, asked) == (tied, also)
    assert approval_of_change(whole, asked) == yes


def test_the_balance_is_what_is_still_held() -> None:
    first = milestone("M1", amount=usd(300), funded=paid(), released=paid())
    second = milestone("M2", amount=usd(600), funded=paid(600), refunded=paid(100))
    assert balance(contract(milestones=(first, second))) == 500


def test_the_last_activity_is_an_event_and_no_plan() -> None:
    step = milestone("M1", started_on=day("2026-05-05"), due_on=day("2026-06-30"))
    whole: Contract = contract(milestones=(step,), approvals=(approval("AP-1", "scope", "2026-05-01"),))
    assert last_activity(whole) == step.started_on
    assert last_activity(contract()) is None


def test_start_dates_in_every_row_of_a_plain_document_are_a_schedule() -> None:
    steps = tuple(milestone(f"M{n}", started_on=day("2026-03-01")) for n in (1, 2))
    assert is_schedule(contract(structured=False, milestones=steps))
    assert not is_schedule(contract(structured=True, milestones=steps))
    assert not is_schedule(contract(structured=False, milestones=(*steps, milestone("M3"))))
    sent = steps[0]._replace(submitted_on=(day("2026-03-09"),))
    assert not is_schedule(contract(structured=False, milestones=(sent, steps[1])))
