"""Rows that do not multiply, shares that are none, and one price split in two ways."""

import pytest

from tests.reading.prose.told import stated


def hours(*rows: str) -> str:
    return "| Item | Hours | Rate | Amount |\n|---|---|---|---|\n" + "\n".join(f"| {row} |" for row in rows)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (hours("Bricks | 10 | $40 | $400", "Labour | 20 | $30 | $500"), [("$500", "600")]),
        (hours("Bricks | 10 | $40 | $450"), [("$450", "400")]),
        ("Wir liefern die Ziegel für die Mauer.\n\n| Posten | Menge | Einzelpreis | Betrag |\n|---|---|---|---|\n| Ziegel | 3 | 40 € | 140 € |", [("140 €", "120")]),
        (
            "| What | How often | For one | All |\n|---|---|---|---|\n"
            "| Bricks | 3 | $5 | $15 |\n| Tiles | 4 | $6 | $24 |\n| Slabs | 2 | $9 | $20 |",
            [("$20", "18")],
        ),
    ],
)  # fmt: skip
def test_a_row_that_does_not_multiply(text: str, found: list[tuple[str, str]]) -> None:
    assert stated(f"## Price\n\n{text}", "row") == found


@pytest.mark.parametrize(
    "text",
    [
        hours("Bricks | 10 | $40 | $400", "Labour | 20 | $30 | $600"),
        hours("Bricks | 3 | $33.33 | $100"),
        hours("Bricks | 10 | $40 | ~$450"),
        hours("Bricks | 10-12 | $40 | $450"),
        hours("Bricks | 10 | $40 | $0"),
        hours("Total | 10 | $40 | $450"),
        # Nothing says that these columns multiply, and no row but one does.
        "| Site | Visits | Cost | Sold |\n|---|---|---|---|\n| A | 2 | $5 | $10 |\n| B | 3 | $9 | $200 |",
        "| Item | Hours | Rate | Discount | Amount |\n|---|---|---|---|---|\n| Bricks | 10 | $40 | $50 | $350 |",
    ],
)
def test_a_row_that_may_well_be_right(text: str) -> None:
    assert stated(f"## Price\n\n{text}", "row") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Total: $3,000\n\n- 50% deposit: $1,200\n- 50% on completion: $1,500", [("$1,200", "1,500 USD")]),
        ("Total: $3,000\n\nHalf ($1,400) upfront, half on delivery.", [("$1,400", "1,500 USD")]),
        ("Total: $3,000\n\n- Deposit: $1,500 (40%)", [("$1,500", "1,200 USD")]),
        ("Total: $3,000\n\n| Step | Share | Amount |\n|---|---|---|\n| Start | 40% | $1,500 |", [("$1,500", "1,200 USD")]),
        ("Total price: $3,000.\n\nA deposit of 40% ($1,500) is due now.", [("$1,500", "1,200 USD")]),
        ("- Subtotal: $2,000\n- Sales tax (8%): $180\n- Total: $2,180", [("$180", "160 USD")]),
        ("Zahlung für die Mauer:\n\nGesamtpreis: 4.000 €\n\n- 30 % bei Auftrag: 1.000 €\n- 70 % bei Abgabe: 2.800 €", [("1.000 €", "1,200 EUR")]),
    ],
)  # fmt: skip
def test_an_amount_that_is_not_its_share(text: str, found: list[tuple[str, str]]) -> None:
    assert stated(f"## Payment\n\n{text}", "share") == found


@pytest.mark.parametrize(
    "text",
    [
        "Total: $3,000\n\n- 50% deposit: $1,500\n- 50% on completion: $1,500",
        "Total: $3,000\n\n- 33% deposit: $1,000\n- 67% on completion: $2,000",
        "Wall: $2,000\n\nGate: $1,000\n\n- 50% deposit: $1,000",
        "Total: $3,000\n\nEarly bird: 10% off, you pay $2,700.",
        "Total: $3,000\n\nIn a hurry: 25% more, $3,750.",
        "Total: $3,000\n\nA late fee of 5% or $90 applies.",
        "Total: $3,000\n\nHosting: 20% ($80) per month.",
        "Total: $3,000\n\n30-50% ($1,100) may be due.",
        "A deposit of 40% ($1,500) is due now.",
        "Total: $3,000\n\nHalf ($1,500) upfront, half on delivery.",
        "Total: $3,000\n\nHalf a day ($400) of training.",
        "Total price of $3,000, of which 40% on signing.",
        "Total: $3,000\n\nA deposit of 40% of the price ($3,000) is due now.",
        "Total: $3,000\n\nWe pay $1,300 now and 40% later.",
        "Total: $3,000\n\n| Part | What | Price |\n|---|---|---|\n| Offers | 13% VAT is added | $850 |\n| Rest | Stock | $2,150 |",
    ],
)
def test_a_share_that_may_well_be_right(text: str) -> None:
    assert stated(f"## Payment\n\n{text}", "share") == []


SPLIT = "## Payment\n\n- 40% on signing\n- 30% on the first draft\n- 30% on delivery\n\n## {}\n\n{}\n"


@pytest.mark.parametrize(
    ("title", "text", "values"),
    [
        ("Conditions", "- 40% on signing\n- 60% on delivery", {"40/30/30", "40/60"}),
        ("Conditions", "50% is paid upfront and 50% on delivery.", {"40/30/30", "50/50"}),
        ("Conditions", "40% on signing, 30% on the draft and 30% on delivery.", {"40/30/30"}),
        ("Option B", "50% is paid upfront and 50% on delivery.", {"40/30/30"}),
        ("Conditions", "For projects under $500: 50% upfront and 50% on delivery.", {"40/30/30"}),
        (
            "Conditions",
            "For projects over $5,000 there is another plan:\n\n- 50% on signing\n- 50% on delivery",
            {"40/30/30"},
        ),
        (
            "Conditions",
            "| Step | Share |\n|---|---|\n| Deposit, on signing | 50% |\n| Rest, on delivery | 50% |",
            {"40/30/30", "50/50"},
        ),
        ("Cancellation", "50% is kept before the start, 50% after delivery.", {"40/30/30"}),
        ("Results", "Half of visitors: 50% on the site, 50% in the shop.", {"40/30/30"}),
    ],
)
def test_splits_of_one_price(title: str, text: str, values: set[str]) -> None:
    assert {value for _, value in stated(SPLIT.format(title, text), "payment-split")} == values


def test_a_document_that_splits_many_things_tells_of_each() -> None:
    more = "- 40% on signing\n- 60% on delivery\n\n## Fence\n\n50% is paid upfront and 50% on delivery."
    assert stated(SPLIT.format("Conditions", more), "payment-split") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("- 30% upfront\n- 70% on delivery\n\nA 50% deposit is due on signing.", {"30 %", "50 %"}),
        (
            "| Step | Share |\n|---|---|\n| Deposit | 30% |\n| On delivery | 70% |\n\nA 50% deposit is due.",
            {"30 %", "50 %"},
        ),
        ("- Half ($900) upfront\n\nA 50% deposit is due.", {"50 %"}),
        ("- 30% on the first draft\n- 70% on delivery\n\nNo deposit is required.", {"0 %"}),
        ("For projects over $900, a deposit of 30% is due.\n\nA 50% deposit is due on signing.", {"50 %"}),
    ],
)
def test_the_advance_of_a_split_is_a_deposit(text: str, values: set[str]) -> None:
    assert {value for _, value in stated(f"## Payment\n\n{text}", "deposit")} == values
