"""Payment schedules in tables."""

from decimal import Decimal

from scopelint.model import Milestone, Money
from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.column import (
    Columns,
    cell_at,
    columns_of,
    is_summary,
    money_column,
    named_currency,
    row_span,
)
from scopelint.reading.prose.item import said
from scopelint.reading.prose.mark import marks
from scopelint.reading.prose.step import WHOLE, shares
from scopelint.reading.value import find_dates, find_money, parse_money
from scopelint.syntax.outline import Cell, Table
from scopelint.text import Spanned

_SCHEDULES = frozenset({"milestones", "payment", "deposit"})
_FALLS_DUE = frozenset({"instalment.trigger", "instalment.name"})
_FEWEST = 2
_LONGEST_SLOT = 10
"""Letters in the slot of an amount: "[AMOUNT] USD"."""
Row = tuple[Cell, ...]


def table_steps(table: Table, kind: str | None, lexicon: Lexicon) -> tuple[Milestone, ...]:
    """The steps of a table that is a payment schedule, none of any other."""
    columns = columns_of(table, lexicon)
    rows = tuple(row for row in table.rows if not is_summary(row, lexicon))
    amount, share = _amount_column(rows, columns, lexicon), _share_column(rows, lexicon)
    if amount is None and share is None:
        return ()
    if not (_splits(rows, amount, share, lexicon) or _is_schedule(rows, columns, kind, lexicon)):
        return ()
    reader = _Rows(table, columns, amount, share, lexicon)
    fixed = [row for row in rows if not _is_apart(row, lexicon)]
    return tuple(step for row in fixed or rows if (step := reader.step(row)) is not None)


def _is_apart(row: Row, lexicon: Lexicon) -> bool:
    """Whether a row is paid again and again, or only when something more is ordered."""
    if any(match.period for cell in row for match in find_money(cell.text.plain, lexicon)):
        return True
    matcher = lexicon.matcher("items")
    return any("instalment.conditional" in matcher.groups_in(cell.text.plain) for cell in row)


def _is_schedule(rows: tuple[Row, ...], columns: Columns, kind: str | None, lexicon: Lexicon) -> bool:
    if columns.first("period", "market") is not None or _lists_offers(columns):
        return False
    if columns.first("milestone") is not None:
        return True
    if columns.first("phase") is not None and columns.first("due", "share") is not None:
        return True
    triggered = sum(_is_triggered(row, lexicon) for row in rows)
    if kind in _SCHEDULES:
        # "Item | Cost" below "Commercial terms" tells what the price is made of, not when it is paid.
        return bool(triggered) or not _lists_costs(columns)
    return triggered > 1 and 2 * triggered > len(rows)


def _lists_offers(columns: Columns) -> bool:
    """Whether the rows are what can be ordered: "Package | Price | Timeline"."""
    return "option" in columns.groups[0] and "milestone" not in columns.groups[0] if columns.groups else False


def _lists_costs(columns: Columns) -> bool:
    return columns.first("item", "deliverable") is not None and columns.first("due", "share", "phase") is None


def _splits(rows: tuple[Row, ...], amount: int | None, share: int | None, lexicon: Lexicon) -> bool:
    """Whether the rows hold shares of a whole with the amounts they come to, whatever they are called."""
    if amount is None or share is None or len(rows) < _FEWEST:
        return False
    parts: list[tuple[Decimal, Decimal]] = []
    for row in rows:
        cell, sum_cell = cell_at(row, share), cell_at(row, amount)
        stated = next((value.value for _, value in shares(cell.text, lexicon)), None) if cell else None
        money = find_money(sum_cell.text.plain) if sum_cell else []
        if stated is None or len(money) != 1:
            return False
        parts.append((stated, money[0].money.amount))
    whole = sum((value for _, value in parts), Decimal(0))
    return sum(part for part, _ in parts) == WHOLE and all(
        abs(value * WHOLE - part * whole) <= whole for part, value in parts
    )


def _is_triggered(row: Row, lexicon: Lexicon) -> bool:
    words = " ".join(cell.text.plain for cell in row)
    return not _FALLS_DUE.isdisjoint(lexicon.matcher("items").groups_in(words))


def _amount_column(rows: tuple[Row, ...], columns: Columns, lexicon: Lexicon) -> int | None:
    """The first column with money in most rows, else the one headed so."""
    at = money_column(rows)
    if at is not None:
        return at
    headed = columns.first("amount")
    if headed is None:
        # "Milestone | Payment": the payment is what is paid, unless words stand in its slots.
        named = (at for at, groups in enumerate(columns.groups) if at and "milestone" in groups)
        headed = next((at for at in named if not _holds_words(rows, at)), None)
    if headed is None:
        return None
    filled = [cell for row in rows if (cell := cell_at(row, headed)) is not None]
    figures = [c for c in filled if parse_money(c.text.plain) or any(marks(c.text, lexicon))]
    # A form to fill in names its payments and leaves all sums empty.
    return headed if figures or (not filled and columns.first("milestone") not in (None, headed)) else None


def _holds_words(rows: tuple[Row, ...], at: int) -> bool:
    cells = [cell.text.plain for row in rows if (cell := cell_at(row, at)) is not None]
    return any(sum(map(str.isalpha, plain)) > _LONGEST_SLOT for plain in cells)


def _share_column(rows: tuple[Row, ...], lexicon: Lexicon) -> int | None:
    width = max((len(row) for row in rows), default=0)
    for at in range(width):
        stated = sum(
            (cell := cell_at(row, at)) is not None and any(shares(cell.text, lexicon)) for row in rows
        )
        if 2 * stated > len(rows):
            return at
    return None


class _Rows:
    """Reads the rows of one schedule."""

    def __init__(
        self, table: Table, columns: Columns, amount: int | None, share: int | None, lexicon: Lexicon
    ) -> None:
        self.columns = columns
        self.amount = amount
        self.share = share
        self.when = columns.first("due")
        self.lexicon = lexicon
        header = cell_at(table.header or (), amount)
        self.currency = named_currency(header.text.plain) if header else None
        self.is_form = share is None and not any(cell_at(row, amount) for row in table.rows)
        self.bare = not any(cell.text.plain.strip() for cell in table.header or ())

    def step(self, row: Row) -> Milestone | None:
        amount, share = cell_at(row, self.amount), cell_at(row, self.share)
        if amount is None and share is None and not (self.is_form and self._title(row)):
            return None
        # A table of facts has payments among names and dates: "Client | Acme", "Deposit | $500".
        if self.bare and amount is not None and share is None and not self._is_sum(amount):
            return None
        title = self._title(row)
        due = self._due(row)
        dates = find_dates(due.text.plain, self.lexicon) if due else []
        on = dates[0] if len(dates) == 1 and dates[0].date and not dates[0].other else None
        return Milestone(
            row_span(row),
            title=said(title.text) if title else None,
            amount=self._money(amount) if amount else None,
            share=next((value for _, value in shares(share.text, self.lexicon)), None) if share else None,
            due_on=Spanned(on.date, due.text.span(on.start, on.end)) if on and on.date and due else None,
            due=said(due.text) if due else None,
        )

    def _is_sum(self, cell: Cell) -> bool:
        plain = cell.text.plain
        return bool(
            find_money(plain, self.lexicon) or parse_money(plain) or any(marks(cell.text, self.lexicon))
        )

    def _money(self, cell: Cell) -> Spanned[Money] | None:
        found = find_money(cell.text.plain, self.lexicon)
        if found:
            first = found[0]
            if first.money != first.most:
                return None
            return Spanned(first.money, cell.text.span(first.start, first.end))
        money = parse_money(cell.text.plain, self.currency)
        return Spanned(money, cell.text.span()) if money and money.amount > Decimal(0) else None

    def _title(self, row: Row) -> Cell | None:
        for name in ("deliverable", "milestone", "phase", "item"):
            at = self.columns.first(name)
            cell = cell_at(row, at)
            if cell is not None and at not in (self.amount, self.when) and _is_wording(cell):
                return cell
        rest = (cell for at, cell in enumerate(row) if at != self.amount)
        return next((cell for cell in rest if _is_wording(cell)), None)

    def _due(self, row: Row) -> Cell | None:
        cell = cell_at(row, self.when) if self.when not in (self.amount, self.share) else None
        return cell if cell is not None and any(map(str.isalnum, cell.text.plain)) else None


def _is_wording(cell: Cell) -> bool:
    return any(char.isalpha() for char in cell.text.plain)
