"""What headings say of the lists below them, by brackets, effort and prices."""

import pytest

from tests.reading.shown import items_of


def deliverables(markdown: str) -> list[str]:
    return [item.text.value for item in items_of(markdown).deliverables]


def options(markdown: str) -> list[str]:
    return [item.text.value for item in items_of(markdown).options]


@pytest.mark.parametrize(
    "heading",
    [
        "Work done (billed in the first payment)",
        "Bonus (if you sign in May)",
        "Leistungsumfang (Zahlung in zwei Raten)",
        "Prestations (acompte versé)",
        "Alcance (pago al final)",
        "Escopo (pagamento na entrega)",
    ],
)
def test_what_a_heading_adds_in_brackets_does_not_tell_what_it_is(heading: str) -> None:
    assert deliverables(f"# Site\n\n## {heading}\n\n- Logo\n- Menu\n") == ["Logo", "Menu"]


@pytest.mark.parametrize("aside", ["not included", "optional", "out of scope"])
def test_what_turns_the_list_counts_in_brackets_too(aside: str) -> None:
    text = f"# Site\n\n## Scope\n\n- Logo\n\n## Features ({aside})\n\n- Shop\n"
    assert deliverables(text) == ["Logo"]


@pytest.mark.parametrize("item", ["Menu (optional)", "Menu (optional, two pages)", "Optional: menu"])
def test_an_optional_item_in_a_list_of_work_is_work_and_an_option(item: str) -> None:
    text = f"# Site\n\n## Scope\n\n- Logo\n- {item}\n"
    assert deliverables(text) == ["Logo", item]
    assert options(text) == [item]


def test_what_is_sold_apart_is_an_option_alone() -> None:
    text = "# Site\n\n## Scope\n\n- Logo\n- Menu at extra cost\n- Stems on request\n"
    assert deliverables(text) == ["Logo"]
    assert options(text) == ["Menu at extra cost", "Stems on request"]


@pytest.mark.parametrize("unit", ["12 hours", "3 days", "8 PT", "4 h"])
def test_headings_with_their_effort_divide_the_work(unit: str) -> None:
    text = (
        f"# Annex\n\n## Orders ({unit})\n\n- Confirm an order\n- Send a note\n\n"
        f"## Stock ({unit})\n\n- Count the shelves\n- Move a box\n"
    )
    assert deliverables(text) == ["Confirm an order", "Send a note", "Count the shelves", "Move a box"]


def test_things_sold_at_a_price_below_the_prices_are_what_their_lists_hold() -> None:
    text = "# Care\n\n## Prices\n\n### Basic, $60 a month\n\n- Backups\n- Updates\n\n### More, $90\n\n- Reports\n- Calls\n"
    assert deliverables(text) == ["Backups", "Updates", "Reports", "Calls"]
    costs = (
        "# Care\n\n## Scope\n\n- Logo\n\n## Prices\n\n### First year, $60\n\n- Domain: $20\n- Host: $40\n\n"
    )
    assert deliverables(f"{costs}### Later, $90\n\n- Domain: $30\n- Host: $60\n") == ["Logo"]


def test_packages_for_another_time_are_no_work() -> None:
    text = "# Site\n\n## Scope\n\n- Logo\n\n## Future services\n\n### Monthly packages\n\n#### Small\n\n- Posts\n\n#### Big\n\n- Ads\n"
    assert deliverables(text) == ["Logo"]


def test_a_label_that_recurs_is_a_fact_of_each_thing() -> None:
    page = "### {0}\n\n**Purpose**: to {1}\n\n- {2}\n\n"
    text = (
        "# Site\n\n## Pages\n\n" + page.format("Home", "greet", "Photo") + page.format("Visit", "lead", "Map")
    )
    assert deliverables(text) == ["Photo", "Map"]


def test_a_line_in_bold_with_a_sign_heads_the_list_after_it() -> None:
    text = "# Site\n\n## Features\n\n✅ **Booking**\n- Calendar\n\n✅ **Gallery**\n- Photos\n"
    assert deliverables(text) == ["Calendar", "Photos"]
    alone = "# Site\n\n## Features\n\n✅ **Booking**\n✅ **Gallery**\n"
    assert deliverables(alone) == ["Booking", "Gallery"]


def test_what_the_price_includes_does_not_replace_the_features_told_before_it() -> None:
    text = (
        "# Bar\n\n## Menu page\n\n- Filters by dish\n- Photo of each dish\n\n## Order page\n\n- Cart\n- Message\n\n"
        "## Price\n\n$300\n\n**Includes:**\n\n- Hosting for a year\n"
    )
    assert deliverables(text) == [
        "Filters by dish",
        "Photo of each dish",
        "Cart",
        "Message",
        "Hosting for a year",
    ]


@pytest.mark.parametrize(
    ("heading", "item", "found"),
    [
        ("What we check", "Contrast", True),
        ("What I repair", "Cuffs", True),
        ("How we'd help", "Weekly post", True),
        ("Proposed website", "Calendar", True),
        ("What we found", "Slow pages", False),
        ("What we heard", "Too dear", False),
        ("What success looks like", "More guests", False),
        ("Who you'd work with", "Ada", False),
        ("What's next", "Sign here", False),
    ],
)
def test_what_we_do_is_the_work_and_what_we_found_is_not(heading: str, item: str, found: bool) -> None:
    text = f"# Paper\n\n## Scope\n\n- Logo\n\n## {heading}\n\n- {item}\n"
    assert deliverables(text) == (["Logo", item] if found else ["Logo"])


def test_a_table_of_prices_retells_what_several_lists_have_told() -> None:
    text = (
        "# Store\n\n## Gate\n\n- Register of goods\n- Photo of each box\n\n## Orders page\n\n- List by zone\n- Labels\n\n"
        "## Costs\n\n| Item | Price |\n|---|---|\n| Gate | $400 |\n| Orders | $300 |\n"
    )
    assert deliverables(text) == ["Register of goods", "Photo of each box", "List by zone", "Labels"]


def test_what_is_new_beside_what_there_is_compares_the_two() -> None:
    text = "# Site\n\n## Scope\n\n- Logo\n\n## Then and now\n\n### Current website\n\n- Slow\n\n### Proposed website\n\n- Fast\n"
    assert deliverables(text) == ["Logo"]
