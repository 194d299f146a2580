"""What the whole costs, and what an offer costs, said in two places."""

import pytest

from tests.reading.prose.told import prose_of, stated

NAMED = "Total project cost: $9,000"
TABLE = (
    "## Price\n\n| Item | Amount |\n|---|---|\n| Bricks | $4,000 |\n| Labour | $4,500 |\n| Total | $8,500 |"
)
ROWS = "| Bricks | $4,000 |\n| Labour | $4,500 |\n"


def conflicts(text: str) -> bool:
    """Whether a text states two prices of one thing."""
    found: dict[str | None, set[str]] = {}
    for one in prose_of(f"# Garden wall\n\n{text}").statements:
        if one.term == "price":
            found.setdefault(one.about, set()).add(one.value)
    return any(len(values) > 1 for values in found.values())


@pytest.mark.parametrize(
    "text",
    [
        f"## Price\n\n{NAMED}\n\n## Summary\n\nTotal investment: $8,500\n",
        f"## Price\n\n{NAMED}\n\n## Investment summary\n\nTotal contract value: $8,500\n",
        f"{TABLE}\n\n## Payment\n\n{NAMED}\n",
        f"{TABLE}\n\n## Total project cost\n\n$9,000\n",
        f"**Total:** $9,000\n**Client:** Vale Farm\n\n{TABLE}\n",
        f"## Price\n\n{NAMED}\n\n## In short\n\n**Payment:** half now\n**Total project cost:** $8,500\n**Start:** May",
    ],
)
def test_a_total_in_two_places(text: str) -> None:
    assert conflicts(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{TABLE.replace('8,500', '9,000')}\n\n## Payment\n\n{NAMED}\n",
        # Tax, a price beside it, another matter, another offer, a table that holds a part.
        f"{TABLE}\n\nAll prices plus 5.88% tax.\n\n## Payment\n\n{NAMED}\n",
        f"{TABLE}\n\n- Skip: $500\n\n## Payment\n\n{NAMED}\n",
        f"## Hosting\n\n| Item | Amount |\n|---|---|\n{ROWS}| Total | $8,500 |\n\n## Payment\n\n{NAMED}\n",
        f"{TABLE.replace('8,500', '2,500')}\n\n## Payment\n\n{NAMED}\n",
        f"## Option A\n\n{NAMED}\n\n## Option B\n\nTotal project cost: $8,000\n",
        f"## Wall\n\n{NAMED}\n\n## Gate\n\nTotal project cost: $8,000\n",
        f"## Change log\n\n{NAMED}\n\n## Price\n\nTotal project cost: $8,000\n",
        "## Price\n\nTotal project cost: $8,000 to $9,000\n\n## Summary\n\nTotal investment: $8,500\n",
        "## Step 1\n\n| Item | Price |\n|---|---|\n| Bricks | $300 |\n| Total | $300 |\n\n"
        "## Step 2\n\n| Item | Price |\n|---|---|\n| Sand | $200 |\n| Total | $200 |\n",
    ],
)
def test_totals_that_may_differ(text: str) -> None:
    assert not conflicts(text)


@pytest.mark.parametrize(
    ("text", "differ"),
    [
        ("## Options\n\n### Option A: Wall $900\n\nBricks.\n\n## In short\n\nOption A wall: $950\n", True),
        ("## Options\n\n### Option A: Wall\n\n**Price:** $900\n\nRecommended: Option A - $950\n", False),
        ("## Options\n\n### Option A - $900\n\n| Item | Price |\n|---|---|\n| Bricks | $950 |\n| Total | $950 |\n", True),
        ("## Options\n\n### Option A - $900\n\nBricks.\n\n## Recommended\n\nOption A - $900\n", False),
        ("## Options\n\n### Option A - $900\n\nBricks.\n\n## Payment\n\nOption A - $450 on signing\n", False),
        ("## Options\n\n### Option A: Wall $900\n\nBricks.\n\n## Upkeep\n\nOption A mowing: $90\n", False),
        ("## Options\n\n### Option A - $900\n\nBricks.\n\n## Upkeep\n\nOption A - $90 per month\n", False),
        ("## Options\n\n### Option A - $900\n\nBricks.\n\n### Option B - $950\n\nTiles.\n", False),
    ],
)  # fmt: skip
def test_an_offer_with_two_prices(text: str, differ: bool) -> None:
    assert conflicts(text) is differ


PHASES = "## Work\n\n### Phase 1: Dig\n\n**Price**: $300\n\n### Phase 2: Build\n\n**Price**: $500\n\n### Phase 3: Plant\n\n**Price**: $100\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (PHASES + "## Price\n\nGrand total: $1,000", [("$1,000", "900 USD")]),
        (PHASES + "## Price\n\n| Item | Price |\n|---|---|\n| Garden | $600 |\n| Trees | $400 |\n| Subtotal | $1,000 |\n| VAT (20%) | $200 |\n| Total | $1,200 |",
         [("$1,000", "900 USD")]),
        (PHASES + "## Price\n\nGrand total: $900", []),
        (PHASES + "## Price\n\nSkip: $100\n\nGrand total: $1,000", []),
        (PHASES + "## Price\n\nGrand total with 20% tax: $1,080\n\n20% tax is added.\n\nTotal project cost: $1,080", []),
        (PHASES.replace("Plant", "Plant (optional)") + "## Price\n\nGrand total: $800", []),
        (PHASES.replace("Phase", "Package") + "## Price\n\nGrand total: $1,000", []),
        (PHASES.replace("$500", "from $500") + "## Price\n\nGrand total: $1,000", []),
        (PHASES.replace("**Price**: $500", "To be quoted.") + "## Price\n\nGrand total: $1,000", []),
        (PHASES.replace("$500", "$500 per month") + "## Price\n\nGrand total: $1,000", []),
    ],
)  # fmt: skip
def test_phases_that_come_to_another_sum(text: str, found: list[tuple[str, str]]) -> None:
    assert stated(text, "phases") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("If you stop after the design, $560 is refunded.\n\n- Stop later: $560 refund (70% of $1,000)", [("$560", "700 USD")]),
        ("- Stop later: $700 refund (70% of $1,000)", []),
        ("- Now: $900 (10% off $1,000)", []),
        ("- Now: $500 (50%), and $200 later", []),
        ("- Now: $500 (50% now, the rest of $600 later)", []),
    ],
)  # fmt: skip
def test_a_share_of_an_amount_right_there(text: str, found: list[tuple[str, str]]) -> None:
    assert stated(text, "share") == found
