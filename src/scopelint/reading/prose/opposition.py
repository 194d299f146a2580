"""What one place states and another denies: refundable or not, owned or licensed, with tax or without."""

from collections.abc import Iterator

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.lexicon import Hit, fold
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import Sentence, counts
from scopelint.reading.prose.subject import Told
from scopelint.text import Spanned

_SIDES = {
    "deposit-refund": ("refunded", "kept"),
    "refund": ("given", "refused"),
    "termination-by-client": ("allowed", "barred"),
    "prices-with-tax": ("included", "added"),
    "rights": ("owned", "licensed"),
    "support-period": ("lifetime",),
    "deposit": ("none",),
}
"""Terms by the ways in which a contract may state them; a lone one is compared with figures of that term."""

_VALUES = {("deposit", "none"): "0 %"}
_AFFIRMED = frozenset({"refunded", "allowed", "given", "included", "owned", "lifetime"})
_NEVER = ("change-log", "background")
_NEGATION_REACH = 3


def read_oppositions(reading: Reading) -> Iterator[Told]:
    """Each sentence that states one of two opposite things, and no condition that lets both be true."""
    for term, sides in _SIDES.items():
        groups = {side: f"either.{term}-{side}" for side in sides}
        for sentence in reading.saying(*groups.values()):
            said = [side for side, group in groups.items() if _says(sentence, group, side, reading)]
            if len(said) == 1 and counts(sentence, _NEVER) and not sentence.says(f"either.{term}-unless"):
                group = groups[said[0]]
                value = _VALUES.get((term, said[0]), said[0])
                weak = sentence.says(f"{group}-weak")
                yield _told(term, value, sentence, sentence.hits[group][0], weak=weak)
    yield from _unlimited_rounds(reading)


def _says(sentence: Sentence, group: str, side: str, reading: Reading) -> bool:
    """Whether a sentence states something; a negation before or within it turns round what is affirmed."""
    if not sentence.says(group) or sentence.says(f"{group}-unless"):
        return False
    hit = sentence.hits[group][0]
    return side not in _AFFIRMED or not _is_negated(sentence, hit, reading)


def _told(term: str, value: str, sentence: Sentence, hit: Hit, *, weak: bool = False) -> Told:
    shown = Spanned(sentence.hit_text(hit), sentence.hit_span(hit))
    confidence = Confidence.LOW if weak else Confidence.MEDIUM
    return Told(Statement(term, value, shown, None, confidence), sentence)


def _unlimited_rounds(reading: Reading) -> Iterator[Told]:
    """Rounds without a limit, where the same sentence names none."""
    group = "revisions.unlimited.sure"
    for sentence in reading.saying(group):
        hit = sentence.hits[group][0]
        if (
            counts(sentence, (*_NEVER, "exclusions", "support"))
            and not sentence.says("revisions.count", "revisions.none")
            and not _is_negated(sentence, hit, reading)
        ):
            yield _told("revision-rounds", "unlimited", sentence, hit)


def _is_negated(sentence: Sentence, hit: Hit, reading: Reading) -> bool:
    words = sentence.words.words[max(0, hit.first - _NEGATION_REACH) : hit.last]
    return any(fold(word) in reading.lexicon.words["negations"] for word in words)
