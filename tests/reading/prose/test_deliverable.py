from tests.reading.shown import items_of


def deliverables(markdown: str) -> list[str]:
    return [item.text.value for item in items_of(markdown).deliverables]


def exclusions(markdown: str) -> list[str]:
    return [item.text.value for item in items_of(markdown).exclusions]


def test_nested_items_count_and_know_what_they_are_nested_in() -> None:
    items = items_of("# Site\n\n## Deliverables\n\n- Shop\n  - Cart\n  - Checkout\n")
    assert [(d.text.value, d.parents) for d in items.deliverables] == [
        ("Shop", ()),
        ("Cart", ("Shop",)),
        ("Checkout", ("Shop",)),
    ]
    assert items.deliverables[0].has_items


def test_a_heading_that_names_a_feature_is_context_and_one_that_names_the_list_is_not() -> None:
    items = items_of("# Site\n\n## Features\n\n### Staff area\n\n- Rota\n")
    assert items.deliverables[0].parents == ("Staff area",)


def test_what_the_client_owes_is_not_delivered() -> None:
    assert deliverables("# Site\n\n## Scope\n\n- Five pages\n- The client provides all photographs\n") == [
        "Five pages"
    ]


def test_facts_about_the_work_are_not_delivered() -> None:
    assert deliverables("# Site\n\n## Scope\n\n- Timeline: six weeks\n- Budget: $900\n- Booking form\n") == [
        "Booking form"
    ]


def test_a_line_that_is_left_out_is_an_exclusion_wherever_it_stands() -> None:
    text = "# Site\n\n## Scope\n\n- Five pages\n- Hosting is not included\n\n## Notes\n\n- Printing is not included\n"
    assert deliverables(text) == ["Five pages"]
    assert exclusions(text) == ["Hosting is not included", "Printing is not included"]


def test_an_aside_in_brackets_does_not_exclude_the_item() -> None:
    assert deliverables("# Site\n\n## Scope\n\n- Contact page (map not included)\n") == [
        "Contact page (map not included)"
    ]


def test_an_optional_line_is_an_option() -> None:
    items = items_of("# Site\n\n## Scope\n\n- Five pages\n- Newsletter (optional)\n")
    assert [option.text.value for option in items.options] == ["Newsletter (optional)"]


def test_a_list_of_exclusions_inside_the_scope_is_told_by_the_item_that_names_it() -> None:
    text = "# Site\n\n## Scope\n\n- Pages\n  - Home\n- Not included:\n  - Texts\n"
    assert deliverables(text) == ["Pages", "Home"]
    assert exclusions(text) == ["Texts"]


def test_a_page_called_contact_is_a_page() -> None:
    assert deliverables("# Site\n\n## Pages\n\n### Contact\n\n- Form\n\n### Team\n\n- Portraits\n") == [
        "Form",
        "Portraits",
    ]


def test_a_table_of_attributes_describes_the_item_in_its_heading() -> None:
    text = "# Flow\n\n## Deliverables\n\n### Invoice reader\n\n| Attribute | Description |\n|---|---|\n| Input | Mailbox |\n"
    assert deliverables(text) == ["Invoice reader"]


def test_total_rows_are_not_delivered() -> None:
    text = "# Quotation\n\n## Work\n\n| Item | Price |\n|---|---|\n| Menu | $80 |\n| **Total** | **$80** |\n"
    assert deliverables(text) == ["Menu"]


def test_priced_lines_count_only_when_nothing_else_is_listed() -> None:
    table = "## Price\n\n| Item | Price |\n|---|---|\n| Design | $80 |\n| Build | $90 |\n"
    assert deliverables(f"# Quotation\n\n{table}") == ["Design", "Build"]
    assert deliverables(f"# Quotation\n\n## Deliverables\n\n- Shop\n\n{table}") == ["Shop"]


def test_running_costs_are_not_delivered() -> None:
    text = "# Shop\n\n## Costs\n\n| Service | Cost |\n|---|---|\n| Domain | $14/year |\n| Mail | $6/month |\n"
    assert deliverables(text) == []


def test_a_cross_in_the_column_of_what_is_included_excludes_the_row() -> None:
    text = "# App\n\n## Features\n\n| Feature | Included |\n|---|---|\n| Login | ✅ |\n| Chat | ❌ |\n"
    assert deliverables(text) == ["Login"]
    assert exclusions(text) == ["Chat"]


def test_weeks_of_a_timeline_are_not_delivered() -> None:
    text = "# Site\n\n## Deliverables\n\n- Shop\n\n## Timeline\n\n- **Week 1:** design\n- **Week 2:** build\n"
    assert deliverables(text) == ["Shop"]


def test_sections_of_a_statement_of_work_hold_the_work_and_asides_do_not() -> None:
    text = "# Statement of work\n\n## Cabling\n\n- Run cable to each room\n\n## Checklist\n\n- [x] Signed\n"
    assert deliverables(text) == ["Run cable to each room"]


def test_an_enumeration_of_exclusions_in_a_sentence_is_taken_apart() -> None:
    text = "# Site\n\n## Out of scope\n\nCopywriting, paid fonts (two at most), translation\n"
    assert exclusions(text) == ["Copywriting", "paid fonts (two at most)", "translation"]


def test_members_of_an_enumeration_have_their_own_places() -> None:
    text = "# Site\n\n## Out of scope\n\nCopywriting, paid fonts, translation\n"
    spans = [item.text.span for item in items_of(text).exclusions]
    assert [text[span.start : span.end] for span in spans] == ["Copywriting", "paid fonts", "translation"]


def test_questions_still_open_and_risks_are_not_delivered() -> None:
    text = (
        "# Scope of work: bakery site\n\n## Pages\n\n- Home\n\n## Open points\n\n- Host of the site\n"
        "\n## Risks\n\n- Late photographs\n"
    )
    assert deliverables(text) == ["Home"]


def test_what_you_get_is_delivered_and_why_to_choose_it_is_not() -> None:
    text = "# Shop\n\n## You get\n\n- Catalogue\n\n## Why it suits you\n\nWhat you get:\n\n- A calm launch\n"
    assert deliverables(text) == ["Catalogue"]


def test_a_list_that_names_a_part_of_the_product_counts_beside_others_that_do_not() -> None:
    text = (
        "# Shop\n\n## How it looks\n\n### Customers see\n\n- Basket\n\n### Behind the counter\n\n- Backups\n"
    )
    assert deliverables(text) == ["Basket", "Backups"]


def test_a_heading_among_deliverables_may_name_one_by_any_word() -> None:
    text = (
        "# Study\n\n## Deliverables\n\n### Route options brief\n\nTwo pages.\n\n### Overview\n\nTwo things.\n"
    )
    assert deliverables(text) == ["Route options brief"]


def test_who_does_what_and_what_is_there_already_are_not_delivered() -> None:
    text = (
        "# Statement of work: club site\n\n## Pages\n\n- Home\n\n## Roles & responsibilities\n\n- Lead: Ana\n"
        "\n## What is already working\n\n### Main features\n\n- Photo import\n"
    )
    assert deliverables(text) == ["Home"]
