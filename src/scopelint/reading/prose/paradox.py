"""Wording that refutes itself, or refers to what stands nowhere."""

from collections.abc import Iterator

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import Sentence, counts
from scopelint.reading.value import find_dates
from scopelint.text import Spanned


def read_paradoxes(reading: Reading) -> Iterator[Statement]:
    """A minimum that is "up to" something, and a "date first written above" where none is."""
    for sentence in reading.saying("either.paradox"):
        if counts(sentence):
            yield _statement("paradox", sentence, "either.paradox")
    for sentence in reading.saying("either.date-above")[:1]:
        if not _has_date_above(sentence, reading):
            yield _statement("date-above", sentence, "either.date-above")


def _statement(term: str, sentence: Sentence, group: str) -> Statement:
    hit = sentence.hits[group][0]
    shown = Spanned(sentence.hit_text(hit), sentence.hit_span(hit))
    return Statement(term, "", shown, None, Confidence.MEDIUM)


def _has_date_above(sentence: Sentence, reading: Reading) -> bool:
    """Whether a date, or a word that leads to one, stands before a sentence."""
    for other in reading.sentences:
        if other.span.start >= sentence.span.start:
            return False
        if other.says("either.dated") or find_dates(other.text.plain, reading.lexicon, other.words):
            return True
    return False
