"""A contract is split into steps of bearable size."""

from decimal import Decimal
from typing import Any

from scopelint.diagnostics import Confidence
from scopelint.model import Contract, Phase, RedFlag, Screening
from tests.rules.factory import at, contract, day, milestone, place, usd
from tests.rules.judging import judged, said

RULE = "oversized-milestone"


def offer(*amounts: int, **more: Any) -> Contract:
    steps = tuple(milestone(f"M{n}", amount=usd(amount)) for n, amount in enumerate(amounts, 1))
    return contract(**{"phase": Phase.OFFERED, "price": usd(sum(amounts)), "milestones": steps, **more})


def test_one_step_for_all_is_not_split() -> None:
    assert said(RULE, offer(800)) == ["`M1` holds 100% of the price"]


def test_what_a_change_adds_is_not_measured() -> None:
    extra = milestone("M3", amount=usd(5000), change=at("CO-1"))
    whole = offer(500, 500)
    assert said(RULE, whole._replace(milestones=(*whole.milestones, extra))) == []


def test_shares_are_measured_without_a_price() -> None:
    steps = tuple(milestone(f"M{n}", share=at(Decimal(share))) for n, share in enumerate((20, 80), 1))
    assert said(RULE, offer(milestones=steps, price=None)) == ["`M2` holds 80% of the price"]


def test_each_sign_of_a_new_or_doubtful_client_asks_for_a_small_first_step() -> None:
    signs = {
        "the client has no reviews": Screening(place(), reviews=at(0)),
        "the client's payment is not verified": Screening(place(), payment_verified=at(False)),
        "the client is flagged `late_payment`": Screening(
            place(), red_flags=(RedFlag(place(), code=at("late_payment")),)
        ),
    }
    for words, screening in signs.items():
        (finding,) = judged(RULE, offer(150, 150, 100, screening=screening))
        assert finding.message == f"`M1`, the first step, holds 38% of the price and {words}"
        assert finding.case == "first-step"
    known = Screening(place(), day("2026-01-02"), reviews=at(30), payment_verified=at(True))
    assert said(RULE, offer(150, 150, 100, screening=known)) == []


def test_a_large_deposit_in_a_plain_document_protects() -> None:
    assert said(RULE, offer(600, 400, structured=False)) == []


def test_a_large_last_payment_in_a_plain_document_is_said_with_reserve() -> None:
    whole = offer(300, 700, structured=False)
    steps = tuple(m._replace(structured=False) for m in whole.milestones)
    (finding,) = judged(RULE, whole._replace(milestones=steps))
    assert finding.confidence is Confidence.LOW


def test_words_to_offer_a_split_come_with_it() -> None:
    (finding,) = judged(RULE, offer(300, 700))
    assert finding.counter_text
    assert "split M2 into three funded steps" in finding.counter_text
