"""Things priced in two places: a price that differs where the others agree."""

from tests.reading.prose.told import prose_of

PACKAGES = "# Signs\n\n## Packages\n\n| Package | Price |\n|---|---|\n| Small | $500 |\n| Middle | $900 |\n| Large | $1,400 |\n"


def priced_apart(text: str) -> list[tuple[str | None, str]]:
    return [(s.about, s.shown.value) for s in prose_of(text).statements if s.term == "price" and s.about]


def compared(middle: str) -> str:
    head = "\n## Compared\n\n| Package | Letters | Price |\n|---|---|---|\n"
    rows = f"| Small | 5 | $500 |\n| Middle | 9 | {middle} |\n| Large | 20 | $1,400 |\n"
    return PACKAGES + head + rows


def test_one_of_several_prices_differs() -> None:
    assert priced_apart(compared("$950")) == [("middle", "$900"), ("middle", "$950")]


def test_all_agree() -> None:
    assert priced_apart(compared("$900")) == []


def test_prices_for_another_period_or_from_somebody_else_are_others() -> None:
    assert priced_apart(compared("$95 per month")) == []
    market = compared("$950").replace("| Letters | Price |", "| Letters | Market price |")
    assert priced_apart(market) == []


def test_lists_that_share_names_and_few_prices_are_about_different_things() -> None:
    hosting = "\n## Varnish\n\n- Small: $20\n- Middle: $30\n- Large: $1,400\n"
    assert priced_apart(PACKAGES + hosting) == []


def test_a_list_and_a_table_are_compared() -> None:
    summary = "\n## Summary\n\n- Small: $500\n- Middle: $900\n- Large: $1,450\n"
    assert priced_apart(PACKAGES + summary) == [("large", "$1,400"), ("large", "$1,450")]
