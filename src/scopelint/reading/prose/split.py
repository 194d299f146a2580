"""How a document splits the price into parts of a hundred, each place where it says so: 40/30/30, 50/50."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import Sentence, counts
from scopelint.reading.prose.step import WHOLE, shares
from scopelint.reading.prose.subject import Told
from scopelint.text import Spanned

_NEVER = ("change-log", "background", "termination", "support", "exclusions", "process")
_PAYING = ("payment", "milestones", "deposit", "price", "terms")
_NAMED = frozenset({"instalment.name", "instalment.payable"})
_NOT_PAID = frozenset({"instalment.none", "instalment.conditional", "instalment.depends", "price.choice"})
_MOST_DIFFERENT = 2
"""A document that splits in more ways tells of as many things to pay."""

_Step = tuple[Decimal, Sentence]


def read_splits(reading: Reading) -> Iterator[Told]:
    """The splits of a document that names one or two; those are meant to be the same."""
    splits = list(_splits(reading))
    if len({_value(steps) for steps in splits}) <= _MOST_DIFFERENT:
        for steps in splits:
            sentence = steps[0][1]
            shown = Spanned(_value(steps), sentence.span)
            yield Told(Statement("payment-split", shown.value, shown, confidence=Confidence.MEDIUM), sentence)


def _value(steps: Sequence[_Step]) -> str:
    return "/".join(f"{share.normalize():f}" for share, _ in steps)


def _splits(reading: Reading) -> Iterator[Sequence[_Step]]:
    """Steps that make up a hundred per cent: those of one sentence, or those of one section in a row."""
    run: list[_Step] = []
    for sentence in reading.sentences:
        if "%" not in sentence.plain or not _speaks_of_payment(sentence, reading):
            continue
        found = [(value.value, sentence) for value in _shares(sentence)]
        if len(found) > 1:
            if _sum(found) == WHOLE:
                yield found
            continue
        if run and run[-1][1].part is not sentence.part:
            run = []
        run += [step for step in found if step[0] < WHOLE]
        if _sum(run) >= WHOLE:
            if _sum(run) == WHOLE:
                yield run
            run = []


def _shares(sentence: Sentence) -> list[Spanned[Decimal]]:
    text = sentence.text
    return [value for at, value in shares(text) if sentence.start <= at < sentence.end]


def _speaks_of_payment(sentence: Sentence, reading: Reading) -> bool:
    if sentence.place in ("heading", "quote") or not counts(sentence, _NEVER):
        return False
    matcher = reading.lexicon.matcher("items")
    title = sentence.part.section.title
    above = matcher.groups_in(title.plain) if title is not None else frozenset()
    groups = matcher.groups_in(sentence.plain)
    if "price.choice" in above or "title.alternative" in above:
        return False
    listed = sentence.place == "item" and not sentence.part.kinds
    is_step = "instalment.trigger" in groups and (listed or sentence.part.is_of(*_PAYING))
    return (is_step or not groups.isdisjoint(_NAMED)) and groups.isdisjoint(_NOT_PAID)


def _sum(steps: Sequence[_Step]) -> Decimal:
    return sum((share for share, _ in steps), Decimal(0))
