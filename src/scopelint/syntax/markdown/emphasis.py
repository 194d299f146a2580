"""Which runs of ``*``, ``_`` and ``~`` are emphasis, by the rules of CommonMark."""

import unicodedata
from typing import NamedTuple


class Mark:
    """A run of emphasis characters; what is left of it after matching is text."""

    __slots__ = ("char", "closes", "end", "node", "opens", "size", "start")

    def __init__(self, raw: str, start: int, end: int, node: int) -> None:
        self.char = raw[start]
        self.start = start
        self.end = end
        self.size = end - start
        self.node = node
        self.opens, self.closes = _flanking(raw, start, end)


class Emphasis(NamedTuple):
    """A matched pair: the nodes of its marks, and the character and width matched."""

    opener: int
    closer: int
    char: str
    width: int


def match_marks(marks: list[Mark], bottom: int) -> list[Emphasis]:
    """Pair the marks from ``bottom`` on; matched characters are taken off them, and the marks go.

    Linear: what a closer has searched in vain is not searched again.
    """
    found: list[Emphasis] = []
    stack: list[Mark] = []
    floors: dict[tuple[str, bool, int], int] = {}
    for mark in marks[bottom:]:
        if mark.closes:
            _close(mark, stack, floors, found)
        if mark.opens and mark.end > mark.start:
            stack.append(mark)
    del marks[bottom:]
    return found


def _close(
    mark: Mark, stack: list[Mark], floors: dict[tuple[str, bool, int], int], found: list[Emphasis]
) -> None:
    while mark.end > mark.start:
        key = (mark.char, mark.opens, mark.size % 3)
        floor = floors.get(key, 0)
        at = len(stack) - 1
        while at >= floor and not _fits(stack[at], mark):
            at -= 1
        if at < floor:
            floors[key] = len(stack)
            return
        opener = stack[at]
        del stack[at + 1 :]
        for other, height in floors.items():
            if height > len(stack):
                floors[other] = len(stack)
        width = 2 if mark.end - mark.start >= 2 and opener.end - opener.start >= 2 else 1
        opener.end -= width
        mark.start += width
        found.append(Emphasis(opener.node, mark.node, mark.char, width))
        if opener.end == opener.start:
            stack.pop()
            for other, height in floors.items():
                if height > len(stack):
                    floors[other] = len(stack)


def _fits(opener: Mark, closer: Mark) -> bool:
    if opener.char != closer.char:
        return False
    if opener.char == "~":
        return opener.size == closer.size
    if (opener.closes or closer.opens) and (opener.size + closer.size) % 3 == 0:
        return opener.size % 3 == 0 and closer.size % 3 == 0
    return True


def _flanking(raw: str, start: int, end: int) -> tuple[bool, bool]:
    before = raw[start - 1] if start else " "
    after = raw[end] if end < len(raw) else " "
    space_before, space_after = before.isspace(), after.isspace()
    mark_before, mark_after = _is_punctuation(before), _is_punctuation(after)
    left = not space_after and (not mark_after or space_before or mark_before)
    right = not space_before and (not mark_before or space_after or mark_after)
    if raw[start] == "_":
        return left and (not right or mark_before), right and (not left or mark_after)
    return left, right


def _is_punctuation(char: str) -> bool:
    if char.isalnum() or char.isspace():
        return False
    return char.isascii() or unicodedata.category(char)[0] in "PS"
