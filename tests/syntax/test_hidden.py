"""Characters that hide something."""

import pytest

from scopelint.syntax.hidden import hidden_characters
from scopelint.text import SourceFile


def found(text: str) -> list[tuple[str, str]]:
    source = SourceFile("scope.md", text)
    return [(p.finding.message, source.excerpt(p.finding.at.span)) for p in hidden_characters(source)]


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "caf\u00e9 \u2014 \u201cquoted\u201d \u20ac5, 5 k\u03a9, 3 \u03bcm, \u0394t",
        "\U0001f469\u200d\U0001f469\u200d\U0001f467 and \u2764\ufe0f\u200d\U0001f525",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u05e9\u05dc\u05d5\u05dd\u200f 2 rounds",
        "\u043f\u043e API\u0448\u043a\u0430 \u0438 PDF\u043a\u0438",
    ],
)
def test_what_scripts_units_and_emoji_need_is_no_finding(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("two\u202e rounds", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("pay\u200bment", "U+200B ZERO WIDTH SPACE"),
        ("x \U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
        ("a\u2060b", "U+2060 WORD JOINER"),
    ],
)
def test_hidden_characters_are_named_and_never_printed(text: str, name: str) -> None:
    ((message, shown),) = found(text)
    assert message == f"the text hides {name}"
    assert len(shown) == 1


def test_a_word_of_two_alphabets_is_named_as_a_whole() -> None:
    ((message, shown),) = found("the p\u0430yment is due")
    assert message == "the text hides U+0430 CYRILLIC SMALL LETTER A in a word of another alphabet"
    assert shown == "p\u0430yment"


def test_one_finding_for_each_line() -> None:
    assert len(found("a\u200bb\u200bc\nd\u200be\n")) == 2
