"""Amounts that are said to be a share of another one right there: "$4,760 (70 % of $6,800)"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.prose.amount import Amount
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import UNBINDING
from scopelint.reading.value.number import parse_number
from scopelint.text import Spanned

_ELSEWHERE = ("change-log", *UNBINDING[:2])
_SHARE = re.compile(r"[^()\d\n,;]{0,16}\((\d{1,2}(?:[.,]\d{1,2})?)\s?% [^\W\d_]{2,4} [*_]{0,3}")
"""What stands between an amount and the whole that it is a share of: " refund (70 % of "."""
_WHOLE = 100
_CLOSE = Decimal("0.01")
_ROUNDING = Decimal(1)


def read_fractions(reading: Reading) -> Iterator[Statement]:
    """Each such amount with what the share comes to."""
    text = reading.outline.source.text
    for one, whole in pairwise(reading.amounts):
        if not one.match.is_exact or not whole.match.is_exact or one.part.is_within(*_ELSEWHERE):
            continue
        share = _SHARE.fullmatch(text, one.span.end, whole.span.start)
        percent = parse_number(share[1]) if share else None
        if percent is not None and not _is_share(percent, one, whole):
            due = (whole.match.money.amount * percent / _WHOLE).quantize(Decimal("0.01"))
            money = one.match.money._replace(amount=due)
            shown = Spanned(text[one.span.start : one.span.end], one.span)
            yield Statement("share", str(money), shown, f"{percent.normalize():f} %", Confidence.MEDIUM)


def _is_share(percent: Decimal, one: Amount, whole: Amount) -> bool:
    """Whether an amount is the share, or is what the share raises or lowers the other by."""
    value, of = one.match.money.amount, whole.match.money.amount
    share = of * percent / _WHOLE
    room = max(_ROUNDING, _CLOSE * value)
    return any(abs(value - found) <= room for found in (share, of - share, of + share))
