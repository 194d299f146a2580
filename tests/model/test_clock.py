"""What falls due, when and for whom."""

from datetime import date as Date
from typing import Any

from scopelint.catalog import load_catalog
from scopelint.config.platform import platform_profile
from scopelint.model import Calendar, CheckIn, Closure, Contract, Dispute, Milestone, Payment, Phase
from scopelint.model.clock import DAYS, Due, coming
from tests.rules.factory import at, change, contract, day, milestone, place, usd


def dues(whole: Contract, today: str = "2026-03-10") -> list[tuple[str, str, str, str]]:
    return [(due.on.isoformat(), due.kind, due.who, due.what) for due in clocks(whole, today)]


def clocks(whole: Contract, today: str = "2026-03-10") -> tuple[Due, ...]:
    profile = platform_profile(whole.platform.value if whole.platform else None)
    return coming(whole, profile, Calendar(), Date.fromisoformat(today))


def held(id: str, **more: Any) -> Milestone:
    return milestone(id, funded=Payment(place(), day("2026-03-02"), usd(300)), **more)


def test_nothing_runs_in_an_empty_contract() -> None:
    assert dues(contract()) == []


def test_a_delivery_starts_the_clocks_of_both_sides() -> None:
    sent = held("M1", started_on=day("2026-03-02"), submitted_on=(day("2026-03-06"),))
    assert dues(contract(platform=at("upwork"), milestones=(sent,))) == [
        ("2026-03-09", "approval-request", "freelancer", "ask for approval of `M1`"),
        ("2026-03-11", "check-in", "freelancer", "send a short check-in"),
        ("2026-03-13", "close-request", "freelancer", "announce closing, with a date"),
        ("2026-03-20", "review", "client", "approve `M1` or ask for changes"),
        (
            "2026-06-04",
            "dormancy",
            "freelancer",
            "submit or release `M1` before the platform takes the contract for dormant",
        ),
    ]


def test_a_platform_may_give_more_days_to_the_steps_of_a_split_order() -> None:
    sent = held("M1", submitted_on=(day("2026-03-06"),))

    def review(*steps: Milestone) -> list[str]:
        whole = contract(platform=at("fiverr"), milestones=steps)
        return [due.on.isoformat() for due in clocks(whole) if due.kind == "review"]

    assert review(sent) == ["2026-03-09"]
    assert review(sent, milestone("M2")) == ["2026-03-14"]


def test_words_to_send_come_with_a_clock() -> None:
    sent = held("M1", submitted_on=(day("2026-03-06"),))
    words = {due.kind: due.words for due in clocks(contract(title=at("Garden plan"), milestones=(sent,)))}
    assert words["check-in"]
    assert words["check-in"].startswith("A short hello about Garden plan")
    assert words["close-request"]
    assert "Without an answer by 2026-03-20" in words["close-request"]


def test_a_request_for_a_change_waits_for_a_quote() -> None:
    asked = change("CO-1", requested_on=day("2026-03-06"))
    assert dues(contract(changes=(asked,))) == [
        ("2026-03-10", "quote", "freelancer", "answer `CO-1` with a price, a date or a no")
    ]
    assert dues(contract(changes=(asked._replace(decision=at("declined")),))) == []


def test_deliveries_follow_the_dates_agreed_last() -> None:
    steps = (held("M1", due_on=day("2026-03-13")), milestone("M2", due_on=day("2026-03-20")))
    delay = change("CO-1", decision=at("approved"), kind=at("schedule"), schedule_days=at(2))
    assert dues(contract(milestones=steps, changes=(delay,)))[:2] == [
        ("2026-03-17", "delivery", "freelancer", "submit `M1`"),
        ("2026-03-24", "delivery", "freelancer", "submit `M2`"),
    ]


def test_an_announced_end_is_a_date_too() -> None:
    sent = held("M1", submitted_on=(day("2026-03-02"),))
    close = CheckIn(place(), day("2026-03-09"), at("close_request"), day("2026-03-16"))
    kinds = [due[1] for due in dues(contract(milestones=(sent,), check_ins=(close,)))]
    assert kinds == ["closing"]


def test_an_ended_contract_has_its_own_dates() -> None:
    sent = held("M1", submitted_on=(day("2026-03-06"),))
    closure = Closure(place(), day("2026-03-10"), at("client"), at("other"))
    ended = contract(phase=Phase.CLOSED, platform=at("upwork"), milestones=(sent,), closure=closure)
    assert dues(ended) == [
        ("2026-03-17", "escrow-claim", "freelancer", "dispute the return of `M1`, or record its refund"),
        ("2026-03-24", "feedback", "freelancer", "leave feedback for the client"),
    ]


def test_a_dispute_waits_for_an_answer() -> None:
    dispute = Dispute(place(), at("DI-1"), opened_on=day("2026-03-09"), response_due_on=day("2026-03-16"))
    assert dues(contract(disputes=(dispute,))) == [
        ("2026-03-16", "dispute-answer", "freelancer", "answer `DI-1`")
    ]


def test_days_that_no_platform_sets_are_those_of_the_rules() -> None:
    rules = load_catalog().rules
    assert {
        "ask": rules["overdue-approval"].options["ask_days"],
        "check_in": rules["overdue-check-in"].options["days"],
        "close_request": rules["overdue-close-request"].options["warn_days"],
        "quote": rules["unanswered-change-request"].options["days"],
        "dormant_warn": rules["ghost-contract"].options["dormant_warn"],
    } == DAYS


def test_a_calendar_without_working_days_ends_every_term() -> None:
    end = Calendar(workdays=()).business_day_after(Date(2026, 3, 9), 3)
    assert end > Date(2026, 3, 9)


def test_business_days_skip_weekends_and_holidays() -> None:
    calendar = Calendar(holidays=[Date(2026, 3, 10)])
    assert calendar.business_day_after(Date(2026, 3, 6), 2) == Date(2026, 3, 11)
