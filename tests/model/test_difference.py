"""What changed in meaning between two states of a contract, in words."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scopelint.diagnostics import Confidence
from scopelint.model import Assumption, Contract, Money, RevisionPolicy
from scopelint.model.difference import differences
from scopelint.model.difference_words import sentence
from tests.rules.factory import at, contract, day, deliverable, exclusion, milestone, place, usd


def words(before: Contract, after: Contract) -> list[str]:
    return [sentence(difference) for difference in differences(before, after)]


def revisions(
    included: int | None = None, unlimited: str | None = None, extra: int | None = None
) -> RevisionPolicy:
    return RevisionPolicy(
        place(),
        included=at(included) if included is not None else None,
        unlimited=at(unlimited) if unlimited else None,
        extra_round_price=usd(extra) if extra is not None else None,
    )


def test_the_same_contract_differs_in_nothing() -> None:
    stated = contract(price=usd(1200), deliverables=(deliverable("Logo", "D1"),), revisions=revisions(2))
    assert words(stated, stated) == []


def test_items_with_ids_match_by_id() -> None:
    before = contract(deliverables=(deliverable("Page designs", "D1", quantity=at("5 pages")),))
    after = contract(
        deliverables=(
            deliverable("Blog index page", "D4"),
            deliverable("Designs of all pages and a style guide", "D1", quantity=at("6 pages")),
        )
    )
    assert words(before, after) == [
        "`D1` was reworded: `Page designs` became `Designs of all pages and a style guide`",
        "the quantity of `D1` went from `5 pages` to `6 pages`",
        "deliverable `D4` was added: `Blog index page`",
    ]


def test_items_without_ids_match_by_meaning() -> None:
    before = contract(
        deliverables=(deliverable("Contact form on the home page"), deliverable("Logo in three sizes"))
    )
    after = contract(
        deliverables=(
            deliverable("Logo in three sizes"),
            deliverable("Contact form with file upload on the home page"),
            deliverable("Newsletter template"),
        )
    )
    assert words(before, after) == [
        "a deliverable was reworded: `Contact form on the home page` "
        "became `Contact form with file upload on the home page`",
        "a deliverable was added: `Newsletter template`",
    ]


def test_an_id_given_later_is_no_difference() -> None:
    before = contract(deliverables=(deliverable("Logo in three sizes"),))
    assert words(before, contract(deliverables=(deliverable("Logo in three sizes.", "D1"),))) == []


def test_renumbering_is_no_difference() -> None:
    before = contract(deliverables=(deliverable("Logo", "D1"), deliverable("Website", "D2")))
    after = contract(deliverables=(deliverable("Website", "D1"), deliverable("Logo", "D2")))
    assert len(words(before, after)) == 2, "ids that changed places changed their meaning"
    assert words(before, contract(deliverables=(deliverable("Logo", "A"), deliverable("Website", "B")))) == []


def test_an_uncertain_match_says_what_else_it_may_be() -> None:
    before = contract(deliverables=(deliverable("Landing page for spring"),))
    after = contract(
        deliverables=(deliverable("Landing page for summer"), deliverable("Landing page for winter"))
    )
    reworded, added = differences(before, after)
    assert reworded.confidence is Confidence.LOW
    assert [rival.value for rival in reworded.rivals] == ["Landing page for winter"]
    assert sentence(added) == "a deliverable was added: `Landing page for winter`"


def test_acceptance_criteria() -> None:
    before = contract(
        deliverables=(
            deliverable("Site", "D1", acceptance=(at("Loads in 2 seconds"), at("Works in Firefox"))),
        )
    )
    after = contract(
        deliverables=(
            deliverable("Site", "D1", acceptance=(at("Loads in 1 second"), at("Reads well aloud"))),
        )
    )
    assert words(before, after) == [
        "an acceptance criterion of `D1` was reworded: `Loads in 2 seconds` became `Loads in 1 second`",
        "an acceptance criterion was dropped from `D1`: `Works in Firefox`",
        "an acceptance criterion was added to `D1`: `Reads well aloud`",
    ]


def test_terms() -> None:
    before = contract(price=usd(1200), due_on=day("2026-02-13"), revisions=revisions(2, extra=60))
    after = contract(price=usd(1350), due_on=day("2026-02-20"), revisions=revisions(3))
    assert words(before, after) == [
        "the price went from `1,200 USD` to `1,350 USD`",
        "the due date moved from `2026-02-13` to `2026-02-20`",
        "the revision limit was raised from `2` to `3`",
        "the price of an extra round was taken away: `60 USD`",
    ]


def test_a_limit_that_became_unlimited() -> None:
    before, after = (
        contract(revisions=revisions(2)),
        contract(revisions=revisions(unlimited="until you are happy")),
    )
    assert words(before, after) == ["the revision limit went from `2` to `until you are happy`"]


def test_an_amount_without_currency_is_the_same_amount() -> None:
    assert words(contract(price=usd(100)), contract(price=at(Money(usd(100).value.amount)))) == []


def test_exclusions_assumptions_and_milestones() -> None:
    before = contract(
        exclusions=(exclusion("Copywriting and photography"), exclusion("Hosting")),
        assumptions=(Assumption(place(), at("Client supplies texts")),),
        milestones=(milestone("M1", title=at("Design"), amount=usd(300), due_on=day("2026-01-16")),),
    )
    after = contract(
        exclusions=(exclusion("hosting."),),
        milestones=(
            milestone("M1", title=at("Design"), amount=usd(350), due_on=day("2026-01-19")),
            milestone("M2", title=at("Blog")),
        ),
    )
    assert words(before, after) == [
        "an exclusion was dropped: `Copywriting and photography`",
        "an assumption was dropped: `Client supplies texts`",
        "the amount of `M1` went from `300 USD` to `350 USD`",
        "the due date of `M1` moved from `2026-01-16` to `2026-01-19`",
        "milestone `M2` was added: `Blog`",
    ]


def test_every_difference_keeps_both_places() -> None:
    before = contract(deliverables=(deliverable("Logo", "D1", quantity=at("1 piece")),))
    after = contract(deliverables=(deliverable("Logo", "D1", quantity=at("2 pieces")),))
    (difference,) = differences(before, after)
    assert difference.before == before.deliverables[0].quantity
    assert difference.after == after.deliverables[0].quantity
    assert difference.record == after.deliverables[0].span


@pytest.mark.parametrize("text", ["ロゴデザイン三点セット", "Сайт и каталог", "Ж"])
def test_any_script_matches_by_meaning(text: str) -> None:
    before = contract(deliverables=(deliverable(text),))
    assert words(before, before) == []
    extended = contract(deliverables=(deliverable(f"{text} 2026"),))
    assert words(before, extended)


texts = st.lists(st.text("abc dé1", min_size=1, max_size=12), max_size=6)


@given(texts, st.randoms())
def test_order_means_nothing(items: list[str], random: Random) -> None:
    shuffled = list(items)
    random.shuffle(shuffled)
    before = contract(deliverables=tuple(deliverable(each) for each in items))
    after = contract(deliverables=tuple(deliverable(each) for each in shuffled))
    assert differences(before, after) == ()


@given(texts, texts)
def test_every_item_is_accounted_for_once(old: list[str], new: list[str]) -> None:
    before = contract(deliverables=tuple(deliverable(each) for each in old))
    after = contract(deliverables=tuple(deliverable(each) for each in new))
    found = differences(before, after)
    gone = [d.before for d in found if d.before]
    assert len({each.span for each in gone}) == len(gone)
    assert len(old) - len(new) == sum(d.kind == "removed" for d in found) - sum(
        d.kind == "added" for d in found
    )
