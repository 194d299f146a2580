"""Which language a document is written in."""

import re
import sys
from collections.abc import Mapping

from scopelint.reading.lexicon import LANGUAGES, fold, load_world
from scopelint.reading.prose.sentence import section_texts
from scopelint.syntax.outline import Outline

_ENOUGH = 600
_FEWEST = 3
_MANY = 5
_CLEARLY = 1.5
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")  # the "e" of "e-mail" is no Portuguese word
_LATIN_ENDS, _LATIN_GOES_ON, _LATIN_STOPS = "\u0250", "\u1e00", "\u1f00"
"""The first letter beyond those of Latin script, and where Vietnamese has some more."""

OTHER_SCRIPT = "und"
"""The language of a document in another script than Latin: undetermined, in the words of ISO 639-2."""


def detect_language(outline: Outline) -> str:
    """The language whose small words are most frequent; English when there are too few.

    It may be one that has no lexicon, where that one is clearly ahead in the whole document: nothing is
    said to be missing there, so that some pages of it before a contract must not decide.
    """
    language = _likely(*_counts(outline, _ENOUGH))
    return language if language in LANGUAGES else _likely(*_counts(outline, sys.maxsize))


def _likely(counts: Mapping[str, int], other_letters: float) -> str:
    if other_letters > 0.5:
        return OTHER_SCRIPT
    read = {language: count for language, count in counts.items() if language in LANGUAGES}
    best = max(read, key=lambda language: (read[language], language == "en"), default="en")
    other = max(counts, key=lambda language: counts[language], default="en")
    if other not in LANGUAGES and counts[other] >= _MANY + _CLEARLY * read.get(best, 0):
        return other
    rivals = [count for language, count in read.items() if language != best]
    # Of a few lines one telling word is enough when nothing speaks for another language.
    enough = read.get(best, 0) >= (_FEWEST if any(rivals) else 1)
    return best if enough else "en"


def _counts(outline: Outline, most: int) -> tuple[dict[str, int], float]:
    """How many telling words of each language are among the first; the share of letters not in Latin."""
    telling = load_world().function_words
    counts: dict[str, int] = {}
    seen = letters = others = 0
    for text in section_texts(outline.root):
        for word in _WORD.findall(text.plain):
            seen += 1
            letters += len(word)
            if _LATIN_ENDS <= word[0] < _LATIN_GOES_ON or word[0] >= _LATIN_STOPS:
                others += len(word)
            for language in telling.get(fold(word), ()):
                counts[language] = counts.get(language, 0) + 1
        if seen >= most:
            break
    return counts, others / letters if letters else 0.0
