"""Telling phrases: wording that leaves open what is owed, free work, internal notes, standard terms."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from scopelint.diagnostics import Confidence
from scopelint.model import Phrase
from scopelint.reading.lexicon import Hit, Lexicon, fold
from scopelint.reading.prose.mark import marks
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import BAR, Sentence
from scopelint.reading.value import find_durations
from scopelint.text import Span, Spanned

_OPEN_ENDED = ("open-list", "vague-amount", "unmeasured-quality", "escape", "open-promise", "deferral")
_ANYWHERE = ("ip-transfer", "late-fee", "kill-fee")
_GRADES = {"sure": Confidence.HIGH, "likely": Confidence.MEDIUM, "weak": Confidence.LOW}

_SILENT = (
    "exclusions",
    "client-duties",
    "instructions",
    "signatures",
    "examples",
    "team",
    "parties",
    "legal",
    "terms",
    "options",
    "assumptions",
    "change-log",
)
"""Kinds of sections whose open wording harms nobody: they promise nothing, or bind the other side."""

_SILENT_ALONE = ("payment", "communication")
"""Kinds that are silent where they are the first that counts, but for what is left to be agreed."""

_PROMISING = ("deliverables", "scope", "timeline", "support", "milestones", "acceptance")
"""Kinds of sections that say what is owed; elsewhere the same words are less sure."""

_TELLING = ("background", "process", "notes", "change-process")
"""Kinds of sections that tell rather than promise: only the surest wording counts there, and little."""

_NEGATION_REACH = 4
_FEWEST_DETAILS = 2
_OPENED = re.compile(r"(?:[^\s:(\[]+ ?)?[:(\[–—]")
"""What opens the details of a word: right after it, or after the noun it goes with."""


def read_phrases(reading: Reading, owed: Sequence[Span] = ()) -> Iterator[Phrase]:
    """Every telling phrase with who is bound, the kind of section, and how sure it is.

    ``owed`` are the places of the deliverables, in order: what is said there is promised wherever it stands.
    """
    for sentence in reading.sentences:
        if sentence.place != "quote" and (graded := list(_graded(sentence))):
            yield from _phrases(sentence, graded, reading, owed)


def _phrases(
    sentence: Sentence, graded: list[tuple[Hit, str, Confidence]], reading: Reading, owed: Sequence[Span]
) -> Iterator[Phrase]:
    """The telling phrases of one sentence; what is true of all of it is looked up once."""
    foreign = _Foreign(sentence, reading.lexicon)
    measured: bool | None = None
    for hit, group, grade in graded:
        if foreign.holds(hit) or not _may_bind(sentence, hit, group):
            continue
        confidence = _confidence(sentence, hit, group, grade, reading, owed)
        if confidence is not None:
            measured = _is_measured(sentence, reading) if measured is None else measured
            yield _phrase(sentence, hit, group, confidence, measured, reading)


def _graded(sentence: Sentence) -> Iterator[tuple[Hit, str, Confidence]]:
    """The hits of phrase groups, each with its group's name and grade; the longest where two end together."""
    for name, hits in sentence.hits.items():
        group, _, grade = name.rpartition(".")
        if name in _ANYWHERE:
            group, grade = name, "sure"
        if group == "revisions.unlimited":
            group = "unbounded-revisions"
        elif group not in (*_OPEN_ENDED, "free-work", "internal-note", *_ANYWHERE):
            continue
        if grade in _GRADES and not sentence.says(f"{group}.unless"):
            for hit in _apart(hits):
                yield hit, group, _GRADES[grade]


def _apart(hits: list[Hit]) -> Iterator[Hit]:
    """The hits of one group that do not overlap, the longest first begun being kept."""
    end = -1
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if hit.first > end:
            end = hit.last
            yield hit


def _may_bind(sentence: Sentence, hit: Hit, group: str) -> bool:
    """Whether a phrase of a group means something where it stands."""
    if group in _ANYWHERE:
        return True
    if group == "internal-note":
        return not sentence.part.is_within("instructions")
    if group == "free-work":
        return not sentence.part.is_within("instructions", "examples", "exclusions")
    if group == "unbounded-revisions":
        return not sentence.part.is_within("instructions", "examples", "exclusions", "legal", "support")
    if (
        (sentence.place == "heading" and sentence.part.section.mark != "label")
        or _crosses_cells(sentence, hit)
        or sentence.part.is_within(*_SILENT)
    ):
        return False
    if sentence.part.kind in _SILENT_ALONE:
        return group == "deferral"
    return group != "open-list" or not _in_brackets(sentence, hit)


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


def _confidence(
    sentence: Sentence, hit: Hit, group: str, grade: Confidence, reading: Reading, owed: Sequence[Span]
) -> Confidence | None:
    """How sure a phrase of a grade is where it stands; None where it says nothing."""
    if group not in _OPEN_ENDED:
        return grade
    weak = grade is Confidence.LOW
    if weak and sentence.part.kind == "acceptance":
        return None
    if _promises(sentence, hit, reading, owed):
        return None if weak and _is_told_out(sentence, hit) else grade
    if weak:
        return grade if sentence.part.is_of("price") else None
    if not sentence.part.kinds:
        listed = sentence.place in ("item", "row")
        return Confidence(grade - 1) if listed else Confidence.LOW
    if sentence.part.is_of(*_TELLING) and grade is not Confidence.HIGH:
        return None
    return Confidence.LOW


def _promises(sentence: Sentence, hit: Hit, reading: Reading, owed: Sequence[Span]) -> bool:
    """Whether what a sentence says is owed: by its section, as a deliverable, or without any sections."""
    if sentence.part.is_of(*_PROMISING) or len(reading.parts) == 1:
        return True
    place = sentence.hit_span(hit).start
    at = bisect_right(owed, place, key=lambda span: span.start)
    return at > 0 and place < owed[at - 1].end


def _is_told_out(sentence: Sentence, hit: Hit) -> bool:
    """Whether a weak word is made exact right there: by a count, not only a period, or by what follows."""
    if sentence.place != "row" and sentence.says("measured"):
        return True
    after = sentence.text.plain[sentence.words.ends[hit.last] : sentence.end].lstrip(" *_")
    if after.endswith(":"):
        return True
    opened = _OPENED.match(after)
    return opened is not None and len(after[opened.end() - 1 :].split()) > _FEWEST_DETAILS


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


def _in_brackets(sentence: Sentence, hit: Hit) -> bool:
    """Whether a wording stands in brackets: examples there explain, they promise nothing more."""
    before = sentence.text.plain[sentence.start : sentence.words.starts[hit.first]]
    return any(before.count(opening) > before.count(closing) for opening, closing in ("()", "[]", "{}"))


def _crosses_cells(sentence: Sentence, hit: Hit) -> bool:
    """Whether a wording is put together from two cells of a row, where nobody wrote it."""
    return sentence.place == "row" and BAR in sentence.hit_text(hit)


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
