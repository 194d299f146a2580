"""Amounts whose words in brackets say another: "$4,500 (five thousand dollars)"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.lexicon import Lexicon, fold, split_words
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.reckoning.spelled import is_number_word, value_of_words
from scopelint.reading.prose.sentence import UNBINDING
from scopelint.text import Span, Spanned

_BRACKET = re.compile(r"[*_]{0,3}\s?[*_]{0,3}\(([^()\d\n]{6,120})\)")
_SHORT = 2
"""Letters of a country before the name of its currency: "US dollars"."""
_MOST_BESIDE = 3
"""As many words may stand beside the number: "Rupees … only"."""


def read_written(reading: Reading) -> Iterator[Statement]:
    """Each amount with words right after it that differ; ``value`` is what the words say."""
    text = reading.outline.source.text
    for amount in reading.amounts:
        words = _BRACKET.match(text, amount.span.end)
        if words is None or not amount.match.is_exact or amount.part.is_within(*UNBINDING[:2]):
            continue
        value = _value(words[1], reading.lexicon)
        if value is not None and value != amount.match.money.amount:
            start = amount.span.start
            span = Span(amount.span.file, start, words.end())
            yield Statement(
                "written", f"{value}", Spanned(text[start : words.end()], span), None, Confidence.MEDIUM
            )


def _value(bracket: str, lexicon: Lexicon) -> Decimal | None:
    """What the number words between names of a currency say, None where anything else stands there."""
    words = [fold(word) for word in split_words(bracket).words if word.isalpha()]
    told = [at for at, word in enumerate(words) if is_number_word(word, lexicon)]
    if not told:
        return None
    before, after = words[: told[0]], words[told[-1] + 1 :]
    # A currency right beside the number: "Rupees five hundred only", "five hundred US dollars".
    units = {*before[-1:], *[word for word in after if len(word) > _SHORT][:1]}
    if len(before + after) > _MOST_BESIDE or units.isdisjoint(lexicon.world.currency_names):
        return None
    function = lexicon.words["function"]
    return value_of_words([word for word in words[told[0] : told[-1] + 1] if word not in function], lexicon)
