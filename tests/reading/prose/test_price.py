import pytest

from scopelint.reading.prose.price import total_price
from tests.reading.shown import items_of


def total(markdown: str) -> str | None:
    price = total_price(items_of(markdown).prices)
    return str(price.money.value) if price else None


def kinds(markdown: str) -> list[str]:
    return [price.kind for price in items_of(markdown).prices]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The total fee is $1,800.", "1,800 USD"),
        ("The client pays a fixed price of 1.250 €.", "1,250 EUR"),
        ("**Total:** £900", "900 GBP"),
        ("Lump sum: USD 14,750 excluding taxes.", "14,750 USD"),
        ("A deposit of $500 is due on signing.", None),
        ("Late payments cost $25.", None),
        ("Similar sites cost between $4,000 and $7,000.", None),
        ("The hourly rate is $90.", None),
        ("Care costs $45 per month.", None),
        ("Our liability is limited to $5,000.", None),
    ],
)
def test_what_a_sentence_says_is_the_price(text: str, expected: str | None) -> None:
    assert total(f"# Offer\n\n{text}\n") == expected


def test_the_total_row_counts_and_subtotal_tax_and_discount_do_not() -> None:
    table = "| Work | Price |\n|---|---|\n| Menu | $800 |\n| Kit | $400 |\n"
    rows = "| Subtotal | $1,200 |\n| Discount | -$120 |\n| Tax | $90 |\n| **Total** | **$1,170** |\n"
    assert total(f"# Quote\n\n{table}{rows}") == "1,170 USD"


def test_what_others_charge_is_not_the_price() -> None:
    text = "# Quote\n\n| Part | Market price | Our price |\n|---|---|---|\n| **Total** | ₹6,50,000 | ₹2,75,000 |\n"
    assert total(text) == "275,000 INR"


def test_a_bold_sum_below_a_heading_that_calls_it_the_price() -> None:
    assert total("# Offer\n\n## Fixed price\n\n**GH₵55,000**\n") == "55,000 GHS"


def test_the_sum_of_the_steps_decides_between_two_totals() -> None:
    text = (
        "# Offer\n\n### Option A: $300\n\nLess.\n\n### Option B: $450\n\nMore.\n\n"
        "## Payment\n\n| Milestone | A | B |\n|---|---|---|\n| Signing | $100 | $200 |\n| Launch | $200 | $250 |\n"
    )
    assert total(text) == "300 USD"


def test_two_totals_that_say_it_equally_well_leave_the_price_open() -> None:
    text = "# Offer\n\nThe total price is $900.\n\nThe total price is $950.\n"
    assert total(text) is None
    assert kinds(text) == ["one-time", "one-time"]


def test_rates_fees_and_options_are_told_apart() -> None:
    text = "# Offer\n\nExtra work: $90/hour.\n\nCare: $45/month.\n\n## Options\n\n- Photographs: $450\n"
    assert kinds(text) == ["rate", "recurring", "option"]


def test_what_recorded_changes_cost_is_no_price_of_the_contract() -> None:
    assert total("# Change log\n\n### CO-1\n\n- **Price:** $150\n") is None


def test_of_offers_in_rows_to_choose_from_the_first_counts() -> None:
    text = "# Site\n\n## Pricing\n\n| Option | Investment |\n|---|---|\n| A, small | $900 |\n| B, large | $1,700 |\n"
    assert total(text) == "900 USD"


def test_a_remark_in_brackets_leaves_a_sum_the_price() -> None:
    assert total("# Site\n\n## Investment\n\nUSD 640 (paid once).\n") == "640 USD"
    assert total("# Site\n\n## Investment\n\nUSD 64 (per hour).\n") is None


def test_the_last_total_of_a_table_takes_in_those_above_it() -> None:
    text = (
        "# Site\n\n## Quotation\n\n| Item | Amount |\n|---|---|\n| Pages | $900 |\n| Total work | $900 |\n"
        "| Domain | $20 |\n| Total project | $920 |\n"
    )
    assert total(text) == "920 USD"


def test_of_offers_below_headings_the_first_counts() -> None:
    offers = "### Option 1: Van by the stand\n\n**Price:** $4,200\n\n### Option 2: Van with awning\n\n**Price:** $7,400\n"
    assert total(f"# Van\n\n## Investment\n\n{offers}") == "4,200 USD"
    assert kinds(f"# Van\n\n## Investment\n\n{offers}") == ["one-time", "option"]
    gain = "## Return on investment\n\n**Investment:** $3,500\n"
    assert total(f"# Van\n\n## Investment\n\n{offers}\n{gain}") == "4,200 USD"


def test_of_offers_in_columns_the_first_counts() -> None:
    text = "# Site\n\n## Pricing\n\n| | Basic | Premium |\n|---|---|---|\n| Pages | 3 | 9 |\n| Total | $900 | $2,100 |\n"
    assert total(text) == "900 USD"


def test_what_adds_up_the_rows_above_is_the_total_in_any_words() -> None:
    rows = "| Frames | € 300 |\n| Glass | € 350 |\n| Fitting | € 150 |\n"
    assert total(f"# Prijs\n\n| Onderdeel | Bedrag |\n|---|---|\n{rows}| Totaal | € 800 |\n") == "800 EUR"
    assert total(f"# Prijs\n\n| Onderdeel | Bedrag |\n|---|---|\n{rows}| Levering | € 90 |\n") is None


def test_prices_that_rise_are_no_sum() -> None:
    text = "# Prints\n\n## Prices\n\n- Small: $300\n- Middle: $500\n- Large: $800\n"
    assert total(text) is None


def test_an_amount_in_brackets_after_another_is_a_remark() -> None:
    assert total("# Offer\n\n**Total fee:** $1,500 (with the walk-through: $2,000)\n") == "1,500 USD"
    assert total("# Offer\n\nThree payments of $500 (total price: $1,500).\n") == "1,500 USD"


def test_the_sum_of_the_steps_is_the_price_of_the_package_they_pay() -> None:
    packages = "| Package | Price |\n|---|---|\n| Plain | $500 |\n| Gilt | $700 |\n| Royal | $900 |\n"
    steps = (
        "| Milestone | Share | Amount |\n|---|---|---|\n| Signing | 50% | $350 |\n| Delivery | 50% | $350 |\n"
    )
    assert total(f"# Binding\n\n## Price\n\n{packages}\n## Payment\n\n{steps}") == "700 USD"


def test_a_sum_below_the_heading_of_prices_says_more_than_one_elsewhere() -> None:
    text = "# Bot\n\n## Tools\n\nThe small model: best for its cost ($0.15 a call).\n\n## Price\n\n- My fee for setting it up: $800\n"
    assert total(text) == "800 USD"


def test_what_is_paid_once_is_the_price_beside_what_is_paid_by_the_month() -> None:
    assert total("# Nest\n\n## Pricing\n\n- One-off build: $2,500\n- Care: $49/month\n") == "2,500 USD"
    assert total("# Nest\n\n## Kosten\n\nAlle Arbeiten werden einmalig mit 500 € berechnet.\n") == "500 EUR"
    assert total("# Nest\n\n## Pricing\n\n- One-off set-up fee: $90\n- Care: $49/month\n") is None


def test_a_price_struck_out_is_no_price() -> None:
    assert total("# Nest\n\n## Price\n\n~~$2,000~~\n\n**$1,500** all in\n") == "1,500 USD"
    assert kinds("# Nest\n\n## Price\n\n~~$2,000~~\n") == []


def test_totals_of_parts_give_way_to_what_they_cost_together() -> None:
    parts = "".join(
        f"## {name}\n\n| Item | Cost |\n|---|---|\n| Part | ${part} |\n| Total | ${part} |\n\n"
        for name, part in (("Kitchen", 600), ("Bath", 900))
    )
    assert total(f"# Nest\n\n{parts}**Total project cost: $1,500**\n") == "1,500 USD"
    assert total(f"# Nest\n\n{parts}") is None


def test_of_a_total_in_two_currencies_the_first_counts() -> None:
    rows = "| Part | INR | USD |\n|---|---|---|\n| Maps | ₹60,000 | $720 |\n| **Total** | **₹60,000** | **$720** |\n"
    assert total(f"# Atlas\n\n## Price\n\n{rows}") == "60,000 INR"
