"""Characters that nobody sees."""

import pytest

from scopelint.diagnostics import Finding
from scopelint.model import Document
from scopelint.rules.document import hidden_characters
from scopelint.text import Span, apply_edits
from tests.rules.factory import context, contract, findings


def hidden(text: str) -> list[Finding]:
    document = Document("scope.md", text, Span("scope.md", 0, 0), "en")
    whole = contract(documents=(document,))
    return findings(hidden_characters, whole, context(whole))


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("five pa\u200bges", None),
        ("the price is \u202e001", None),
        ("five pages\u2060.", "stray"),
        ("five\ufeff pages", "stray"),
        ("tags\U000e0041\U000e0042", None),
        ("ring\x07", "stray"),
        ("red\x1b[31m", None),
    ],
)
def test_hidden_characters_are_found(text: str, case: str | None) -> None:
    (found,) = hidden(text)
    assert found.case == case
    assert found.fix
    assert not found.fix.safe
    assert not hidden(apply_edits(text, found.fix.edits))


@pytest.mark.parametrize(
    "text",
    [
        "plain, with\ttabs\r\nand lines\n",
        "no-break\u00a0space and soft\u00adhyphen",
        "family \U0001f468\u200d\U0001f469\u200d\U0001f467 and heart \u2764\ufe0f\u200d\U0001f525",
        "flag \U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u05e9\u05dc\u05d5\u05dd\u200f (100)",
        "\u0e2a\u0e31\u0e0d\u0e0d\u0e32\u200b\u0e08\u0e49\u0e32\u0e07",
    ],
)
def test_what_belongs_is_left_alone(text: str) -> None:
    assert hidden(text) == []


def test_many_of_a_kind_are_told_once() -> None:
    (found,) = hidden("a\u200bb and c\u200bd and e\u200bf")
    assert found.message.startswith("3 zero-width characters")
    assert len(found.related) == 2


@pytest.mark.parametrize("word", ["\u0440rice", "Acm\u0435", "W\u03bfrk"])
def test_letters_of_another_alphabet_inside_a_latin_word_are_found(word: str) -> None:
    (found,) = hidden(f"The {word} is agreed")
    assert "mixes alphabets" in found.message


@pytest.mark.parametrize(
    "word",
    [
        "\u03bcm",
        "k\u03a9",
        "SEO-\u0442\u0435\u043a\u0441\u0442",
        "pdf\u043a\u0430",
        "\u0441\u0430\u0439\u0442",
    ],
)
def test_units_and_other_languages_are_no_disguise(word: str) -> None:
    assert hidden(f"The {word} is agreed") == []
