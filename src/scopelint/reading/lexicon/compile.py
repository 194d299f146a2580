"""Compiles the lexicons people edit (``en.yaml``) to files that load in a millisecond.

Run it after every change: ``python -m scopelint.reading.lexicon.compile``.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scopelint.reading.lexicon.lexicon import LANGUAGES
from scopelint.reading.lexicon.notation import Element, Reading, parse_wording
from scopelint.reading.lexicon.words import fold

FOLDER = Path(__file__).parent
DOMAINS = ("titles", "headings", "sentences", "columns", "items")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def compile_lexicon(source: Mapping[str, Any]) -> dict[str, Any]:
    """The compiled form of a lexicon as it was read from YAML."""
    classes = {name: tuple(map(str, members)) for name, members in source.get("classes", {}).items()}
    classes["unit"] = tuple(word for words in source["units"].values() for word in words)
    classes["month"] = tuple(source["months"])
    classes["business"] = tuple(source["words"]["business"])
    classes["%"] = tuple(source["words"]["percent_sign"])
    compiled: dict[str, Any] = {"language": source["language"]}
    for table in ("numbers", "months"):
        compiled[table] = {
            spelled: int(value) for word, value in source[table].items() for spelled in spellings(word)
        }
    compiled["periods"] = {
        spelled: unit for word, unit in source["periods"].items() for spelled in spellings(word)
    }
    for table in ("units", "subjects"):
        compiled[table] = {
            spelled: unit
            for unit, words in source[table].items()
            for word in words
            for spelled in spellings(word)
        }
    compiled["words"] = {
        name: [spelled for word in words for spelled in spellings(str(word))]
        for name, words in source.get("words", {}).items()
    }
    compiled["domains"] = {domain: compile_domain(source.get(domain, {}), classes) for domain in DOMAINS}
    return compiled


def spellings(word: str) -> list[str]:
    """A word as people spell it, folded: German umlauts are also written ``ae``, ``oe``, ``ue``."""
    return list(dict.fromkeys((fold(word), fold(word.lower().translate(_UMLAUTS)))))


def compile_world(source: Mapping[str, Any], lexicons: Mapping[str, Any]) -> dict[str, Any]:
    """The compiled form of what no language owns, and the words by which languages are told apart."""
    telling: dict[str, list[str]] = {}
    for language, lexicon in lexicons.items():
        for word in lexicon["words"]["function"]:
            for spelled in spellings(str(word)):
                telling.setdefault(spelled, []).append(language)
    for language, words in source["unread"].items():
        for spelled in dict.fromkeys(fold(word) for word in words):
            telling.setdefault(spelled, []).append(language)
    return {
        "function_words": telling,
        "currencies": {word: code for code, words in source["currencies"].items() for word in [code, *words]},
        "currency_names": {
            fold(word): code for code, words in source["currency_names"].items() for word in words
        },
        "multipliers": {word: int(value) for word, value in source["multipliers"].items()},
        "ranges": source["ranges"],
        "per": source["per"],
        "taxed": source["taxed"],
        "legal_forms": source["legal_forms"],
        "slots": [fold(word) for word in source["slots"]],
    }


def compile_domain(groups: Mapping[str, Any], classes: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """The compiled form of the wordings of one domain, by group."""
    return _Domain(classes).compile(groups)


class _Domain:
    """Collects the wordings of one domain; word sets are shared by number."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]]) -> None:
        self.classes = classes
        self.sets: dict[frozenset[str], int] = {}
        self.rows: list[list[int]] = []
        self.anchors: dict[int, list[int]] = {}

    def compile(self, groups: Mapping[str, Any]) -> dict[str, Any]:
        names = _flat(groups)
        for number, wordings in enumerate(names.values()):
            for wording in wordings:
                for reading in parse_wording(str(wording), self.classes):
                    self.add(number, reading)
        return {"groups": list(names), **self.index(), "rows": self.rows, "anchors": self.anchors}

    def add(self, group: int, reading: Reading) -> None:
        row = [group, int(reading.at_start) + 2 * int(reading.at_end)]
        for element in reading.elements:
            words = self.spelled(element)
            number = self.sets.setdefault(words, len(self.sets))
            row += [number, -1 - element.gap if element.optional else element.gap]
        needed = sorted((e for e in reading.elements if not e.optional), key=_rarity, reverse=True)
        rare = [self.sets[self.spelled(element)] for element in needed]
        self.anchors.setdefault(rare[0], []).extend((len(self.rows), rare[min(1, len(rare) - 1)]))
        self.rows.append(row)

    def spelled(self, element: Element) -> frozenset[str]:
        """The words of an element as people spell them: the sign of percent as a word, too."""
        words = (*element.words, *self.classes.get("%", ())) if "%" in element.words else element.words
        return frozenset(spelled for word in words for spelled in spellings(word))

    def index(self) -> dict[str, dict[str, list[int]]]:
        index: dict[str, dict[str, list[int]]] = {"words": {}, "starts": {}, "ends": {}, "parts": {}}
        for words, number in self.sets.items():
            for word in sorted(words):
                kind = "parts" if word[0] == word[-1] == "*" else "starts" if word[-1] == "*" else "words"
                kind = "ends" if kind == "words" and word[0] == "*" else kind
                index[kind].setdefault(word.strip("*"), []).append(number)
        return index


def _rarity(element: Element) -> float:
    """How telling an element is: long words are rare, wide choices are not."""
    if not element.words.isdisjoint(("#", "¤", "%")):
        return 0
    return min(len(word.strip("*")) for word in element.words) - 0.1 * len(element.words)


def _flat(groups: Mapping[str, Any], prefix: str = "") -> dict[str, list[str]]:
    """Nested groups by dotted name."""
    flat: dict[str, list[str]] = {}
    for name, value in groups.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{name}.")
        else:
            flat[f"{prefix}{name}"] = value or []
    return flat


def compiled_files() -> dict[str, str]:
    """The text of every compiled file by name."""
    import yaml

    def source(name: str) -> Any:  # all scalars stay text: a lexicon has words like no and on
        return yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)

    sources = {name: source(name) for name in LANGUAGES}
    data = {"world": compile_world(source("world"), sources)}
    data |= {name: compile_lexicon(lexicon) for name, lexicon in sources.items()}
    return {
        f"{name}.json": json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
        for name, value in data.items()
    }


def main() -> None:
    """Write the compiled files."""
    folder = FOLDER / "compiled"
    folder.mkdir(exist_ok=True)
    for name, text in compiled_files().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
