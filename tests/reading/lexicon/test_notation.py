"""The notation of wordings, seen through what it matches."""

import pytest

from scopelint.reading.lexicon import Matcher, split_words
from scopelint.reading.lexicon.compile import compile_domain
from scopelint.reading.lexicon.notation import NotationError, parse_wording

CLASSES = {"client": ("client", "the customer")}


def found(wording: str, text: str) -> list[str]:
    data = compile_domain({"group": [wording]}, CLASSES)
    words = split_words(text)
    hits = Matcher(data, {"two"}, frozenset(["$", "€"])).find(words)
    return sorted(text[words.starts[hit.first] : words.ends[hit.last]] for hit in hits)


@pytest.mark.parametrize(
    ("wording", "text", "expected"),
    [
        ("revision round", "One revision round each.", ["revision round"]),
        ("revision round", "One revision, round the clock.", ["revision, round"]),
        ("revision round", "One provision round.", []),
        ("revis*", "Revised and revisited", ["Revised", "revisited"]),
        ("*frist", "Die Lieferfrist endet", ["Lieferfrist"]),
        ("*schleife*", "zwei Korrekturschleifen", ["Korrekturschleifen"]),
        ("(edit|change request)", "an edit or a change request", ["change request", "edit"]),
        ("not [yet] included", "not included, not yet included", ["not included", "not yet included"]),
        ("<client> pays", "The customer pays; the client pays.", ["The customer pays", "client pays"]),
        ("limited ~ # round*", "limited in any case to two rounds", ["limited in any case to two rounds"]),
        ("limited ~ # round*", "limited a b c d e f g h two rounds", []),
        ("# ¤", "500 € or two dollars", ["500 €"]),
        ("# %", "30% now", ["30%"]),
        ("^ terms $", "Terms", ["Terms"]),
        ("^ terms $", "Terms of payment", []),
        ("résiliation", "RESILIATION", ["RESILIATION"]),
        ("a ~ b c", "a b d b c", ["a b d b c"]),
    ],
)
def test_wording_matches(wording: str, text: str, expected: list[str]) -> None:
    assert found(wording, text) == expected


@pytest.mark.parametrize("wording", ["(a|b", "a)", "<nobody> pays", "[a]", "~"])
def test_what_is_not_a_wording_is_refused(wording: str) -> None:
    with pytest.raises(NotationError):
        parse_wording(wording, CLASSES)
