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
_NOT_PAID = frozenset({"instalment.none", "instalment.conditional"})
_CHOICES = frozenset({"instalment.depends", "price.choice", "title.alternative"})
_MOST_DIFFERENT = 2
"""A document that splits in more ways tells of as many things to pay."""

_Step = tuple[Decimal, Sentence]


def read_splits(reading: Reading) -> Iterator[Told]:
    """The splits of a document that names one or two, which are meant to be the same, and their advance."""
    splits = list(_splits(reading))
    if len({_value(steps) for steps in splits}) <= _MOST_DIFFERENT:
        for steps in splits:
            share, sentence = steps[0]
            yield _told("payment-split", _value(steps), Spanned(_value(steps), sentence.span), sentence)
            if "instalment.advance" in reading.lexicon.matcher("items").groups_in(sentence.plain):
                said = Spanned(sentence.plain, sentence.span)
                yield _told("deposit", f"{share.normalize():f} %", said, sentence)


def _told(term: str, value: str, shown: Spanned[str], sentence: Sentence) -> Told:
    return Told(Statement(term, value, shown, confidence=Confidence.MEDIUM), sentence)


def _value(steps: Sequence[_Step]) -> str:
    return "/".join(f"{share.normalize():f}" for share, _ in steps)


def _splits(reading: Reading) -> Iterator[Sequence[_Step]]:
    """Steps that make up a hundred per cent: those of one sentence, or those of one section in a row."""
    run: list[_Step] = []
    for sentence in reading.sentences:
        if "%" not in sentence.plain or not _speaks_of_payment(sentence, reading):
            continue
        found = [(value.value, sentence) for value in _shares(sentence, reading)]
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


def _shares(sentence: Sentence, reading: Reading) -> list[Spanned[Decimal]]:
    text = sentence.text
    return [value for at, value in shares(text, reading.lexicon) if sentence.start <= at < sentence.end]


def _speaks_of_payment(sentence: Sentence, reading: Reading) -> bool:
    if sentence.place in ("heading", "quote") or not counts(sentence, _NEVER):
        return False
    groups = reading.lexicon.matcher("items").groups_in(sentence.plain)
    listed = sentence.place == "item" and not sentence.part.kinds
    is_step = "instalment.trigger" in groups and (listed or sentence.part.is_of(*_PAYING))
    is_paid = (is_step or not groups.isdisjoint(_NAMED)) and groups.isdisjoint(_NOT_PAID)
    return is_paid and not is_one_of_several(sentence, reading)


def is_one_of_several(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence or what leads to it tells of one way to pay of several: "For large projects:"."""
    matcher = reading.lexicon.matcher("items")
    title = sentence.part.section.title
    leads = [sentence.plain, title.plain if title else "", sentence.lead.plain if sentence.lead else ""]
    return any(not _CHOICES.isdisjoint(matcher.groups_in(lead)) for lead in leads)


def _sum(steps: Sequence[_Step]) -> Decimal:
    return sum((share for share, _ in steps), Decimal(0))
