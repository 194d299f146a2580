"""The notation in which lexicons write wordings, and what it stands for.

A wording is a row of words. ``revis*`` matches by the beginning, ``*vertrag`` by the end and
``*frist*`` anywhere in the word; ``(a|b c)`` is a choice, ``[a b]`` may be absent, ``<name>`` is one of
the lexicon's word classes. ``?`` lets one word stand between, ``~`` up to six, ``~~`` up to sixteen.
``#`` is any number, ``¤`` any currency, ``%`` itself; ``^`` and ``$`` are the text's ends.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import product
from typing import NamedTuple, TypeAlias

GAPS = {"?": 1, "~": 6, "~~": 16}
_MOST_READINGS = 600
_MARKS = re.compile(r"~~|[~?()\[\]|<>^$]|[^\s~?()\[\]|<>^$]+")


class NotationError(ValueError):
    """A wording that is not written in the notation."""


class Element(NamedTuple):
    """One place of a wording: the words that fit, and how many others may stand before it."""

    words: frozenset[str]
    gap: int = 0
    optional: bool = False


class Reading(NamedTuple):
    """One way to read a wording: elements in order, and whether it is tied to the text's ends."""

    elements: tuple[Element, ...]
    at_start: bool = False
    at_end: bool = False


_Row: TypeAlias = tuple[Element | str, ...]


def parse_wording(wording: str, classes: Mapping[str, tuple[str, ...]]) -> tuple[Reading, ...]:
    """All readings of a wording; raises NotationError."""
    rows = _merged(row for whole in _Parser(wording, classes).parse() for row in _begun(whole))
    return tuple(dict.fromkeys(_reading(row, wording) for row in rows))


class _Parser:
    """Recursive descent over the marks of one wording; a row holds elements and the marks between them."""

    def __init__(self, wording: str, classes: Mapping[str, tuple[str, ...]]) -> None:
        self.wording = wording
        self.marks = _MARKS.findall(wording)
        self.classes = classes
        self.at = 0

    def parse(self) -> list[_Row]:
        rows = self.row()
        if self.at < len(self.marks):
            raise NotationError(f"unexpected {self.marks[self.at]!r} in {self.wording!r}")
        return rows

    def row(self) -> list[_Row]:
        rows: list[_Row] = [()]
        while self.at < len(self.marks) and self.marks[self.at] not in ")]|":
            self.at += 1
            part = self.part(self.marks[self.at - 1])
            rows = [before + after for before, after in product(rows, part)]
            if len(rows) > _MOST_READINGS:
                raise NotationError(f"more than {_MOST_READINGS} readings of {self.wording!r}")
        return rows

    def part(self, mark: str) -> list[_Row]:
        if mark == "(":
            return self.choice(")")
        if mark == "[":
            rows = self.choice("]")
            singles = [row for row in rows if len(row) == 1 and isinstance(row[0], Element)]
            rest = [row for row in rows if row not in singles]
            return [*([tuple(_optional(row) for row in singles)] if singles else [()]), *rest]
        if mark == "<":
            return self.word_class()
        if mark in GAPS or mark in "^$":
            return [(mark,)]
        return [(Element(frozenset([mark])),)]

    def choice(self, closing: str) -> list[_Row]:
        rows = self.row()
        while self.at < len(self.marks) and self.marks[self.at] == "|":
            self.at += 1
            rows += self.row()
        if self.at >= len(self.marks) or self.marks[self.at] != closing:
            raise NotationError(f"{closing!r} is missing in {self.wording!r}")
        self.at += 1
        return _merged(rows)

    def word_class(self) -> list[_Row]:
        name = self.marks[self.at]
        self.at += 2
        if name not in self.classes:
            raise NotationError(f"no word class {name!r}, used in {self.wording!r}")
        return _merged(row for member in self.classes[name] for row in _Parser(member, self.classes).parse())


def _optional(row: _Row) -> Element:
    only = row[0]
    assert isinstance(only, Element)
    return only._replace(optional=True)


def _begun(row: _Row) -> list[_Row]:
    """A row and, while it begins with what may be absent, the row without that."""
    starts = 1 if row[:1] == ("^",) else 0
    first = row[starts] if len(row) > starts else None
    if not isinstance(first, Element) or not first.optional:
        return [row]
    present = first._replace(optional=False)
    return [(*row[:starts], present, *row[starts + 1 :]), *_begun(row[:starts] + row[starts + 1 :])]


def _merged(rows: Iterable[_Row]) -> list[_Row]:
    """The rows, those that differ in the words of one place only made one."""
    merged = list(dict.fromkeys(rows))
    for at in range(max((len(row) for row in merged), default=0)):
        groups: dict[object, list[_Row]] = {}
        for row in merged:
            element = row[at] if at < len(row) else None
            if isinstance(element, Element):
                rest = (row[:at], element.gap, element.optional, row[at + 1 :])
                groups.setdefault(rest, []).append(row)
            else:
                groups[row] = [row]
        merged = [_united(group, at) for group in groups.values()]
    return merged


def _united(rows: list[_Row], at: int) -> _Row:
    first = rows[0]
    if len(rows) == 1:
        return first
    elements = [row[at] for row in rows]
    words = frozenset(word for element in elements if isinstance(element, Element) for word in element.words)
    element = elements[0]
    assert isinstance(element, Element)
    return (*first[:at], element._replace(words=words), *first[at + 1 :])


def _reading(row: _Row, wording: str) -> Reading:
    elements: list[Element] = []
    gap = 0
    for part in row:
        if isinstance(part, Element):
            elements.append(part._replace(gap=max(gap, part.gap)))
            gap = 0
        else:
            gap = GAPS.get(part, 0)
    if all(element.optional for element in elements):
        raise NotationError(f"{wording!r} can match nothing")
    return Reading(tuple(elements), "^" in row, "$" in row)
