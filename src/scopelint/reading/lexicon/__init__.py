"""What is known of each language: data in YAML beside, compiled, and the one way to match it."""

from scopelint.reading.lexicon.lexicon import LANGUAGES, Lexicon, World, load_lexicon, load_world
from scopelint.reading.lexicon.matcher import Hit, Matcher
from scopelint.reading.lexicon.words import DASHES, SLOT, Words, fold, split_words

__all__ = [
    "DASHES",
    "LANGUAGES",
    "SLOT",
    "Hit",
    "Lexicon",
    "Matcher",
    "Words",
    "World",
    "fold",
    "load_lexicon",
    "load_world",
    "split_words",
]
