"""Money is there before work."""

from typing import Any

from scopelint.model import Milestone, Payment, Scope, TimeEntry
from tests.rules.factory import at, contract, day, milestone, place, usd
from tests.rules.judging import judged, said, unjudged


def funded(iso: str, amount: int | None = None) -> Payment:
    return Payment(place(), day(iso), usd(amount) if amount else None)


def step(id: str, start: str | None = None, **more: Any) -> Milestone:
    return milestone(id, started_on=day(start) if start else None, **more)


def test_a_submission_shows_work_too() -> None:
    whole = contract(milestones=(milestone("M1", submitted_on=(day("2026-03-09"),)),))
    assert said("unfunded-milestone", whole) == ["`M1` was submitted 2026-03-09 but is not funded"]


def test_a_written_status_shows_work_too() -> None:
    whole = contract(milestones=(milestone("M1", status=at("in_progress")),))
    assert said("unfunded-milestone", whole) == ["`M1` is `in_progress` but is not funded"]


def test_part_funding_can_be_allowed() -> None:
    whole = contract(
        milestones=(step("M1", "2026-03-02", amount=usd(400), funded=funded("2026-03-01", 150)),)
    )
    assert said("unfunded-milestone", whole) == ["`M1` started 2026-03-02 with 150 USD funded of 400 USD"]
    assert said("unfunded-milestone", whole, allow_partial=True) == []


def test_more_money_than_asked_is_no_defect() -> None:
    whole = contract(
        milestones=(step("M1", "2026-03-02", amount=usd(400), funded=funded("2026-03-01", 500)),)
    )
    assert said("unfunded-milestone", whole) == []


def test_a_cancelled_step_needs_no_money() -> None:
    whole = contract(milestones=(step("M1", "2026-03-02", cancelled_on=day("2026-03-05")),))
    assert said("unfunded-milestone", whole) == []


def test_without_milestones_it_says_so() -> None:
    assert unjudged("unfunded-milestone", contract()) == ["no milestones found"]


def test_every_gate_that_was_closed_is_shown() -> None:
    early = step("M1", "2026-01-01", funded=funded("2026-01-05"))
    whole = contract(
        accepted_on=day("2026-01-03"),
        scope=Scope(place(), agreed_on=day("2026-01-02")),
        milestones=(early, milestone("M2")),
    )
    (finding,) = judged("work-before-funding", whole)
    assert finding.message == "`M1` started 2026-01-01 but the contract was accepted only 2026-01-03"
    assert [label.message for label in finding.related] == [
        "the contract was accepted 2026-01-03",
        "the scope was agreed 2026-01-02",
        "it was funded 2026-01-05",
    ]


def test_a_defect_of_all_milestones_is_told_once() -> None:
    whole = contract(
        accepted_on=day("2026-02-01"), milestones=(step("M1", "2026-01-01"), step("M2", "2026-01-08"))
    )
    assert said("work-before-funding", whole) == ["all milestones start before the contract allows it"]


def test_the_start_of_a_contract_counts_where_milestones_have_no_dates() -> None:
    whole = contract(accepted_on=day("2026-02-01"), started_on=day("2026-01-20"))
    assert said("work-before-funding", whole) == [
        "the contract started 2026-01-20 but the contract was accepted only 2026-02-01"
    ]


def test_a_planned_start_in_prose_is_no_work() -> None:
    whole = contract(structured=False, accepted_on=day("2026-02-01"), started_on=day("2026-01-20"))
    assert said("work-before-funding", whole) == []


def test_a_week_that_ended_before_acceptance_is_early_work() -> None:
    before, across = TimeEntry(place(), day("2026-01-19")), TimeEntry(place(), day("2026-01-26"))
    whole = contract(accepted_on=day("2026-01-29"), timelog=(across,))
    assert said("work-before-funding", whole) == []
    whole = whole._replace(timelog=(before, across))
    assert said("work-before-funding", whole) == [
        "a logged week ended 2026-01-25 but the contract was accepted only 2026-01-29"
    ]
