"""Money in text."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from scopelint.model import Money
from scopelint.reading.lexicon import Lexicon, fold, load_world
from scopelint.reading.value.number import FIGURES, parse_number

_DIGIT = re.compile(r"\d")


class MoneyMatch(NamedTuple):
    """Money found at a range of a text.

    ``most`` is the upper end of a range, equal to ``money`` where there is none. ``approximate``: a sign
    or "+" leaves the sum open. ``period`` is the unit it is paid for (``hour``, ``month``, …).
    """

    money: Money
    most: Money
    start: int
    end: int
    approximate: bool = False
    period: str | None = None

    @property
    def is_exact(self) -> bool:
        """Whether it is one sum: no range, and nothing leaves it open."""
        return self.money == self.most and not self.approximate


class _Amount(NamedTuple):
    """Figures with whatever currency stands beside them."""

    amount: Decimal
    currency: str | None
    start: int
    end: int
    approximate: bool
    shared: bool
    """Whether nothing but a sign of many countries names the currency: "$"."""


_SIGNS = r"$€£¥₹₨₦₱₪₺₩₽₫฿₴₵৳¢₡₲₸₾₼"
_SPACE = r"[ \u00a0]"
_NO_LETTER_BEFORE = r"(?<![^\W\d_])"


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Figures with the currency before or after them; which words are currencies is looked up later."""
    sign = rf"{_NO_LETTER_BEFORE}(?:[^\W\d_]{{1,4}}\.?{_SPACE}?)?[{_SIGNS}]{_SPACE}?"
    word = (
        rf"{_NO_LETTER_BEFORE}[^\W\d_]{{2,5}}\.?{_SPACE}|{_NO_LETTER_BEFORE}[A-Z]{{2,4}}"
        rf"|{_NO_LETTER_BEFORE}[NR](?=\d{{1,3}},\d{{3}})"
    )
    times = rf"[kKM](?![^\W_])|{_SPACE}(?:k|lakhs?|lacs?|crores?|thousand|million|mil|Tsd|Mio)\b\.?"
    after = rf"{_SPACE}?(?:[{_SIGNS}](?!\d)|[^\W\d_]{{1,7}}\$?)(?![^\W\d_])"
    return re.compile(
        rf"(?P<about>[~≈]\s?)?(?P<before>{sign}|{word}|S/ ?|(?<![\w.,]))"
        rf"(?P<figures>{FIGURES})(?P<times>{times})?"
        rf"(?:\.-|,-|/-|,—)?(?P<plus>\+)?(?P<after>{after})?"
    )


def find_money(
    text: str, lexicon: Lexicon | None = None, start: int = 0, end: int | None = None
) -> list[MoneyMatch]:
    """Every amount with a currency in a range of a text, a range of amounts being one match."""
    stop = len(text) if end is None else end
    if _DIGIT.search(text, start, stop) is None:
        return []
    return list(_found(text, lexicon, start, stop))


@lru_cache(maxsize=2048)
def _found(text: str, lexicon: Lexicon | None, start: int, stop: int) -> tuple[MoneyMatch, ...]:
    """The amounts, remembered: several readers ask about the same line."""
    matches = list(_pattern().finditer(text, start, stop))
    if not any(_currency(match["before"]) or _currency(match["after"]) for match in matches):
        return ()
    found: list[MoneyMatch] = []
    amounts = [amount for match in matches if (amount := _amount(match)) is not None]
    at = 0
    while at < len(amounts):
        low, high = amounts[at], amounts[at]
        if at + 1 < len(amounts) and _is_range(text, low, amounts[at + 1]):
            at += 1
            high = amounts[at]
        currency = high.currency or low.currency
        if currency is not None or low.currency is not None:
            found.append(_match(text, low, high, lexicon))
        at += 1
    return tuple(found)


def parse_money(text: str, currency: str | None = None) -> Money | None:
    """The one amount a value holds ("$1,200.00", "1200", "EUR 3.000,00"); None when it holds none or several.

    ``currency`` is the one to assume, from a column's heading for instance.
    """
    amounts = [a for m in _pattern().finditer(text) if (a := _amount(m)) is not None]
    if len(amounts) != 1:
        return None
    only = amounts[0]
    rest = (text[: only.start] + text[only.end :]).strip(" \t*_()~≈+.,-–/")
    if rest and only.currency is None:
        return None
    return Money(only.amount, only.currency or currency)


def _amount(match: re.Match[str]) -> _Amount | None:
    value = parse_number(match["figures"])
    if value is None:
        return None
    times = match["times"]
    if times:
        value *= load_world().multipliers[times.strip(" .\u00a0").lower()]
    before, after = _currency(match["before"]), _currency(match["after"])
    start = match.start("before") + _words_before_sign(match["before"]) if before else match.start("figures")
    if match["about"] and (before or not match["before"]):
        start = match.start("about")
    end = (
        match.end("after")
        if after
        else match.end("after") - len(match["after"] or "")
        if match["after"]
        else match.end()
    )
    code = after if after and (before is None or _is_loose(match["before"])) else before
    shared = code is not None and after is None and _is_loose(match["before"])
    return _Amount(value, code, start, end, bool(match["about"] or match["plus"]), shared)


@lru_cache(maxsize=1024)
def _currency(words: str | None) -> str | None:
    """The code of a sign, an abbreviation, a code before a sign ("AUD $"), or a name."""
    if not words:
        return None
    world = load_world()
    written = words.strip(" \u00a0")
    for part in (written, written.replace(" ", ""), written.split(" ")[0], written[-1]):
        if part in world.currencies:
            return world.currencies[part]
    return world.currency_names.get(fold(written.rstrip(".")))


def _words_before_sign(words: str) -> int:
    """How much of what stands before the figures is no currency: "paid" in "paid $12,000"."""
    sign = words.rstrip(" \u00a0")
    if len(sign) < 2 or sign[-1].isalpha() or sign[-1] == ".":
        return 0
    lead = sign[:-1]
    named = any(part in load_world().currencies for part in (sign, sign.replace(" ", ""), lead.strip()))
    return 0 if named or not lead[-1].isspace() else len(lead)


def _is_loose(words: str | None) -> bool:
    """Whether a sign is one that many countries share, so that a code after the figures decides."""
    return (words or "").split()[-1:] in (["$"], ["£"], ["¥"])


def _is_range(text: str, low: _Amount, high: _Amount) -> bool:
    # "Payment 2 – $2,000" is none, "5-$10" is one.
    between = text[low.end : high.start].strip().lower()
    return (
        between in load_world().ranges
        and (low.currency is None or low.shared or high.currency in (None, low.currency))
        and (low.currency is not None or high.currency is not None)
        and low.amount <= high.amount
        and (low.currency is not None or text[high.start].isdigit() or not text[low.end].isspace())
    )


def _match(text: str, low: _Amount, high: _Amount, lexicon: Lexicon | None) -> MoneyMatch:
    # "$150,000 - $220,000 ARS": the code after both tells whose dollars they are.
    currency = (high.currency or low.currency) if low.shared else (low.currency or high.currency)
    least, most = low.amount, high.amount
    end, period = _period(text, high.end, lexicon) if lexicon else (high.end, None)
    return MoneyMatch(
        Money(least, currency),
        Money(most, currency),
        low.start,
        end,
        low.approximate or high.approximate,
        period,
    )


@lru_cache(maxsize=1)
def _unit() -> re.Pattern[str]:
    return re.compile(r"\s?(?:/\s?)?([^\W\d_]+(?:\.[am])?)(?:['’\s]([^\W\d_]+))?")


def _period(text: str, at: int, lexicon: Lexicon) -> tuple[int, str | None]:
    """The unit an amount is for ("/hr", "per month", "monthly"), and where its words end."""
    match = _unit().match(text, at)
    if match is not None and fold(match[1]) in lexicon.world.taxed:
        match = _unit().match(text, match.end(1))
    if match is None:
        return at, None
    first, second = fold(match[1]), fold(match[2] or "")
    if "/" in text[at : match.start(1)] and first in lexicon.units:
        return match.end(1), lexicon.units[first]
    if first in lexicon.world.per and second in lexicon.units:
        return match.end(2), lexicon.units[second]
    if first in lexicon.periods:
        return match.end(1), lexicon.periods[first]
    return at, None
