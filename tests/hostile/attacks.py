"""Texts made to hold a regular expression up."""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, NamedTuple

PIECES = [
    *"aA1 \n\t-_*#<>[](){}|:=`~\\\"'&$.,;@/+%?!^\u00a7\u3042\u200b\u202e\u2022\u2013\0",
    *("a ", "1.", "1,", "1-", "1/", "1 ", "a.", "a-", "a@", "a.b@c.", "**a", "<a ", "</", "<!--", "[a", "(a", "{{", "| ", "|-"),
    *(":-", ":a ", "= ", "``a", '"a".', "&a", "&#1", "\u00a71.", "$ 1", "1 000", "The Big ", "A ", "AB-1 ", "\u0436a", "..", "iv)"),
    *("scopelint: ignore[", "https://a.", "2026-01-01", "XX", "\U0001f3f4\U000e0067", "+1 (2) ", "a\u200b", "\n-", "\n\n", "\n# "),
]  # fmt: skip
"""What people and attackers repeat."""

_ALPHABET = "a1 \n-A._:*\u3042\t"
_NEVER = "\0"
_STYLES = 3


class Attack(NamedTuple):
    """A text that says one thing over and over and does not end as the pattern wants it to."""

    start: str
    piece: str
    end: str = _NEVER

    def text(self, times: int) -> str:
        return self.start + self.piece * times + self.end


def attacks(pattern: str, flags: int) -> list[Attack]:
    """The usual texts, and those that follow from what the pattern repeats."""
    parsed: Any = import_module("re._parser").parse(pattern, flags)
    usual = [Attack("", piece) for piece in PIECES]
    own = [attack for style in range(_STYLES) for attack in _Example(style).attacks(parsed, "", "")]
    return list(dict.fromkeys(attack for attack in [*usual, *own] if attack.piece))


class _Example(NamedTuple):
    """Short texts that pieces of a pattern fit; each style chooses other characters of a class."""

    style: int

    def attacks(self, parsed: Any, before: str, after: str) -> Iterator[Attack]:
        """For each repetition: its body after what stands before it, once or each time."""
        items = list(parsed)
        for at, (operator, value) in enumerate(items):
            rest = self.of(items[at + 1 :]) + after
            for body in _bodies(str(operator), value):
                if _repeats(str(operator)):
                    yield from _around(self.of(body), before, rest)
                yield from self.attacks(body, before, rest)
            before += self.of([(operator, value)])
        yield from _around(before, "", after)

    def of(self, parsed: Any) -> str:
        return "".join(self._one(str(operator), value) for operator, value in parsed)

    def _one(self, operator: str, value: Any) -> str:
        if operator == "LITERAL":
            return chr(value)
        if operator in ("IN", "NOT_LITERAL", "ANY"):
            return self._character(operator, value)
        if _repeats(operator):
            return "".join(self.of(value[2]) for _ in range(max(1, min(value[0], 8))))
        bodies = list(_bodies(operator, value))
        return self.of(bodies[self.style % len(bodies)]) if bodies else ""

    def _character(self, operator: str, value: Any) -> str:
        accepted = [char for char in _characters(operator, value) if _accepts(operator, value, char)]
        return accepted[self.style % len(accepted)] if accepted else ""


def _around(piece: str, before: str, after: str) -> Iterator[Attack]:
    yield from (Attack("", piece), Attack(before, piece), Attack("", before + piece))
    yield from (Attack(before, piece, after[:-1] + _NEVER), Attack("", (before + piece + after)[:-1]))


def _repeats(operator: str) -> bool:
    return operator.endswith("_REPEAT")


def _bodies(operator: str, value: Any) -> Iterator[Any]:
    """The patterns within a piece of a pattern that texts must fit."""
    if _repeats(operator):
        yield value[2]
    elif operator == "SUBPATTERN":
        yield value[3]
    elif operator == "ATOMIC_GROUP":
        yield value
    elif operator == "BRANCH":
        yield from value[1]


def _characters(operator: str, value: Any) -> str:
    named = value if operator == "IN" else ()
    return _ALPHABET + "".join(
        chr(v if str(o) == "LITERAL" else v[0]) for o, v in named if str(o) in ("LITERAL", "RANGE")
    )


def _accepts(operator: str, value: Any, char: str) -> bool:
    if operator == "ANY":
        return char != "\n"
    if operator == "NOT_LITERAL":
        return char != chr(value)
    negated = str(value[0][0]) == "NEGATE"
    return negated != any(_member(str(item), of, char) for item, of in value)


def _member(operator: str, value: Any, char: str) -> bool:
    if operator == "LITERAL":
        return char == chr(value)
    if operator == "RANGE":
        return ord(char) in range(value[0], value[1] + 1)
    if operator == "CATEGORY":
        return re.match(_CATEGORIES[str(value)], char) is not None
    return False


_CATEGORIES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}
