"""The revision policy as prose states it, and the clause that follows from it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from scopelint.diagnostics import Confidence
from scopelint.model import Clause, ClauseStatus, Money, RevisionPolicy
from scopelint.reading.lexicon import Hit, Lexicon, fold
from scopelint.reading.prose.nature import Nature
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import BAR, Sentence, counts
from scopelint.reading.value import find_durations, find_money
from scopelint.text import Span, Spanned

_NEVER = ("exclusions", "change-log", "support", "signatures", "legal")
_NAME = "revision-limit"
_UNLIMITED = ("revisions.unlimited.sure", "revisions.unlimited.likely")

_NEXT = 3
"""At most so many characters lie between a sentence and the next one of its paragraph."""

T = TypeVar("T")


class Limit(NamedTuple):
    """A number of rounds at its place; ``value`` is None where a slot stands for it."""

    value: int | None
    span: Span
    sentence: Sentence


def read_revisions(reading: Reading) -> RevisionPolicy | None:
    """What the document says about revisions; None when it says nothing."""
    limit = _first(limits(reading))
    unlimited = None if limit else _first(_unlimited(reading))
    price = _first(_prices(reading, limit))
    definition = _first(_sentences(reading, "revisions.definition"))
    if limit is None and unlimited is None and price is None and definition is None:
        return None
    place = limit.span if limit else (unlimited or price or definition)
    assert place is not None
    return RevisionPolicy(
        place.span if isinstance(place, Spanned) else place,
        included=Spanned(limit.value, limit.span) if limit and limit.value is not None else None,
        per=_per(limit, reading.lexicon) if limit else None,
        round=definition,
        new_work=_first(_sentences(reading, "revisions.new-work")),
        feedback_window_days=_first(_windows(reading)),
        extra_round_price=price,
        unlimited=unlimited,
    )


def read_revision_clause(reading: Reading, policy: RevisionPolicy | None, nature: Nature) -> Clause | None:
    """The clause ``revision-limit``: stated with a number or a slot for it, unlimited, or not applicable."""
    limit = _first(limits(reading))
    if limit is not None:
        return _clause(ClauseStatus.STATED, limit.span, limit.sentence)
    if policy is not None and policy.unlimited is not None:
        sentence = _at(policy.unlimited.span, reading)
        return _clause(ClauseStatus.UNLIMITED, policy.unlimited.span, sentence)
    if not nature.has_revisions:
        return Clause(_NAME, ClauseStatus.NOT_APPLICABLE, reading.title, None, Confidence.MEDIUM)
    promised = _first(_saying(reading, "revisions.promised"))
    if policy is not None and policy.extra_round_price is not None and promised is None:
        span = policy.extra_round_price.span
        return _clause(ClauseStatus.PARTIAL, span, _at(span, reading))
    return _clause(ClauseStatus.PARTIAL, promised.span, promised) if promised else None


def limits(reading: Reading) -> Iterator[Limit]:
    """Every number of included rounds, the surest kind of wording first in each sentence."""
    for sentence in _saying(reading, "revisions.count", "revisions.count-here", "revisions.none"):
        groups = ["revisions.count"]
        if sentence.part.is_of("revisions"):
            groups.append("revisions.count-here")
        hits = [hit for group in groups for hit in sentence.hits.get(group, ())]
        hits = [hit for hit in hits if not _is_meant_otherwise(sentence, hit)]
        hits = [hit for hit in hits if not _is_torn(sentence, hit)]
        if hits:
            yield _limit(sentence, hits[0], reading.lexicon)
        elif sentence.says("revisions.none"):
            hit = sentence.hits["revisions.none"][0]
            yield Limit(0, sentence.hit_span(hit), sentence)


def _is_torn(sentence: Sentence, hit: Hit) -> bool:
    """Whether the number belongs to something before the noun: "6 | Final tweaks", "(class 7) rounds"."""
    words = sentence.hit_text(hit)
    start = sentence.words.starts[hit.first]
    if words.count(")") > words.count("(") and sentence.text.plain[start - 1 : start] != "(":
        return True
    if sentence.place != "row" or hit.first != 0 or len(sentence.words) < 2:
        return False
    return BAR in sentence.text.plain[sentence.words.ends[0] : sentence.words.starts[1]]


def _saying(reading: Reading, *groups: str) -> Iterator[Sentence]:
    """Sentences with a wording of a group, where the contract speaks of the price's revisions."""
    for sentence in reading.saying(*groups):
        if counts(sentence, _NEVER):
            yield sentence


def _is_meant_otherwise(sentence: Sentence, hit: Hit) -> bool:
    """Whether its words tell what one round is, or what one costs: then their numbers are no limit.

    What goes on says more: "one round is" of changes a list, but "one round is free".
    """
    others = sentence.hits.get("revisions.unless", ())
    return any(
        other.first <= hit.last
        and hit.first <= other.last
        and not hit.first <= other.first <= other.last < hit.last
        for other in others
    )


def _limit(sentence: Sentence, hit: Hit, lexicon: Lexicon) -> Limit:
    """The number in a wording: its last one before the noun, as in "two (2) rounds"."""
    for at in range(hit.first, hit.last + 1):
        value = lexicon.number(sentence.words.words[at])
        if value is not None:
            return Limit(value, sentence.hit_span(Hit(hit.group, at, hit.last)), sentence)
    return Limit(None, sentence.hit_span(hit), sentence)


def _sentences(reading: Reading, group: str) -> Iterator[Spanned[str]]:
    for sentence in _saying(reading, group):
        yield Spanned(sentence.plain, sentence.span)


def _unlimited(reading: Reading) -> Iterator[Spanned[str]]:
    for sentence in _saying(reading, *_UNLIMITED):
        hit = next(hit for group in _UNLIMITED for hit in sentence.hits.get(group, ()))
        yield Spanned(sentence.hit_text(hit), sentence.hit_span(hit))


def _prices(reading: Reading, limit: Limit | None) -> Iterator[Spanned[Money] | Spanned[str]]:
    """What a further round costs: money, or the words that price it."""
    for sentence in _saying(reading, "revisions.extra-price", "revisions.extra-price-here"):
        group = "revisions.extra-price"
        if not sentence.says(group):
            group = "revisions.extra-price-here"
        if sentence.says("revisions.no-price") or (group.endswith("-here") and not goes_on(sentence, limit)):
            continue
        hit = sentence.hits[group][0]
        money = find_money(sentence.text.plain, reading.lexicon, sentence.start, sentence.end)
        if money:
            yield Spanned(money[-1].money, sentence.text.span(money[-1].start, money[-1].end))
        else:
            yield Spanned(sentence.hit_text(hit), sentence.hit_span(hit))


def goes_on(sentence: Sentence, limit: Limit | None) -> bool:
    """Whether a sentence speaks of rounds without their name: in their section, or after their number."""
    if sentence.part.is_of("revisions"):
        return True
    if limit is None or sentence.part is not limit.sentence.part:
        return False
    return 0 <= sentence.span.start - limit.sentence.span.end <= _NEXT


def _windows(reading: Reading) -> Iterator[Spanned[int]]:
    for sentence in _saying(reading, "revisions.window"):
        for match in find_durations(sentence.text.plain, reading.lexicon, sentence.words):
            if match.duration.unit in ("day", "business-day"):
                yield Spanned(int(match.duration.most), sentence.text.span(match.start, match.end))


def _per(limit: Limit, lexicon: Lexicon) -> Spanned[str] | None:
    """What the number counts for: the word after "per" or "each" in its sentence."""
    words = limit.sentence.words
    for at in range(len(words) - 1):
        if words.words[at] in lexicon.words["per"] and words.starts[at] >= limit.sentence.start:
            unit = lexicon.subjects.get(fold(words.words[at + 1]))
            if unit is not None:
                return Spanned(unit, limit.sentence.text.span(words.starts[at], words.ends[at + 1]))
    return None


def _at(span: Span, reading: Reading) -> Sentence:
    return next(s for s in reading.sentences if span.within(s.span))


def _clause(status: ClauseStatus, span: Span, sentence: Sentence) -> Clause:
    own = sentence.part.is_of("revisions")
    how = "table" if sentence.place == "row" else "heading" if own else "phrase"
    return Clause(_NAME, status, span, how, Confidence.HIGH if own else Confidence.MEDIUM)


def _first(found: Iterable[T]) -> T | None:
    return next(iter(found), None)
