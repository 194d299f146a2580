"""The notation in which lexicons write wordings, and what it stands for.

A wording is a row of words. ``revis*`` matches by the beginning, ``*vertrag`` by the end and
``*frist*`` anywhere in the word; ``(a|b c)`` is a choice, ``[a b]`` may be absent, ``<name>`` is one of
the lexicon's word classes. ``~`` lets up to six words stand between, ``~~`` up to sixteen. ``#`` is any
number, ``¤`` any currency, ``%`` itself; ``^`` and ``$`` are the text's beginning and end.
"""

import re
from collections.abc import Mapping
from itertools import product
from typing import NamedTuple

GAPS = {"~": 6, "~~": 16}
NUMBER = "#"
CURRENCY = "¤"
_MOST_READINGS = 400
_MARKS = re.compile(r"~~|[~()\[\]|<>^$]|[^\s~()\[\]|<>^$]+")


class NotationError(ValueError):
    """A wording that is not written in the notation."""


class Element(NamedTuple):
    """One place of a wording: the words that fit, and how many others may stand before it."""

    words: frozenset[str]
    gap: int = 0


class Reading(NamedTuple):
    """One way to read a wording: elements in order, and whether it is tied to the text's ends."""

    elements: tuple[Element, ...]
    at_start: bool = False
    at_end: bool = False


def parse_wording(wording: str, classes: Mapping[str, tuple[str, ...]]) -> tuple[Reading, ...]:
    """All readings of a wording; raises NotationError."""
    rows = _Parser(wording, classes).parse()
    return tuple(dict.fromkeys(_reading(row, wording) for row in rows))


class _Parser:
    """Recursive descent over the marks of one wording; a row is a tuple of words, sets and gaps."""

    def __init__(self, wording: str, classes: Mapping[str, tuple[str, ...]]) -> None:
        self.wording = wording
        self.marks = _MARKS.findall(wording)
        self.classes = classes
        self.at = 0

    def parse(self) -> list[tuple[object, ...]]:
        rows = self.row()
        if self.at < len(self.marks):
            raise NotationError(f"unexpected {self.marks[self.at]!r} in {self.wording!r}")
        return rows

    def row(self) -> list[tuple[object, ...]]:
        parts: list[list[tuple[object, ...]]] = []
        while self.at < len(self.marks) and self.marks[self.at] not in ")]|":
            mark = self.marks[self.at]
            self.at += 1
            parts.append(self.part(mark))
        rows: list[tuple[object, ...]] = [sum(row, ()) for row in product(*parts)]
        if len(rows) > _MOST_READINGS:
            raise NotationError(f"more than {_MOST_READINGS} readings of {self.wording!r}")
        return rows

    def part(self, mark: str) -> list[tuple[object, ...]]:
        if mark == "(":
            return _merged(self.choice(")"))
        if mark == "[":
            return [(), *_merged(self.choice("]"))]
        if mark == "<":
            return self.word_class()
        return [(mark,)]

    def choice(self, closing: str) -> list[tuple[object, ...]]:
        rows = self.row()
        while self.at < len(self.marks) and self.marks[self.at] == "|":
            self.at += 1
            rows += self.row()
        if self.at >= len(self.marks) or self.marks[self.at] != closing:
            raise NotationError(f"{closing!r} is missing in {self.wording!r}")
        self.at += 1
        return rows

    def word_class(self) -> list[tuple[object, ...]]:
        name = self.marks[self.at]
        self.at += 2
        if name not in self.classes:
            raise NotationError(f"no word class {name!r}, used in {self.wording!r}")
        rows: list[tuple[object, ...]] = []
        for member in self.classes[name]:
            rows += _Parser(member, self.classes).parse()
        return _merged(rows)


def _merged(rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """The rows, those of a single word made into one set of words."""
    singles: set[str] = set()
    rest: list[tuple[object, ...]] = []
    for row in rows:
        only = row[0] if len(row) == 1 else None
        if isinstance(only, frozenset):
            singles |= only
        elif isinstance(only, str) and only not in GAPS and only not in "^$":
            singles.add(only)
        else:
            rest.append(row)
    return [*([(frozenset(singles),)] if singles else []), *rest]


def _reading(row: tuple[object, ...], wording: str) -> Reading:
    elements: list[Element] = []
    at_start = at_end = False
    gap = 0
    for part in row:
        if part == "^":
            at_start = True
        elif part == "$":
            at_end = True
        elif isinstance(part, str) and part in GAPS:
            gap = GAPS[part]
        else:
            words = part if isinstance(part, frozenset) else frozenset([str(part)])
            elements.append(Element(words, gap))
            gap = 0
    if not elements:
        raise NotationError(f"{wording!r} can match nothing")
    return Reading(tuple(elements), at_start, at_end)
