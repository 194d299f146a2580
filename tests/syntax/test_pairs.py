"""Keys and values in prose, lists and tables."""

import pytest

from scopelint.syntax.pairs import key_values
from tests.syntax.reading import outline_of


def pairs(text: str) -> list[tuple[str, str | None]]:
    section = outline_of(f"# Offer\n\n{text}").root.sections[0]
    return [(pair.key.plain, pair.value.plain if pair.value else None) for pair in key_values(section)]


@pytest.mark.parametrize(
    "text",
    [
        "**Client:** Acme Ltd\n**Date:**\n",
        "**Client**: Acme Ltd\n**Date**:\n",
        "Client: Acme Ltd\nDate:\n",
        "- **Client:** Acme Ltd\n- Date:\n",
        "| | |\n|---|---|\n| **Client:** | Acme Ltd |\n| Date | |\n",
        "| **Client** | Acme Ltd |\n|---|---|\n| **Date** | |\n",
        "| Field | Value |\n|---|---|\n| Client | Acme Ltd |\n| Date | |\n",
        "my stuff | x | y\n--|--|--\n1 | 2 | 3\n\nClient:   Acme Ltd\nDate:\n",
    ],
)
def test_pairs_of_any_make(text: str) -> None:
    assert pairs(text) == [("Client", "Acme Ltd"), ("Date", None)]


def test_clauses_that_bold_words_open_are_pairs_too() -> None:
    assert pairs("**Revisions:** two rounds\n\nText\n\n## Next\n\nKey: not of this section\n") == [
        ("Revisions", "two rounds")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org: a page\n",
        "10:30 is the time\n",
        "The client shall provide all of these: words\n",
        "No colon\n",
    ],
)
def test_other_lines_are_no_pairs(text: str) -> None:
    assert pairs(text) == []


def test_pairs_have_their_places() -> None:
    outline = outline_of("# Offer\n\n* **Total price:**  $1,200 all in\n")
    (pair,) = key_values(outline.root.sections[0])
    assert outline.source.excerpt(pair.key.span()) == "Total price"
    assert pair.value is not None
    assert outline.source.excerpt(pair.value.span()) == "$1,200 all in"
