"""Hourly contracts: limits, and time that stays protected."""

from decimal import Decimal
from typing import Any

from scopelint.model import Contract, TimeEntry
from tests.rules.factory import at, contract, day, place, usd
from tests.rules.judging import judged, said, unjudged


def entry(iso: str, hours: str = "5", **more: Any) -> TimeEntry:
    return TimeEntry(place(), day(iso), at(Decimal(hours)), **more)


def hourly(*entries: TimeEntry, **more: Any) -> Contract:
    stated = {"rate": usd(40), "weekly_limit": at(Decimal(20))}
    return contract(**{"type": at("hourly"), "timelog": entries, **stated, **more})


def test_days_of_one_week_are_added_and_the_sunday_belongs_to_it() -> None:
    week = (entry("2026-03-02", "12"), entry("2026-03-08", "8.5"), entry("2026-03-09", "20"))
    assert said("exceeded-weekly-limit", hourly(*week)) == [
        "20.5 hours are logged in the week of 2026-03-02 but the limit is 20"
    ]


def test_all_that_is_missing_is_told_at_once() -> None:
    (finding,) = judged("exceeded-weekly-limit", hourly(rate=None, weekly_limit=None))
    assert finding.message == "the hourly contract states no rate and no weekly limit"


def test_a_plain_document_is_judged_by_its_log_only() -> None:
    whole = hourly(entry("2026-03-02", "30"), structured=False, weekly_limit=None)
    assert said("exceeded-weekly-limit", whole) == []
    assert unjudged("exceeded-weekly-limit", hourly(structured=False)) == ["no time log found"]


def test_each_reason_is_told() -> None:
    log = (
        entry("2026-03-02", tracker=at(False), memo=at("Old catalogue imported")),
        entry("2026-03-09", memo=at("calls")),
        entry("2026-03-16", memo=at("New prices entered")),
    )
    assert said("unprotected-time", hourly(*log)) == [
        "the time of the week of 2026-03-02 is not tracked",
        "the memo of the week of 2026-03-09 says too little: `calls`",
    ]


def test_the_length_of_a_memo_can_be_set() -> None:
    whole = hourly(entry("2026-03-09", memo=at("calls")))
    assert said("unprotected-time", whole, min_memo_words=1) == []
