"""Every amount of money in a document, with the words that say what it is for."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.column import columns_of, named_currency
from scopelint.reading.prose.mark import covered
from scopelint.reading.prose.section import Part
from scopelint.reading.value import MoneyMatch, find_money, parse_money
from scopelint.syntax.outline import Block, ItemList, Paragraph, Quote, Table, Text
from scopelint.text import Span

_REMARK = re.compile(r"\s*\(([^()]*)\)[.\s]*")
_BESIDE = " *_.:()\n"
"""What may stand beside an amount that is alone."""
_DIGIT = re.compile(r"\d")
_WORDS_AFTER = 2
_LONGEST_LABEL = 120


class Amount(NamedTuple):
    """Money at a place.

    ``label`` are the words of its clause or its table row, ``heading`` the titles it stands below.
    ``alone``: nothing but the amount is said there, remarks in brackets apart. ``in_market_column``: others
    ask it, not the author. ``offer`` is the name of the one of several offers to choose from that it
    belongs to. ``aside``: it stands in brackets after another. ``series`` is the list, or the column of a
    table, whose entries it may add up.
    """

    match: MoneyMatch
    span: Span
    part: Part
    label: str
    heading: str
    alone: bool = False
    in_row: bool = False
    in_market_column: bool = False
    offer: str = ""
    aside: bool = False
    series: tuple[int, int] | None = None


class _Place(NamedTuple):
    """Where a text stands: its section, the titles above, the bold words it goes on from, its list."""

    part: Part
    heading: str
    lead: str = ""
    series: tuple[int, int] | None = None


def amounts_of(parts: tuple[Part, ...], lexicon: Lexicon) -> Iterator[Amount]:
    """Every amount outside code, in document order."""
    offers: list[str] = []
    for part in parts:
        title = part.section.title
        offers.append(_offer(part, offers, lexicon))
        above = _heading(parts, part)
        found: list[Amount] = []
        if title is not None:
            found += _in_text(title, _Place(part, above), lexicon)
        lead = title.plain if title is not None and part.section.mark in ("run-in", "label") else ""
        heading = " ".join(filter(None, (title.plain if title else "", above)))
        for block in part.section.blocks:
            found += _in_block(block, _Place(part, heading, lead), lexicon)
        if offers[-1]:
            found = [one if one.offer else one._replace(offer=offers[-1]) for one in found]
        yield from found


def _offer(part: Part, offers: list[str], lexicon: Lexicon) -> str:
    """The heading of the offer to choose from that a section belongs to: "Option 2: with upkeep"."""
    title = part.section.title
    # Options of a payment plan are ways to pay for one offer.
    may_name = title is not None and not part.is_title and not part.is_of("payment", "milestones")
    if may_name and title and "price.choice" in lexicon.matcher("items").groups_in(title.plain):
        return title.plain
    return offers[part.parent] if part.parent is not None else ""


def _heading(parts: tuple[Part, ...], part: Part) -> str:
    """The title of the section above, unless that is the document's."""
    above = parts[part.parent] if part.parent is not None else None
    if above is None or above.is_title or above.section.title is None:
        return ""
    return above.section.title.plain


def _in_block(block: Block, place: _Place, lexicon: Lexicon) -> Iterator[Amount]:
    if isinstance(block, Paragraph):
        for line in block.text.lines():
            yield from _in_text(line, place._replace(series=(id(block), 0)), lexicon)
    elif isinstance(block, ItemList):
        for item in block.items:
            yield from _in_text(item.text, place._replace(lead="", series=(id(block), 0)), lexicon)
            below = place._replace(heading=item.text.plain, lead="")
            for inner in item.blocks:
                yield from _in_block(inner, below, lexicon)
    elif isinstance(block, Table):
        yield from _in_table(block, place, lexicon)
    elif isinstance(block, Quote):
        for inner in block.blocks:
            yield from _in_block(inner, place, lexicon)


def _in_text(text: Text, place: _Place, lexicon: Lexicon) -> Iterator[Amount]:
    plain = text.plain
    before = 0
    # Found once for all amounts: a line may hold a hundred thousand.
    opening = len(plain) - len(plain.lstrip(_BESIDE))
    closing = len(plain.rstrip(_BESIDE))
    for match in find_money(plain, lexicon):
        if covered(match.start, text.struck):
            continue
        alone = opening >= match.start and (closing <= match.end or _is_short(plain, match.end))
        bracket = plain.rfind("(", before, match.start) if before else -1
        aside = bracket >= 0 and plain.find(")", bracket, match.start) < 0
        clause = _clause(plain, bracket if aside else before, match)
        label = clause.strip() if aside else f"{place.lead} {clause}".strip()
        if (remark := _REMARK.fullmatch(plain, match.end)) is not None and not plain[: match.start].strip():
            alone, label = True, f"{label} {remark[1]}".strip()
        yield Amount(
            match,
            text.span(match.start, match.end),
            place.part,
            label,
            place.heading,
            alone=alone and not place.lead,
            aside=aside,
            series=None if before else place.series,
        )
        before = match.end


def _is_short(plain: str, after: int) -> bool:
    """Whether only a word or two follow in an amount's clause: "$4,500 in all", "3.900 € net, half now"."""
    rest = plain[after : after + _LONGEST_LABEL].split(", ")[0].strip(_BESIDE)
    return len(rest.split()) <= _WORDS_AFTER and _DIGIT.search(rest) is None


def _clause(plain: str, after: int, match: MoneyMatch) -> str:
    """The words before an amount in its sentence, and the few that follow it."""
    start = max(after, match.start - _LONGEST_LABEL)
    stopped = plain.rfind(". ", start, match.start)
    if plain[stopped - 1 : stopped] == ".":
        stopped = -1  # dots that lead to the amount: "Total ...... £90"
    start = max(start, plain.rfind("\n", start, match.start) + 1, stopped + 1)
    stop = min(len(plain), match.end + _LONGEST_LABEL)
    for end in (", ", ". ", ";", "\n", " (", " - ", " – ", " — ", ": "):
        if (at := plain.find(end, match.end, stop)) >= 0:
            stop = at
    following = plain[match.end : stop].split()[:_WORDS_AFTER]
    return f"{plain[start : match.start]} {' '.join(following)}"


def _in_table(table: Table, place: _Place, lexicon: Lexicon) -> Iterator[Amount]:
    part, heading = place.part, place.heading
    columns = columns_of(table, lexicon)
    header = table.header or ()
    for at, cell in enumerate(header):
        for match in find_money(cell.text.plain, lexicon):
            span = cell.text.span(match.start, match.end)
            yield Amount(match, span, part, cell.text.plain, heading, in_row=at > 0)
    currencies = tuple(named_currency(cell.text.plain) for cell in header)
    by_row = len(table.rows) > 1 and bool(columns.groups) and "option" in columns.groups[0]
    by_column = columns.count("option") > 1 and not by_row
    single = len(table.rows) == 1 or (table.header is None and all(len(row) == 2 for row in table.rows[:1]))
    for row in table.rows:
        label = next((cell.text.plain for cell in row if any(c.isalpha() for c in cell.text.plain)), "")
        for at, cell in enumerate(row):
            groups = columns.groups[at] if at < len(columns.groups) else frozenset()
            named = currencies[at] if at < len(currencies) else None
            offer = label if by_row else header[at].text.plain if by_column and "option" in groups else ""
            for match in find_money(cell.text.plain, lexicon) or _in_figures(cell.text.plain, named):
                yield Amount(
                    match._replace(period=match.period or ("month" if "period" in groups else None)),
                    cell.text.span(match.start, match.end),
                    part,
                    label,
                    heading,
                    alone=single,
                    in_row=True,
                    in_market_column="market" in groups,
                    offer=offer,
                    series=(id(table), at),
                )


def _in_figures(plain: str, currency: str | None) -> list[MoneyMatch]:
    """The amount of a cell whose column names the currency."""
    money = parse_money(plain, currency) if currency else None
    return [MoneyMatch(money, money, 0, len(plain))] if money is not None else []
