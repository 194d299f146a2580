"""Terms made comparable: what differs in words only is equal, what is about another thing is apart."""

import pytest

from tests.reading.prose.told import prose_of


def stated(text: str, term: str) -> set[tuple[str, str | None]]:
    return {(s.value, s.about) for s in prose_of(text).statements if s.term == term}


def test_equal_in_other_words() -> None:
    text = "# Offer\n\nEither side may terminate with 14 days' notice.\n\n## End\n\nTermination: two weeks' notice.\n"
    assert {value for value, _ in stated(text, "notice")} == {"14 day"}


def test_two_prices_of_one_thing_clash() -> None:
    text = "# Offer\n\nTotal price: $4,000.\n\n## Payment\n\nThe total cost of $4,500 is due on delivery.\n"
    assert {value for value, _ in stated(text, "price")} == {"4000.00 USD", "4500.00 USD"}


def test_prices_of_options_are_apart() -> None:
    text = "# Offer\n\n## Option A\n\nTotal price: $4,000.\n\n## Option B\n\nTotal price: $6,000.\n"
    assert stated(text, "price") == set()


def test_rounds_of_different_things_are_apart() -> None:
    text = "# Offer\n\n## Logo\n\nTwo rounds of revisions.\n\n## Flyer\n\nOne round of revisions.\n"
    assert stated(text, "revision-rounds") == {("2", "logo"), ("1", "flyer")}


def test_a_section_without_kind_may_speak_of_the_whole() -> None:
    text = "# Offer\n\n## How it works\n\nTwo rounds of feedback.\n\n## Revisions\n\nThree rounds of revisions.\n"
    assert stated(text, "revision-rounds") == {("2", None), ("3", None)}


def test_rows_are_about_their_first_cell() -> None:
    text = "# Offer\n\n| Item | Revisions | Days |\n|---|---|---|\n| Logo | 2 revision rounds | 5 |\n"
    assert stated(text, "revision-rounds") == {("2", "logo")}


def test_references_to_sections_and_not_to_laws() -> None:
    text = "# Offer\n\n## 1. Work\n\nPaid as in Section 4.2. See Section 7 of the Copyright Act.\n"
    assert stated(text, "section-reference") == {("4.2", None)}


def test_an_addendum_refers_to_the_sections_of_what_it_changes() -> None:
    text = "\n\n## 8.2 Support\n\nThis modifies Section 8.1 for the client.\n"
    assert stated(f"# Contract addendum{text}", "section-reference") == set()
    assert stated(f"# Contract{text}", "section-reference") == {("8.1", None)}


def test_a_number_in_a_name_refers_to_no_section() -> None:
    named = "# Offer\n\n## 1 Work\n\nThe client is the growers' club of Section 14 El Molino Norte.\n"
    assert stated(named, "section-reference") == set()
    assert stated(named.replace(" El Molino Norte", " below"), "section-reference") == {("14", None)}


def test_names_with_their_legal_form() -> None:
    text = "# Offer\n\nBetween Alder Works LLC and Birch Ltd. Alder Works Inc. pays.\n"
    assert stated(text, "party-name") == {("llc", "alder works"), ("ltd", "birch"), ("inc", "alder works")}


def test_defined_terms() -> None:
    assert stated('# Offer\n\nThe work in Annex A (the "Services") is done.\n', "term-definition") == {
        ("services", None)
    }


def test_items_that_name_a_thing_are_about_it() -> None:
    text = "# Offer\n\n## Scope\n\n- Logo with {}\n- Flyer with three rounds of revisions\n"
    differing = stated(text.format("two rounds of revisions"), "revision-rounds")
    assert {about for _, about in differing} == {
        "logo with two rounds of revisions",
        "flyer with three rounds of revisions",
    }
    assert stated(text.format("three rounds of revisions"), "revision-rounds") == {("3", None)}


def test_net_terms_are_days() -> None:
    text = "# Offer\n\n## Payment\n\nInvoices are due within 14 days.\n\n## Terms\n\nPayment terms: net 30.\n"
    assert {value for value, _ in stated(text, "payment-term")} == {"14 day", "30 day"}


def test_one_event_in_two_words() -> None:
    text = "# Offer\n\nDelivery date: 12 May 2026.\n\n## Timeline\n\nThe site will be delivered by 20 May 2026.\n"
    assert stated(text, "due-date") == {("2026-05-12", "delivery"), ("2026-05-20", "delivery")}


def test_pages_of_the_whole_site() -> None:
    text = "# Offer\n\nAn eight page website.\n\n## Scope\n\n- 6-page website\n- 2 landing pages\n"
    assert {value for value, _ in stated(text, "pages")} == {"8", "6"}


def test_how_long_an_offer_is_valid() -> None:
    text = "# Offer\n\nValid: 14 days\n\n## Terms\n\nThis quotation is valid for 30 days.\n"
    assert {value for value, _ in stated(text, "validity")} == {"14 day", "30 day"}


def test_who_stands_on_which_side() -> None:
    text = "# Offer\n\n**Prepared for:** Ann Lee\n**Prepared by:** Bo Ek\n"
    assert stated(text, "party-side") == {("ann lee", "client"), ("bo ek", "provider")}
    aligned = f"# Offer\n\n**Client**{' ' * 40}: Ann Lee\n**Contractor** | Bo Ek\n"
    assert stated(aligned, "party-side") == {("ann lee", "client"), ("bo ek", "provider")}
    assert stated("# Offer\n\n**Client:** Your Name\n", "party-side") == set()


def test_offers_to_choose_from_are_apart() -> None:
    text = "# Offer\n\n# Tier 1\n\n30 days of support.\n\n# Tier 2\n\n## Support\n\n60 days of support.\n"
    assert {about for _, about in stated(text, "support-period")} == {"tier 1", "tier 2"}


def test_items_with_a_name_before_their_number_are_about_it() -> None:
    rounds = (
        "# Offer\n\n## Revisions\n\n- Small print: {} of revisions\n- Large print: two rounds of revisions\n"
    )
    assert stated(rounds.format("one round"), "revision-rounds") == {
        ("1", "small print"),
        ("2", "large print"),
    }
    assert stated(rounds.format("two rounds"), "revision-rounds") == {("2", None)}


def test_a_phase_called_support_lasts_as_long_as_the_phase() -> None:
    text = "# Offer\n\n## Timeline\n\n| Phase | Duration |\n|---|---|\n| Launch & support | 2 weeks |\n"
    assert stated(text, "support-period") == set()


def test_notice_after_a_breach_is_another_matter() -> None:
    text = "# Offer\n\nEither side may terminate with {} notice{}.\n"
    assert stated(text.format("14 days'", ""), "notice") == {("14 day", None)}
    assert stated(text.format("5 days'", " if invoices stay unpaid"), "notice") == set()


def test_days_of_different_things_are_apart() -> None:
    text = "# Offer\n\nThe sign is delivered by 4 May 2026. The {} is delivered by 14 May 2026.\n"
    assert {about for _, about in stated(text.format("frame"), "due-date")} == {
        "sign delivered",
        "frame delivered",
    }
    assert {about for _, about in stated(text.format("painted sign"), "due-date")} == {"sign delivered"}


def test_when_work_begins_how_soon_one_answers_what_a_round_costs() -> None:
    text = (
        "# Offer\n\n**Start date:** 1 March 2026. We answer all emails within two days.\n\n## Terms\n\n"
        "Work begins on 8 March 2026. Response time: 24 hours. Each additional round costs $90.\n"
    )
    assert {value for value, _ in stated(text, "start-date")} == {"2026-03-01", "2026-03-08"}
    assert {value for value, _ in stated(text, "response-time")} == {"24 hour", "48 hour"}
    assert stated(text, "extra-round-price") == {("90.00 USD", None)}


def test_further_rounds_priced_in_one_paragraph_are_of_several_things() -> None:
    text = "# Shop\n\n## Revisions\n\nA further round of the logo costs $50. A further round of the map costs $90.\n"
    assert len({about for _, about in stated(text, "extra-round-price")}) == 2


def test_answers_to_what_is_urgent_are_others() -> None:
    text = "# Offer\n\n## Contact\n\nUrgent: response within 2 hours. Response time: 24 hours.\n"
    assert stated(text, "response-time") == {("24 hour", None)}


def test_fees_paid_once_and_by_the_month_may_fall_due_apart() -> None:
    text = "# Terms\n\n- The one-time payment is due within 7 days.\n- Monthly services are due within 15 days.\n"
    assert not stated(text, "payment-term")


def test_what_an_hourly_rate_would_come_to_is_no_rate_and_no_price() -> None:
    text = "# Offer\n\n| What | Amount |\n|---|---|\n| Hourly rate | $150/hour |\n| Total value at hourly rate | $3,600 |\n"
    assert {value for value, _ in stated(text, "rate")} == {"150.00 USD"}
    assert not stated(text, "price")


@pytest.mark.parametrize(
    ("net", "gross"),
    [
        ("Total HT : 1 900,00 €", "Total TTC : 2 280,00 €"),
        ("Gesamtpreis netto: 1.900,00 €", "Gesamtpreis brutto: 2.261,00 €"),
        ("Precio total sin IVA: 1.900,00 €", "Precio total con IVA: 2.299,00 €"),
        ("Preço total sem IVA: 1.900,00 €", "Preço total com IVA: 2.337,00 €"),
    ],
)
def test_a_total_before_tax_is_another_than_the_one_with_it(net: str, gross: str) -> None:
    terms = {
        "HT": "# Devis pour la cliente\n\n",
        "netto": "# Angebot für die Kundin\n\n",
        "sin": "# Presupuesto para el cliente\n\n",
        "sem": "# Orçamento para o cliente e a equipa\n\n",
    }
    head = next(head for word, head in terms.items() if word in net)
    assert len({about for _, about in stated(f"{head}{net}\n\n{gross}\n", "price")}) == 2


def test_two_totals_before_tax_clash_all_the_same() -> None:
    text = "# Devis pour la cliente\n\nPrix total : 4 800 € HT.\n\n## Le règlement\n\nPrix total : 4 900 €.\n"
    assert {about for _, about in stated(text, "price")} == {None}


def test_totals_that_lead_from_one_to_the_next_are_no_price() -> None:
    rows = "| Item | Amount |\n|---|---|\n| Wall | $400 |\n| Gate | $100 |\n| Total | $500 |\n| Total incl. tax | $550 |\n"
    text = f"# Offer\n\nTotal price: $500.\n\n## Overview\n\n{rows}"
    assert stated(text, "price") == {("500.00 USD", None)}


def test_days_to_change_ones_mind_are_no_notice() -> None:
    text = "# Offer\n\nYou may cancel within 3 days of signing by written notice.\n\n## End\n\nTermination: two weeks' notice.\n"
    assert {value for value, _ in stated(text, "notice")} == {"14 day"}


def test_models_to_choose_from_are_apart() -> None:
    text = "# Oferta\n\n## Modelo 1\n\n**Condições:**\n\n- 1 mês de suporte\n\n## Modelo 2\n\n**Condições:**\n\n- 2 meses de suporte\n"
    found = [s.about for s in prose_of(text, "pt").statements if s.term == "support-period"]
    assert found == ["modelo 1", "modelo 2"]


def test_instalments_of_one_amount_are_called_by_their_labels() -> None:
    lines = "**Second:** $900, due on 3 May 2026\n**Third:** $900, due on 3 June 2026"
    found = prose_of(f"# Offer\n\n## Payment\n\n{lines}\n").statements
    about = [one.about for one in found if one.term == "due-date"]
    assert len(set(about)) == len(about)
