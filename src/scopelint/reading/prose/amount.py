"""Every amount of money in a document, with the words that say what it is for."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.column import columns_of, named_currency
from scopelint.reading.prose.section import Part
from scopelint.reading.value import MoneyMatch, find_money, parse_money
from scopelint.syntax.outline import Block, Item, ItemList, Paragraph, Quote, Table, Text
from scopelint.text import Span

_REMARK = re.compile(r"\s*\(([^()]*)\)[.\s]*")
_BESIDE = " *_.:()\n"
"""What may stand beside an amount that is alone."""
_WORDS_AFTER = 2
_LONGEST_LABEL = 120


class Amount(NamedTuple):
    """Money at a place.

    ``label`` are the words of its clause or its table row, ``heading`` the titles it stands below.
    ``alone``: nothing but the amount is said there, remarks in brackets apart. ``in_market_column``: others
    ask it, not the author. ``in_choice``: its row is one of several offers to choose from.
    """

    match: MoneyMatch
    span: Span
    part: Part
    label: str
    heading: str
    alone: bool = False
    in_row: bool = False
    in_market_column: bool = False
    in_choice: bool = False


def amounts_of(parts: tuple[Part, ...], lexicon: Lexicon) -> Iterator[Amount]:
    """Every amount outside code, in document order."""
    for part in parts:
        title = part.section.title
        above = _heading(parts, part)
        if title is not None:
            yield from _in_text(title, part, above, "", lexicon)
        heading = " ".join(filter(None, (title.plain if title else "", above)))
        for block in part.section.blocks:
            run_in = title.plain if title is not None and part.section.mark in ("run-in", "label") else ""
            yield from _in_block(block, part, heading, run_in, lexicon)


def _heading(parts: tuple[Part, ...], part: Part) -> str:
    """The title of the section above, unless that is the document's."""
    above = parts[part.parent] if part.parent is not None else None
    if above is None or above.is_title or above.section.title is None:
        return ""
    return above.section.title.plain


def _in_block(block: Block, part: Part, heading: str, lead: str, lexicon: Lexicon) -> Iterator[Amount]:
    if isinstance(block, Paragraph):
        for line in block.text.lines():
            yield from _in_text(line, part, heading, lead, lexicon)
    elif isinstance(block, ItemList):
        for item in block.items:
            yield from _in_item(item, part, heading, lexicon)
    elif isinstance(block, Table):
        yield from _in_table(block, part, heading, lexicon)
    elif isinstance(block, Quote):
        for inner in block.blocks:
            yield from _in_block(inner, part, heading, lead, lexicon)


def _in_item(item: Item, part: Part, heading: str, lexicon: Lexicon) -> Iterator[Amount]:
    yield from _in_text(item.text, part, heading, "", lexicon)
    for block in item.blocks:
        yield from _in_block(block, part, item.text.plain, "", lexicon)


def _in_text(text: Text, part: Part, heading: str, lead: str, lexicon: Lexicon) -> Iterator[Amount]:
    plain = text.plain
    before = 0
    # Found once for all amounts: a line may hold a hundred thousand.
    opening = len(plain) - len(plain.lstrip(_BESIDE))
    closing = len(plain.rstrip(_BESIDE))
    for match in find_money(plain, lexicon):
        alone = opening >= match.start and closing <= match.end
        label = f"{lead} {_clause(plain, before, match)}".strip()
        if (remark := _REMARK.fullmatch(plain, match.end)) is not None and not plain[: match.start].strip():
            alone, label = True, f"{label} {remark[1]}".strip()
        span = text.span(match.start, match.end)
        yield Amount(match, span, part, label, heading, alone=alone and not lead)
        before = match.end


def _clause(plain: str, after: int, match: MoneyMatch) -> str:
    """The words before an amount in its sentence, and the few that follow it."""
    start = max(after, match.start - _LONGEST_LABEL)
    start = max(start, plain.rfind("\n", start, match.start) + 1, plain.rfind(". ", start, match.start) + 1)
    stop = min(len(plain), match.end + _LONGEST_LABEL)
    for end in (", ", ". ", ";", "\n", " (", " - ", " – ", " — ", ": "):
        if (at := plain.find(end, match.end, stop)) >= 0:
            stop = at
    following = plain[match.end : stop].split()[:_WORDS_AFTER]
    return f"{plain[start : match.start]} {' '.join(following)}"


def _in_table(table: Table, part: Part, heading: str, lexicon: Lexicon) -> Iterator[Amount]:
    columns = columns_of(table, lexicon)
    header = table.header or ()
    for at, cell in enumerate(header):
        for match in find_money(cell.text.plain, lexicon):
            span = cell.text.span(match.start, match.end)
            yield Amount(match, span, part, cell.text.plain, heading, in_row=at > 0)
    currencies = tuple(named_currency(cell.text.plain) for cell in header)
    choice = len(table.rows) > 1 and bool(columns.groups) and "option" in columns.groups[0]
    single = len(table.rows) == 1 or (table.header is None and all(len(row) == 2 for row in table.rows[:1]))
    for row in table.rows:
        label = next((cell.text.plain for cell in row if any(c.isalpha() for c in cell.text.plain)), "")
        for at, cell in enumerate(row):
            market = at < len(columns.groups) and "market" in columns.groups[at]
            period = at < len(columns.groups) and "period" in columns.groups[at]
            named = currencies[at] if at < len(currencies) else None
            for match in find_money(cell.text.plain, lexicon) or _in_figures(cell.text.plain, named):
                match = match._replace(period="month") if period and match.period is None else match
                span = cell.text.span(match.start, match.end)
                yield Amount(match, span, part, label, heading, single, True, market, choice)


def _in_figures(plain: str, currency: str | None) -> list[MoneyMatch]:
    """The amount of a cell whose column names the currency."""
    money = parse_money(plain, currency) if currency else None
    return [MoneyMatch(money, money, 0, len(plain))] if money is not None else []
