"""Words of a text, whatever its script."""

import re

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


def content_words(text: str) -> frozenset[str]:
    """The words that tell what a text is about, made comparable: no case, no plural, no small words.

    Small words are told by their length, so that no list is needed: fewer than four letters, unless
    written in capitals ("SEO", "UI") or holding a digit.
    """
    return frozenset(_stem(word) for word in words(text) if len(word) > 3 or not word.islower())


def _stem(word: str) -> str:
    folded = word.casefold()
    return folded[:-1] if len(folded) > 3 and folded.endswith("s") and not folded.endswith("ss") else folded
