"""The monthly fee of a retainer, which stands for its schedule where no other is stated."""

from collections.abc import Iterator
from typing import NamedTuple

from scopelint.model import Milestone, Money
from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.column import columns_of, row_span
from scopelint.reading.prose.item import lead_in, said
from scopelint.reading.prose.mark import marks
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.step import step, sums
from scopelint.reading.value import find_money
from scopelint.syntax.outline import ItemList, Paragraph, Table, Text
from scopelint.text import Span, Spanned

SCHEDULES = frozenset({"milestones", "payment", "deposit", "price"})
"""Kinds of sections where payments to the author are stated."""

NOT_OURS = frozenset(
    {"options", "exclusions", "legal", "termination", "revisions", "examples", "instructions",
     "client-duties", "change-process", "change-log", "support", "team", "assumptions"}
)  # fmt: skip
"""Kinds of sections whose sums are no payments to the author for the work agreed."""

_FACT = 2
"""The cells of a row that states a fact: its name and its value."""


class _Line(NamedTuple):
    """A line that may state a fee; ``monthly`` when its column says so."""

    text: Text
    span: Span
    monthly: bool = False


def monthly_fee(parts: tuple[Part, ...], lexicon: Lexicon) -> tuple[Milestone, ...]:
    """The fee of a retainer: a line that calls a sum so, or the sum under a heading that does."""
    matcher = lexicon.matcher("items")
    retainer = _is_retainer(parts, lexicon)
    for part in parts:
        title = part.section.title
        if title is None or part.kind in NOT_OURS:
            continue
        priced = not part.is_title and not SCHEDULES.isdisjoint(part.kinds)
        above = matcher.groups_in(title.plain) if priced else frozenset()
        if priced and retainer:
            above |= {"instalment.recurring"}
        for line in _lines(part, lexicon):
            if _is_fee(line, above, lexicon):
                lead = said(line.text.part(0, len(lead_in(line.text.plain))))
                named = said(title) if priced and line.text is not title else _title_above(parts, part)
                fee = step(line.text, line.span, lexicon)._replace(title=lead or named)
                return (fee._replace(amount=_first_sum(line.text, lexicon)),)
    return ()


def _is_retainer(parts: tuple[Part, ...], lexicon: Lexicon) -> bool:
    """Whether the title of the document says that it is paid by the month."""
    titles = (part.section.title for part in parts if part.is_title)
    matcher = lexicon.matcher("titles")
    return any("recurring" in matcher.groups_in(title.plain) for title in titles if title is not None)


def _first_sum(text: Text, lexicon: Lexicon) -> Spanned[Money] | None:
    for match in find_money(text.plain, lexicon)[:1]:
        return Spanned(match.money, text.span(match.start, match.end)) if match.money == match.most else None
    return None


def _is_fee(line: _Line, above: frozenset[str], lexicon: Lexicon) -> bool:
    words = lexicon.matcher("items").groups_in(line.text.plain)
    money = find_money(line.text.plain, lexicon)
    if "instalment.fee" in words | above and (money or sums(line.text, lexicon).open):
        return True
    monthly = any(match.period == "month" for match in money) or (line.monthly and bool(money))
    is_slot = "instalment.recurring" in words and any(marks(line.text, lexicon))
    if "instalment.recurring" in above | (words if line.monthly else frozenset()) and (monthly or is_slot):
        return True
    return is_slot and "price.weak" in above and sums(line.text, lexicon).open


def _title_above(parts: tuple[Part, ...], part: Part) -> Spanned[str] | None:
    above = parts[part.parent].section.title if part.parent is not None else None
    return said(above) if above is not None else None


def _lines(part: Part, lexicon: Lexicon) -> Iterator[_Line]:
    title = part.section.title
    if title is not None:
        yield _Line(title, title.span())
    for block in part.section.blocks:
        if isinstance(block, Paragraph):
            yield from (_Line(line, line.span()) for line in block.text.lines())
        elif isinstance(block, ItemList):
            for item in block.items:
                yield _Line(item.text, item.span)
        elif isinstance(block, Table):
            yield from _rows(block, lexicon)


def _rows(table: Table, lexicon: Lexicon) -> Iterator[_Line]:
    columns = columns_of(table, lexicon)
    monthly = columns.first("period")
    for row in table.rows:
        at = _FACT - 1 if len(row) == _FACT else monthly
        if at and at < len(row):
            yield _Line(row[0].text.followed_by(row[at].text), row_span(row), monthly == at)
