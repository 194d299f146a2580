"""The monthly fee of a retainer, which stands for its schedule where no other is stated."""

from collections.abc import Iterator
from typing import NamedTuple

from scopelint.model import Milestone, Money
from scopelint.reading.lexicon import Lexicon, fold, split_words
from scopelint.reading.prose.column import columns_of, row_span
from scopelint.reading.prose.item import lead_in, said
from scopelint.reading.prose.mark import marks
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.step import is_by_the_month, is_left_open, open_sums, step, sums
from scopelint.reading.value import find_money
from scopelint.syntax.outline import Cell, ItemList, Paragraph, Table, Text
from scopelint.text import Span, Spanned

SCHEDULES = frozenset({"milestones", "payment", "deposit", "price"})
"""Kinds of sections where payments to the author are stated."""

NOT_OURS = frozenset(
    {"options", "exclusions", "legal", "termination", "revisions", "examples", "instructions",
     "client-duties", "change-process", "change-log", "support", "team", "assumptions"}
)  # fmt: skip
"""Kinds of sections whose sums are no payments to the author for the work agreed."""

_RETAINER = "retainer"
"""Stands among the words above a line where the document is a retainer by its title."""
_MAY_BE_FEE = frozenset({"instalment.fee", "instalment.recurring"})
_MAY_HEAD_FEE = _MAY_BE_FEE | {_RETAINER, "price.weak"}
_FACT = 2
_REACH = 4
"""The cells of a row that states a fact: its name and its value."""


class _Line(NamedTuple):
    """A line that may state a fee; ``monthly`` when the rest of its row says that it is one by the month."""

    text: Text
    span: Span
    monthly: bool = False
    name: Text | None = None


def monthly_fee(
    parts: tuple[Part, ...], lexicon: Lexicon, among: tuple[Part, ...] | None = None
) -> tuple[Milestone, ...]:
    """The fee of a retainer: a line that calls a sum so, or the sum under a heading that does.

    It is looked for ``among`` some of the parts, or in all.
    """
    matcher = lexicon.matcher("items")
    retainer = _is_retainer(parts, lexicon)
    for part in parts if among is None else among:
        title = part.section.title
        if title is None or part.kind in NOT_OURS:
            continue
        priced = not part.is_title and not SCHEDULES.isdisjoint(part.kinds)
        above = matcher.groups_in(title.plain) if priced else frozenset()
        if priced and retainer:
            above |= {"instalment.recurring"}
        elif retainer:
            above |= {_RETAINER}
        lines = tuple(_lines(part, lexicon))
        for line in lines:
            if _is_fee(line, above, lexicon):
                lead = said(line.name or line.text.part(0, len(lead_in(line.text.plain))))
                named = said(title) if priced and line.text is not title else _title_above(parts, part)
                fee = step(line.text, line.span, lexicon)._replace(title=lead or named)
                return (*_set_up(lines, lexicon), fee._replace(amount=_first_sum(line.text, lexicon)))
    return ()


def _set_up(lines: tuple[_Line, ...], lexicon: Lexicon) -> tuple[Milestone, ...]:
    """The fee paid once, before the monthly one: "Set-up fee: $300"."""
    for line in lines:
        if "instalment.setup" in lexicon.matcher("items").groups_in(line.text.plain):
            fee = step(line.text, line.span, lexicon)
            return (fee,) if fee.amount is not None else ()
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
    if not line.monthly and _MAY_BE_FEE.isdisjoint(words) and _MAY_HEAD_FEE.isdisjoint(above):
        return False
    if is_left_open(line.text, lexicon):
        return False
    if "instalment.fee" in words and _is_denied(line.text, lexicon):
        return False
    money = find_money(line.text.plain, lexicon)
    if "instalment.fee" in words | above and (money or sums(line.text, lexicon).open):
        return True
    if line.monthly and money:
        return True
    # What others ask for by use is a range: "$10-30 a month".
    monthly = any(match.period == "month" and match.money == match.most for match in money)
    slots = open_sums(line.text, lexicon)
    is_slot = "instalment.recurring" in words and any(marks(line.text, lexicon))
    is_slot = is_slot or any(is_by_the_month(line.text, slot, lexicon) for slot in slots)
    if "instalment.recurring" in above and (monthly or is_slot):
        return True
    if _RETAINER in above and monthly and "price.weak" in words:
        return True
    return is_slot and "price.weak" in above and sums(line.text, lexicon).open


def _is_denied(text: Text, lexicon: Lexicon) -> bool:
    """Whether a text says that something is no monthly fee: "not just a subscription fee"."""
    words = split_words(text.plain)
    hits = (hit for hit in lexicon.matcher("items").find(words) if hit.group == "instalment.fee")
    first = next(hits).first
    negations = lexicon.words["negations"]
    return any(fold(word) in negations for word in words.words[max(0, first - _REACH) : first])


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
    monthly = columns_of(table, lexicon).first("period")
    for row in table.rows:
        if _is_tier(row[0], lexicon):
            continue
        named = "instalment.recurring" in lexicon.matcher("items").groups_in(row[0].text.plain)
        at = monthly if monthly is not None else _period_cell(row, lexicon)
        monthly_row = at is not None and 0 < at < len(row)
        at = at if monthly_row else _FACT - 1
        if at is not None and (monthly_row or len(row) == _FACT):
            fee = row[0].text.followed_by(row[at].text)
            yield _Line(fee, row_span(row), monthly_row and (named or monthly is None), row[0].text)


def _is_tier(cell: Cell, lexicon: Lexicon) -> bool:
    """Whether a row is one of several plans to choose from: "Basic", "Premium"."""
    named = "option" in lexicon.matcher("columns").groups_in(cell.text.plain)
    return named and "instalment.recurring" not in lexicon.matcher("items").groups_in(cell.text.plain)


def _period_cell(row: tuple[Cell, ...], lexicon: Lexicon) -> int | None:
    """The cell of a row with a sum by the month, where another says that it is one."""
    words = " ".join(cell.text.plain for cell in row)
    if "instalment.recurring" not in lexicon.matcher("items").groups_in(words):
        return None
    for at, cell in enumerate(row):
        if any(match.period == "month" for match in find_money(cell.text.plain, lexicon)):
            return at
    return None
