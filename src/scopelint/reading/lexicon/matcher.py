"""Finding all wordings of a lexicon in a row of words at once, in linear time and without regexes."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple, TypeAlias

from scopelint.reading.lexicon.words import DASHES, Words, fold, words_of

_MOST_REMEMBERED = 10_000
_MOST_TEXTS = 10_000
"""More than most documents have: several readers ask about each of its lines, one after the other."""
_MOST_KEPT = 2_000
"""What is remembered for the next document: an author's contracts say the same again and again."""

_Tried: TypeAlias = tuple[frozenset[int], list[int]]
_Firsts: TypeAlias = dict[tuple[int, int], int]
"""The latest first word by the number of a group and the last word, as they count without dashes."""


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
        self._sets = _WordSets(data, numbers, currencies)
        self._rows: list[list[int]] = data["rows"]
        self._anchors: dict[int, list[int]] = {int(key): rows for key, rows in data["anchors"].items()}
        self._tried: dict[int, list[_Tried]] = {}
        self._found: dict[tuple[str, ...], _Firsts] = {}
        self._texts: dict[str, frozenset[str]] = {}

    def tidy(self) -> None:
        """Forget what was found in a long document, before the next one."""
        for remembered in (self._found, self._texts):
            if len(remembered) > _MOST_KEPT:
                remembered.clear()

    def find(self, words: Words) -> tuple[Hit, ...]:
        """Every wording found, one hit for each group and last word, in written order."""
        firsts = self._firsts(words.words)
        if not firsts:
            return ()
        order = _without_dashes(words.words)
        hits = [
            Hit(self._groups[group], order[first], order[last]) for (group, last), first in firsts.items()
        ]
        return tuple(sorted(hits, key=_written))

    def groups(self, words: Words) -> set[str]:
        """The groups of which a wording is found."""
        return {self._groups[group] for group, _ in self._firsts(words.words)}

    def groups_in(self, text: str) -> frozenset[str]:
        """The groups found in a text; remembered, since several readers ask about the same line."""
        found = self._texts.get(text)
        if found is None:
            if not any(map(str.isalpha, text)):
                return frozenset()
            if len(self._texts) >= _MOST_TEXTS:
                self._texts.clear()
            firsts = self._firsts(words_of(text))
            found = self._texts[text] = frozenset([self._groups[group] for group, _ in firsts])
        return found

    def _firsts(self, words: tuple[str, ...]) -> _Firsts:
        """What is found in a row of words; remembered."""
        found = self._found.get(words)
        if found is None:
            if len(self._found) >= _MOST_TEXTS:
                self._found.clear()
            found = self._found[words] = self._sought([words[index] for index in _without_dashes(words)])
        return found

    def _sought(self, words: list[str]) -> _Firsts:
        held = [self._sets[word] for word in words]
        present = frozenset().union(*held)
        places = _Places(held)
        firsts: _Firsts = {}
        for anchor in self._anchors.keys() & present:
            for needs, row in self._tried.get(anchor) or self._to_try(anchor):
                if not needs:
                    firsts.update({(row[0], at): at for at in places[anchor]})
                elif needs <= present:
                    for last, first in _ranges(row, places).items():
                        if first > firsts.get((row[0], last), -1):
                            firsts[row[0], last] = first
        return firsts

    def _to_try(self, anchor: int) -> list[_Tried]:
        """The readings of an anchor, each after the sets of which a word must be there for it to fit.

        A reading of that word alone, wherever it stands, needs none.
        """
        rows = [self._rows[number] for number in self._anchors[anchor][::2]]
        self._tried[anchor] = [
            (frozenset() if len(row) == 4 and not row[1] else frozenset(_needs(row)), row) for row in rows
        ]
        return self._tried[anchor]


class _WordSets(dict[str, frozenset[int]]):
    """The numbers of the word sets of each word, of most none; looked up when first asked for."""

    def __init__(self, data: Mapping[str, Any], numbers: Set[str], currencies: frozenset[str]) -> None:
        self._words: dict[str, list[int]] = data["words"]
        self._starts: dict[str, list[int]] = data["starts"]
        self._ends: dict[str, list[int]] = data["ends"]
        self._parts: dict[str, list[int]] = data["parts"]
        self._start_lengths = sorted({len(start) for start in self._starts})
        self._end_lengths = sorted({len(end) for end in self._ends})
        self._numbers = numbers
        self._currencies = currencies

    def __missing__(self, word: str) -> frozenset[int]:
        plain = fold(word)
        sets = set(self._words.get(plain, ()))
        for length in self._start_lengths:
            sets.update(self._starts.get(plain[:length], ()))
        for length in self._end_lengths:
            sets.update(self._ends.get(plain[-length:], ()))
        for part, numbers in self._parts.items():
            if part in plain:
                sets.update(numbers)
        if plain[0].isdigit() or plain in self._numbers:
            sets.update(self._words.get("#", ()))
        if plain in self._currencies:
            sets.update(self._words.get("¤", ()))
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        found = self[word] = frozenset(sets)
        return found


class _Places(dict[int, list[int]]):
    """At which words of a row each word set is met."""

    def __init__(self, held: Sequence[frozenset[int]]) -> None:
        self._held = held

    def __missing__(self, wanted: int) -> list[int]:
        found = self[wanted] = [at for at, sets in enumerate(self._held) if wanted in sets]
        return found

    @property
    def last(self) -> int:
        """The last word of the row."""
        return len(self._held) - 1


def _written(hit: Hit) -> tuple[int, int]:
    return hit.first, hit.last


def _needs(row: list[int]) -> Iterator[int]:
    return (row[at] for at in range(2, len(row), 2) if at == 2 or row[at + 1] >= 0)


def _without_dashes(words: tuple[str, ...]) -> Sequence[int]:
    """The indices of all words but the dashes of ranges, which no wording names."""
    if DASHES.isdisjoint(words):
        return range(len(words))
    return [at for at, word in enumerate(words) if word not in DASHES]


def _ranges(row: list[int], places: _Places) -> dict[int, int]:
    """The first word by the last one of each place where a reading fits.

    Goes from element to element with all places reached so far, each with the latest beginning that
    leads to it; nothing is ever tried twice. A negative gap marks an element that may be absent.
    """
    flags = row[1]
    there = places[row[2]]
    reached = {at: at for at in there if not flags & 1 or at == 0}
    for index in range(4, len(row), 2):
        if not reached:
            break
        gap = row[index + 1]
        there = places[row[index]]
        after = _step(reached, there, gap if gap >= 0 else -1 - gap)
        reached = after if gap >= 0 else {**reached, **after}
    if flags & 2:
        last = places.last
        return {last: reached[last]} if last in reached else {}
    return reached


def _step(reached: dict[int, int], there: list[int], gap: int) -> dict[int, int]:
    after: dict[int, int] = {}
    for at in there:
        for before in range(at - 1, at - gap - 2, -1):
            if before in reached:
                after[at] = reached[before]
                break
    return after
