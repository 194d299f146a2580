"""Front matter of the author's own: keys that state a term are read as lines of the text."""

import pytest

from scopelint.reading.document import read_document
from scopelint.text import SourceFile
from tests.reading.prose.told import prose_of
from tests.reading.shown import items_of


def _with(entry: str, language: str = "en") -> str:
    body = {"en": "The wall is painted in the summer.", "de": "Die Wand wird im Sommer bemalt."}[language]
    return f"---\nlayout: page\n{entry}\n---\n\n# Mural\n\n{body}\n"


def test_a_price_is_one() -> None:
    (price,) = items_of(_with("price: 1900 EUR")).prices
    assert (price.kind, str(price.money.value.amount)) == ("one-time", "1900")
    assert price.money.span.start == _with("price: 1900 EUR").index("1900")


@pytest.mark.parametrize(
    ("language", "entry"),
    [
        ("en", "deadline: 2026-04-10"),
        ("en", 'Deadline: "2026-04-10"'),
        ("de", "deadline: 2026-04-10"),
        ("de", "Abgabe: 10.04.2026"),
    ],
)
def test_a_deadline_is_one(language: str, entry: str) -> None:
    assert "timeline" in [clause.name for clause in prose_of(_with(entry, language)).clauses]


@pytest.mark.parametrize("entry", ["date: 2026-04-10", "price:", "price: [1900, 2000]", "weight: 1900 EUR"])
def test_other_keys_say_nothing(entry: str) -> None:
    assert items_of(_with(entry)).prices == ()
    assert "timeline" not in [clause.name for clause in prose_of(_with(entry)).clauses]


def test_what_is_read_is_not_told_to_be_unread() -> None:
    text = _with("price: 1900 EUR\nfee-note: 300 EUR are for the paint")
    fragment = read_document(SourceFile("contract.md", text))
    said = [text[one.span.start : one.span.end] for one in fragment.passages]
    assert said == ["fee-note: 300 EUR are for the paint"]
