"""The monthly fee of a retainer, which stands for its schedule where no other is stated."""

from collections.abc import Iterator

from scopelint.model import Milestone, Money
from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.column import row_span
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


def monthly_fee(parts: tuple[Part, ...], lexicon: Lexicon) -> tuple[Milestone, ...]:
    """The fee of a retainer: a line that calls a sum so, or the sum under a heading that does."""
    matcher = lexicon.matcher("items")
    for part in parts:
        title = part.section.title
        if title is None or part.kind in NOT_OURS:
            continue
        priced = not part.is_title and not SCHEDULES.isdisjoint(part.kinds)
        above = matcher.groups_in(title.plain) if priced else frozenset()
        for text, span in _texts(part):
            if _is_fee(text, above, lexicon):
                lead = said(text.part(0, len(lead_in(text.plain))))
                named = said(title) if priced and text is not title else _title_above(parts, part)
                fee = step(text, span, lexicon)._replace(title=lead or named)
                return (fee._replace(amount=_first_sum(text, lexicon)),)
    return ()


def _first_sum(text: Text, lexicon: Lexicon) -> Spanned[Money] | None:
    for match in find_money(text.plain, lexicon)[:1]:
        return Spanned(match.money, text.span(match.start, match.end)) if match.money == match.most else None
    return None


def _is_fee(text: Text, above: frozenset[str], lexicon: Lexicon) -> bool:
    words = lexicon.matcher("items").groups_in(text.plain)
    money = find_money(text.plain, lexicon)
    if "instalment.fee" in words | above and (money or sums(text, lexicon).open):
        return True
    monthly = any(match.period == "month" for match in money)
    is_slot = "instalment.recurring" in words and any(marks(text, lexicon))
    if "instalment.recurring" in above and (monthly or is_slot):
        return True
    return is_slot and "price.weak" in above and sums(text, lexicon).open


def _title_above(parts: tuple[Part, ...], part: Part) -> Spanned[str] | None:
    above = parts[part.parent].section.title if part.parent is not None else None
    return said(above) if above is not None else None


def _texts(part: Part) -> Iterator[tuple[Text, Span]]:
    title = part.section.title
    if title is not None:
        yield title, title.span()
    for block in part.section.blocks:
        if isinstance(block, Paragraph):
            yield from ((line, line.span()) for line in block.text.lines())
        elif isinstance(block, ItemList):
            for item in block.items:
                yield item.text, item.span
        elif isinstance(block, Table):
            for row in block.rows:
                if len(row) == _FACT:
                    yield row[0].text.followed_by(row[1].text), row_span(row)
