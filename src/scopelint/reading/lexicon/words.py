"""Text cut into words."""

import re
from functools import lru_cache
from typing import NamedTuple

SLOT = "_"
"""The word that stands for an unfilled slot: ``____``, ``{{x}}``, ``<%= x %>``, ``[%x]``."""

DASHES = frozenset("-–—")
"""The words that stand for the dash of a range ("4–6")."""

_WORD = re.compile(
    r"_{2,}|\{\{[^{}\n]{0,200}\}\}|<%[^%\n]{0,200}%>|\[%[^\]\n]{0,200}\]|\d+(?:[.,'’\u00a0\u202f]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[$€£¥₹₦₱₪₺₩₽₫฿₴₵%§+&]|(?<=\d)\s?[-–—](?=\s?[\d$€£])"
)
_MARKS = {0x300 + i: None for i in range(0x70)}


class Words(NamedTuple):
    """The words of a text in lower case, accents kept, with the range of each in that text."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)


def split_words(text: str, start: int = 0, end: int | None = None) -> Words:
    """The words of a range of a text; numbers, percent and currency signs are words, other signs are not."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    ranges = [match.span() for match in found]
    starts, ends = zip(*ranges, strict=True) if ranges else ((), ())
    return Words(tuple([_lowered(text[first:last]) for first, last in ranges]), starts, ends)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text alone, as ``split_words`` cuts them."""
    return tuple(map(_lowered, _WORD.findall(text)))


@lru_cache(maxsize=4096)
def _lowered(word: str) -> str:
    """A word as it is compared; remembered, since a contract repeats its words."""
    if word[0] in "_{<[":
        return SLOT
    return word.lower() if word.isalpha() else word.strip().lower()


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """A word in lower case without accents, as lexicons compare it; people leave accents out."""
    word = word.lower().replace("’", "'").replace("ß", "ss")
    if word.isascii():
        return word
    from unicodedata import normalize

    return normalize("NFD", word).translate(_MARKS)
