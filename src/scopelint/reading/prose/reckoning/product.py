"""Products and sums written out that do not hold: "10 * 23 = 220"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from math import prod

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import Sentence, counts
from scopelint.reading.value.number import FIGURES, parse_number
from scopelint.text import Spanned

_FIGURES = re.compile(FIGURES)
_UNIT = re.compile(r"[^\d=+*×·|%/\n]{0,24}+(?:/[^\W\d_]{1,8}\s?)?")
_SIGN = re.compile(r"[^\d=+*×·|%\n]{0,24}([*×·+]|(?<=\s)x(?=\s))[^\d=+*×·|%\n]{0,24}")
_OTHER_SIGN = re.compile(r" {0,2}[-–−/÷%*×·+=^]")
_CURRENCY = tuple("$€£₹")
_FARTHEST = 160
_BESIDE = 3
_CLOSE = Decimal("0.02")
_ROUNDING = Decimal(1)


def read_products(reading: Reading) -> Iterator[Statement]:
    """Each figure that is said to equal others and does not."""
    for sentence in reading.sentences:
        if "=" in sentence.plain and counts(sentence, ("change-log",)):
            yield from _products(sentence)


def _products(sentence: Sentence) -> Iterator[Statement]:
    """What is said to equal another figure and does not: "10 * 23 = 220"."""
    plain = sentence.text.plain
    at = plain.find("=", sentence.start, sentence.end)
    while at >= 0:
        left = _reckoned(plain, max(sentence.start, at - _FARTHEST), at)
        right = _FIGURES.search(plain, at + 1, min(sentence.end, at + _FARTHEST))
        if left is not None and right is not None and _is_result(plain, at + 1, right):
            begin, found = left
            stated = parse_number(right[0])
            if stated is not None and abs(found - stated) > max(_CLOSE * max(found, stated), _ROUNDING):
                shown = Spanned(plain[begin : right.end()], sentence.text.span(begin, right.end()))
                yield Statement("product", f"{found.normalize():f}", shown, None, Confidence.MEDIUM)
        at = plain.find("=", at + 1, sentence.end)


def _reckoned(plain: str, start: int, end: int) -> tuple[int, Decimal] | None:
    """Where figures that are added or multiplied begin, and what they come to, right before ``end``."""
    figures = list(_FIGURES.finditer(plain, start, end))
    if not figures or not _UNIT.fullmatch(plain, figures[-1].end(), end):
        return None
    signs: set[str] = set()
    first = len(figures) - 1
    while first > 0:
        gap = plain[figures[first - 1].end() : figures[first].start()]
        sign = _SIGN.fullmatch(gap)
        if sign is None:
            break
        signs.add("+" if sign[1] == "+" else "*")
        first -= 1
    before = plain[max(start, figures[first].start() - _BESIDE) : figures[first].start()]
    values = [parse_number(one[0]) for one in figures[first:]]
    if len(signs) != 1 or _OTHER_SIGN.search(before) or None in values:
        return None
    known = [value for value in values if value is not None]
    begin = figures[first].start() - (before[-1:] in _CURRENCY)
    return begin, sum(known, Decimal(0)) if signs == {"+"} else prod(known, start=Decimal(1))


def _is_result(plain: str, start: int, figures: re.Match[str]) -> bool:
    """Whether figures stand alone right after an equals sign."""
    after = plain[figures.end() : figures.end() + _BESIDE]
    return _UNIT.fullmatch(plain, start, figures.start()) is not None and not _OTHER_SIGN.match(after)
