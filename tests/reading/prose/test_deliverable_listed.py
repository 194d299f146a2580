"""Which of the lists of a document are the work: by what stands beside them, and by what their items say."""

import pytest

from scopelint.reading.lexicon import load_lexicon
from scopelint.reading.prose.section import heading_kinds
from tests.reading.shown import items_of


def deliverables(markdown: str) -> list[str]:
    return [item.text.value for item in items_of(markdown).deliverables]


COMPARED = """\
# Shop refit

## Current shop

- Two narrow aisles
- One till

## Proposed shop

- Three wide aisles
- Two tills

## Deliverables

- Floor plan
"""

SOLVED = """\
# Shop refit

## Current situation

- Queues at the till

## Proposed solution

### Phase 1: Quick wins (weeks 1-2)

- Move the till to the door
- Label the shelves
- **Expected time savings**: two hours a day

### Phase 2: Layout (weeks 3-4)

- Widen the aisles
"""


def test_a_proposed_solution_beside_a_situation_is_the_work_and_a_thing_beside_the_same_thing_is_compared() -> (
    None
):
    assert deliverables(COMPARED) == ["Floor plan"]
    assert deliverables(SOLVED) == ["Move the till to the door", "Label the shelves", "Widen the aisles"]


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("Current delivered scope", True),
        ("Current agreed deliverables", True),
        ("Aktueller Leistungsumfang", True),
        ("Current features", False),
        ("Existing scope of the old site", False),
        ("Current setup", False),
    ],
)
def test_the_scope_in_force_is_the_work_and_what_there_is_already_is_not(heading: str, found: bool) -> None:
    text = f"# Stall quote notes\n\n## {heading}\n\n- Order form\n- Map of the stalls\n"
    assert bool(deliverables(text)) is found


WEEKS = """\
# Lottery for the village fair

## Plan

### Week 1: Tickets{first}

- Number the tickets
- Print the stubs

### Week 2: Draw{second}

- Build the drum
- Post the winners

## What's included

- Manual for the helpers
"""


def test_weeks_with_their_prices_are_parts_of_the_work_and_weeks_alone_tell_when() -> None:
    assert deliverables(WEEKS.format(first="", second="")) == ["Manual for the helpers"]
    assert len(deliverables(WEEKS.format(first=" ($300)", second=" ($450)"))) == 5


PRICED = """\
# Quotation for a ledger

## Features

- Ledger with search
- Monthly statement

## Total cost

This includes:

{lines}
"""


def test_sums_below_the_total_say_what_the_work_costs_and_what_the_total_includes_is_work() -> None:
    sums = "- One-time development: $900\n- Hosting for a year: $60\n- Yearly cost after that: $80"
    assert deliverables(PRICED.format(lines=sums)) == ["Ledger with search", "Monthly statement"]
    gifts = "- Training session (valued at $90)\n- Import of old books (valued at $60)"
    assert len(deliverables(PRICED.format(lines=gifts))) == 4


def test_sources_after_the_work_are_none_of_it() -> None:
    text = (
        "# Offer\n\n## Price\n\n$900\n\nIncludes:\n\n- Ledger\n- Statement\n\n## Where the figures come from\n\n"
        "- Ledgerly — page of prices\n- Bookish — page of plans\n"
    )
    assert deliverables(text) == ["Ledger", "Statement"]


def test_a_line_with_a_colon_inside_names_no_list() -> None:
    text = "# Quotes\n\n## Wall\n\nItems: 3, 4, 9\n\n- Sand the wall\n- Prime it\n\n## Scope of work\n\n- Paint the wall\n"
    assert deliverables(text) == ["Paint the wall"]


def test_lines_that_only_count_up_other_items_are_none() -> None:
    text = "# Scope\n\n## Scope summary\n\n- **In the price:** #1, #3 & #4\n- **Open:** #2\n- Shelf #5: oak, oiled\n"
    assert deliverables(text) == ["Shelf #5: oak, oiled"]


def test_included_items_of_a_table_are_the_work_beside_a_list_of_deliverables() -> None:
    text = (
        "# Repair\n\n### Recommended repair\n\n| Included item | Planned action |\n|---|---|\n"
        "| Squeaking door | New hinges |\n| Loose handle | New screws |\n\n**Deliverables**\n\n- Photo report\n"
    )
    assert deliverables(text) == ["Squeaking door", "Loose handle", "Photo report"]


@pytest.mark.parametrize(
    "heading", ["Scope freeze", "Scope management", "Examples of work", "Report contents"]
)
def test_headings_with_words_of_work_that_list_none(heading: str) -> None:
    text = f"# Care\n\n## Scope\n\n- Weekly check\n\n## {heading}\n\n- Bug fixes and patches\n- New pages and forms\n"
    assert deliverables(text) == ["Weekly check"]


@pytest.mark.parametrize(
    ("language", "price", "heading"),
    [
        ("de", "Preis", "Preisrechner"),
        ("es", "Precio", "Calculadora de precios"),
        ("fr", "Prix", "Page de devis"),
        ("pt", "Preço", "Página de pagamentos"),
    ],
)
def test_a_feature_named_after_money_is_work_among_the_deliverables(
    language: str, price: str, heading: str
) -> None:
    lexicon = load_lexicon(language)
    assert heading_kinds(heading, lexicon) == ()
    assert "price" in heading_kinds(f"{price} {heading}", lexicon)


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        ("Chapter | Words", True),
        ("Room | Work", True),
        ("Channel | Posts per month", True),
        ("Requirement | Priority", True),
        ("Term | Meaning", False),
        ("Browser | Oldest release", False),
        ("KPI | Target", False),
        ("Client task | By when", False),
        ("Deliverable | Benefit", True),
    ],
)
def test_the_first_column_of_a_table_in_the_scope_may_tell_that_it_lists_no_work(
    columns: str, found: bool
) -> None:
    rows = "| Alder | green |\n| Birch | white |"
    text = f"# Garden\n\n## Scope of work\n\n| {columns} |\n|---|---|\n{rows}\n\n## Plot\n\n- Dig the beds\n"
    assert ("Alder" in deliverables(text)) is found


def test_a_column_beside_the_work_says_what_it_leaves_out() -> None:
    text = "# Stall\n\n## Scope\n\n| Included | Not included |\n|---|---|\n| Awning | Transport |\n| Counter | — |\n"
    assert deliverables(text) == ["Awning", "Counter"]
    assert [item.text.value for item in items_of(text).exclusions] == ["Transport"]
    ticked = "# Stall\n\n## Scope\n\n| Item | Included | Excluded |\n|---|---|---|\n| Awning | ✓ | |\n| Lamp | | x |\n"
    assert items_of(ticked).exclusions == ()


def test_phases_with_what_is_done_are_the_work_for_want_of_a_list_of_it() -> None:
    plan = "\n\n## Our plan for the stall\n\n| Phase | What we do | Weeks |\n|---|---|---|\n| Build | Saw and paint | 2 |\n| Open | Hang the sign | 1 |\n"
    assert deliverables("# The stall of the village" + plan) == ["Saw and paint", "Hang the sign"]
    assert deliverables("# The stall of the village\n\n## Deliverables\n\n- The stall" + plan) == [
        "The stall"
    ]


def test_tasks_with_their_hours_are_the_work_of_an_estimate() -> None:
    text = "# Estimate for the stall\n\n| Task | Hours |\n|---|---|\n| Sawing | 10 |\n| Painting | 6 |\n| Total | 16 |\n"
    assert deliverables(text) == ["Sawing", "Painting"]
