"""What the whole costs, and what an offer costs, said in two places."""

import pytest

from tests.reading.prose.told import prose_of

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
