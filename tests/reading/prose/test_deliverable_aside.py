"""What stands among the work and is none of it."""

import pytest

from tests.reading.shown import items_of


def deliverables(markdown: str) -> list[str]:
    return [item.text.value for item in items_of(markdown).deliverables]


def exclusions(markdown: str) -> list[str]:
    return [item.text.value for item in items_of(markdown).exclusions]


def test_an_item_in_few_words_with_a_list_below_is_a_thing_unless_it_says_what_kind_of_list_follows() -> None:
    text = "# Shop\n\n## Deliverables\n\n- Staff rota:\n  - Share by mail\n- Features:\n  - Gift cards\n"
    assert deliverables(text) == ["Staff rota:", "Share by mail", "Gift cards"]


def test_what_a_heading_asks_is_answered_below_and_not_delivered() -> None:
    text = (
        "# Site\n\n## Scope\n\n- Booking page\n\n### When is the small plan enough?\n\n- Few guests a day\n"
    )
    assert deliverables(text) == ["Booking page"]


def test_a_crossed_out_item_among_the_work_is_left_out() -> None:
    text = "# Site\n\n## Scope\n\n- ✅ Photo gallery\n- ❌ Print shop\n"
    assert deliverables(text) == ["Photo gallery"]
    assert exclusions(text) == ["Print shop"]


def test_a_page_named_like_a_fact_is_a_page_when_no_figure_follows_its_dash() -> None:
    text = "# Site\n\n## Pages\n\n- Home - opening hours\n- Contact - form and map\n- Timeline - 3 weeks\n"
    assert deliverables(text) == ["Home - opening hours", "Contact - form and map"]


@pytest.mark.parametrize(
    ("heading", "item"),
    [
        ("Scope", "Best for: small cafés in a hurry"),
        ("Leistungsumfang", "Perfekt für kleine Cafés mit wenig Zeit und viel Kundschaft"),
        ("Alcance", "Tiempo estimado: 6 h del diseñador para los tres bocetos"),
        ("Escopo", "Ideal para cafés pequenos que não têm tempo"),
        ("Périmètre", "Coût total: 300 € pour la boutique et les photos"),
    ],
)
def test_praise_and_costs_are_no_work(heading: str, item: str) -> None:
    assert item not in deliverables(f"# Café\n\n## {heading}\n\n- Logo\n- {item}\n")


def test_a_clause_that_leaves_the_work_to_another_paper_lists_none() -> None:
    elsewhere = (
        "# Agreement\n\n## Services\n\nThe studio performs the work described in the attached proposal.\n"
    )
    assert deliverables(elsewhere) == []
    here = "# Agreement\n\n## Services\n\nThe studio paints the mural described in the sketch of 3 May.\n"
    assert deliverables(here) == ["The studio paints the mural described in the sketch of 3 May."]


def test_the_name_of_a_contract_names_no_list_of_work() -> None:
    text = "**GARDEN DESIGN SERVICES AGREEMENT**\n\n**Ada Byron** (designer)\n\n**Leo Moss** (client)\n"
    assert deliverables(text) == []


def test_clauses_below_the_name_of_a_contract_are_read_though_it_names_an_agreement() -> None:
    text = "# Bright Windows\n\n## Client agreement\n\n### What we will do\n\n- Clean the front monthly\n- Polish the sills\n"
    assert deliverables(text) == ["Clean the front monthly", "Polish the sills"]
    signing = "# Bright Windows\n\n## Next steps\n\n### Requirements\n\n- Send the keys\n- Sign the form\n"
    assert deliverables(signing) == []


@pytest.mark.parametrize(
    ("heading", "item"),
    [
        ("Bonuses included", "Care guide"),
        ("Bônus inclusos", "Manual em PDF"),
        ("Bonus offerts", "Guide en PDF"),
    ],
)
def test_what_comes_for_free_is_delivered(heading: str, item: str) -> None:
    assert deliverables(f"# Shop\n\n## {heading}\n\n- {item}\n- Logo\n") == [item, "Logo"]


def test_a_bonus_for_speed_is_no_work() -> None:
    assert deliverables("# Shop\n\n## Early completion bonus\n\n- 5 % before March\n- 2 % before May\n") == []


def test_what_is_put_off_to_a_later_phase_is_not_delivered() -> None:
    text = "# Site\n\n## Scope\n\n- Booking page\n\n### Deferred to phase 2\n\n- Loyalty cards\n"
    assert deliverables(text) == ["Booking page"]


def test_a_line_of_facts_may_name_the_work() -> None:
    text = "# Brief\n\nClient: Ada\nDeliverables: sign, menu, price list\nPrice: $500\n"
    assert deliverables(text) == ["sign", "menu", "price list"]
    assert deliverables("# Brief\n\nDeliverables date: 3 May\nPrice: $500\n") == []


def test_numbered_clauses_of_a_paper_that_is_all_scope_promise_work() -> None:
    text = (
        "# Scope of services\n\n1.1 Planting. The Contractor will plant forty trees.\n\n"
        "1.2 Fences. The Contractor will set the posts.\n\n1.3 Term. This paper holds for a year.\n"
    )
    assert deliverables(text) == ["Planting", "Fences"]


def test_a_price_in_bold_after_what_is_left_out_is_none_of_it() -> None:
    text = "# Angebot\n\n**Leistungen**\n\n- Schild\n\n**Nicht im Preis enthalten**\n\n- Montage\n\n**Preis:** 900 EUR\n"
    assert exclusions(text) == ["Montage"]


def test_an_overview_of_the_services_lists_them() -> None:
    text = "# Angebot\n\n## Unsere Leistungen im Überblick\n\n### Bau\n\n- Hochbeet\n- Zaun\n"
    assert deliverables(text) == ["Hochbeet", "Zaun"]


def test_an_abbreviation_in_capitals_is_an_item_and_a_line_in_capitals_names_a_list() -> None:
    text = "# Site\n\n## Not included\n\n- New pages\n- SEO\n"
    assert exclusions(text) == ["New pages", "SEO"]


def test_a_fee_in_bold_parts_no_work_from_its_package() -> None:
    package = (
        "# Offer\n\n## Services\n\n### Phase 1\n\n**One-time fee: $900**\n\n- Site visit\n- Soil report\n"
    )
    assert deliverables(package) == ["Site visit", "Soil report"]
    payments = (
        "# Offer\n\n## Services\n\n### Phase 1\n\n**Fee: $900**\n\n- $450 on signing\n- $450 at the end\n"
    )
    assert deliverables(payments) == []


def test_the_context_of_a_scope_is_none_of_it_but_a_page_may_be_called_overview() -> None:
    text = "# Work\n\n## Requirements\n\n### Business context\n\n- Orders get lost\n- Nobody counts stock\n"
    assert deliverables(text) == []
    page = "# Work\n\n## Pages\n\n### Stock overview\n\n- Count by shelf\n- Count by room\n"
    assert deliverables(page) == ["Count by shelf", "Count by room"]


def test_the_impact_on_a_scope_is_told_in_forms_and_delivers_nothing() -> None:
    assert deliverables("# Change order\n\n## Scope impact\n\nTasks that change and why they do.\n") == []


def test_when_and_how_much_to_pay_is_no_work_in_a_list_of_a_stage() -> None:
    text = (
        "# Zahlungsplan für den Anbau\n\n## 1. Rate - Beginn der Arbeiten\n\n- Zeitpunkt: März\n- Betrag: 5.000 €\n\n"
        "## 2. Rate - Ende der Arbeiten\n\n- Zeitpunkt: Mai\n- Betrag: 5.000 €\n"
    )
    assert deliverables(text) == []


def test_what_is_not_offered_is_left_out_though_it_stands_among_the_work() -> None:
    text = "# Portraits\n\n## Services\n\n- Ink portraits\n- We do not offer rush orders\n"
    assert deliverables(text) == ["Ink portraits"]
    assert exclusions(text) == ["We do not offer rush orders"]


def test_a_table_of_particulars_may_name_the_work_and_what_it_leaves_out() -> None:
    table = (
        "| Field | Value |\n|---|---|\n| Client | Acme |\n| Deliverables | sign, menu, price list |\n"
        "| Out of scope | printing |\n"
    )
    assert deliverables(f"# Statement of work\n\n{table}") == ["sign", "menu", "price list"]
    assert exclusions(f"# Statement of work\n\n{table}") == ["printing"]
    assert deliverables(f"# Café\n\n## Examples\n\n{table}") == []


def test_particulars_count_for_little_beside_a_list_of_work() -> None:
    text = "# Café\n\n| Field | Value |\n|---|---|\n| Deliverables | see below |\n\n## Deliverables\n\n- Menu\n- Sign\n"
    assert deliverables(text) == ["Menu", "Sign"]


def test_numbered_lines_below_what_is_included_and_what_is_not_are_its_items() -> None:
    text = (
        "# Agreement\n\n## 1. What is included\n\n1.1. Three banners\n1.2. One poster\n\n"
        "## 2. What is not included\n\n2.1. Copywriting\n2.2. Hosting\n\n## 3. Price\n\n500 USD\n"
    )
    assert deliverables(text) == ["Three banners", "One poster"]
    assert exclusions(text) == ["Copywriting", "Hosting"]


@pytest.mark.parametrize(
    ("intro", "done", "left"),
    [
        ("Pour le client et la cuisine.", "Ce que je fais", "Ce que je ne fais pas"),
        ("Para el cliente y los suyos.", "Lo que haremos", "Lo que no haremos"),
        ("Para o cliente e não só.", "O que vamos fazer", "O que não fazemos"),
        ("Für den Kunden und die Küche.", "Das mache ich", "Was ich nicht mache"),
    ],
)
def test_what_i_do_and_what_i_do_not(intro: str, done: str, left: str) -> None:
    text = f"# Café\n\n{intro}\n\n## {done}\n\n- Logo\n\n## {left}\n\n- Web\n"
    assert (deliverables(text), exclusions(text)) == (["Logo"], ["Web"])


def test_deliverables_and_limits_may_each_be_one_bold_clause() -> None:
    text = (
        "# Project agreement\n\n**1. Deliverables.** Cover sketches, inside pages and the print file.\n\n"
        "**2. Exclusions.** Printing and photography.\n\n**3. Fee.** $2,400.\n"
    )
    assert deliverables(text) == ["Cover sketches, inside pages and the print file."]
    assert exclusions(text) == ["Printing and photography."]


def test_a_line_after_a_quotation_may_say_what_it_leaves_out() -> None:
    text = "# Quote\n\n## Work\n\n- Tiles\n\n## Notes\n\nNot included: skip hire, painting, new pipes.\n"
    assert exclusions(text) == ["skip hire", "painting", "new pipes."]


def test_how_deliverables_are_accepted_is_none_of_them() -> None:
    text = "# Work\n\n## Deliverables\n\n- Report\n\n## Deliverable acceptance\n\nFive days to review each.\n"
    assert deliverables(text) == ["Report"]


def test_conditions_rights_and_dates_are_no_work() -> None:
    text = (
        "# Portraits\n\n## Scope of work\n\n- Ink portrait, A4\n- If you are unsure, we can talk about it first\n"
        "- I reserve the right to decline a request\n- Delivery by 3 May at the latest\n"
    )
    assert deliverables(text) == ["Ink portrait, A4"]


def test_what_someone_does_not_accept_is_left_out_item_by_item() -> None:
    text = "# Portraits\n\n## Scope\n\n- I draw people. I do not accept these types of requests:\n  - Logos\n  - Weapons\n"
    assert exclusions(text) == ["Logos", "Weapons"]


def test_no_other_lists_are_guessed_at_where_the_scope_lists_only_what_is_left_out() -> None:
    text = (
        "# Portraits\n\n## Scope\n\n- I do not accept logos\n\n## Before you write\n\n- Look at my gallery\n"
        "- Think of a pose\n\n## After that\n\n- Wait a week\n- Write again\n"
    )
    assert deliverables(text) == []
    assert exclusions(text) == ["I do not accept logos"]


def test_a_few_words_in_brackets_may_say_that_an_item_is_left_out_or_optional() -> None:
    text = "# Site\n\n## Scope\n\n- Menu (2 pages)\n- Translation (not included)\n- Gift cards (add-on)\n"
    items = items_of(text)
    assert deliverables(text) == ["Menu (2 pages)"]
    assert exclusions(text) == ["Translation (not included)"]
    assert [one.text.value for one in items.options] == ["Gift cards (add-on)"]


def test_a_word_joined_to_no_by_a_hyphen_leaves_nothing_out() -> None:
    text = "# Site\n\n## Scope\n\n- No-code editor\n- Not-found page\n- No hosting\n"
    assert deliverables(text) == ["No-code editor", "Not-found page"]
    assert exclusions(text) == ["No hosting"]


def test_a_row_is_named_by_words_and_not_by_its_number() -> None:
    table = "# Mural\n\n## Work\n\n| Item | Description | Price |\n|---|---|---|\n| 1 | Sketch on paper | 90 € |\n"
    assert deliverables(table) == ["Sketch on paper"]


@pytest.mark.parametrize(
    "text",
    [
        "## 8. Confidentiality\n\n### 8.1 Exclusions\n\n- What is public already\n- What was known before",
        "## Secrets\n\n### Confidentiality\n\nConfidential information does not include:\n\n- What is public already",
        "## Liability exclusions\n\n- Loss of profit\n- Loss of data",
    ],
)
def test_what_is_no_secret_or_not_answered_for_is_not_left_out_of_the_work(text: str) -> None:
    assert exclusions(f"# Mural\n\n## Scope\n\n- Sketch\n\n{text}\n") == []
    assert exclusions("# Mural\n\n## Liability\n\nNone.\n\n## Exclusions\n\n- Scaffold\n") == ["Scaffold"]


@pytest.mark.parametrize("column", ["Technology", "Tech stack", "Tools"])
def test_what_a_thing_is_made_with_is_not_delivered(column: str) -> None:
    table = f"| Component | {column} |\n|---|---|\n| Backend | Django |\n| Hosting | Fly |\n"
    assert deliverables(f"# Shop\n\n## Scope\n\n- Gift cards\n\n{table}") == ["Gift cards"]
    kept = table.replace(column, "What it does")
    assert deliverables(f"# Shop\n\n## Scope\n\n{kept}") == ["Backend", "Hosting"]


@pytest.mark.parametrize(
    ("heading", "yes", "no"),
    [
        ("# Shop\n\n## Scope", "Yes", "No"),
        ("# Angebot für den Laden\n\n## Leistungsumfang der Seite", "Ja", "Nein"),
    ],
)
def test_who_may_do_what_is_told_in_words_too(heading: str, yes: str, no: str) -> None:
    table = f"| Who | Clerk | Chief |\n|---|---|---|\n| Edit | {no} | {yes} |\n| View | {yes} | {yes} |\n"
    found = deliverables(f"{heading}\n\n- Kasse\n\n### 1. Listen\n\n{table}")
    assert found == ["Kasse"]


def test_why_something_is_used_is_no_page() -> None:
    text = (
        "# Shop\n\n## Proposed solution\n\n### Pages\n\n- Start\n\n### Why this team?\n\n- Quick to learn\n"
    )
    assert deliverables(text) == ["Start"]
