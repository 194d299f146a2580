"""Totals of amounts "from … to …" that are not what the column above them adds up to."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.column import is_summary
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import UNBINDING
from scopelint.reading.value import MoneyMatch, find_money
from scopelint.syntax.outline import Cell, Table
from scopelint.text import Spanned

_ELSEWHERE = ("change-log", "background", "exclusions", "payment", "milestones", *UNBINDING)
_OPEN = frozenset({"price.subtotal", "price.tax", "price.discount", "price.deposit", "price.extra",
                   "price.choice", "price.market", "instalment.conditional", "title.optional"})  # fmt: skip
_FEWEST = 2
_CLOSE = Decimal("0.02")
_ROUNDING = Decimal(1)


def read_spans(reading: Reading) -> Iterator[Statement]:
    """Each such total with what the ranges above it come to."""
    for part in reading.parts:
        if not part.is_within(*_ELSEWHERE):
            for block in part.section.blocks:
                if isinstance(block, Table) and len(block.rows) > _FEWEST:
                    yield from _table(block, reading.lexicon)


def _table(table: Table, lexicon: Lexicon) -> Iterator[Statement]:
    """The columns of a table down to the row that adds them up, if what stands above it is all meant."""
    matcher = lexicon.matcher("items")
    end = next((at for at, row in enumerate(table.rows) if is_summary(row, lexicon)), 0)
    said = [matcher.groups_in(_label(row)) for row in table.rows[: end + 1]]
    if end < _FEWEST or "price.total" not in said[end] or not all(map(_OPEN.isdisjoint, said)):
        return
    for at in range(1, len(table.rows[end])):
        amounts = [_amount(row, at, lexicon) for row in table.rows[: end + 1]]
        known = [amount for amount in amounts if amount is not None]
        if len(known) == len(amounts):
            yield from _compared(known[:-1], known[-1], table.rows[end][at])


def _label(row: Sequence[Cell]) -> str:
    return next((cell.text.plain for cell in row if any(map(str.isalpha, cell.text.plain))), "")


def _amount(row: Sequence[Cell], at: int, lexicon: Lexicon) -> MoneyMatch | None:
    """The one amount of a cell, if nothing leaves it open or repeats it."""
    if at >= len(row) or row[at].text.struck:
        return None
    found = find_money(row[at].text.plain, lexicon)
    return found[0] if len(found) == 1 and not found[0].approximate and not found[0].period else None


def _compared(terms: Sequence[MoneyMatch], total: MoneyMatch, cell: Cell) -> Iterator[Statement]:
    """A total "from … to …" with an end that is not the sum of those above."""
    if total.is_exact:
        return
    least = sum((term.money.amount for term in terms), Decimal(0))
    most = sum((term.most.amount for term in terms), Decimal(0))
    low, high = total.money.amount, total.most.amount
    if not (_equal(least, low) and _equal(most, high)):
        found = f"{total.money._replace(amount=least)}-{total.most._replace(amount=most)}"
        place = cell.text.span(total.start, total.end)
        yield Statement(
            "sum", found, Spanned(cell.text.plain[total.start : total.end], place), None, Confidence.MEDIUM
        )


def _equal(found: Decimal, stated: Decimal) -> bool:
    return abs(found - stated) <= max(_ROUNDING, _CLOSE * stated)
