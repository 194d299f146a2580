"""What headings say their sections are about."""

import pytest

from scopelint.reading.lexicon import load_lexicon
from scopelint.reading.prose.section import heading_kinds


@pytest.mark.parametrize(
    ("language", "title", "kind"),
    [
        ("en", "What's not included", "exclusions"),
        ("en", "Out of Scope for v1", "exclusions"),
        ("en", "Scope limitations", "exclusions"),
        ("en", "What's included", "deliverables"),
        ("en", "🧾 What you'll get", "deliverables"),
        ("en", "Client responsibilities", "client-duties"),
        ("en", "What we need from you", "client-duties"),
        ("en", "Payment schedule", "milestones"),
        ("en", "Terms of payment", "payment"),
        ("en", "Monthly Retainer: $200/mo", "price"),
        ("en", "Change orders", "change-log"),
        ("en", "Scope changes", "change-log"),
        ("en", "Change requests", "change-process"),
        ("en", "Acceptance criteria", "acceptance"),
        ("en", "Acceptance of this quotation", "signatures"),
        ("en", "Revisions", "revisions"),
        ("en", "Future enhancements (optional)", "options"),
        ("de", "Nicht enthaltene Leistungen", "exclusions"),
        ("de", "Korrekturschleifen", "revisions"),
        ("de", "Zahlungsplan", "milestones"),
        ("de", "Abnahme", "acceptance"),
        ("es", "Fuera de alcance", "exclusions"),
        ("es", "CONDICIONES DE PAGO", "payment"),
        ("fr", "Périmètre de la mission", "scope"),
        ("fr", "Résiliation", "termination"),
        ("pt", "O que não está incluso", "exclusions"),
        ("pt", "Cronograma", "timeline"),
        ("en", "You'll receive", "deliverables"),
        ("en", "Final files", "deliverables"),
        ("en", "Off the table", "exclusions"),
        ("en", "This quote excludes", "exclusions"),
        ("en", "What you'll need to send", "client-duties"),
        ("en", "Upgrades available", "options"),
        ("en", "Rules of engagement", "terms"),
        ("de", "Was Sie bekommen", "deliverables"),
        ("de", "Was drin ist", "deliverables"),
        ("de", "Nicht dabei", "exclusions"),
        ("de", "Was ich noch brauche", "client-duties"),
        ("de", "Vom Auftraggeber zu liefern", "client-duties"),
        ("de", "Zusätzlich buchbar", "options"),
        ("es", "Qué vas a recibir", "deliverables"),
        ("es", "Lo que queda fuera", "exclusions"),
        ("es", "El cliente aporta", "client-duties"),
        ("fr", "Le devis comprend", "price"),
        ("fr", "Ce que le devis ne comprend pas", "exclusions"),
        ("fr", "À fournir par le client", "client-duties"),
        ("pt", "O cliente fornece", "client-duties"),
    ],
)
def test_kind(language: str, title: str, kind: str) -> None:
    assert heading_kinds(title, load_lexicon(language))[0] == kind


@pytest.mark.parametrize(
    "title",
    [
        "Home page",
        "Booking module for guests",
        "Final exam",
        "Receive parcels",
        "A long bold sentence that says when the whole of the work can at last be started by us",
    ],
)
def test_no_kind(title: str) -> None:
    assert heading_kinds(title, load_lexicon("en")) == ()


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Website design services agreement"),
        ("de", "Leistungsvertrag"),
        ("es", "Contrato de prestación de servicios"),
        ("fr", "Contrat de prestation de services"),
        ("pt", "Contrato de prestação de serviços"),
    ],
)
def test_what_the_contract_is_called_lists_no_work(language: str, title: str) -> None:
    assert {"deliverables", "scope"}.isdisjoint(heading_kinds(title, load_lexicon(language)))
