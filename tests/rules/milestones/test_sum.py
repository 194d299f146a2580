"""Milestones add up to the price, and the rule keeps quiet when it cannot know."""

from decimal import Decimal
from typing import Any

from scopelint.model import Contract, Document, Milestone, Money, Price
from tests.rules.factory import TITLE, at, change, contract, day, milestone, usd
from tests.rules.judging import judged, said, unjudged

RULE = "milestone-sum-mismatch"


def steps(*amounts: int) -> tuple[Milestone, ...]:
    return tuple(milestone(f"M{n}", amount=usd(amount)) for n, amount in enumerate(amounts, 1))


def plain(text: str = "", prices: tuple[Price, ...] = (), **more: Any) -> Contract:
    document = Document("scope.md", text, TITLE, "en")
    return contract(structured=False, documents=(document,), prices=prices, **more)


def price_of(amount: int, kind: str) -> Price:
    return Price(usd(amount), kind)


def test_money_is_added_exactly() -> None:
    parts = tuple(milestone(f"M{n}", amount=usd("0.10")) for n in range(3))
    assert said(RULE, contract(price=usd("0.30"), milestones=parts)) == []


def test_both_facts_are_shown() -> None:
    whole = contract(price=usd(1000), milestones=steps(400, 500))
    (finding,) = judged(RULE, whole)
    assert finding.message == "the milestones add up to 900 USD but the price is 1,000 USD"
    assert whole.price
    assert finding.at.span == whole.price.span
    assert [label.message for label in finding.related] == ["`M1`", "`M2`"]


def test_a_tolerance_is_respected() -> None:
    whole = contract(price=usd(1000), milestones=steps(400, 599))
    assert said(RULE, whole, tolerance=1) == []
    assert len(said(RULE, whole)) == 1


def test_a_share_counts_as_its_part_of_the_price() -> None:
    half = milestone("M2", share=at(Decimal(50)))
    assert said(RULE, contract(price=usd(1000), milestones=(*steps(500), half))) == []


def test_an_excess_speaks_although_an_amount_is_open() -> None:
    whole = contract(price=usd(1000), milestones=(*steps(800, 400), milestone("M3")))
    assert said(RULE, whole) == ["the milestones add up to 1,200 USD but the price is 1,000 USD"]


def test_a_cancelled_milestone_may_still_be_in_the_price() -> None:
    gone = milestone("M3", amount=usd(200), cancelled_on=day("2026-03-01"))
    assert said(RULE, contract(price=usd(1000), milestones=(*steps(400, 600), gone))) == []
    assert said(RULE, contract(price=usd(1200), milestones=(*steps(400, 600), gone))) == []


def test_currencies_are_not_added() -> None:
    euros = milestone("M2", amount=at(Money(Decimal(500), "EUR")))
    whole = contract(price=usd(1000), milestones=(*steps(500), euros))
    assert unjudged(RULE, whole) == ["the amounts are in different currencies"]


def test_a_change_without_a_milestone_is_named() -> None:
    extra = change("CO-1", decision=at("approved"), price=usd(90))
    whole = contract(price=usd(1000), milestones=steps(400, 600), changes=(extra,))
    assert said(RULE, whole) == [
        "the milestones add up to 1,000 USD but price and approved changes make 1,090 USD; "
        "`CO-1` has no milestone"
    ]


def test_a_change_folded_into_a_milestone_adds_up() -> None:
    extra = change("CO-1", decision=at("approved"), price=usd(90), milestone=at("M2"))
    assert said(RULE, contract(price=usd(1000), milestones=steps(400, 690), changes=(extra,))) == []


def test_thirds_are_meant_as_the_whole() -> None:
    thirds = tuple(milestone(f"M{n}", share=at(Decimal(33))) for n in range(3))
    assert said(RULE, contract(milestones=thirds)) == []


def test_shares_that_exceed_the_whole_speak() -> None:
    halves = tuple(milestone(f"M{n}", share=at(Decimal(60))) for n in range(2))
    assert said(RULE, contract(milestones=halves)) == ["the milestones' shares add up to 120 %"]


def test_tax_on_top_explains_the_difference_in_a_plain_document() -> None:
    whole = plain("All prices plus 19 % VAT.", price=usd(1190), milestones=steps(400, 600))
    assert said(RULE, whole) == []
    assert len(said(RULE, plain("", price=usd(1190), milestones=steps(400, 600)))) == 1


def test_a_discount_explains_the_difference_in_a_plain_document() -> None:
    whole = plain("10% off when paid at once", price=usd(900), milestones=steps(400, 600))
    assert said(RULE, whole) == []


def test_a_fee_stated_elsewhere_explains_the_difference_in_a_plain_document() -> None:
    fee = (price_of(50, "recurring"),)
    assert said(RULE, plain(prices=fee, price=usd(1000), milestones=steps(400, 650))) == []


def test_options_leave_it_unclear_which_total_is_split() -> None:
    offers = (price_of(1000, "one-time"), price_of(1500, "one-time"))
    whole = plain(prices=offers, price=usd(1000), milestones=steps(700, 800))
    assert unjudged(RULE, whole) == ["more than one total is stated"]


def test_without_a_price_nothing_is_compared() -> None:
    assert unjudged(RULE, contract(milestones=steps(1, 2))) == ["no total price found"]
    assert unjudged(RULE, contract(structured=False, price=usd(5))) == ["no milestones found"]
