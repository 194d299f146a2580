"""Things that are unlimited, or all included, and a line right there that limits them or leaves one out."""

from collections.abc import Iterator, Sequence

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.lexicon import Hit, fold
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import Sentence, counts
from scopelint.text import Spanned

_NEVER = ("change-log", "background")
_SHORTEST_THING = 4
_SUBJECT = 3
"""The thing that a sentence limits is one of its first words: "the traffic may be limited"."""

_ALL, _LEFT_OUT = "either.all-included", "either.left-out"
_UNLIMITED, _LIMITED = "either.unlimited", "either.limited"


def read_limitless(reading: Reading) -> Iterator[Statement]:
    """Both places, where one section says of a thing or of all things the opposite."""
    sections: dict[int, list[Sentence]] = {}
    for sentence in reading.saying(_ALL, _LEFT_OUT, _UNLIMITED, _LIMITED):
        leads = sentence.place != "heading" or sentence.part.section.mark == "label"
        if leads and counts(sentence, _NEVER):
            sections.setdefault(id(sentence.part), []).append(sentence)
    for sentences in sections.values():
        if len(sentences) > 1:
            yield from _left_out(sentences)
            yield from _limited(sentences, reading)


def _left_out(sentences: Sequence[Sentence]) -> Iterator[Statement]:
    """A list of which all is included, and an entry of it that is not."""
    whole = next((one for one in sentences if one.says(_ALL) and not one.says(f"{_ALL}-unless")), None)
    if whole is not None and not whole.says(_LEFT_OUT):
        for one in sentences:
            if one.says(_LEFT_OUT) and one.place in ("row", "item") and one.span.start > whole.span.start:
                title = one.part.section.name or None
                yield _statement("all-included", "yes", whole, _ALL, title)
                yield _statement("all-included", "no", one, _LEFT_OUT, title)
                return


def _limited(sentences: Sequence[Sentence], reading: Reading) -> Iterator[Statement]:
    """What is unlimited in one sentence, and the subject of one that limits it; once for each thing."""
    free: dict[str, Sentence] = {}
    for sentence in sentences:
        if sentence.says(_UNLIMITED) and not sentence.says(_LIMITED):
            for thing in _beside(sentence, sentence.hits[_UNLIMITED][0], reading):
                free.setdefault(thing, sentence)
    for one in sentences:
        if free and one.says(_LIMITED) and not one.says(_UNLIMITED):
            about = next((word for word in map(_stem, one.words.words[:_SUBJECT]) if word in free), None)
            if about is not None:
                yield _statement("limit", "none", free.pop(about), _UNLIMITED, about)
                yield _statement("limit", "some", one, _LIMITED, about)


def _beside(sentence: Sentence, hit: Hit, reading: Reading) -> set[str]:
    """The words on either side of a wording that may name what it is said of."""
    words = sentence.words.words
    found = (*words[max(0, hit.first - 1) : hit.first], *words[hit.last + 1 : hit.last + 2])
    function = reading.lexicon.words["function"]
    return {
        _stem(word)
        for word in found
        if word.isalpha() and len(word) >= _SHORTEST_THING and fold(word) not in function
    }


def _stem(word: str) -> str:
    return fold(word).removesuffix("s")


def _statement(term: str, value: str, sentence: Sentence, group: str, about: str | None) -> Statement:
    hit = sentence.hits[group][0]
    shown = Spanned(sentence.hit_text(hit), sentence.hit_span(hit))
    return Statement(term, value, shown, about, Confidence.MEDIUM)
