"""Payments in parts of a whole: "half on signing, the rest on delivery", "1/3", "three equal instalments"."""

import re
from decimal import Decimal

from scopelint.model import Milestone
from scopelint.reading.lexicon import Lexicon, fold, split_words
from scopelint.reading.prose.step import MOST_STEPS, WHOLE, pieces, sentence_end, step
from scopelint.reading.value import find_money
from scopelint.syntax.outline import Text
from scopelint.text import Span, Spanned

_FIGURES = re.compile(r"(?<![\w.,/-])(?:[1-4]/[2-4](?![\w/])|[½⅓⅔¼¾])")
_VALUES = {
    "1/2": Decimal(50), "½": Decimal(50), "1/3": Decimal("33.33"), "⅓": Decimal("33.33"),
    "2/3": Decimal("66.67"), "⅔": Decimal("66.67"), "1/4": Decimal(25), "¼": Decimal(25),
    "3/4": Decimal(75), "¾": Decimal(75),
}  # fmt: skip


def fraction_steps(text: Text, lexicon: Lexicon, *, expected: bool) -> tuple[Milestone, ...]:
    """Halves, thirds and quarters that make up a whole, two with triggers; one, where it is ``expected``."""
    places = _places(text, lexicon)
    if len(places) < 2:
        return _each(text, lexicon)
    known = sum((value for _, value in places if value is not None), Decimal(0))
    open_ones = [at for at, value in places if value is None]
    if known > WHOLE or len(open_ones) > 1 or (not open_ones and WHOLE - known > 1):
        return ()
    steps = pieces(text, [at for at, _ in places], lexicon)
    if sum(one.due is not None for one in steps) < 2 - expected:
        return ()
    return tuple(
        one._replace(share=Spanned(value if value is not None else WHOLE - known, one.span))
        for one, (_, value) in zip(steps, places, strict=True)
    )


def _places(text: Text, lexicon: Lexicon) -> list[tuple[int, Decimal | None]]:
    """Where a text names parts of a whole, in words or figures, and after them what is left of it."""
    figures = [(match.start(), _VALUES.get(match[0])) for match in _FIGURES.finditer(text.plain)]
    if figures:
        # "1/2 on signing, 2/2 on delivery" numbers the payments.
        return figures if all(value is not None for _, value in figures) else []
    parts = lexicon.words["half"] | lexicon.words["third"] | lexicon.words["quarter"]
    if not any(word in fold(text.plain) for word in parts):
        return []
    cut = split_words(text.plain)
    places: list[tuple[int, Decimal | None]] = []
    for at, word in enumerate(cut.words):
        plain = fold(word)
        if plain in parts and text.plain[cut.ends[at] : cut.ends[at] + 1] != "-":  # "half-way"
            first = at - 1 if at and fold(cut.words[at - 1]) in lexicon.numbers else at
            places.append((cut.starts[first], _fraction(plain, lexicon)))
        elif (
            places
            and plain in lexicon.words["rest"]
            and not parts.intersection(map(fold, cut.words[at + 1 : at + 2]))
        ):
            places.append((cut.starts[at], None))
    return places


def _fraction(word: str, lexicon: Lexicon) -> Decimal:
    if word in lexicon.words["half"]:
        return Decimal(50)
    return Decimal("33.33") if word in lexicon.words["third"] else Decimal(25)


def opening_fraction(text: Text, span: Span, lexicon: Lexicon) -> Milestone | None:
    """The step of a line that begins with a part of the whole: "1/3 on signing", "Half when it is live"."""
    places = _places(text, lexicon)
    if len(places) != 1 or text.plain[: places[0][0]].strip(" *_"):
        return None
    one = step(text, span, lexicon)
    share = places[0][1]
    if one.due is None or share is None:
        return None
    return one._replace(share=Spanned(share, one.span))


def equal_steps(text: Text, lexicon: Lexicon) -> tuple[Milestone, ...]:
    """Equal instalments, as many as are named, with their triggers where each has one."""
    matcher = lexicon.matcher("items")
    groups = matcher.groups_in(text.plain)
    if "instalment.equal" not in groups or groups & {"instalment.maybe", "instalment.none"}:
        return ()
    words = split_words(text.plain)
    named = next(hit for hit in matcher.find(words) if hit.group == "instalment.equal")
    number = lexicon.number(words.words[named.first])
    if number is None or not 2 <= number <= MOST_STEPS:
        return ()
    at = words.starts[named.first]
    money = [one for one in find_money(text.plain, lexicon, at) if one.period is None]
    amount = Spanned(money[0].money, text.span(money[0].start, money[0].end)) if len(money) == 1 else None
    if len(events := _events(text, words.ends[named.last], lexicon)) == number:
        return tuple(one._replace(amount=amount) for one in pieces(text, events, lexicon))
    whole = step(text, text.span(at, len(text.plain)), lexicon, at)
    return (whole._replace(amount=amount),) * number if amount is not None else ()


def _each(text: Text, lexicon: Lexicon) -> tuple[Milestone, ...]:
    """One part of the whole at each of as many events: "a third each on order, on proof, on delivery"."""
    places = _places(text, lexicon)
    share = places[0][1] if len(places) == 1 else None
    if share is None:
        return ()
    events = _events(text, places[0][0], lexicon)
    if len(events) < 2 or round(WHOLE / share) != len(events):
        return ()
    return tuple(one._replace(share=Spanned(share, one.span)) for one in pieces(text, events, lexicon))


def _events(text: Text, after: int, lexicon: Lexicon) -> list[int]:
    """Where a text, to the end of the sentence, names what makes payments fall due."""
    words = split_words(text.plain, after, sentence_end(text.plain, after))
    hits = lexicon.matcher("items").find(words)
    return sorted({words.starts[hit.first] for hit in hits if hit.group == "instalment.trigger"})
