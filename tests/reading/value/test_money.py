"""Money in the notations of the world."""

from decimal import Decimal

import pytest

from scopelint.model import Money
from scopelint.reading.lexicon import load_lexicon
from scopelint.reading.value import find_money, parse_money

EN = load_lexicon("en")


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("$1,500", "1500", "USD"),
        ("USD 1,500", "1500", "USD"),
        ("US$ 1,500.50", "1500.50", "USD"),
        ("AUD $1,500", "1500", "AUD"),
        ("$1,500 CAD", "1500", "CAD"),
        ("1.500,00 €", "1500", "EUR"),
        ("1 500 €", "1500", "EUR"),
        ("R$ 3.500", "3500", "BRL"),
        ("₹1,50,000", "150000", "INR"),
        ("₹1.5 lakh", "150000", "INR"),
        ("Rs. 5,000/-", "5000", "INR"),
        ("KES 50,000", "50000", "KES"),
        ("CHF 1'200.-", "1200", "CHF"),
        ("$3k", "3000", "USD"),
        ("$380.000", "380000", "USD"),
        ("GH₵55,000", "55000", "GHS"),
        ("S/ 300", "300", "PEN"),
        ("1500 dollars", "1500", "USD"),
        ("M1 $300", "300", "USD"),
    ],
)
def test_amount_and_currency(text: str, amount: str, currency: str) -> None:
    assert [match.money for match in find_money(text)] == [Money(Decimal(amount), currency)]


@pytest.mark.parametrize(
    "text", ["try 500 things", "10 real users", "pay 500", "Net 30", "$X,XXX", "24/7", "ISO 9001"]
)
def test_look_alikes_are_no_money(text: str) -> None:
    assert find_money(text) == []


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("$500–$800", "500", "800"),
        ("$500-800", "500", "800"),
        ("₹18,000 - ₹20,000", "18000", "20000"),
        ("between $50 and $80", "50", "80"),
    ],
)
def test_a_range_is_one_match(text: str, least: str, most: str) -> None:
    (match,) = find_money(text)
    assert (match.money.amount, match.most.amount) == (Decimal(least), Decimal(most))


@pytest.mark.parametrize(
    ("text", "currency"),
    [("$150,000 - $220,000 ARS", "ARS"), ("$150 - $220", "USD"), ("USD 150 - $220 ARS", "USD")],
)
def test_the_code_after_a_range_tells_whose_dollars_both_ends_are(text: str, currency: str) -> None:
    assert find_money(text)[0].money.currency == currency


def test_two_prices_are_no_range() -> None:
    assert len(find_money("$900, of which $300 now")) == 2


@pytest.mark.parametrize(("text", "least"), [("5-$10", 5), ("5–10 €", 5), ("Payment 2 – $2,000", 2000)])
def test_a_number_before_an_amount_is_no_range(text: str, least: int) -> None:
    (match,) = find_money(text)
    assert match.money.amount == least


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("5,950 TND", "TND"),
        ("QAR 900", "QAR"),
        ("NT$3,000", "TWD"),
        ("N250,000", "NGN"),
        ("R12,500", "ZAR"),
        ("Tk 900", "BDT"),
    ],
)
def test_currencies_of_more_countries(text: str, code: str) -> None:
    (match,) = find_money(text)
    assert match.money.currency == code


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("$75/hr", "hour"),
        ("$75 per hour", "hour"),
        ("~$500/month", "month"),
        ("$60 monthly", "month"),
        ("$60 now", None),
    ],
)
def test_period(text: str, period: str | None) -> None:
    (match,) = find_money(text, EN)
    assert match.period == period


@pytest.mark.parametrize(
    ("text", "amount"), [("1200.00", "1200.00"), ("$1,200", "1200"), ("**300**", "300"), ("900,50", "900.50")]
)
def test_a_value_that_is_one_amount(text: str, amount: str) -> None:
    money = parse_money(text, "EUR")
    assert money is not None
    assert money.amount == Decimal(amount)


@pytest.mark.parametrize("text", ["", "TBD", "3 pages", "$300 or $400", "M1"])
def test_a_value_that_is_no_amount(text: str) -> None:
    assert parse_money(text) is None


@pytest.mark.parametrize("text", ["N95 masks", "R2 unit", "PAGE N1,5", "Room R12"])
def test_a_letter_before_a_number_is_no_currency(text: str) -> None:
    assert find_money(text) == []


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        ("de", "980 € netto im Monat", "month"),
        ("de", "85 € die Stunde", "hour"),
        ("fr", "120 € HT par mois", "month"),
        ("de", "980 € netto nach Abnahme", None),
    ],
)
def test_tax_between_an_amount_and_its_unit(language: str, text: str, period: str | None) -> None:
    assert [match.period for match in find_money(text, load_lexicon(language))] == [period]
