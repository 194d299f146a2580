"""Amounts that are not the share of the whole they are said to be: "50 % ($1,200)" of $2,000."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.amount import Amount
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.sentence import UNBINDING, Sentence
from scopelint.reading.value.number import parse_number
from scopelint.text import Span, Spanned

_ELSEWHERE = ("change-log", "background", *UNBINDING)
_PERCENT = re.compile(r"(?<![\d.,–—+-])(\d{1,2}(?:[.,]\d{1,2})?)\s?%")
_RANGE = re.compile(r"\d\s?%?\s?(?:[-–—]|[^\W\d_]{1,3})\s?\Z")
"""What stands before the upper end of a range: "30 to"."""
_BRACKET = re.compile(r"[(|=]\s?\Z")
"""What stands between an amount and the share that it is: "$500 (50 %)"."""
_OF_A_WHOLE = frozenset({"price.total", "price.weak"})
_BESIDE = 8
_WHOLE = 100
_HALF = Decimal(50)
_NOTHING = Decimal(0)
_ROUNDING = Decimal(1)
_HALF_A_POINT = Decimal("0.005")
"""A share without decimals may be rounded, "33 %" is a third; those that people choose are exact."""
_CHOSEN = 5
_NOT_SHARED = frozenset({"price.penalty", "price.market", "price.recurring", "price.rate", "price.range"})
_MOST_WHOLES, _MOST_SHARES = 400, 200
"""No contract names more; each share is compared with each whole."""


class _Percent(NamedTuple):
    """A percentage at its range of a sentence's text, and its place in the file."""

    value: Decimal
    start: int
    end: int
    span: Span


class _Share(NamedTuple):
    percent: Decimal
    amount: Amount
    part: Part
    is_tax: bool

    @property
    def value(self) -> Decimal:
        return self.amount.match.money.amount

    def is_of(self, whole: Decimal) -> bool:
        """Whether the amount is that share of a whole, what is left of it, or the whole with it on top."""
        room = (
            _ROUNDING if self.is_tax or self.percent % _CHOSEN == 0 else max(_ROUNDING, whole * _HALF_A_POINT)
        )
        of = whole * self.percent / _WHOLE
        return any(abs(found - self.value) <= room for found in (of, whole - of, whole + of))


def read_shares(reading: Reading) -> Iterator[Statement]:
    """Each amount that is no share, of the percentage beside it, of any amount in the document."""
    shares = list(_shares(reading))
    if not shares or len(shares) > _MOST_SHARES:
        return
    wholes = _wholes(reading)
    if len(wholes) > _MOST_WHOLES:
        return
    totals = _Totals(_called(reading, "price.total"), _called(reading, "price.subtotal"))
    groups: dict[int, list[_Share]] = {}
    for share in shares:
        groups.setdefault(id(share.part.section), []).append(share)
    for group in groups.values():
        yield from _wrong(group, wholes, totals, reading.outline.source.text)


def _shares(reading: Reading) -> Iterator[_Share]:
    """Amounts in sentences that name as many percentages as amounts, each beside its own."""
    matcher = reading.lexicon.matcher("items")
    for sentence in reading.sentences:
        if sentence.place in ("heading", "quote") or not _may_share(sentence.plain, reading.lexicon):
            continue
        held = reading.amounts_in(sentence.span)
        if not held or sentence.part.is_within(*_ELSEWHERE):
            continue
        is_meant = _NOT_SHARED.isdisjoint(matcher.groups_in(sentence.plain))
        if is_meant and all(_is_plain(amount) for amount in held):
            percents = list(_percents(sentence, reading.lexicon))
            if len(held) <= len(percents):
                found = list(_paired(sentence, percents, held, reading.lexicon))
                yield from found if len(found) == len(held) or len(held) == len(percents) else ()


def _may_share(plain: str, lexicon: Lexicon) -> bool:
    """Whether a text holds a percent sign, or a word for half."""
    return "%" in plain or any(half in plain.lower() for half in lexicon.words["half"])


def _percents(sentence: Sentence, lexicon: Lexicon) -> Iterator[_Percent]:
    """The percentages of a sentence, "half" among them, from left to right."""
    text = sentence.text
    found = [
        _Percent(percent, match.start(), match.end(), text.span(*match.span()))
        for match in _PERCENT.finditer(text.plain, sentence.start, sentence.end)
        if (percent := parse_number(match[1])) is not None
    ]
    words = sentence.words
    for at, word in enumerate(words.words):
        if word in lexicon.words["half"] and not set(words.words[at + 1 : at + 3]) & lexicon.units.keys():
            start, end = words.starts[at], words.ends[at]
            found.append(_Percent(_HALF, start, end, text.span(start, end)))
    yield from sorted(found, key=lambda one: one.start)


def _is_plain(amount: Amount) -> bool:
    match = amount.match
    return match.is_exact and match.period is None and not amount.offer and not amount.in_market_column


def _paired(
    sentence: Sentence, percents: Sequence[_Percent], held: Sequence[Amount], lexicon: Lexicon
) -> Iterator[_Share]:
    """The percentages of a sentence with the amount that follows each or stands right before it."""
    matcher = lexicon.matcher("items")
    plain = sentence.text.plain
    is_tax = "price.tax" in matcher.groups_in(sentence.plain)
    ends = [one.span.start for one in percents[1:]]
    for percent, limit in zip(percents, [*ends, sentence.span.end], strict=True):
        before = plain[max(sentence.start, percent.start - _BESIDE) : percent.start]
        if not percent.value or _RANGE.search(before):
            continue
        for amount in held:
            named = matcher.groups_in(amount.label)
            # "VAT of 13 % comes on top | 850": the amount is that of the row, not of the tax.
            if "price.total" in named or is_tax > ("price.tax" in named):
                continue
            if percent.span.end <= amount.span.start < limit:
                between = plain[percent.end : percent.end + amount.span.start - percent.span.end]
                is_share = _OF_A_WHOLE.isdisjoint(matcher.groups_in(between))
            else:
                gap = percent.span.start - amount.span.end
                is_share = _BRACKET.search(before) is not None and 0 <= gap <= len(before)
            if is_share:
                yield _Share(percent.value, amount, sentence.part, is_tax)
                break


def _wholes(reading: Reading) -> frozenset[Decimal]:
    """Every amount that a share may be one of: those written, and what a list or column adds up to."""
    found: set[Decimal] = set()
    sums: dict[object, Decimal] = {}
    for amount in reading.amounts:
        value = amount.match.money.amount
        found |= {value, amount.match.most.amount} - {_NOTHING}
        if amount.match.period is None:
            key = amount.series or id(amount.part.section)
            sums[key] = sums.get(key, _NOTHING) + value
            found.add(sums[key])
    return frozenset(found)


class _Totals(NamedTuple):
    """What the document calls its total, and its subtotal."""

    whole: frozenset[Decimal]
    before_tax: frozenset[Decimal]

    def of(self, share: _Share) -> Decimal | None:
        """The one amount that a share should be of."""
        named = self.before_tax if share.is_tax and self.before_tax else self.whole
        return next(iter(named)) if len(named) == 1 else None


def _called(reading: Reading, group: str) -> frozenset[Decimal]:
    matcher = reading.lexicon.matcher("items")
    return frozenset(
        amount.match.money.amount
        for amount in reading.amounts
        if group in matcher.groups_in(amount.label) and _is_plain(amount)
    )


def _wrong(
    group: list[_Share], wholes: frozenset[Decimal], totals: _Totals, text: str
) -> Iterator[Statement]:
    """What to say of the shares of a section that fit no amount, while others do or one total is named."""
    odd = [share for share in group if not any(share.is_of(whole) for whole in wholes)]
    if not odd:
        return
    fitting = Counter(whole for share in group for whole in wholes if share.is_of(whole))
    agreed = next((whole for whole, times in fitting.most_common(1) if times > 1), None)
    for share in odd:
        whole = agreed or totals.of(share)
        if whole is not None:
            due = (whole * share.percent / _WHOLE).quantize(Decimal("0.01"))
            money = share.amount.match.money._replace(amount=due)
            span = share.amount.span
            shown = Spanned(text[span.start : span.end], span)
            yield Statement("share", str(money), shown, f"{share.percent.normalize():f} %", Confidence.MEDIUM)
