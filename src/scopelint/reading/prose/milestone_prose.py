"""Payment schedules in running text: "50% upfront, 25% after the draft, 25% on delivery", "50 / 25 / 25"."""

import re
from decimal import Decimal

from scopelint.model import Milestone
from scopelint.reading.lexicon import Lexicon, fold, split_words
from scopelint.reading.prose.step import due_words, shares, step, sums
from scopelint.reading.value import find_money
from scopelint.syntax.outline import Text
from scopelint.text import Span, Spanned

_SPLIT = re.compile(r"(?<![\w./,-])\d{1,2}(?:\s?/\s?\d{1,2}){1,5}(?![\w./-])")
_WHOLE = Decimal(100)
_MOST_STEPS = 24
_FALLS_DUE = frozenset({"instalment.trigger", "instalment.payable", "instalment.name"})


def prose_steps(text: Text, lexicon: Lexicon, *, expected: bool) -> tuple[Milestone, ...]:
    """The steps that a paragraph or item states; ``expected`` where a payment schedule is due to stand."""
    plain = text.plain
    if "%" in plain and (found := _percentages(text, lexicon) or _share_and_rest(text, lexicon)):
        return found
    if "/" in plain and (found := _split(text, lexicon)):
        return found
    if found := _fractions(text, lexicon):
        return found
    return _amounts(text, lexicon) if expected else ()


def _percentages(text: Text, lexicon: Lexicon) -> tuple[Milestone, ...]:
    places = [at for at, _ in shares(text)]
    if len(places) < 2 or sum(share.value for _, share in shares(text)) != _WHOLE:
        return ()
    return _pieces(text, places, lexicon)


def _share_and_rest(text: Text, lexicon: Lexicon) -> tuple[Milestone, ...]:
    """Percentages and the rest of the whole, each with its trigger: "30% on order, balance on delivery"."""
    places = [at for at, _ in shares(text)]
    stated = sum(share.value for _, share in shares(text))
    if not places or stated >= _WHOLE or "instalment.none" in lexicon.matcher("items").groups_in(text.plain):
        return ()
    cut = split_words(text.plain, places[-1])
    rest = (cut.starts[at] for at, word in enumerate(cut.words) if fold(word) in lexicon.words["rest"])
    if (last := next(rest, None)) is None:
        return ()
    steps = _pieces(text, [*places, last], lexicon)
    if any(one.due is None for one in steps):
        return ()
    return (*steps[:-1], steps[-1]._replace(share=Spanned(_WHOLE - stated, steps[-1].span)))


def _pieces(text: Text, places: list[int], lexicon: Lexicon) -> tuple[Milestone, ...]:
    """One step from each place to the next."""
    stops = [*places[1:], _sentence_end(text.plain, places[-1])]
    return tuple(
        step(text, text.span(at, stop), lexicon, at, stop) for at, stop in zip(places, stops, strict=True)
    )


def _sentence_end(plain: str, at: int) -> int:
    close = re.compile(r"[.;]\s|\n|$").search(plain, at)
    return close.start() if close else len(plain)


def _split(text: Text, lexicon: Lexicon) -> tuple[Milestone, ...]:
    """Bare figures that make up a whole, where money is spoken of."""
    for match in _SPLIT.finditer(text.plain):
        figures = [(m.start() + match.start(), m[0]) for m in re.finditer(r"\d+", match[0])]
        if sum(Decimal(figure) for _, figure in figures) != _WHOLE:
            continue
        if not find_money(text.plain) and not _speaks_of_payment(text.plain, lexicon):
            continue
        return tuple(
            Milestone(
                text.span(at, at + len(figure)),
                title=Spanned(figure, text.span(at, at + len(figure))),
                share=Spanned(Decimal(figure), text.span(at, at + len(figure))),
            )
            for at, figure in figures
        )
    return ()


def _speaks_of_payment(plain: str, lexicon: Lexicon) -> bool:
    groups = lexicon.matcher("items").groups_in(plain)
    return bool(groups & {"instalment.trigger", "instalment.name", "instalment.word"})


def _fractions(text: Text, lexicon: Lexicon) -> tuple[Milestone, ...]:
    """Halves, thirds and quarters that make up a whole, each with its trigger."""
    parts = lexicon.words["half"] | lexicon.words["third"] | lexicon.words["quarter"]
    if not any(word in fold(text.plain) for word in parts):
        return ()
    cut = split_words(text.plain)
    places: list[tuple[int, Decimal | None]] = []
    for at, word in enumerate(cut.words):
        plain = fold(word)
        if plain in parts:
            first = at - 1 if at and fold(cut.words[at - 1]) in lexicon.numbers else at
            places.append((cut.starts[first], _fraction(plain, lexicon)))
        elif places and plain in lexicon.words["rest"]:
            places.append((cut.starts[at], None))
    if len(places) < 2:
        return ()
    known = sum((value for _, value in places if value is not None), Decimal(0))
    open_ones = [at for at, value in places if value is None]
    if known > _WHOLE or len(open_ones) > 1 or (not open_ones and _WHOLE - known > 1):
        return ()
    steps = _pieces(text, [at for at, _ in places], lexicon)
    if sum(one.due is not None for one in steps) < 2:
        return ()
    return tuple(
        one._replace(share=Spanned(value if value is not None else _WHOLE - known, one.span))
        for one, (_, value) in zip(steps, places, strict=True)
    )


def _fraction(word: str, lexicon: Lexicon) -> Decimal:
    if word in lexicon.words["half"]:
        return Decimal(50)
    return Decimal("33.33") if word in lexicon.words["third"] else Decimal(25)


def _amounts(text: Text, lexicon: Lexicon) -> tuple[Milestone, ...]:
    """Several amounts in a sentence, each with what makes it fall due."""
    places = [match.start for match in find_money(text.plain, lexicon) if match.period is None]
    if len(places) > _MOST_STEPS:
        return ()
    stops = [*places[1:], len(text.plain)]
    due = [due_words(text, lexicon, at, stop) is not None for at, stop in zip(places, stops, strict=False)]
    # "A fee of $2,800: $1,400 on signing and $1,400 on delivery" begins with what is not a step.
    first = due.index(True) if True in due else len(due)
    if len(due) - first < 2 or not all(due[first:]):
        return ()
    return _pieces(text, places[first:], lexicon)


def single_step(text: Text, span: Span, lexicon: Lexicon) -> Milestone | None:
    """The one step that a line of a schedule states: a sum paid once, and what makes it fall due."""
    groups = lexicon.matcher("items").groups_in(text.plain)
    if not groups & _FALLS_DUE or groups & {"instalment.none", "price.total"}:
        return None
    stated = sums(text, lexicon)
    if not stated.any or (stated.money is None and stated.share is None and _is_recurring(text, lexicon)):
        return None
    return step(text, span, lexicon)


def _is_recurring(text: Text, lexicon: Lexicon) -> bool:
    return any(match.period for match in find_money(text.plain, lexicon))
