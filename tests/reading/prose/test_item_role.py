"""What an item among the work says of itself: left out, owed by the client, sold apart, or none of the work."""

import pytest

from scopelint.reading.lexicon import load_lexicon
from scopelint.reading.prose.item import own_role
from scopelint.reading.prose.role import Role


def _role(item: str, language: str = "en") -> Role:
    return own_role(item, Role.DELIVERED, load_lexicon(language))


@pytest.mark.parametrize(
    ("language", "items"),
    [
        ("en", ["No hidden fees", "Payment due in 14 days", "Cancel anytime", "Subject to availability"]),
        ("en", ["Valid for 30 days", "See section 3", "Assumes that the plot is dry", "Subtotal: $300"]),
        ("en", ["Seeds supplied by the client", "The client is responsible for water", "Done: #2, #6"]),
        (
            "de",
            ["Zahlbar binnen 14 Tagen", "Jederzeit kündbar", "Saatgut vom Kunden gestellt", "Rabatt: 10 %"],
        ),
        (
            "es",
            ["Sin costos ocultos", "Sujeto a disponibilidad", "Riego a cargo del cliente", "Subtotal: 300 €"],
        ),
        ("fr", ["Sans engagement", "Sous réserve du temps", "Eau à la charge du client", "Remise : 10 %"]),
        (
            "pt",
            ["Sem custos ocultos", "Sujeito a disponibilidade", "Água por conta do cliente", "Desconto: 10%"],
        ),
    ],
)
def test_terms_and_sums_and_what_the_client_owes_are_no_work(language: str, items: list[str]) -> None:
    assert [item for item in items if _role(item, language) is not Role.OTHER] == []


@pytest.mark.parametrize(
    "item",
    [
        "Payment reminders",
        "Contact form with a map",
        "Extra page for recipes",
        "Validation of every field",
        "Section on watering, see the plan",
        "Price list: spring and summer",
        "Booking of rooms: #1 to #4, with photos",
        "Reviews supplied by customers of the shop",
    ],
)
def test_things_with_words_of_terms_are_work(item: str) -> None:
    assert _role(item) is Role.DELIVERED


def test_what_is_left_out_or_costs_extra_is_told_by_the_item() -> None:
    assert _role("Does not include the fence") is Role.EXCLUDED
    assert _role("Delivery of soil is extra") is Role.EXCLUDED
    assert _role("Extra beds: $50 each") is Role.OPTIONAL
