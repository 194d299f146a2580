"""One name with two figures, and prices whose parts come to something else."""

import pytest

from tests.reading.prose.told import prose_of


def stated(text: str, *terms: str) -> set[tuple[str, str | None]]:
    found = prose_of(f"# Garden wall\n\n{text}\n").statements
    return {(s.value, s.about) for s in found if s.term in terms}


HOURS = "## Effort\n\n| Work | Hours | Cost |\n|---|---|---|\n| Brick laying | 40 | $2,000 |\n| Clean up | 8 | $400 |\n\n"
PRICES = "## Price\n\n- Brick laying: $2,000\n- Clean up: $400\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (HOURS + "### Brick laying (60 hours)\n\nIn two steps.", {("40 hour", "brick laying"), ("60 hour", "brick laying")}),
        (HOURS + "## Steps\n\n- Brick laying: 60 hours\n- Clean up: 8 hours", {("40 hour", "brick laying"), ("60 hour", "brick laying")}),
        ("## Steps\n\n- Brick laying: 2 weeks\n\n## Plan\n\n| Step | Duration |\n|---|---|\n| Brick laying | 21 days |",
         {("14 day", "brick laying"), ("21 day", "brick laying")}),
        ("## Steps\n\n- Brick laying: 1-2 weeks\n\n## Plan\n\n### Brick laying (3-4 weeks)\n\nRow by row.",
         {("7-14 day", "brick laying"), ("21-28 day", "brick laying")}),
        (PRICES + "## Offer\n\n| Item | Price |\n|---|---|\n| Brick laying | $2,500 |", {("2000 USD", "brick laying"), ("2500 USD", "brick laying")}),
        (PRICES + "## Brick laying: $2,500\n\nIn two steps.", {("2000 USD", "brick laying"), ("2500 USD", "brick laying")}),
    ],
)  # fmt: skip
def test_one_name_with_two_figures(text: str, found: set[tuple[str, str | None]]) -> None:
    assert stated(text, "hours", "duration", "price") == found


@pytest.mark.parametrize(
    "text",
    [
        HOURS + "### Brick laying (40 hours)\n\nIn two steps.",
        HOURS + "### Clean up\n\n3 hours a day.",
        HOURS + "### Brick laying (30-50 hours)\n\nIn two steps.",
        HOURS + "### Brick laying (2 days)\n\nIn two steps.",
        HOURS + "## Change log\n\n- Brick laying: 60 hours",
        HOURS + "## Optional extras\n\n- Brick laying: 60 hours\n\n## Options\n\n- Brick laying: 50 hours",
        PRICES + "## Payment\n\n- Brick laying: $1,000 on signing",
        PRICES + "## Later\n\n- Brick laying: $2,500 per year",
        PRICES + "## Elsewhere\n\n- Brick laying: from $2,500",
        PRICES + "## Once more\n\n- Brick laying: $20,000",
        PRICES + "## Small\n\n- Brick laying: $2,000",
        PRICES + "## Option A\n\n- Brick laying: $2,500\n\n## Option B\n\n- Brick laying: $2,600",
        "## Wall\n\n- Price: $2,000\n\n## Gate\n\n- Price: $900",
    ],
)  # fmt: skip
def test_one_name_with_figures_of_different_things(text: str) -> None:
    assert stated(text, "hours", "duration", "price") == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- Wall: $900\n  - Bricks: $400\n  - Labour: $600\n- Gate: $300", {("1,000 USD", None)}),
        ("- Wall: $900\n  - Bricks: $300\n  - Labour: $400\n- Gate: $300", {("700 USD", None)}),
        ("**Wall** - $900\n\n- Bricks ($500)\n- Labour ($500)\n- Plants", {("1,000 USD", None)}),
        ("### Wall: $900\n\n- Bricks: $500\n- Labour: $500", {("1,000 USD", None)}),
        ("- Wall: $900\n  - Bricks: $400\n  - Labour: $500", set()),
        ("- Wall: $900\n  - Bricks: $400\n  - Labour: $400\n  - Plants", set()),
        ("- Wall: $900\n  - Bricks: $400\n  - Labour: from $600", set()),
        ("- Wall: $900\n  - Deposit: $400\n  - Labour: $600", set()),
        ("- Wall: $900\n  - With a gate: +$400\n  - With a lamp: +$600", set()),
        ("- Wall: $900\n  - Small: $900\n  - Large: $1,400", set()),
        ("- Wall: $900/month\n  - Bricks: $400\n  - Labour: $600", set()),
    ],
)
def test_a_price_and_its_parts(text: str, found: set[tuple[str, str | None]]) -> None:
    assert stated(f"## Price\n\n{text}", "parts") == found
