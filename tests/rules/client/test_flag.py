"""Every sign of a difficult client has an answer."""

from decimal import Decimal
from typing import Any

from scopelint.model import Citation, Contract, Incident, Phase, RedFlag, Screening
from tests.rules.factory import at, contract, day, milestone, place
from tests.rules.judging import judged, said

RULE = "unanswered-red-flag"


def screened(*flags: RedFlag, **more: Any) -> Contract:
    return contract(screening=Screening(place(), red_flags=flags, **more))


def flag(code: str, mitigation: str | None = None) -> RedFlag:
    return RedFlag(place(), at(code), mitigation=at(mitigation) if mitigation else None)


def incident(kind: str = "abuse", iso: str = "2026-03-02", **more: Any) -> Incident:
    return Incident(place(), day(iso), at(kind), **more)


def test_few_reviews_left_is_only_an_info() -> None:
    whole = screened(no_review_share=at(Decimal("0.6")))
    (finding,) = judged(RULE, whole)
    assert finding.message == "60% of the client's contracts ended without a review and nothing answers it"
    assert finding.case == "few-reviews"


def test_an_unverified_payment_is_a_flag() -> None:
    assert said(RULE, screened(payment_verified=at(False))) == [
        "the client's payment is not verified and nothing answers it"
    ]
    answered = screened(flag("payment_not_verified", "money first"), payment_verified=at(False))
    assert said(RULE, answered) == []


def test_an_answer_to_another_matter_is_none() -> None:
    whole = screened(flag("vague_brief", "asked"), client_rating=at(Decimal("3.5")), reviews=at(20))
    assert said(RULE, whole) == ["the client's rating is 3.5 over 20 reviews and nothing answers it"]


def test_the_limits_can_be_moved() -> None:
    whole = screened(client_rating=at(Decimal("4.4")), reviews=at(6))
    assert said(RULE, whole) == []
    assert len(said(RULE, whole, min_rating=4.5, min_reviews=5)) == 1


def test_a_vague_brief_asks_for_questions() -> None:
    assert said(RULE, screened(flag("vague_brief"))) == ["`vague_brief` is flagged but no question was asked"]


def test_a_direct_contract_has_nobody_to_report_to() -> None:
    asked = incident("free_work_request", response=at("declined"))
    assert said(RULE, contract(incidents=(asked,))) == [
        "the `free_work_request` of 2026-03-02 has no evidence"
    ]


def test_a_threat_reported_late_is_still_a_defect() -> None:
    proof = (Citation(place(), None, None),)
    late = incident("feedback_threat", evidence=proof, response=at("no"), reported_on=day("2026-03-06"))
    whole = contract(platform=at("upwork"), incidents=(late,))
    (finding,) = judged(RULE, whole)
    assert finding.message == "the `feedback_threat` of 2026-03-02 was reported only 2026-03-06"
    assert finding.case is None


def test_words_against_a_threat_come_with_it() -> None:
    (finding,) = judged(RULE, contract(incidents=(incident("feedback_threat"),)))
    assert finding.counter_text
    assert "The scope we agreed stands" in finding.counter_text


def test_several_open_incidents_ask_for_a_decision() -> None:
    later = milestone("M2", started_on=day("2026-03-09"))
    two = (incident(), incident("other", "2026-03-05"))
    whole = contract(incidents=two, milestones=(later,))
    assert said(RULE, whole)[-1] == "work starts 2026-03-09 while 2 incidents are open"
    assert len(said(RULE, whole._replace(phase=Phase.OFFERED))) == 2
