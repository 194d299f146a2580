"""What a platform allows of milestones."""

from decimal import Decimal

from scopelint.model import Milestone, Money, Payment
from tests.rules.factory import at, contract, day, milestone, place, usd
from tests.rules.judging import said

RULE = "exceeded-platform-limit"


def step(id: str, funded: str, released: str | None = None) -> Milestone:
    out = Payment(place(), day(released)) if released else None
    return milestone(id, funded=Payment(place(), day(funded)), released=out)


def test_a_limit_in_another_currency_is_not_compared() -> None:
    yen = milestone("M1", amount=at(Money(Decimal(3), "JPY")))
    assert said(RULE, contract(platform=at("upwork"), milestones=(yen,))) == []


def test_exactly_the_smallest_amount_is_allowed() -> None:
    whole = contract(platform=at("upwork"), milestones=(milestone("M1", amount=usd(5)),))
    assert said(RULE, whole) == []


def test_a_release_without_a_date_ends_the_earlier_one_at_some_time() -> None:
    first = step("M1", "2026-03-01")._replace(released=Payment(place()))
    whole = contract(platform=at("upwork"), milestones=(first, step("M2", "2026-03-09")))
    assert said(RULE, whole) == []


def test_milestones_are_compared_in_the_order_they_were_funded() -> None:
    steps = (step("M2", "2026-03-09", "2026-03-20"), step("M1", "2026-03-01", "2026-03-08"))
    assert said(RULE, contract(platform=at("upwork"), milestones=steps)) == []


def test_one_that_was_never_released_blocks_the_next() -> None:
    steps = (step("M1", "2026-03-01"), step("M2", "2026-03-09"))
    assert said(RULE, contract(platform=at("upwork"), milestones=steps)) == [
        "`M2` was funded 2026-03-09 while `M1` was funded and was not released"
    ]
