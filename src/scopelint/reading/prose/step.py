"""One step of a payment schedule, from the words that state it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from scopelint.model import Milestone, Money
from scopelint.reading.lexicon import Lexicon, fold, load_world, split_words
from scopelint.reading.prose.mark import Mark, marks
from scopelint.reading.value import find_dates, find_money
from scopelint.syntax.outline import Text
from scopelint.text import Span, Spanned

_PERCENT = re.compile(r"(?<![\w.,])(\d{1,3}(?:[.,]\d{1,2})?)(?:\s?%|\s([^\W\d_]{4,12})(?!\w))")
_END_OF_CLAUSE = re.compile(r"[,;:\n.](?=\s)|[();]|\.$|$")
_END_OF_SENTENCE = re.compile(r"[.;](?:\s|$)|\n|$")
_SMALLEST_SHARE = 5
_LEADS_ON = " ,;:|/+&·•\n"
_BESIDE = 4
_NEXT_WORDS = 24
_CHOICE = "[ ]"
"""Stands before each of several answers of which one is to be ticked."""
_FEWEST_WORDS = 4
_BRACKETS = "{}<>[]%= "

WHOLE = Decimal(100)
"""All that is to be paid, in percent."""

MOST_STEPS = 24
"""As many payments as a sentence may tell of; what holds more tells of something else."""


class Sums(NamedTuple):
    """What a piece of text says to pay: money, or a share of the total, or a slot for either."""

    money: Spanned[Money] | None
    share: Spanned[Decimal] | None
    open: bool

    @property
    def any(self) -> bool:
        """Whether it says to pay anything."""
        return self.open or self.money is not None or self.share is not None


def open_sums(text: Text, lexicon: Lexicon) -> Iterator[Mark]:
    """The slots that stand for money or a share."""
    return (mark for mark in marks(text, lexicon) if _is_sum(text, mark, lexicon))


def sums(text: Text, lexicon: Lexicon, start: int = 0, end: int | None = None) -> Sums:
    """What a range of a text says to pay; of several amounts the first, of a range of amounts none."""
    stop = len(text.plain) if end is None else end
    found = find_money(text.plain, lexicon, start, stop)
    fixed = [match for match in found if match.money == match.most and match.period is None]
    money = Spanned(fixed[0].money, text.span(fixed[0].start, fixed[0].end)) if fixed else None
    share = next((value for at, value in shares(text, lexicon) if start <= at < stop), None)
    is_open = bool(found) or any(start <= mark.start < stop for mark in open_sums(text, lexicon))
    return Sums(money, share, is_open)


def said_of(text: Text, lexicon: Lexicon) -> frozenset[str]:
    """What the words of a step say; "$[AMOUNT] due on signing" speaks of no "amount due"."""
    matcher = lexicon.matcher("items")
    groups = matcher.groups_in(text.plain)
    if "price.total" in groups and (slots := list(marks(text, lexicon))):
        starts, ends = [0, *(slot.end for slot in slots)], [*(slot.start for slot in slots), len(text.plain)]
        blank = "___".join(text.plain[start:end] for start, end in zip(starts, ends, strict=True))
        groups -= {"price.total"} - matcher.groups_in(blank)
    return groups


def _is_sum(text: Text, mark: Mark, lexicon: Lexicon) -> bool:
    """Whether a slot stands for money or a share: by a sign, its words, or as a blank to write on."""
    if _is_time(text, mark, lexicon) or _is_day(text, mark, lexicon):
        return False
    before = text.plain[max(0, mark.start - _BESIDE) : mark.start].rstrip()
    after = text.plain[mark.end : mark.end + _BESIDE].lstrip()
    return (
        mark.kind in ("blank", "mask")
        or (before[-1:] in "$€£₹" and bool(before))
        or after[:1] == "%"
        or "amount"
        in lexicon.matcher("columns").groups_in(text.plain[mark.start : mark.end].strip(_BRACKETS))
    )


def _is_time(text: Text, mark: Mark, lexicon: Lexicon) -> bool:
    """Whether a unit of time follows a slot: "____ business days", while "$____/day" is paid by the day."""
    if text.plain[mark.end : mark.end + _BESIDE].lstrip(" *_")[:1] == "/":
        return False
    after = [fold(word) for word in split_words(text.plain, mark.end, mark.end + _NEXT_WORDS).words[:2]]
    if after and after[0] in lexicon.words["business"]:
        del after[0]
    return bool(after) and after[0] in lexicon.units


def _is_day(text: Text, mark: Mark, lexicon: Lexicon) -> bool:
    """Whether the label right before a slot asks for a day: "Start date: ____"."""
    before = text.plain[: mark.start].rstrip(" *_")
    if not before.endswith(":"):
        return False
    label = re.split(r"[|\n]", before)[-1]
    groups = lexicon.matcher("columns").groups_in(label)
    if "due" not in groups or "amount" in groups:
        return False
    return lexicon.matcher("items").groups_in(label).isdisjoint(("instalment.name", "price.weak"))


def is_by_the_month(text: Text, mark: Mark, lexicon: Lexicon) -> bool:
    """Whether a slot stands for a sum paid each month: "$[AMOUNT]/month"."""
    after = text.plain[mark.end : mark.end + _NEXT_WORDS].lstrip(" *_")
    words = split_words(after).words if after[:1] == "/" else ()
    return bool(words) and lexicon.units.get(fold(words[0])) == "month"


def is_left_open(text: Text, lexicon: Lexicon) -> bool:
    """Whether a text only asks what to write: "[Insert your terms of payment]", "[ ] fixed [ ] monthly"."""
    plain = text.plain.strip(" *_")
    if _CHOICE in plain:
        return True
    if plain[:1] not in ("[", "{") or len(plain.split()) < _FEWEST_WORDS:
        return False
    return any(text.plain[mark.start : mark.end] == plain for mark in marks(text, lexicon))


def shares(text: Text, lexicon: Lexicon) -> Iterator[tuple[int, Spanned[Decimal]]]:
    """Percentages that may be parts of a total, with where they stand in the text."""
    signs = lexicon.words["percent_sign"]
    if "%" not in text.plain and not any(sign in text.plain.lower() for sign in signs):
        return
    for match in _PERCENT.finditer(text.plain):
        if match[2] is not None and fold(match[2]) not in signs:
            continue
        value = Decimal(match[1].replace(",", "."))
        if _SMALLEST_SHARE <= value <= 100:
            yield match.start(), Spanned(value, text.span(*match.span()))


def due_words(text: Text, lexicon: Lexicon, start: int = 0, end: int | None = None) -> Spanned[str] | None:
    """The words that say when a step falls due: from the first trigger to the end of its clause."""
    words = split_words(text.plain, start, end)
    found = lexicon.matcher("items").find(words)
    hits = [hit for hit in found if hit.group == "instalment.trigger"]
    hits = hits or [hit for hit in found if hit.group == "instalment.when"]
    if not hits:
        return None
    # "Deposit: $250, due on signing": an event in several words tells more than a single one.
    first = min(hits, key=lambda hit: (hit.last == hit.first, hit.last - hit.first, hit.first))
    at = words.starts[first.first]
    stop = len(text.plain) if end is None else end
    last = words.ends[first.last]
    close = _END_OF_CLAUSE.search(text.plain, last, stop)
    until = close.start() if close else stop
    return Spanned(" ".join(text.plain[at:until].split()), text.span(at, max(until, last)))


def step(
    text: Text, span: Span, lexicon: Lexicon, start: int = 0, end: int | None = None, due: Text | None = None
) -> Milestone:
    """A milestone from a range of a text; ``due`` is the text that says when, when another one does."""
    stop = len(text.plain) if end is None else end
    stated = sums(text, lexicon, start, stop)
    when = due if due is not None else text
    dates = find_dates(when.plain if due else when.plain[start:stop], lexicon)
    shift = 0 if due else start
    on = None
    if len(dates) == 1 and dates[0].date is not None and dates[0].other is None:
        on = Spanned(dates[0].date, when.span(dates[0].start + shift, dates[0].end + shift))
    if due is not None:
        wording = Spanned(" ".join(due.plain.split()), due.span()) if due.plain.strip() else None
    else:
        wording = due_words(text, lexicon, start, stop)
    title = Spanned(" ".join(text.plain[start:stop].split()), text.span(start, stop))
    return Milestone(span, title=title, amount=stated.money, share=stated.share, due_on=on, due=wording)


def pieces(text: Text, places: list[int], lexicon: Lexicon) -> tuple[Milestone, ...]:
    """One step from each place of a text to the next."""
    stops = [*places[1:], sentence_end(text.plain, places[-1])]
    ends = (_trimmed(text.plain, at, stop) for at, stop in zip(places, stops, strict=True))
    return tuple(
        step(text, text.span(at, end), lexicon, at, end) for at, end in zip(places, ends, strict=True)
    )


def _trimmed(plain: str, at: int, stop: int) -> int:
    """Where a piece ends without what leads on to the next: "50% on order, and"."""
    end = at + len(plain[at:stop].rstrip(_LEADS_ON))
    word = plain[at:end].rsplit(" ", 1)[-1]
    if len(word) < end - at and word.lower() in load_world().ranges:
        end = at + len(plain[at : end - len(word)].rstrip(_LEADS_ON))
    return end


def sentence_end(plain: str, at: int) -> int:
    """Where the sentence that holds a place ends, or its line."""
    close = _END_OF_SENTENCE.search(plain, at)
    return close.start() if close else len(plain)
