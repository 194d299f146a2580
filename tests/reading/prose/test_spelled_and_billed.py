"""Numbers in words beside their figures, and hours beside their rate and their total."""

import pytest

from tests.reading.prose.told import stated


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Payment is due within thirty (15) days.", "en", [("thirty (15)", "30")]),
        ("We plant twenty-five (35) trees.", "en", [("twenty-five (35)", "25")]),
        ("The fee is five thousand dollars ($4,500).", "en", [("five thousand dollars ($4,500)", "5000")]),
        ("Fifty percent (40%) is due now.", "en", [("Fifty percent (40%)", "50")]),
        ("Zahlbar binnen dreißig (14) Tagen.", "de", [("dreißig (14)", "30")]),
        ("Se paga en treinta (15) días.", "es", [("treinta (15)", "30")]),
        ("O prazo é de trinta (15) dias.", "pt", [("trinta (15)", "30")]),
        ("Le délai est de trente (15) jours.", "fr", [("trente (15)", "30")]),
    ],
)
def test_words_and_figures_that_differ(text: str, language: str, found: list[tuple[str, str]]) -> None:
    assert stated(text, "spelled", language=language) == found


@pytest.mark.parametrize(
    "text",
    [
        "Payment is due within thirty (30) days.",
        "One hundred and five (105) bricks and seventy-five (75) tiles.",
        "A sum of two thousand five hundred dollars ($2,500).",
        "One third (33%) is due now.",
        "Two calls (30 min) are included.",
        "Two walls (3 metres).",
        "Fifty percent (50%) is due now.",
        "Se paga en treinta y cinco (35) días.",
    ],
)
def test_words_and_figures_that_agree_or_tell_of_two_things(text: str) -> None:
    assert stated(text, "spelled") == []


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("The fee is $4,500 (five thousand dollars).", "en", "5000"),
        ("The fee is **₹4,12,500** (Rupees Three Lakhs Seventy-Five Thousand Only).", "en", "375000"),
        ("Le prix est de 660 € (six cents euros).", "fr", None),
        ("Der Preis beträgt 300 EUR (zweihundert Euro).", "de", None),
        ("The fee is $5,000 (five thousand dollars).", "en", None),
        ("The fee is $5,250 (five thousand two hundred and fifty US dollars).", "en", None),
        ("The fee is $500 (three thousand words).", "en", None),
        ("The fee is $500 (one time).", "en", None),
        ("The fee is $500 (about four hundred euros at that time).", "en", None),
        ("The fee is $500 (five hundred per wall).", "en", None),
    ],
)
def test_an_amount_and_its_words(text: str, language: str, value: str | None) -> None:
    assert [found for _, found in stated(text, "written", language=language)] == ([value] if value else [])


LINES = "**Hours:** {}\n**Rate:** $60/hour\n**Total:** $2,600"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("40 hours at $60/hour: $2,600", [("$2,600", "2,400 USD")]),
        ("40 hours at $60 per hour comes to $2,600.", [("$2,600", "2,400 USD")]),
        (LINES.format(40), [("$2,600", "2,400 USD")]),
        ("| Hours | 40 |\n|---|---|\n| Rate | $60/hour |\n| Total | $2,600 |", []),
        ("- Hours: 40\n- Rate: $60/hour\n- Total: $2,600", [("$2,600", "2,400 USD")]),
        ("- Hours: 40\n- Rate: $60/hour\n- Total: $2,400", []),
        ("- Hours: 40\n- Rate: $60/hour\n- Bricks: $200\n- Total: $2,600", []),
        ("40 hours at $60/hour: $2,400", []),
        ("30-40 hours at $60/hour: $2,600", []),
        ("The fee of $900 covers 10 hours; further work is billed at $60/hour.", []),
        ("40 hours at $60/hour, a deposit of $500 is due.", []),
        ("Extra work beyond 40 hours at $60/hour needs $500.", []),
    ],
)
def test_hours_rate_and_total(text: str, found: list[tuple[str, str]]) -> None:
    assert stated(f"## Price\n\n{text}", "bill") == found
