"""What kind of engagement a document is: whether its work is a gift, whether it only keeps a record."""

import pytest

from scopelint.model import ClauseStatus
from tests.reading.prose.told import prose_of

GIFTS = [
    "I offer this website to the choir pro bono.",
    "No fees are charged for the design of the poster.",
    "The photography is provided free of charge.",
    "Neither party is paid: this is a time for prints session.",
    "Das Shooting ist für dich und mich unentgeltlich.",
    "Le travail est réalisé à titre gracieux.",
    "O desenvolvimento é realizado de forma voluntária.",
    "El diseño será totalmente gratuito para la asociación.",
]

PAID = [
    "Two corrections are carried out free of charge.",
    "Support work is provided free of charge for three months.",
    "The first consultation is free of charge.",
    "There are no fees for changes to the design.",
    "Korrekturen am Entwurf sind kostenlos.",
    "La première correction du travail est gratuite.",
    "El cliente es una asociación sin ánimo de lucro.",
]


def _payment(text: str) -> ClauseStatus | None:
    found = {clause.name: clause.status for clause in prose_of(text).clauses}
    return found.get("payment-schedule")


@pytest.mark.parametrize("sentence", GIFTS)
def test_a_gift_needs_no_payments(sentence: str) -> None:
    assert _payment(f"# Poster\n\n## Terms\n\n{sentence}\n") is ClauseStatus.NOT_APPLICABLE


@pytest.mark.parametrize("sentence", PAID)
def test_a_part_for_free_is_no_gift(sentence: str) -> None:
    assert _payment(f"# Poster\n\n## Terms\n\n{sentence}\n") is None


def test_what_has_a_price_is_no_gift() -> None:
    assert _payment("# Poster\n\nThe design is provided free of charge.\n\n## Price\n\n$300 in all\n") is None


@pytest.mark.parametrize(
    ("title", "kept"),
    [("Feedback log", True), ("Issue register", True), ("Feedback form for the shop", False)],
)
def test_a_log_is_no_contract_of_its_own(title: str, kept: bool) -> None:
    assert prose_of(f"# {title}\n\n- The client asks for a second page\n").nature.record is kept


ROUNDLESS = [
    "# Bathroom renovation\n\nNew pipes and a shower.",
    "# Quote\n\nI will mow the lawn every second Friday.",
    "# Offer\n\n- Hallway: 2 coats of white\n- Stairs: fix the rotten wood\n",
    "# Honeymoon planning for two\n\nA week in Lisbon.",
    "# Brief\n\nIm Mai plane ich Ihre Reise nach Oslo.",
    "# Buchführung für die Bäckerei\n\nMonatlich 80 Belege.",
    "# Reforma de un baño\n\nSe cambia la bañera por una ducha.",
    "# Travaux de rénovation\n\nLa salle de bains est refaite.",
    "# Reforma de casa de banho\n\nA banheira não fica: é trocada por um duche.",
]

IN_ROUNDS = [
    "# Website for a roofing firm\n\nPages on gutters and on scaffolding.",
    "# Kitchen design\n\nTwo floor plans.",
    "# Offer\n\nThe landing page shows new worktops. The gallery shows plastering.",
    "# Offer\n\nThe client's scaffolding stands until May.",
    "# Film über eine Gärtnerei\n\nIch filme an zwei Tagen.",
    "# Diseño de un folleto para una reforma\n\nUn folleto de 8 páginas.",
    "# Site d'un traiteur\n\nCinq pages.",
    "# Logo para uma empresa de limpeza\n\nTrês propostas.",
]


@pytest.mark.parametrize("text", ROUNDLESS)
def test_trades_whose_work_is_put_right_need_no_number_of_rounds(text: str) -> None:
    assert prose_of(text).nature.roundless


@pytest.mark.parametrize("text", IN_ROUNDS)
def test_what_is_made_for_such_a_trade_is_revised_in_rounds(text: str) -> None:
    assert not prose_of(text).nature.roundless
