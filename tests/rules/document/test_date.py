"""Dates out of order and dates not yet come."""

from typing import Any

from scopelint.model import Closure, Payment
from scopelint.rules.document import impossible_dates
from tests.rules.factory import approval, change, context, contract, day, messages, milestone, place


def impossible(today: str | None = None, **parts: Any) -> list[str]:
    whole = contract(**parts)
    return messages(impossible_dates, whole, context(whole, today=today))


def test_steps_of_one_record_come_in_order() -> None:
    quoted = change(
        "CO-1", requested_on=day("2026-03-09"), quoted_on=day("2026-03-06"), decided_on=day("2026-03-10")
    )
    assert impossible(changes=(quoted,)) == ["quoted 2026-03-06, but requested 2026-03-09"]


def test_a_missing_step_does_not_hide_the_next() -> None:
    decided = change("CO-1", requested_on=day("2026-03-09"), decided_on=day("2026-03-06"))
    assert impossible(changes=(decided,)) == ["decided 2026-03-06, but requested 2026-03-09"]


def test_a_contract_is_not_due_before_it_is_accepted() -> None:
    assert impossible(accepted_on=day("2026-03-09"), due_on=day("2026-03-01")) == [
        "the work is due 2026-03-01, but the contract was accepted 2026-03-09"
    ]
    assert impossible(accepted_on=day("2026-03-09"), closure=Closure(place(), date=day("2026-03-08"))) == [
        "closed 2026-03-08, but the contract was accepted 2026-03-09"
    ]


def test_one_day_is_in_order() -> None:
    asked = approval("AP-1", "M1", "2026-03-09", requested_on=day("2026-03-09"))
    assert impossible("2026-03-09", approvals=(asked,)) == []


def test_what_has_happened_does_not_lie_in_the_future() -> None:
    paid = milestone("M1", funded=Payment(place(), date=day("2026-04-01")), due_on=day("2026-05-01"))
    assert impossible("2026-03-16", milestones=(paid,)) == [
        "2026-04-01 is in the future, but stands as something that has happened"
    ]
    assert impossible(None, milestones=(paid,)) == []
