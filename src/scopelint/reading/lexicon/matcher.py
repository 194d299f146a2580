"""Finding all wordings of a lexicon in a row of words at once, in linear time and without regexes."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple, TypeAlias

from scopelint.reading.lexicon.words import DASHES, Words, fold, split_words

_MOST_REMEMBERED = 10_000
_LONGEST_AFFIX = 40
"""No beginning or end of a word in a lexicon is longer; a word may be as long as a file."""
_MOST_TEXTS = 2_000


_Tried: TypeAlias = tuple[frozenset[int], list[int]]


class Hit(NamedTuple):
    """A wording of ``group`` found from word ``first`` to word ``last``, both included."""

    group: str
    first: int
    last: int


class Matcher:
    """The wordings of one domain of a lexicon (headings, sentences, columns).

    ``data`` is what the compiler writes: ``groups`` by number; ``words``, ``starts``, ``ends`` and
    ``parts`` give the word sets a word belongs to, by the whole word, its beginning, its ending or any
    part of it. ``rows`` are readings ``[group, flags, set, gap, set, gap, …]`` (a gap below zero: may be
    absent), ``anchors`` the readings to try when a word of a set is seen, that of their rarest word,
    each followed by the set of their second rarest.
    """

    def __init__(self, data: Mapping[str, Any], numbers: Set[str], currencies: frozenset[str]) -> None:
        self._groups: list[str] = data["groups"]
        self._words: dict[str, list[int]] = data["words"]
        self._starts: dict[str, list[int]] = data["starts"]
        self._ends: dict[str, list[int]] = data["ends"]
        self._parts: dict[str, list[int]] = data["parts"]
        self._rows: list[list[int]] = data["rows"]
        self._anchors: dict[int, list[int]] = {int(key): rows for key, rows in data["anchors"].items()}
        self._tried: dict[int, list[_Tried]] = {}
        self._numbers = numbers
        self._currencies = currencies
        self._known: dict[str, frozenset[int]] = {}
        self._found: dict[tuple[str, ...], tuple[Hit, ...]] = {}
        self._texts: dict[str, frozenset[str]] = {}

    def find(self, words: Words) -> tuple[Hit, ...]:
        """Every wording found, one hit for each group and last word, in written order.

        Remembered: the contracts of one author say the same again and again.
        """
        found = self._found.get(words.words)
        if found is None:
            if len(self._found) >= _MOST_TEXTS:
                self._found.clear()
            found = self._found[words.words] = self._find(words)
        return found

    def _find(self, words: Words) -> tuple[Hit, ...]:
        order = _without_dashes(words.words)
        sets = [self._sets_of(words.words[index]) for index in order]
        present = frozenset().union(*sets)
        places: dict[int, list[int]] = {}
        hits: dict[tuple[int, int], Hit] = {}
        for anchor in self._anchors.keys() & present:
            for needs, row in self._tried.get(anchor) or self._to_try(anchor):
                if not needs <= present:
                    continue
                for wanted in row[2::2]:
                    if wanted not in places:
                        places[wanted] = [at for at, held in enumerate(sets) if wanted in held]
                for first, last in _ranges(row, places, len(order)):
                    before = hits.get((row[0], last))
                    if before is None or order[first] > before.first:
                        hits[row[0], last] = Hit(self._groups[row[0]], order[first], order[last])
        return tuple(sorted(hits.values(), key=_written))

    def groups(self, words: Words) -> set[str]:
        """The groups of which a wording is found."""
        return {hit.group for hit in self.find(words)}

    def groups_in(self, text: str) -> frozenset[str]:
        """The groups found in a text; remembered, since several readers ask about the same line."""
        found = self._texts.get(text)
        if found is None:
            if not any(map(str.isalpha, text)):
                return frozenset()
            if len(self._texts) >= _MOST_TEXTS:
                self._texts.clear()
            found = self._texts[text] = frozenset(self.groups(split_words(text)))
        return found

    def _to_try(self, anchor: int) -> list[_Tried]:
        """The readings of an anchor, each after the sets of which a word must be there for it to fit."""
        rows = [self._rows[number] for number in self._anchors[anchor][::2]]
        self._tried[anchor] = [(frozenset(_needs(row)), row) for row in rows]
        return self._tried[anchor]

    def _sets_of(self, word: str) -> frozenset[int]:
        """The numbers of the word sets that a word belongs to; most belong to none."""
        known = self._known.get(word)
        return self._look_up(word) if known is None else known

    def _look_up(self, word: str) -> frozenset[int]:
        plain = fold(word)
        sets = set(self._words.get(plain, ()))
        for length in range(2, min(len(plain), _LONGEST_AFFIX) + 1):
            sets.update(self._starts.get(plain[:length], ()))
            sets.update(self._ends.get(plain[-length:], ()))
        for part, numbers in self._parts.items():
            if part in plain:
                sets.update(numbers)
        if plain[0].isdigit() or plain in self._numbers:
            sets.update(self._words.get("#", ()))
        if plain in self._currencies:
            sets.update(self._words.get("¤", ()))
        if len(self._known) > _MOST_REMEMBERED:
            self._known.clear()
        found = self._known[word] = frozenset(sets)
        return found


def _written(hit: Hit) -> tuple[int, int]:
    return hit.first, hit.last


def _needs(row: list[int]) -> Iterator[int]:
    return (row[at] for at in range(2, len(row), 2) if at == 2 or row[at + 1] >= 0)


def _without_dashes(words: tuple[str, ...]) -> Sequence[int]:
    """The indices of all words but the dashes of ranges, which no wording names."""
    if DASHES.isdisjoint(words):
        return range(len(words))
    return [at for at, word in enumerate(words) if word not in DASHES]


def _ranges(row: list[int], places: dict[int, list[int]], length: int) -> Iterator[tuple[int, int]]:
    """First and last word of each place where a reading fits.

    Goes from element to element with all places reached so far, each with the latest beginning that
    leads to it; nothing is ever tried twice. A negative gap marks an element that may be absent.
    """
    flags = row[1]
    reached = {at: at for at in places.get(row[2], ()) if not flags & 1 or at == 0}
    for index in range(4, len(row), 2):
        if not reached:
            return
        there = places.get(row[index])
        gap = row[index + 1]
        if gap >= 0:
            reached = _step(reached, there, gap) if there is not None else {}
        elif there is not None:
            reached = {**reached, **_step(reached, there, -1 - gap)}
    for last, first in reached.items():
        if not flags & 2 or last == length - 1:
            yield first, last


def _step(reached: dict[int, int], there: list[int], gap: int) -> dict[int, int]:
    after: dict[int, int] = {}
    for at in there:
        for before in range(at - 1, at - gap - 2, -1):
            if before in reached:
                after[at] = reached[before]
                break
    return after
