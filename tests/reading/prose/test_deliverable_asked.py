"""Work that a client asked for later, and packages of which the client takes one."""

import pytest

from tests.reading.shown import items_of


def deliverables(markdown: str) -> list[str]:
    return [item.text.value for item in items_of(markdown).deliverables]


def options(markdown: str) -> list[str]:
    return [item.text.value for item in items_of(markdown).options]


TRACKER = """\
# {title}

{intro}

| # | {request} | {status} |
|---|-----------|----------|
| 1 | Larger hall photo | open |
| 2 | Second menu card | Not accepted |
"""


def test_what_a_list_of_requests_asks_for_is_its_work_unless_refused() -> None:
    text = TRACKER.format(
        title="Café Lind: change requests", intro="From the owner.", request="Request", status="Decision"
    )
    assert deliverables(text) == ["Larger hall photo"]


@pytest.mark.parametrize(
    ("title", "intro", "request_"),
    [
        ("Änderungswünsche Café Lind", "Was der Kunde sich von uns noch wünscht und für wann.", "Wunsch"),
        (
            "Solicitudes de cambio del café",
            "Lo que el cliente nos pide para la carta y el local.",
            "Solicitud",
        ),
        (
            "Demandes de modification du café",
            "Ce que le client demande pour la carte et les murs.",
            "Demande",
        ),
        ("Pedidos de alteração do café", "O que o cliente não tem e nos pede para a carta.", "Pedido"),
    ],
)
def test_requests_in_other_languages(title: str, intro: str, request_: str) -> None:
    tracker = TRACKER.format(title=title, intro=intro, request=request_, status="Status")
    assert "Larger hall photo" in deliverables(tracker)


def test_requests_beside_a_scope_are_not_the_scope() -> None:
    text = (
        "# Café\n\n## Scope\n\n- Menu card\n\n## Change log\n\n"
        "| Request | Status |\n|---|---|\n| Bigger type | open |\n"
    )
    assert deliverables(text) == ["Menu card"]


def test_bullets_below_a_heading_of_changes_are_asked_for_in_a_list_of_requests() -> None:
    asked = "# Café Lind: change requests\n\n## Changes of May\n\n- Move the map up\n- Add a phone button\n"
    assert deliverables(asked) == ["Move the map up", "Add a phone button"]
    log = "# Change log\n\n## Changes of May\n\n- Moved the map up\n- Added a phone button\n"
    assert deliverables(log) == []


def test_what_was_added_to_a_scope_later_goes_on_with_it() -> None:
    text = (
        "# Scope of work\n\n## The shop\n\n- Cart\n\n## Added in the second round\n\n"
        "- Gift cards\n- Wrapping\n"
    )
    assert deliverables(text) == ["Cart", "Gift cards", "Wrapping"]
    log = "# Scope of work\n\n## The shop\n\n- Cart\n\n## Change log\n\n- 3 May: colours agreed\n"
    assert deliverables(log) == ["Cart"]


PACKAGES = """\
# Consulting

{scope}## The offer

### Option A: visits

- One visit a month
- Price: $200

### Option B: launch

- Opening day plan
"""


def test_packages_to_choose_from_are_the_work_where_nothing_else_is() -> None:
    alone = PACKAGES.format(scope="")
    assert deliverables(alone) == ["One visit a month", "Opening day plan"]
    assert options(alone) == []


def test_packages_beside_other_work_are_options() -> None:
    beside = PACKAGES.format(scope="## Deliverables\n\n- Price list\n\n")
    assert deliverables(beside) == ["Price list"]
    assert "One visit a month" in options(beside)


def test_what_may_be_chosen_in_a_form_for_changes_is_no_work() -> None:
    form = PACKAGES.format(scope="").replace("# Consulting", "# Change order form")
    assert deliverables(form) == []


def test_responsibilities_in_a_table_of_the_scope_are_the_work() -> None:
    text = (
        "# Care plan\n\n## Scope\n\n"
        "| Layer | Responsibilities |\n|---|---|\n| Mail | Watch the queue |\n| Shop | Fix failed orders |\n"
    )
    assert deliverables(text) == ["Watch the queue", "Fix failed orders"]


def test_a_priced_table_of_modules_is_the_work_where_no_heading_says_so() -> None:
    text = (
        "# Quotation\n\n## Riding school portal\n\n## First agreement\n\n"
        "| # | Module | Description | Amount (KES) |\n|---|---|---|---|\n"
        "| 1 | Stable plan | Boxes and horses | 8,000 |\n| 2 | Lesson list | Times and riders | 5,000 |\n"
    )
    assert deliverables(text) == ["Stable plan", "Lesson list"]


def test_of_packages_priced_side_by_side_the_first_is_the_work_and_the_others_are_options() -> None:
    text = (
        "# Offer\n\n## Price\n\n### Package 1: $400\n\n**Includes:**\n\n"
        "- Shop sign\n- Menu\n\n### Package 2: $700\n\n**Includes:**\n\n"
        "- Terrace sign\n- Flags\n"
    )
    assert deliverables(text) == ["Shop sign", "Menu"]
    assert options(text) == ["Terrace sign", "Flags"]


def test_the_package_that_is_recommended_is_the_work() -> None:
    text = (
        "# Offer\n\n## Packages to choose from (options)\n\n### Package 1: $400\n\n"
        "- Menu\n\n### Package 2: $700 (recommended)\n\n- Menu\n- Terrace sign\n"
    )
    assert deliverables(text) == ["Menu", "Terrace sign"]
    assert options(text) == ["Menu"]


def test_ways_to_pay_are_no_packages_though_one_is_recommended() -> None:
    text = (
        "# Offer\n\n## Deliverables\n\n- Menu\n\n## Payment\n\n"
        "### Option 1: in one sum\n\n- $400 at the start\n\n"
        "### Option 2: in two (recommended)\n\n- $200 at the start\n- $200 at the end\n"
    )
    assert deliverables(text) == ["Menu"]
    assert options(text) == []


PHASES = """\
# Statement of work

## Scope

### Phase 1: plan

#### Activities

- Visit the orchard

{deliverables}
"""


def test_activities_of_a_phase_are_not_handed_over_beside_its_deliverables() -> None:
    text = PHASES.format(deliverables="#### Deliverables\n\n- Planting plan\n")
    assert deliverables(text) == ["Planting plan"]


def test_activities_are_the_work_of_a_phase_that_lists_nothing_else() -> None:
    assert deliverables(PHASES.format(deliverables="")) == ["Visit the orchard"]


def test_a_table_says_what_is_done_how_often_or_describes_it_where_no_heading_names_the_work() -> None:
    often = (
        "# Marketing plan\n\n| Service | Frequency | Details |\n|---|---|---|\n"
        "| Blog | 4 a month | 800 words |\n| Report | monthly | PDF |\n"
    )
    assert deliverables(often) == ["Blog", "Report"]
    described = (
        "# Marketing plan\n\n| Service | Description |\n|---|---|\n| Blog | 800 words |\n| Report | PDF |\n"
    )
    assert deliverables(described) == ["Blog", "Report"]
    tools = "# Marketing plan\n\n| Tool | Description |\n|---|---|\n| Mailer | sends |\n| Editor | writes |\n"
    assert deliverables(tools) == []


def test_works_to_be_done_are_the_work_and_what_costs_extra_is_not() -> None:
    text = (
        "# Bathroom\n\n**Works to be done**\n\n- Tiles off\n- New pipes\n\n"
        "**What costs extra**\n\n- Underfloor heating\n"
    )
    assert deliverables(text) == ["Tiles off", "New pipes"]
    assert options(text) == ["Underfloor heating"]


PLANS = """\
# Garden care

## What you receive

- Soil report

## {heading}

### Meadow{mark}

- Mowing twice a year

### Orchard

- Pruning in winter
"""


@pytest.mark.parametrize("heading", ["Care plans", "Pricing options", "Our packages", "Service packages"])
def test_all_packages_of_a_choice_are_the_work_where_none_is_recommended(heading: str) -> None:
    text = PLANS.format(heading=heading, mark="")
    assert deliverables(text) == ["Soil report", "Mowing twice a year", "Pruning in winter"]


@pytest.mark.parametrize(
    ("heading", "work", "meadow", "orchard"),
    [
        ("Pakete", "Leistungsumfang", "Wiese", "Obstgarten"),
        ("Formules", "Prestations", "Prairie", "Verger"),
        ("Paquetes", "Alcance", "Pradera", "Huerto"),
        ("Pacotes", "Escopo", "Prado", "Pomar"),
    ],
)
def test_packages_are_told_in_every_language(heading: str, work: str, meadow: str, orchard: str) -> None:
    text = f"# Garten\n\n## {work}\n\n- A\n\n## {heading}\n\n### {meadow}\n\n- B\n\n### {orchard}\n\n- C\n"
    assert deliverables(text) == ["A", "B", "C"]


def test_of_packages_the_recommended_one_is_the_work() -> None:
    text = PLANS.format(heading="Care plans", mark=" (recommended)")
    assert deliverables(text) == ["Soil report", "Mowing twice a year"]
    assert options(text) == ["Pruning in winter"]


def test_what_stands_below_one_price_is_no_choice_of_packages() -> None:
    text = PLANS.format(heading="Investment", mark="")
    assert deliverables(text) == ["Soil report"]


def test_a_table_of_how_much_of_each_service_is_included_lists_work_and_one_of_ticks_does_not() -> None:
    table = (
        "# Website\n\n## Scope\n\n- Home page\n\n## Maintenance plan\n\n| Service | Included |\n|---|---|\n"
    )
    amounts = "| Text changes | four a month |\n| Backups | every night |\n"
    assert deliverables(table + amounts) == ["Home page", "Text changes", "Backups"]
    assert deliverables(table + "| Text changes | ✓ |\n| Backups | ✓ |\n") == ["Home page"]


def test_what_is_already_built_is_part_of_the_work_and_what_is_already_running_is_not() -> None:
    text = "# Shop\n\n## Scope\n\n- Checkout\n\n## What is already {}\n\n- Product pages\n"
    assert deliverables(text.format("built")) == ["Checkout", "Product pages"]
    assert deliverables(text.format("running")) == ["Checkout"]


def test_a_schedule_of_definitions_with_a_section_of_services_lists_them_there_alone() -> None:
    text = (
        "# Agreement\n\n## Schedule A: Scope of work and definitions\n\n"
        "### Included services\n\n- Posters\n\n### What a request is\n\n- One thing at a time\n\n"
        "### Working hours\n\n- Monday to Friday\n"
    )
    assert deliverables(text) == ["Posters"]


def test_headings_described_in_sentences_are_deliverables_and_parts_of_the_scope_are_not() -> None:
    text = "# Study\n\n## {}\n\n### Field notes\n\nForty pages.\n\n### Soil map\n\nOne sheet in colour.\n"
    assert deliverables(text.format("Deliverables")) == ["Field notes", "Soil map"]
    assert deliverables(text.format("Scope")) == []


def test_a_package_of_payments_among_others_is_one_of_work_and_ways_to_pay_are_not() -> None:
    shop = "# Shop\n\n## Packages\n\n### Package A: catalogue\n\n- Plants\n\n### Package B: payments\n\n- Cards\n"
    assert deliverables(f"{shop}\n### Package C: post\n\n- Labels\n") == ["Plants", "Cards", "Labels"]
    pay = "# Shop\n\n## Scope\n\n- Plants\n\n## Payment\n\n### Option A: at once\n\n- Bank transfer\n\n### Option B\n\n- Card\n"
    assert deliverables(pay) == ["Plants"]


ROWS = "| Item | Price |\n|---|---|\n| {} | $400 |\n| {} | $300 |\n"


def test_where_the_work_is_listed_with_prices_other_priced_tables_go_on_with_it() -> None:
    pool = "# Pool\n\n## Breakdown\n\n### Site preparation\n\n{}\n### Components\n\n{}\n"
    text = pool.format(ROWS.format("Hole", "Gravel"), ROWS.format("Shell", "Tiles"))
    assert deliverables(text) == ["Hole", "Gravel", "Shell", "Tiles"]


def test_a_priced_table_below_the_price_retells_the_work() -> None:
    text = "# Site\n\n## Scope\n\n- Home page\n\n## Quotation\n\n### Services\n\n"
    assert deliverables(text + ROWS.format("Build", "Launch")) == ["Home page"]


def test_lines_after_the_deliverables_say_other_things_in_the_same_way() -> None:
    text = "# Voice\n\n**Deliverables:** nine WAV files\n\n**Words:** 11,200\n**Usage:** training\n"
    assert deliverables(text) == ["nine WAV files"]


def test_slots_for_things_in_capitals_head_no_list() -> None:
    text = "# Order\n\n## Features\n\n- [FEATURE 1]\n- [FEATURE 2]\n\n## Included\n\nOIL AND WAX\n\n- Oil\n"
    assert deliverables(text) == ["[FEATURE 1]", "[FEATURE 2]", "Oil"]


def test_a_heading_of_scope_and_exclusions_heads_both() -> None:
    text = "# Site\n\n## Scope and exclusions\n\n### Scope\n\n- Logo\n\n### Exclusions\n\n- Print\n"
    assert deliverables(text) == ["Logo"]
    out = "# Site\n\n## Scope\n\n- Logo\n\n## Out of scope\n\n### Features\n\n- Print\n"
    assert deliverables(out) == ["Logo"]


def test_what_a_statement_of_work_assumes_is_no_work() -> None:
    text = (
        "# Site\n\n## Scope\n\n- Logo\n\n## Assumptions\n\nThis statement of work assumes:\n\n- A printer\n"
    )
    assert deliverables(text) == ["Logo"]


@pytest.mark.parametrize("heading", ["You receive:", "You'll get:", "The client receives:", "We hand over:"])
def test_what_the_client_receives_is_the_work_wherever_it_stands(heading: str) -> None:
    text = f"# Test\n\n## Scope\n\n- Shop\n\n## Reporting\n\n{heading}\n\n- Findings\n\nWe write:\n\n- On Fridays\n"
    assert deliverables(text) == ["Shop", "Findings"]
