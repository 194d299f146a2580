"""Telling phrases: wording that leaves open what is owed, free work, internal notes, standard terms."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import zip_longest
from typing import TypeAlias

from scopelint.diagnostics import Confidence
from scopelint.model import Phrase
from scopelint.reading.lexicon import Hit, Lexicon, fold
from scopelint.reading.prose.bearing import OPEN_ENDED, Bearing, may_bind
from scopelint.reading.prose.mark import marks
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import Sentence
from scopelint.reading.value import find_durations
from scopelint.text import Span, Spanned

_ANYWHERE = ("ip-transfer", "late-fee", "kill-fee")
_GRADES = {"sure": Confidence.HIGH, "likely": Confidence.MEDIUM, "weak": Confidence.LOW}

_NEGATION_REACH = 4

_Weighed: TypeAlias = Callable[[Sentence, Hit, str, Confidence], Confidence | None]
"""How sure a wording of a group and grade is where it stands."""


def read_phrases(reading: Reading, owed: Sequence[Span] = ()) -> Iterator[Phrase]:
    """Every telling phrase with who is bound, the kind of section, and how sure it is.

    ``owed`` are the places of the deliverables, in order: what is said there is promised wherever it stands.
    """
    bearing = Bearing(reading, owed)
    for sentence, following in zip_longest(reading.sentences, reading.sentences[1:]):
        if sentence.place != "quote" and (graded := list(_graded(sentence))):
            itemised = following is not None and following.lead is sentence
            weighed = partial(bearing.confidence, itemised=itemised)
            yield from _phrases(sentence, graded, reading, weighed)


def _phrases(
    sentence: Sentence, graded: list[tuple[Hit, str, Confidence]], reading: Reading, weighed: _Weighed
) -> Iterator[Phrase]:
    """The telling phrases of one sentence; what is true of all of it is looked up once."""
    foreign = _Foreign(sentence, reading.lexicon)
    measured: bool | None = None
    for hit, group, grade in graded:
        if foreign.holds(hit) or not _may_bind(sentence, hit, group):
            continue
        confidence = weighed(sentence, hit, group, grade) if group in OPEN_ENDED else grade
        if confidence is not None:
            measured = _is_measured(sentence, reading) if measured is None else measured
            yield _phrase(sentence, hit, group, confidence, measured, reading)


def _graded(sentence: Sentence) -> Iterator[tuple[Hit, str, Confidence]]:
    """The hits of phrase groups, each with its group's name and grade; the longest where two overlap."""
    graded: dict[str, list[tuple[Hit, Confidence]]] = {}
    for name, hits in sentence.hits.items():
        group, _, grade = name.rpartition(".")
        if name in _ANYWHERE:
            group, grade = name, "sure"
        if group == "revisions.unlimited":
            group = "unbounded-revisions"
        elif group not in (*OPEN_ENDED, "free-work", "internal-note", *_ANYWHERE):
            continue
        if grade in _GRADES and not sentence.says(f"{group}.unless"):
            graded.setdefault(group, []).extend((hit, _GRADES[grade]) for hit in hits)
    for group, found in graded.items():
        yield from ((hit, group, grade) for hit, grade in _apart(found))


def _apart(hits: list[tuple[Hit, Confidence]]) -> Iterator[tuple[Hit, Confidence]]:
    """The hits of one group that do not overlap, the longest first begun being kept."""
    end = -1
    for hit, grade in sorted(hits, key=lambda graded: (graded[0].first, -graded[0].last, -graded[1])):
        if hit.first > end:
            end = hit.last
            yield hit, grade


def _may_bind(sentence: Sentence, hit: Hit, group: str) -> bool:
    """Whether a phrase of a group means something where it stands."""
    if group in _ANYWHERE:
        return True
    if group == "internal-note":
        return not sentence.part.is_within("instructions")
    if group == "free-work":
        return not sentence.part.is_within("instructions", "examples", "exclusions")
    if group == "unbounded-revisions":
        # Terms may hold a section on revisions, which says what is owed.
        apart = () if sentence.part.is_of("revisions") else ("legal", "support")
        return not sentence.part.is_within("instructions", "examples", "exclusions", *apart)
    return may_bind(sentence, hit, group)


def _phrase(
    sentence: Sentence, hit: Hit, group: str, confidence: Confidence, measured: bool, reading: Reading
) -> Phrase:
    return Phrase(
        group,
        Spanned(sentence.hit_text(hit), sentence.hit_span(hit)),
        Spanned(sentence.plain, sentence.span),
        section=sentence.part.kind,
        owner=owner(sentence),
        negated=group != "unbounded-revisions" and _is_negated(sentence, hit, reading),
        measured=measured,
        confidence=confidence,
    )


def owner(sentence: Sentence) -> str | None:
    """Who a sentence binds: ``client``, ``both``, or None when it does not tell."""
    if sentence.part.is_within("client-duties") or sentence.says("owner.client"):
        return "client"
    return "both" if sentence.says("owner.both") else None


def _is_negated(sentence: Sentence, hit: Hit, reading: Reading) -> bool:
    before = sentence.words.words[max(0, hit.first - _NEGATION_REACH) : hit.first]
    return any(fold(word) in reading.lexicon.words["negations"] for word in before)


def _is_measured(sentence: Sentence, reading: Reading) -> bool:
    if sentence.says("measured"):
        return True
    return bool(find_durations(sentence.text.plain, reading.lexicon, sentence.words))


class _Foreign:
    """Where in a sentence somebody else speaks: code, links, slots and quotation marks."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        # Looked for in this sentence alone: a paragraph may hold a thousand.
        own = sentence.text.part(sentence.start, sentence.end)
        self._sentence = sentence
        self._ranges = [*own.code, *((first, last) for first, last, _ in own.links)]
        self._ranges += [(mark.start, mark.end) for mark in marks(own, lexicon)]
        self._plain = own.plain
        self._is_quoted = '"' in own.plain or "“" in own.plain

    def holds(self, hit: Hit) -> bool:
        """Whether a wording stands there."""
        start = self._sentence.words.starts[hit.first] - self._sentence.start
        end = self._sentence.words.ends[hit.last] - self._sentence.start
        if any(first <= start and end <= last for first, last in self._ranges):
            return True
        if not self._is_quoted:
            return False
        before = self._plain[:start]
        return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
