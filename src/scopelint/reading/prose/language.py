"""Which language a document is written in."""

import re

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

    It may be one that has no lexicon, where that one is clearly ahead.
    """
    counts, other_letters = _counts(outline)
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


def _counts(outline: Outline) -> tuple[dict[str, int], float]:
    """How many telling words of each language a document begins with; the share of letters not in Latin."""
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
        if seen >= _ENOUGH:
            break
    return counts, others / letters if letters else 0.0
