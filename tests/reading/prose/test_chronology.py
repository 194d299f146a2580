"""Days that come before those they should follow, and days that need not."""

import pytest

from tests.reading.prose.told import prose_of


def reversed_days(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    found = prose_of(f"# Garden wall\n\n{text}\n", language).statements
    return [(s.shown.value, s.about) for s in found if s.term == "order"]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Work starts on 15 April 2026 and ends on 1 April 2026.", "en", [("1 April 2026", "15 April 2026")]),
        ("The term runs from 15 April 2026 to 1 April 2026.", "en", [("1 April 2026", "15 April 2026")]),
        ("Start date: 15 April 2026\n\nEnd date: 1 April 2026", "en", [("1 April 2026", "15 April 2026")]),
        ("Date: 15 April 2026\n\nValid until: 1 April 2026", "en", [("1 April 2026", "15 April 2026")]),
        ("This agreement dated 15 April 2026.\n\n## Signatures\n\nDate: 1 May 2025", "en", [("1 May 2025", "15 April 2026")]),
        ("Beginn: 15. April 2026\n\nFertigstellung: 1. April 2026", "de", [("1. April 2026", "15. April 2026")]),
        ("Inicio: 15 de abril de 2026\n\nFinalización: 1 de abril de 2026", "es", [("1 de abril de 2026", "15 de abril de 2026")]),
        ("Début : 15 avril 2026\n\nFin : 1 avril 2026", "fr", [("1 avril 2026", "15 avril 2026")]),
        ("Início: 15 de abril de 2026\n\nTérmino: 1 de abril de 2026", "pt", [("1 de abril de 2026", "15 de abril de 2026")]),
    ],
)  # fmt: skip
def test_days_in_the_wrong_order(text: str, language: str, found: list[tuple[str, str | None]]) -> None:
    assert reversed_days(text, language) == found


@pytest.mark.parametrize(
    "text",
    [
        "Work starts on 1 April 2026 and ends on 15 April 2026.",
        "Work starts on 05/04/2026 and ends on 04/05/2026.",
        "We built walls on 15 April 2026 and gates on 1 April 2026.",
        "Start date: 15 April 2026\n\nEnd of support: 1 April 2026",
        "Start date: 15 April 2026\n\nStart date: 1 March 2026\n\nEnd date: 1 April 2026",
        "Support starts on 15 April 2026.\n\nThe project ends on 1 April 2026.",
        "This agreement dated 15 April 2026.\n\n## Signatures\n\nDate: 1 April 2026",
        "This agreement dated 15 April 2026.\n\n## Change log\n\n- Signed: 1 May 2025",
        "Date: 15 April 2026\n\nValid until: 30 April 2026",
    ],
)
def test_days_that_may_well_be_right(text: str) -> None:
    assert reversed_days(text) == []
