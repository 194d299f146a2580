"""Figures that a document's own figures refute, and sums that only look wrong."""

import pytest

from tests.reading.prose.told import stated

RECKONED = ("sum", "product", "count", "row", "share")


def refuted(text: str) -> list[tuple[str, str]]:
    return stated(text, *RECKONED)


def table(*rows: str) -> str:
    head = "## Price\n\n| Item | Amount |\n|---|---|\n"
    return head + "".join(f"| {row.replace(': ', ' | ')} |\n" for row in rows)


def lines(*rows: str) -> str:
    return "## Price\n\n" + "".join(f"- {row}\n" for row in rows)


@pytest.mark.parametrize("laid_out", [table, lines])
@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["Bricks: $400", "Mortar: $150", "Labour: $900", "Total: $1,500"], [("$1,500", "1,450 USD")]),
        (
            ["Bricks: $400", "Labour: $900", "Subtotal: $1,300", "Sales tax (10%): $130", "Haulage: $80",
             "Total: $1,430"],
            [("$1,430", "1,510 USD")],
        ),
        (["Bricks: $400", "Labour: $900", "Refund: -$100", "Total: $1,400"], [("$1,400", "1,200 USD")]),
    ],
)  # fmt: skip
def test_a_total_that_is_another_than_what_stands_above_it(
    laid_out: object, rows: list[str], found: list[tuple[str, str]]
) -> None:
    assert callable(laid_out)
    assert refuted(laid_out(*rows)) == found


@pytest.mark.parametrize("laid_out", [table, lines])
@pytest.mark.parametrize(
    "rows",
    [
        ["Bricks: $400", "Labour: $900", "Total: $1,300"],
        ["Bricks: $400", "Labour: $900", "Total incl. 10% tax: $1,430"],
        ["Bricks: $400", "Labour: $900", "Gate: $350", "Total: $1,300"],
        ["Bricks: $400", "Labour: $900", "Optional gate: $350", "Total: $1,250"],
        ["Bricks: from $400", "Labour: $900", "Total: $1,700"],
        ["Bricks: $400-500", "Labour: $900", "Total: $1,700"],
        ["Bricks: $400", "Labour: $900", "Discount: $200", "Total: $1,000"],
        ["Bricks: $400", "Watering: $30/month", "Labour: $900", "Total: $1,500"],
        ["Bricks: $400.40", "Labour: $900.40", "Total: $1,300"],
        ["Deposit: $400", "Labour: $900", "Total: $1,000"],
    ],
)
def test_a_total_that_may_well_be_right(laid_out: object, rows: list[str]) -> None:
    assert callable(laid_out)
    assert refuted(laid_out(*rows)) == []


def test_lines_below_an_item_are_its_parts() -> None:
    text = "## Price\n\n- Wall: $900\n  - Bricks: $400\n  - Labour: $500\n- Gate: $300\n- Total: $1,200\n"
    assert refuted(text) == []


def test_offers_beside_one_another_are_not_added() -> None:
    head = "## Price\n\n| Item | Basic | Premium |\n|---|---|---|\n"
    assert refuted(head + "| Wall | $400 | $700 |\n| Gate | $300 | $500 |\n| Total | $650 | $1,200 |\n") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12 days × $300 = $3,900", [("12 days × $300 = $3,900", "3600")]),
        ("$400 + $250 (gate) = $750", [("$400 + $250 (gate) = $750", "650")]),
        ("12 days × $300 = $3,600", []),
        ("3 x 33.33 = 100", []),
        ("8% + 10% = 20%", []),
        ("Width = 3 m, height = 2 m", []),
        ("`a + 1 = 4`", []),
    ],
)
def test_what_is_said_to_be_equal(text: str, found: list[tuple[str, str]]) -> None:
    assert refuted(f"## Effort\n\n{text}\n") == found


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        ("Total pages: 2", [("Total pages: 2", "3")]),
        ("The following 4 pages:", [("following 4 pages", "3")]),
        ("Total pages: 3", []),
        ("Up to 5 pages:", []),
        ("3 pages:", []),
    ],
)
def test_how_many_a_list_is_said_to_hold(lead: str, found: list[tuple[str, str]]) -> None:
    assert refuted(f"## Booklet\n\n{lead}\n\n1. Cover\n2. Plan\n3. Plants\n") == found


def test_an_item_may_be_several_things() -> None:
    assert refuted("## Booklet\n\nThe following 4 pages:\n\n1. Cover\n2. Plan and plants\n3. Prices\n") == []
    text = "## Booklet\n\nThe following 2 pages:\n\n1. Cover\n2. Plan and plants\n3. Prices\n"
    assert refuted(text) == [("following 2 pages", "3")]


def test_bullets_may_tell_more_than_they_count() -> None:
    assert refuted("## Booklet\n\n2 pages:\n\n- Cover\n- Plan\n- in colour\n") == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("- **9 beds:** Kale, Beans, Peas, Leeks, Onions, Chard, Beets, Herbs", "8"),
        ("Six beds: Kale, Beans, Peas, Leeks, Onions", "5"),
        ("- **8 beds:** Kale, Beans, Peas, Leeks, Onions, Chard, Beets, Herbs", None),
        ("- **9 beds:** Kale, Beans, Peas, Leeks, Onions, Chard, Beets, Mint and Sage", None),
        ("- **9 beds:** Kale, Beans, Peas, Leeks, Onions, Chard, Beets, etc.", None),
        ("- **6 beds:** raised, narrow, sunny, easy to reach", None),
        ("- **12 beds:** Kale, Beans, Peas, Leeks", None),
        ("- **6 beds:** Kale (two), Beans, Peas, Leeks", None),
    ],
)
def test_things_counted_and_named_in_one_line(line: str, found: str | None) -> None:
    assert [value for _, value in refuted(line)] == ([found] if found else [])
