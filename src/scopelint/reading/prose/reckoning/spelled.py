"""Numbers in words whose figures in brackets say another: "thirty (15) days"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.lexicon import Lexicon, fold
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import UNBINDING, Sentence
from scopelint.reading.value.number import FIGURES, parse_number
from scopelint.text import Spanned

_BRACKETED = re.compile(
    rf"\(\s?([A-Z]{{3}}|[A-Z]{{0,3}}[^\w\s(])?\s?({FIGURES})\s?([A-Z]{{3}}|[^\w\s)])?\s?\)"
)
_UNITS = 2
"""As many words may stand between a number and its figures: "five thousand US dollars ($5,000)"."""
_MOST_WORDS = 8
_HUNDRED = 100


def read_spelled(reading: Reading) -> Iterator[Statement]:
    """Each number in words with figures right after it that differ; ``value`` is what the figures say."""
    for sentence in reading.sentences:
        if "(" in sentence.plain and not sentence.part.is_within(*UNBINDING[:2]):
            yield from _differing(sentence, reading.lexicon)


def _differing(sentence: Sentence, lexicon: Lexicon) -> Iterator[Statement]:
    plain, words = sentence.text.plain, sentence.words
    for match in _BRACKETED.finditer(plain, sentence.start, sentence.end):
        figures = parse_number(match[2])
        before = bisect_right(words.ends, match.start()) - 1
        skipped = lexicon.words["percent"] if match[3] == "%" else None
        reach = _UNITS if match[1] or match[3] else 0
        place = _number_before(words.words, before, reach, skipped, lexicon)
        value = value_of_words([fold(words.words[at]) for at in place], lexicon) if place else None
        if figures is not None and value is not None and not _ends_in(figures, value):
            start = words.starts[place[0]]
            shown = Spanned(plain[start : match.end()], sentence.text.span(start, match.end()))
            yield Statement("spelled", f"{value}", shown, None, Confidence.MEDIUM)


def _number_before(
    words: Sequence[str], before: int, reach: int, skipped: frozenset[str] | None, lexicon: Lexicon
) -> range:
    """The number words that end at a word or up to ``reach`` words before; only ``skipped`` lie between."""
    for last in range(before, max(-1, before - reach - 1), -1):
        if skipped is not None and not skipped.issuperset(map(fold, words[last + 1 : before + 1])):
            break
        first = _begin(words, last, lexicon)
        if first <= last:
            return range(first, last + 1)
    return range(0)


def _ends_in(figures: Decimal, value: Decimal) -> bool:
    """Whether figures are a number or end in it: "one hundred and five (105)"."""
    return f"{figures.normalize():f}".endswith(f"{value:f}")


def _begin(words: Sequence[str], last: int, lexicon: Lexicon) -> int:
    """Where a row of number words ends at ``last`` begins; after it, where there is none."""
    first = last + 1
    while first > 0 and last - first < _MOST_WORDS and is_number_word(words[first - 1], lexicon):
        first -= 1
    return first


def is_number_word(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a number or multiplies one: "five", "thousand"."""
    plain = fold(word)
    return plain.isalpha() and (plain in lexicon.numbers or plain in lexicon.world.multipliers)


def value_of_words(words: Sequence[str], lexicon: Lexicon) -> Decimal | None:
    """What number words say, None for what is none: "twenty five", "two hundred", "five thousand"."""
    whole, part = 0, 0
    for word in words:
        times = lexicon.world.multipliers.get(word)
        value = lexicon.numbers.get(word)
        if times is not None and len(word) > 1:
            whole, part = whole + (part or 1) * times, 0
        elif value == _HUNDRED:
            part = (part or 1) * _HUNDRED
        elif value is None or (part % _HUNDRED and (part % 10 or value >= 10)):
            return None
        else:
            part += value
    return Decimal(whole + part)
