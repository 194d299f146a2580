"""Words of a text, whatever its script."""

import re
from collections import Counter
from collections.abc import Iterable

LONG_WORD = 10
"""From how many letters on one word says something alone, as "non-refundable" in one word does."""

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_UNSPACED = r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
"""Takes over a millisecond to compile: only where a text asks for it."""


def words(text: str) -> list[str]:
    """The words and numbers of a text as written, signs left out."""
    return _WORD.findall(text)


def word_count(text: str) -> int:
    """How many words a text has; scripts without spaces count two characters as a word."""
    if text.isascii():
        return len(words(text))
    spaced, letters = re.subn(_UNSPACED, " ", text)
    return len(words(spaced)) + (letters + 1) // 2


_RUN = re.compile(r"\w+")
_HYPHENED_RUN = re.compile(r"[\w-]+")
_LONGEST_PHRASE = 40


def occurrences(text: str, phrases: Iterable[str], *, hyphened: bool = False) -> Counter[str]:
    """How often each phrase stands in a text as whole words, whatever signs and spaces are between them.

    All are counted at once, in time that grows with the text: not each of many phrases in the whole of it.
    ``hyphened`` takes what hyphens join for one word. A phrase of very many words is found nowhere.
    """
    word = _HYPHENED_RUN if hyphened else _RUN
    sought = {phrase: tuple(word.findall(phrase)) for phrase in phrases}
    wanted = {parts for parts in sought.values() if len(parts) <= _LONGEST_PHRASE}
    found: Counter[tuple[str, ...]] = Counter()
    said = word.findall(text) if wanted else []
    for size in set(map(len, wanted)):
        found.update(filter(wanted.__contains__, zip(*(said[at:] for at in range(size)), strict=False)))
    return Counter({phrase: found[parts] for phrase, parts in sought.items()})


def speaks(text: str) -> bool:
    """Whether a text can say something: two words, or a long one."""
    found = [word for word in words(text) if any(map(str.isalpha, word))]
    if not found:
        return False
    longest = max(map(len, found))
    return longest >= LONG_WORD or (longest > 1 and word_count(text) > 1)


def content_words(text: str) -> frozenset[str]:
    """The words that tell what a text is about, made comparable: no case, no plural, no small words.

    Small words are told by their length, so that no list is needed: fewer than four letters, unless
    written in capitals ("SEO", "UI") or holding a digit.
    """
    return frozenset(stem(word) for word in words(text) if len(word) > 3 or not word.islower())


def stem(word: str) -> str:
    """A word made comparable: no case, no plural."""
    folded = word.casefold()
    return folded[:-1] if len(folded) > 3 and folded.endswith("s") and not folded.endswith("ss") else folded
