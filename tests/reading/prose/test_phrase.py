"""Wording that leaves open what is owed, and wording that does not."""

import pytest

from scopelint.diagnostics import Confidence
from scopelint.model import Phrase
from scopelint.reading.document import read_document
from scopelint.text import SourceFile
from tests.reading.prose.told import prose_of

SCOPE = "# Offer\n\n## Deliverables\n\n- {}\n"


def phrases(text: str) -> list[tuple[str, str]]:
    return [(phrase.group, phrase.text.value) for phrase in prose_of(text).phrases]


@pytest.mark.parametrize(
    ("text", "group", "words"),
    [
        ("Home, about, contact, etc.", "open-list", "etc"),
        ("Banner ads, flyers and more", "open-list", "and more"),
        ("Sand and prime the wall as needed", "escape", "as needed"),
        ("Various banners", "vague-amount", "Various banners"),
        ("Minor layout tweaks after launch", "open-promise", "Minor layout tweaks"),
        ("Ongoing technical support", "open-promise", "Ongoing technical support"),
        ("Basic SEO", "unmeasured-quality", "Basic"),
        ("Colours to be decided later", "deferral", "to be decided later"),
        ("Minor feature improvements", "open-promise", "Minor feature improvements"),
        ("Reasonable help with the move", "open-promise", "Reasonable help"),
        ("Changes on request, within a day", "open-promise", "Changes on request"),
        ("Unlimited photo gallery updates", "open-promise", "Unlimited photo gallery updates"),
        ("The package may include a menu", "deferral", "may include"),
        ("Night shoots may involve additional costs", "deferral", "may involve additional costs"),
        ("We resolve any issues after launch", "open-promise", "resolve any issues"),
        ("Help with DNS", "open-promise", "Help with"),
        ("Perpetual technical support", "open-promise", "Perpetual technical support"),
        ("The price varies", "deferral", "price varies"),
        ("Watering, free for lifetime", "open-promise", "free for lifetime"),
        ("We work out the details later", "deferral", "work out the details"),
        ("Reasonable corrections after the fitting", "open-promise", "Reasonable corrections"),
        ("Several rounds of tastings", "open-promise", "Several rounds of"),
        ("We make any final changes", "open-promise", "make any final changes"),
        ("Move all existing pages", "open-list", "all existing pages"),
        ("All fixes of the gate are included", "open-list", "All fixes of the gate are included"),
        ("The wall meets professional standards", "unmeasured-quality", "meets professional standards"),
        ("Rush orders may lead to extra charges", "deferral", "may lead to extra charges"),
        (
            "Watering 5 days a week, paths, beds, hedges, pots, ponds, minor repairs and small fixes",
            "open-promise",
            "small fixes",
        ),
    ],
)
def test_open_wording_in_what_is_delivered(text: str, group: str, words: str) -> None:
    assert (group, words) in phrases(SCOPE.format(text))


@pytest.mark.parametrize(
    "text",
    [
        "# Offer\n\n## Exclusions\n\n- Hosting, fonts, etc.\n",
        "# Offer\n\n## Client responsibilities\n\n- Texts, images, etc.\n",
        "# Offer\n\n## Deliverables\n\n- Contact form (name, email, etc.)\n",
        "# Offer\n\n## Deliverables\n\n- Rename `etc.conf`\n",
        "# Offer\n\n## Liability\n\nWe use reasonable efforts.\n",
        '# Offer\n\n## Deliverables\n\n- Replace the slogan "fast, modern, etc." by a new one\n',
        "# Offer\n\n## Ongoing support\n",
        "# Offer\n\n## Price\n\nAdjustments needed?\n",
        "# Offer\n\n## Deliverables\n\n- A shelf\n\n### Not needed\n\n- Doors, etc.\n",
        "# Offer\n\n## Support\n\nOngoing maintenance requires a separate agreement.\n",
        "# Offer\n\n## Deliverables\n\n- A brochure (if applicable)\n",
        "# Offer\n\n## Deliverables\n\n- Prune if small, and we may include it\n",
        "# Offer\n\n## Deliverables\n\n- Five minor repairs a month\n",
        "# Offer\n\n## Price\n\nThe water bill is yours; its cost may vary with usage.\n",
        "# Offer\n\n## Timeline\n\n- Week 3: adjustments\n",
        "# Offer\n\n## Terms\n\nWe work as needed.\n",
        "# Offer\n\n## Deliverables\n\n- As a gardener, I want to figure out which plants are thirsty\n",
        "# Offer\n\n## Support\n\n| Kind | Terms |\n|---|---|\n| Fixes | Defects are corrected free of charge |\n",
    ],
)
def test_wording_that_harms_nobody(text: str) -> None:
    assert phrases(text) == []


def only(text: str) -> Phrase:
    (phrase,) = prose_of(text).phrases
    return phrase


def test_confidence_is_lower_outside_what_is_owed() -> None:
    owed = only(SCOPE.format("Minor edits after the launch"))
    told = only("# Offer\n\n## Support\n\nMinor edits after the launch.\n")
    assert (owed.confidence, told.confidence) == (Confidence.MEDIUM, Confidence.LOW)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("Background", "They sell tea, coffee, etc."),
        ("Support", "We answer as soon as possible."),
        ("Price", "Basic reports are in the first package."),
        ("Timeline", "- Week 2: draft, etc."),
    ],
)
def test_lists_praise_and_escapes_count_only_for_what_is_owed(kind: str, text: str) -> None:
    assert phrases(f"# Offer\n\n## {kind}\n\n{text}\n") == []


def test_an_option_to_be_chosen_is_said_with_little_weight() -> None:
    option = only("# Offer\n\n## Options\n\n### Option A\n\n- Basic search\n")
    assert option.confidence is Confidence.LOW


@pytest.mark.parametrize(
    ("language", "text", "group"),
    [
        ("de", "Alle Anpassungen sind inklusive", "open-list"),
        ("de", "Kontinuierliche Verbesserung der Texte", "open-promise"),
        ("es", "Fotos, textos y mucho más", "open-list"),
        ("es", "Cambios según lo solicitado", "escape"),
        ("es", "Cambios hasta su completa satisfacción", "open-promise"),
        ("fr", "Toutes les mises à jour sont incluses", "open-list"),
        ("fr", "Interventions selon vos disponibilités", "escape"),
        ("fr", "Amélioration continue des textes", "open-promise"),
    ],
)
def test_the_same_in_other_languages(language: str, text: str, group: str) -> None:
    assert group in {phrase.group for phrase in prose_of(SCOPE.format(text), language).phrases}


def test_what_is_left_open_of_the_price_counts_among_the_terms() -> None:
    text = "# Offer\n\n## Terms\n\n### Revisions\n\nFurther rounds may incur extra charges.\n"
    assert ("deferral", "may incur extra charges") in phrases(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Kleinere Textanpassungen nach der Abnahme"),
        ("es", "Pequeños cambios de texto después de la entrega"),
        ("fr", "Petites retouches des textes après la livraison"),
        ("pt", "Pequenos ajustes de texto depois da entrega"),
    ],
)
def test_small_changes_without_a_number_in_other_languages(language: str, text: str) -> None:
    assert "open-promise" in {phrase.group for phrase in prose_of(SCOPE.format(text), language).phrases}


@pytest.mark.parametrize(
    "text",
    [
        "Log in with basic authentication",
        "A page for the basic plan",
        "Two corrections, no more than 3 hours in all",
        "4 content updates a year",
        "Small changes of the texts (2 a month)",
        "Unlimited traffic",
        "Minor fixes at my hourly rate",
        "Basic photo retouching (dust, light and colour balance)",
        "Delivery a week after receiving all required content",
        "Ongoing maintenance is not included",
    ],
)
def test_words_that_look_open_and_are_not(text: str) -> None:
    assert phrases(SCOPE.format(text)) == []


def test_a_word_itemised_below_is_no_matter() -> None:
    listed = SCOPE.format("Basic training\n  - how to add a page\n  - how to add a picture")
    assert phrases(listed) == []


def test_a_list_below_closes_a_list_that_sounds_open() -> None:
    listed = SCOPE.format("Website with all pages:\n  - home\n  - contact")
    assert phrases(listed) == []
    may = SCOPE.format("The website may include:\n  - a shop\n  - a blog")
    assert phrases(may) == [("deferral", "may include")]


def test_terms_may_hold_a_section_on_revisions() -> None:
    terms = "# Offer\n\n## Legal terms\n\n### {}\n\n- All orders include unlimited revisions\n"
    assert phrases(terms.format("Revisions")) == [("unbounded-revisions", "unlimited revisions")]
    assert phrases(terms.format("Liability")) == []


@pytest.mark.parametrize(
    ("language", "open_ended", "closed"),
    [
        ("es", "Todas las modificaciones que solicite", "Historial de todas las modificaciones"),
        ("fr", "Toutes les modifications souhaitées", "Historique de toutes les modifications"),
        ("pt", "Todas as alterações necessárias", "Histórico de todas as alterações"),
    ],
)
def test_all_changes_are_unbounded_when_somebody_wants_them(
    language: str, open_ended: str, closed: str
) -> None:
    def groups(text: str) -> set[str]:
        return {phrase.group for phrase in prose_of(SCOPE.format(text), language).phrases}

    assert "unbounded-revisions" in groups(open_ended)
    assert "unbounded-revisions" not in groups(closed)


def test_overlapping_wordings_are_one() -> None:
    assert phrases(SCOPE.format("Minor tweaks")) == [("open-promise", "Minor tweaks")]


@pytest.mark.parametrize(
    "text",
    [
        "Basic SEO: page titles, descriptions and a sitemap",
        "Minor layout tweaks (up to five hours in all)",
        "Basic SEO – titles and descriptions of all five pages",
        "Basic SEO:",
    ],
)
def test_a_weak_word_told_out_right_there_is_no_matter(text: str) -> None:
    assert phrases(SCOPE.format(text)) == []


def test_a_deliverable_counts_whatever_its_section_is_called() -> None:
    text = "# Offer\n\n## 1. Frontend - $900\n\n{}\n\n## 2. Backend - $800\n\n* **Admin:** a page to edit texts\n"
    listed = text.format("* **Pages:**\n    * Home and contact\n    * Basic SEO")
    assert read_document(SourceFile("offer.md", listed)).phrases
    told = text.format("Basic SEO came up in our call.")
    assert not read_document(SourceFile("offer.md", told)).phrases


def test_polarity_and_measure() -> None:
    assert only(SCOPE.format("No ongoing support")).negated
    assert only(SCOPE.format("Ongoing support for 3 months")).measured


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Note to self: raise the price before sending.", "internal-note"),
        ("Internal note: our margin is 40%.", "internal-note"),
        ("Remove this section before sending.", "internal-note"),
        ("The writer delivers a free sample article first.", "free-work"),
        ("An unpaid trial week comes first.", "free-work"),
    ],
)
def test_other_groups(text: str, group: str) -> None:
    assert group in {found for found, _ in phrases(f"# Offer\n\n{text}\n")}


def test_what_another_paper_lists_is_agreed_there() -> None:
    listed = "# Offer\n\n## Scope\n\nThe gate passes the tests listed in the proposal of 3 May.\n"
    assert phrases(listed) == []


def test_use_inside_a_company_is_no_note_to_oneself() -> None:
    assert phrases("# Offer\n\n## Needs\n\n- Internal use only, no portal for customers\n") == []
    noted = phrases("# Offer\n\n## Needs\n\nInternal use only\n")
    assert [group for group, _ in noted] == ["internal-note"]


@pytest.mark.parametrize("text", ["Past samples are on my website.", "Users get a free trial of the app."])
def test_no_free_work(text: str) -> None:
    assert "free-work" not in {group for group, _ in phrases(f"# Offer\n\n{text}\n")}


def test_wording_in_a_slot_is_for_the_author() -> None:
    assert phrases(SCOPE.format("{Pages: home, menu, etc.}")) == []


def test_what_is_left_to_be_agreed_counts_beside_the_price_too() -> None:
    assert ("deferral", "to be agreed") in phrases(
        "# Offer\n\n## Payment\n\n- A fee per page (to be agreed)\n"
    )
