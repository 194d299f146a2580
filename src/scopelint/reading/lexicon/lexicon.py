"""One language's words: numbers, months, units, and the wordings of headings and sentences."""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from scopelint.reading.lexicon.matcher import Matcher
from scopelint.reading.lexicon.words import SLOT, fold

LANGUAGES = ("en", "de", "es", "fr", "pt")


class World(NamedTuple):
    """What no language owns.

    ``currencies`` maps signs, abbreviations and codes as written to ISO 4217 codes, ``currency_names``
    names in lower case. ``currency_marks`` are the words that show an amount to be money in any case.
    ``function_words`` gives the languages in which a small word is frequent, ``legal_forms`` maps forms
    as written after a company's name to what they are compared as. ``slots`` are words that stand for a
    number still to be filled in, ``taxed`` those between an amount and its unit: "$50 net per hour".
    """

    currencies: Mapping[str, str]
    currency_names: Mapping[str, str]
    currency_marks: frozenset[str]
    multipliers: Mapping[str, int]
    ranges: frozenset[str]
    per: frozenset[str]
    taxed: frozenset[str]
    function_words: Mapping[str, list[str]]
    legal_forms: Mapping[str, str]
    slots: frozenset[str]


class Lexicon:
    """The lexicon of a language, loaded from the compiled file.

    ``numbers`` maps folded words to values, ``months`` to 1..12, ``units`` words to the unit of a
    duration, ``periods`` words like "monthly" to one, ``subjects`` what rounds are counted for; ``words``
    holds lists of folded words by name.
    """

    def __init__(self, data: Mapping[str, Any], world: "World") -> None:
        self.language: str = data["language"]
        self.numbers: dict[str, int] = data["numbers"]
        self.months: dict[str, int] = data["months"]
        self.units: dict[str, str] = data["units"]
        self.periods: dict[str, str] = data["periods"]
        self.subjects: dict[str, str] = data["subjects"]
        self.words: dict[str, frozenset[str]] = {k: frozenset(v) for k, v in data["words"].items()}
        self.world = world
        self._domains: Mapping[str, Any] = data["domains"]
        self._matchers: dict[str, Matcher] = {}

    def matcher(self, domain: str) -> Matcher:
        """The wordings of a domain: ``titles``, ``headings``, ``sentences``, ``columns`` or ``items``."""
        matcher = self._matchers.get(domain)
        if matcher is None:
            matcher = Matcher(
                self._domains[domain], self.numbers.keys() | self.world.slots, self.world.currency_marks
            )
            self._matchers[domain] = matcher
        return matcher

    def tidy(self) -> None:
        """Keep no more of what was found in earlier documents than is of use for the next."""
        for matcher in self._matchers.values():
            matcher.tidy()

    def number(self, word: str) -> int | None:
        """The value of digits or a number word, None for any other word and for fractions."""
        if word.isdecimal():
            return int(word) if len(word) < 10 else None
        return self.numbers.get(fold(word))


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of a language of ``LANGUAGES``; English for any other."""
    name = language if language in LANGUAGES else "en"
    return Lexicon(_read(name), load_world())


@lru_cache(maxsize=1)
def load_world() -> World:
    """Currencies and what else no language owns."""
    data = _read("world")
    signs = {word.lower() for word in data["currencies"] if not word.isalpha()}
    return World(
        data["currencies"],
        data["currency_names"],
        frozenset(signs | set(data["currency_names"])),
        data["multipliers"],
        frozenset(data["ranges"]),
        frozenset(data["per"]),
        frozenset(data["taxed"]),
        data["function_words"],
        data["legal_forms"],
        frozenset([SLOT, *data["slots"]]),
    )


def _read(name: str) -> dict[str, Any]:
    import json

    path = Path(__file__).parent / "compiled" / f"{name}.json"
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data
