"""How much open wording weighs where it stands: what is owed binds most, what only tells binds little.

The grades are measured on real contracts: a wording is sure where nearly everybody would circle it, and
a place keeps only the kinds of wording that readers circle there at all.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from scopelint.diagnostics import Confidence
from scopelint.reading.lexicon import Hit
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import BAR, Sentence
from scopelint.text import Span

OPEN_ENDED = ("open-list", "vague-amount", "unmeasured-quality", "escape", "open-promise", "deferral")
"""The groups of wording that leave open what is owed."""

_SILENT = (
    "exclusions",
    "client-duties",
    "instructions",
    "signatures",
    "examples",
    "team",
    "parties",
    "legal",
    "assumptions",
    "change-log",
)
"""Kinds of sections whose open wording harms nobody: they promise nothing, or bind the other side."""

_SILENT_ALONE = ("payment", "communication")
"""Kinds that are silent where they are the first that counts, but for what is left to be agreed."""

_PROMISING = ("deliverables", "scope")
"""Kinds of sections that say what is owed; elsewhere the same words are less sure."""

_SIZING = ("price", "support", "timeline", "milestones", "options")
"""Kinds of sections where work without a size counts too, while praise and escapes rarely matter."""

_SIZELESS = ("vague-amount", "open-promise", "deferral")
"""Groups of wording about how much is done, how long, and for what price."""

_TELLING = ("background", "process", "notes", "change-process")
"""Kinds of sections that tell rather than promise: only the surest wording counts there, and little."""

_NEAR = 8
"""A number so many words away from a wording, or more, is that of something else."""

_FEWEST_DETAILS = 2
_OPENED = re.compile(r"(?:[^\s:(\[]{1,40} ){0,3}[^\s:(\[]{0,40} ?[:(–—]")
"""What opens the details of a word: right after it, or after the few words it goes with."""

_COUNTED = re.compile(r"[^(\n]{0,40}\([^()]{0,40}\d")
"""A number in brackets after a wording."""


def may_bind(sentence: Sentence, hit: Hit, group: str) -> bool:
    """Whether open wording means something where it stands."""
    if (
        (sentence.place == "heading" and sentence.part.section.mark != "label")
        or _crosses_cells(sentence, hit)
        or sentence.part.is_within(*_SILENT)
        or sentence.plain.endswith("?")
    ):
        return False
    if sentence.part.kind in _SILENT_ALONE or sentence.part.is_within("terms"):
        return group == "deferral"
    return group != "open-list" or not _in_brackets(sentence, hit)


class Bearing:
    """What the deliverables of a document make of its open wording.

    ``owed`` are the places of the deliverables, in order: what is said there is promised wherever it stands.
    """

    def __init__(self, reading: Reading, owed: Sequence[Span]) -> None:
        self._owed = owed
        self._single = len(reading.parts) == 1

    def confidence(
        self, sentence: Sentence, hit: Hit, group: str, grade: Confidence, *, itemised: bool
    ) -> Confidence | None:
        """How sure open wording of a grade is where it stands; None where it says nothing.

        ``itemised`` tells that a list below the sentence says what it holds.
        """
        if _is_bounded(sentence, hit, group, grade, itemised):
            return None
        if self._promises(sentence, hit):
            return grade
        if sentence.part.is_of("options"):
            return Confidence.LOW
        if group not in _SIZELESS:
            return None
        if grade is Confidence.LOW:
            return grade if sentence.part.is_of("support") else None
        telling = sentence.part.is_of(*_TELLING) and group != "deferral" and grade is not Confidence.HIGH
        return None if telling and not sentence.part.is_of(*_SIZING) else Confidence.LOW

    def _promises(self, sentence: Sentence, hit: Hit) -> bool:
        """Whether what a sentence says is owed: by its section, as a deliverable, or without any sections."""
        if self._single or (sentence.part.is_of(*_PROMISING) and not sentence.part.is_of("options")):
            return True
        place = sentence.hit_span(hit).start
        at = bisect_right(self._owed, place, key=lambda span: span.start)
        return at > 0 and place < self._owed[at - 1].end


def _is_bounded(sentence: Sentence, hit: Hit, group: str, grade: Confidence, itemised: bool) -> bool:
    """Whether the line itself, or a list below it, says how much is meant; what is sure stays open."""
    if grade is Confidence.HIGH:
        return False
    if _is_counted(sentence, hit):
        return True
    if grade is Confidence.LOW:
        return itemised or _is_told_out(sentence, hit)
    return itemised and group == "open-list"


def _is_counted(sentence: Sentence, hit: Hit) -> bool:
    """Whether a number right there bounds a wording: "4 content updates", "small changes (2 a month)"."""
    before = sentence.text.plain[sentence.start : sentence.words.starts[hit.first]]
    if sentence.place != "row" and _is_measured(sentence, hit):
        return True
    return before.rstrip(" ")[-1:].isdecimal() or _COUNTED.match(_after(sentence, hit)) is not None


def _is_measured(sentence: Sentence, hit: Hit) -> bool:
    """Whether a number with a unit stands so near a wording that it bounds it: "5 hours of small changes"."""
    return any(
        measure.first <= hit.last + _NEAR and hit.first <= measure.last + _NEAR
        for measure in sentence.hits.get("measured", ())
    )


def _is_told_out(sentence: Sentence, hit: Hit) -> bool:
    """Whether a weak word is made exact by what follows it."""
    after = _after(sentence, hit)
    if after.endswith(":"):
        return True
    opened = _OPENED.match(after)
    return opened is not None and len(after[opened.end() - 1 :].split()) > _FEWEST_DETAILS


def _after(sentence: Sentence, hit: Hit) -> str:
    return sentence.text.plain[sentence.words.ends[hit.last] : sentence.end].lstrip(" *_")


def _in_brackets(sentence: Sentence, hit: Hit) -> bool:
    """Whether a wording stands in brackets: examples there explain, they promise nothing more."""
    before = sentence.text.plain[sentence.start : sentence.words.starts[hit.first]]
    return any(before.count(opening) > before.count(closing) for opening, closing in ("()", "[]", "{}"))


def _crosses_cells(sentence: Sentence, hit: Hit) -> bool:
    """Whether a wording is put together from two cells of a row, where nobody wrote it."""
    return sentence.place == "row" and BAR in sentence.hit_text(hit)
