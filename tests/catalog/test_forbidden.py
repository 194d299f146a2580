"""Forbidden phrases are found as whole words, at their exact place."""

import pytest

from scopelint.catalog.forbidden import forbidden
from scopelint.model import Document
from scopelint.text import Span, Spanned
from tests.rules.factory import contract


def found(text: str, phrases: list[str]) -> list[tuple[str, str]]:
    """Each phrase found, and what the document says at its place."""
    span = Span("scope.md", 4, 4 + len(text))
    document = f"# A\n{text}"
    whole = contract(documents=(Document("scope.md", document, Span("scope.md", 0, 3), "en"),))
    return [
        (phrase, document[place.start : place.end])
        for phrase, place in forbidden(whole, Spanned(" ".join(text.split()), span), phrases)
    ]


@pytest.mark.parametrize(
    ("text", "phrase", "hits"),
    [
        ("Five pages, and so on.", "and so on", ["and so on"]),
        ("Five pages, And So On.", "and so on", ["And So On"]),
        ("Five pages, and so\non.", "and so on", ["and so\non"]),
        ("Sandals and soongs", "and so on", []),
        ("a c\u2019est la vie", "c'est la", ["c\u2019est la"]),
        ("TBD", "tbd", ["TBD"]),
        ("tbd2", "tbd", []),
        ("etc.", "etc.", ["etc."]),
    ],
)
def test_whole_words_in_any_case_across_line_ends(text: str, phrase: str, hits: list[str]) -> None:
    assert [place for _, place in found(text, [phrase])] == hits


def test_a_phrase_twice_in_one_text_is_told_at_the_text() -> None:
    text = "ideally blue, ideally green"
    assert [place for _, place in found(text, ["ideally"])] == [text, text]
