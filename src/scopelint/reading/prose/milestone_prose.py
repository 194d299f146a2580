"""Payment schedules in running text: "50% upfront, 25% after the draft, 25% on delivery", "50 / 25 / 25"."""

import re
from decimal import Decimal

from scopelint.model import Milestone
from scopelint.reading.lexicon import Lexicon, fold, split_words
from scopelint.reading.prose.milestone_fraction import equal_steps, fraction_steps
from scopelint.reading.prose.step import (
    MOST_STEPS,
    WHOLE,
    due_words,
    is_by_the_month,
    is_left_open,
    open_sums,
    pieces,
    said_of,
    shares,
    step,
    sums,
)
from scopelint.reading.value import find_money
from scopelint.syntax.outline import Text
from scopelint.text import Span, Spanned

_SPLIT = re.compile(r"(?<![\w./,-])\d{1,2}(?:\s?/\s?\d{1,2}){1,5}(?![\w./-])")
_OFFERED = frozenset({"instalment.equal", "instalment.maybe"})
_NO_SINGLE_STEP = frozenset(
    {"instalment.none", "instalment.recurring", "instalment.net", "instalment.several", "price.total"}
)
_LONGEST_LABEL = 6
_FALLS_DUE = frozenset({"instalment.trigger", "instalment.payable", "instalment.name"})


def prose_steps(text: Text, lexicon: Lexicon, *, expected: bool) -> tuple[Milestone, ...]:
    """The steps that a paragraph or item states; ``expected`` where a payment schedule is due to stand."""
    plain = text.plain
    if found := _percentages(text, lexicon) or _share_and_rest(text, lexicon):
        return found
    if "/" in plain and (found := _split(text, lexicon)):
        return found
    if found := fraction_steps(text, lexicon, expected=expected):
        return found
    if expected or _adds_up(text, lexicon):
        return equal_steps(text, lexicon) or _amounts(text, lexicon)
    return _instalments(text, lexicon)


def _instalments(text: Text, lexicon: Lexicon) -> tuple[Milestone, ...]:
    """Sums outside any schedule, the first of them due at the start: "$300 when we start, $600 on launch"."""
    steps = _amounts(text, lexicon)
    first = steps[0].title if steps else None
    if first is None or any(one.amount is None or one.due is None for one in steps):
        return ()
    groups = lexicon.matcher("sentences").groups_in(first.value)
    return steps if groups & {"deposit.says", "deposit.near"} else ()


def _percentages(text: Text, lexicon: Lexicon) -> tuple[Milestone, ...]:
    places = [at for at, _ in shares(text, lexicon)]
    if len(places) < 2 or sum(share.value for _, share in shares(text, lexicon)) != WHOLE:
        return ()
    return pieces(text, places, lexicon)


def _share_and_rest(text: Text, lexicon: Lexicon) -> tuple[Milestone, ...]:
    """Percentages and the rest of the whole, each with its trigger: "30% on order, balance on delivery"."""
    places = [at for at, _ in shares(text, lexicon)]
    stated = sum(share.value for _, share in shares(text, lexicon))
    if not places or stated >= WHOLE or "instalment.none" in lexicon.matcher("items").groups_in(text.plain):
        return ()
    if (last := _rest(text, places[-1], lexicon)) is None:
        return ()
    steps = pieces(text, [*places, last], lexicon)
    if any(one.due is None for one in steps):
        return ()
    return (*steps[:-1], steps[-1]._replace(share=Spanned(WHOLE - stated, steps[-1].span)))


def _split(text: Text, lexicon: Lexicon) -> tuple[Milestone, ...]:
    """Bare figures that make up a whole, where money is spoken of."""
    for match in _SPLIT.finditer(text.plain):
        figures = [(m.start() + match.start(), m[0]) for m in re.finditer(r"\d+", match[0])]
        if sum(Decimal(figure) for _, figure in figures) != WHOLE:
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


def _amounts(text: Text, lexicon: Lexicon) -> tuple[Milestone, ...]:
    """Several sums in a sentence, each with what makes it fall due; the last may be what is left to pay."""
    places = [match.start for match in find_money(text.plain, lexicon) if match.period is None]
    places = sorted({*places, *(mark.start for mark in open_sums(text, lexicon))})
    if not places or len(places) > MOST_STEPS:
        return ()
    if (rest := _rest(text, places[-1], lexicon)) is not None and _is_paid(text.plain[rest:], lexicon):
        places.append(rest)
    stops = [*places[1:], len(text.plain)]
    due = [due_words(text, lexicon, at, stop) is not None for at, stop in zip(places, stops, strict=False)]
    # "A fee of $2,800: $1,400 on signing and $1,400 on delivery" begins with what is not a step.
    first = due.index(True) if True in due else len(due)
    if len(due) - first < 2 or not all(due[first:]):
        return ()
    return pieces(text, places[first:], lexicon)


def _adds_up(text: Text, lexicon: Lexicon) -> bool:
    """Whether the first sum of a text is what the others come to: "£900: £450 to book, £450 after"."""
    if len(found := find_money(text.plain, lexicon)) not in range(3, MOST_STEPS):
        return False
    whole, *parts = (match.money for match in found)
    alike = all(part.currency == whole.currency for part in parts)
    return alike and sum(part.amount for part in parts) == whole.amount


def _rest(text: Text, after: int, lexicon: Lexicon) -> int | None:
    """Where a text goes on to what is left of the whole: "the balance", "the remaining amount"."""
    cut = split_words(text.plain, after)
    rest = (cut.starts[at] for at, word in enumerate(cut.words) if fold(word) in lexicon.words["rest"])
    return next(rest, None)


def _is_paid(plain: str, lexicon: Lexicon) -> bool:
    groups = lexicon.matcher("items").groups_in(plain)
    return bool(groups & {"instalment.name", "instalment.payable"})


def single_step(text: Text, span: Span, lexicon: Lexicon) -> Milestone | None:
    """The one step that a line of a schedule states: a sum paid once, and what makes it fall due."""
    groups = said_of(text, lexicon)
    if not groups & _FALLS_DUE or groups & {"instalment.none", "price.total"} or groups >= _OFFERED:
        return None
    if is_left_open(text, lexicon):
        return None
    stated = sums(text, lexicon)
    if not stated.any or (stated.money is None and stated.share is None and _is_recurring(text, lexicon)):
        return None
    return step(text, span, lexicon)


def _is_recurring(text: Text, lexicon: Lexicon) -> bool:
    if any(match.period for match in find_money(text.plain, lexicon)):
        return True
    return any(is_by_the_month(text, mark, lexicon) for mark in open_sums(text, lexicon))


def due_step(text: Text, span: Span, lexicon: Lexicon) -> Milestone | None:
    """The step of a line that says when a sum stated elsewhere falls due: "Deposit: due on signing"."""
    label, colon, rest = text.plain.partition(":")
    if not colon or len(label.split()) > _LONGEST_LABEL:
        return None
    matcher = lexicon.matcher("items")
    named, due = matcher.groups_in(label), matcher.groups_in(rest)
    if not named & {"instalment.name", "price.weak"} or not due >= {
        "instalment.payable",
        "instalment.trigger",
    }:
        return None
    if (named | due) & _NO_SINGLE_STEP:
        return None
    return step(text, span, lexicon)


def whole_fee(text: Text, span: Span, lexicon: Lexicon) -> Milestone | None:
    """The one payment of a fee that falls due at once: "A fee of $900 is due on signing"."""
    groups = said_of(text, lexicon)
    if not groups >= {"price.total", "instalment.payable", "instalment.trigger"}:
        return None
    if groups & {"instalment.none", "instalment.recurring", "instalment.net"}:
        return None
    several = len(find_money(text.plain, lexicon)) + len(list(open_sums(text, lexicon))) != 1
    return None if several or _is_recurring(text, lexicon) else step(text, span, lexicon)
