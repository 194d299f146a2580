"""Delivery dates and standard terms."""

from collections.abc import Mapping
from typing import Any

from scopelint.model import Party, Phrase, Terms
from scopelint.rules.scope import missing_delivery_date, missing_standard_terms
from tests.rules.factory import at, context, contract, day, messages, milestone, place

TERMS: Mapping[str, Any] = {
    "require": ["ip_transfer", "termination"],
    "require_direct": ["late_fee", "addresses"],
}


def test_cancelled_milestones_need_no_date() -> None:
    dated, cancelled = (
        milestone("M1", due_on=day("2026-03-02")),
        milestone("M2", cancelled_on=day("2026-02-01")),
    )
    whole = contract(milestones=(dated, cancelled))
    assert messages(missing_delivery_date, whole, context(whole)) == []


def test_words_count_as_a_date_of_a_milestone() -> None:
    whole = contract(milestones=(milestone("M1", due=at("two weeks after kick-off")),))
    assert messages(missing_delivery_date, whole, context(whole)) == []


def test_undated_milestones_are_named_among_dated_ones() -> None:
    whole = contract(milestones=(milestone("M1", due_on=day("2026-03-02")), milestone("M2"), milestone("M3")))
    assert messages(missing_delivery_date, whole, context(whole)) == [
        "`M2` has no due date, and neither has the contract",
        "`M3` has no due date, and neither has the contract",
    ]


def test_no_milestone_and_no_date_is_one_finding() -> None:
    assert messages(missing_delivery_date, contract(), context(contract())) == ["no delivery date is stated"]


def test_a_direct_contract_is_asked_for_more() -> None:
    direct, hosted = contract(), contract(platform=at("upwork"))
    assert messages(missing_standard_terms, hosted, context(hosted, **TERMS)) == [
        "not stated: when ownership passes and how the contract ends early"
    ]
    (message,) = messages(missing_standard_terms, direct, context(direct, **TERMS))
    assert message.endswith("what late payment costs and the addresses of both parties")


def test_prose_and_records_state_terms() -> None:
    phrase = Phrase("late-fee", at("1.5 % a month"), at("Late payments bear 1.5 % a month"))
    party = Party(place(), address=at("1 Mill Lane, York"))
    whole = contract(
        stated=("termination",),
        terms=Terms(place(), ip_transfer=at("on_full_payment")),
        phrases=(phrase,),
        freelancer=party,
        client=party,
    )
    assert messages(missing_standard_terms, whole, context(whole, **TERMS)) == []
