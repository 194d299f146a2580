"""Things promised and excluded at once."""

from decimal import Decimal
from typing import Any

import pytest

from scopelint.diagnostics import Confidence, Finding
from scopelint.model import Money, Option, Price
from scopelint.rules.scope import included_and_excluded
from scopelint.text import Spanned
from tests.rules.factory import at, context, contract, deliverable, exclusion, findings, place


def clash(included: str, excluded: str, **more: Any) -> Finding | None:
    whole = contract(deliverables=(deliverable(included, **more),), exclusions=(exclusion(excluded),))
    return next(iter(findings(included_and_excluded, whole, context(whole))), None)


def test_the_same_words_in_another_spelling_are_an_error() -> None:
    found = clash("Search engine optimisation", "search-engine optimisation")
    assert found
    assert (found.case, found.confidence) == (None, Confidence.HIGH)
    assert [label.message for label in found.related] == ["promised here"]


def test_an_item_of_an_option_only_warns() -> None:
    found = clash("Product photographs", "Product photographs", parents=("Option B",))
    assert found
    assert found.case == "near"


def test_a_longer_deliverable_only_warns() -> None:
    found = clash("Photographs of products for the shop", "Product photographs")
    assert found
    assert (found.case, found.confidence) == ("near", Confidence.MEDIUM)


@pytest.mark.parametrize(
    ("included", "excluded", "confidence"),
    [
        ("Photography page", "Photography", None),
        ("Page for photography", "Photography", None),
        ("Product photography", "Photography", Confidence.LOW),
        ("Photography (two days)", "Photography", Confidence.MEDIUM),
        ("Texts, photography", "Photography", Confidence.MEDIUM),
        ("Shop: texts, photography", "Photography", Confidence.LOW),
        ("Sign-up asks for name and mobile", "Mobile app", None),
        ("Native mobile app", "Mobile app", Confidence.LOW),
        ("Shop with reviews of products by customers", "Product reviews", Confidence.MEDIUM),
        ("Shop (every customer sees reviews of one product)", "Product reviews", None),
        ("Shop (with product reviews)", "Product reviews", Confidence.MEDIUM),
    ],
)
def test_words_within_others_tell_little(included: str, excluded: str, confidence: Confidence | None) -> None:
    found = clash(included, excluded)
    assert (found.confidence if found else None) == confidence


def test_an_exclusion_that_says_more_is_no_clash() -> None:
    assert clash("Page designs", "Page designs beyond the two listed") is None
    assert clash("5 pages", "10 pages") is None


def sold_as_extras(options: list[Option], prices: tuple[Price, ...]) -> int:
    whole = contract(deliverables=(deliverable("Launch support"),), options=tuple(options), prices=prices)
    return len(findings(included_and_excluded, whole, context(whole)))


def test_what_every_package_lists_is_no_extra() -> None:
    sold = [Option(where, at("Launch support")) for where in (place(), place())]
    prices = tuple(Price(Spanned(Money(Decimal(90), "USD"), one.span), "option") for one in sold)
    assert sold_as_extras(sold[:1], prices) == 1
    assert sold_as_extras(sold, prices) == 0


def test_what_a_package_lists_without_a_price_is_no_extra() -> None:
    assert sold_as_extras([Option(place(), at("Launch support"))], ()) == 0
