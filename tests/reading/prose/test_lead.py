"""What the line before a list says of it."""

import pytest

from scopelint.reading.prose.deliverable import found_items
from scopelint.reading.prose.reading import open_reading
from scopelint.reading.prose.role import Role
from scopelint.syntax.markdown import parse_markdown
from scopelint.text import SourceFile
from tests.reading.shown import items_of


def deliverables(markdown: str) -> list[str]:
    return [item.text.value for item in items_of(markdown).deliverables]


def exclusions(markdown: str) -> list[str]:
    return [item.text.value for item in items_of(markdown).exclusions]


def test_aims_are_not_delivered_though_a_line_says_that_they_include() -> None:
    text = "# Site\n\n## Objectives\n\nThe main goals of the project include:\n\n- Build trust\n- Improve sales\n"
    assert deliverables(text) == []


def test_a_line_that_leads_to_a_list_may_do_without_its_colon() -> None:
    text = "# Angebot\n\nAngeboten wird\n\n- die Gestaltung eines Schildes,\n- die Montage über der Tür.\n"
    assert deliverables(text) == ["die Gestaltung eines Schildes", "die Montage über der Tür."]
    finished = "# Angebot\n\nAngeboten wird nur im Raum Bonn.\n\n- Anfahrt mit dem Rad\n- Anruf vorab\n"
    assert deliverables(finished) == []


def test_what_someone_says_he_will_not_do_is_left_out_and_what_he_says_he_will_do_is_the_work() -> None:
    text = "# Letter\n\nI will:\n\n- review the accounts\n- write a forecast\n\nI will not:\n\n- audit the accounts\n"
    assert deliverables(text) == ["review the accounts", "write a forecast"]
    assert exclusions(text) == ["audit the accounts"]


def test_what_someone_says_he_will_do_counts_for_little_beside_a_list_of_work() -> None:
    text = "# Letter\n\n## Deliverables\n\n- Forecast\n\n## Working together\n\nI will:\n\n- answer within a day\n- keep notes\n"
    assert deliverables(text) == ["Forecast"]


def test_a_letter_that_quotes_as_follows_leads_to_the_work() -> None:
    text = "# Quotation\n\nWe are pleased to quote as follows:\n\n1. Twelve shelves: $1,440\n2. Two walls: $300\n"
    assert len(deliverables(text)) == 2


def test_a_line_that_leads_to_what_is_left_out_is_not_itself_left_out() -> None:
    text = "# Study\n\n## Scope\n\n- Report\n\nThe following is excluded:\n\n- Visual design\n"
    assert exclusions(text) == ["Visual design"]


@pytest.mark.parametrize(
    ("intro", "lead"),
    [
        ("A small job.", "What I propose:"),
        ("A small job.", "The Contractor agrees to:"),
        ("Für den Kunden und die Küche.", "Im Preis enthalten sind:"),
        ("Para el cliente y los suyos.", "Los trabajos son:"),
        ("Pour le client et la cuisine.", "Sont inclus :"),
        ("Para o cliente e não só.", "Estão inclusos:"),
    ],
)
def test_lines_that_lead_to_the_work(intro: str, lead: str) -> None:
    assert deliverables(f"# Café\n\n{intro}\n\n{intro} {lead}\n\n- Logo\n- Menu\n") == ["Logo", "Menu"]


@pytest.mark.parametrize(
    ("intro", "lead"),
    [
        ("Für den Kunden und die Küche.", "Das Angebot umfasst nicht:"),
        ("Para o cliente e não só.", "Ficam de fora:"),
    ],
)
def test_lines_that_lead_to_what_is_left_out(intro: str, lead: str) -> None:
    assert exclusions(f"# Café\n\n{intro}\n\n{intro} {lead}\n\n- Logo\n- Menu\n") == ["Logo", "Menu"]


@pytest.mark.parametrize(
    ("language", "leads"),
    [
        (
            "en",
            ["The site will have:", "The scope of work is as follows:", "We have completed the following:"],
        ),
        ("de", ["Der Preis umfasst:", "Ich kümmere mich um:", "Die App ermöglicht:", "Das Paket enthält:"]),
        (
            "es",
            ["Nos encargaremos de:", "El sitio web contará con:", "El paquete contiene:", "Cada mes haré:"],
        ),
        (
            "fr",
            ["Nous nous chargeons de :", "Seront livrés :", "Le site comportera :", "Le projet prévoit :"],
        ),
        ("pt", ["Vou cuidar de:", "O site terá:", "O pacote contém:", "Todo mês farei:"]),
    ],
)
def test_lines_of_their_own_that_lead_to_the_work(language: str, leads: list[str]) -> None:
    assert [lead for lead in leads if not _leads_to_work(lead, language)] == []


@pytest.mark.parametrize(
    ("language", "leads"),
    [
        ("en", ["The benefits include:", "Our tools include:", "To get started, please send:", "I noticed:"]),
        (
            "en",
            ["For an additional fee we can provide:", "The client is responsible for:", "Options include:"],
        ),
        ("de", ["Die Vorteile sind:", "Probleme:", "Der Auftraggeber verpflichtet sich:"]),
        ("es", ["Mi experiencia incluye:", "El cliente deberá:", "Problemas detectados:"]),
        ("fr", ["Les frais mensuels comprennent :", "Le client devra :", "Ne comprend pas :"]),
        ("pt", ["As vantagens são:", "O cliente deverá:", "Problemas encontrados:"]),
    ],
)
def test_lines_of_their_own_that_lead_to_other_matters(language: str, leads: list[str]) -> None:
    assert [lead for lead in leads if _leads_to_work(lead, language)] == []


def _leads_to_work(lead: str, language: str) -> bool:
    text = f"# Kiosk\n\nAlpha.\n\n## Kiosk 2\n\nBeta.\n\n{lead}\n\n- Alpha beta\n- Gamma\n\n## Kiosk 3\n\n- Zeta\n- Eta\n"
    reading = open_reading(parse_markdown(SourceFile("contract.md", text))[0], language)
    found = found_items(reading.parts, reading.lexicon)
    return [item.text.value for item in found if item.role is Role.DELIVERED] == ["Alpha beta", "Gamma"]
