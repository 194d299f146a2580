"""Which language a document is written in."""

import re

from scopelint.reading.lexicon import fold, load_world
from scopelint.reading.prose.sentence import section_texts
from scopelint.syntax.outline import Outline

_ENOUGH = 600
_FEWEST = 3
_WORD = re.compile(r"[^\W\d_]+")


def detect_language(outline: Outline) -> str:
    """The language of ``LANGUAGES`` whose small words are most frequent; English when there are too few."""
    telling = load_world().function_words
    counts: dict[str, int] = {}
    seen = 0
    for text in section_texts(outline.root):
        for word in _WORD.findall(text.plain):
            seen += 1
            for language in telling.get(fold(word), ()):
                counts[language] = counts.get(language, 0) + 1
        if seen >= _ENOUGH:
            break
    best = max(counts, key=lambda language: (counts[language], language == "en"), default="en")
    others = [count for language, count in counts.items() if language != best]
    # Of a few lines one telling word is enough when nothing speaks for another language.
    enough = counts.get(best, 0) >= (_FEWEST if any(others) else 1)
    return best if enough else "en"
