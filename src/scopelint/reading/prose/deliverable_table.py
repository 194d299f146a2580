"""Deliverables in tables: the rows of a table of items, or what a column of deliverables says."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.column import Columns, cell_at, columns_of, is_summary, money_column, row_span
from scopelint.reading.prose.deliverable_prose import role_of_label
from scopelint.reading.prose.item import (
    CROSSES,
    PHASE,
    PRICED,
    PROSE,
    SURE,
    Found,
    own_role,
    said,
    said_parts,
)
from scopelint.reading.prose.role import Role
from scopelint.reading.prose.section import heading_kinds
from scopelint.reading.prose.table_shape import (
    compares_packages,
    counts,
    is_matrix,
    is_tick,
    names,
    names_phases,
    tells_how_much,
    tells_means,
)
from scopelint.reading.value import find_dates, find_money
from scopelint.syntax.outline import Cell, Table
from scopelint.text import Spanned

_PRICE_KINDS = ("price", "payment", "milestones", "deposit", "options")
_FIGURES = re.compile(r"[\d.,' ]*\d(?:[.,]-)?")
_NEVER = ("client-duties", "change-log", "change-process", "approvals", "instructions", "examples", "parties")

_WORK = frozenset({"deliverables", "scope"})
_FACTS = frozenset({"price", "payment", "milestones", "deposit", "timeline", "parties", "communication"})
"""The kinds of section that a row of a table of facts may stand for."""
_LONGEST_FACT = 5

_SAYS_HOW_MUCH = ("support", "price")
_TELLS_STEPS = (None, "timeline", "process")
_OF_OTHERS = ("change-log", "instructions", "examples")
"""Where a table of particulars describes something else than the contract."""


class _Listing(NamedTuple):
    """What the rows of a table are, and in which columns they are named and said to be included."""

    role: Role
    at: int | None
    included: int | None = None
    rank: int = SURE


def table_items(
    table: Table, role: Role, kind: str | None, titles: tuple[str, ...], lexicon: Lexicon
) -> Iterator[Found]:
    """The items of a table in a section of this role and kind."""
    columns = columns_of(table, lexicon)
    if compares_packages(table, columns, lexicon) and role in (Role.UNKNOWN, Role.OTHER, Role.DELIVERED):
        yield from _of_packages(table, titles, lexicon)
        return
    if is_matrix(table, lexicon):
        return
    if role is not Role.EXCLUDED and kind not in _OF_OTHERS and is_attributes(table, lexicon):
        yield from _facts(table, titles, lexicon)
    left_out = columns.first("left-out")
    if left_out is not None and columns.first("included", "deliverable", "item") not in (None, left_out):
        yield from _left_out(table, left_out, titles, lexicon)
    if role is Role.DELIVERED and kind not in _PRICE_KINDS:
        yield from _delivered(table, columns, titles, lexicon)
    elif role in (Role.EXCLUDED, Role.OPTIONAL, Role.ASSUMED):
        at = columns.first("option", "item", "deliverable")
        yield from _rows(table, _Listing(role, at), titles, lexicon)
    elif kind not in _NEVER:
        yield from _beside(table, columns, role, kind, titles, lexicon)


def _facts(table: Table, titles: tuple[str, ...], lexicon: Lexicon) -> Iterator[Found]:
    """What a table of particulars says of the work: "Deliverables | logo", "Out of scope | printing"."""
    for row in table.rows:
        label, told = cell_at(row, 0), cell_at(row, 1)
        role = _role_of_fact(label.text.plain.strip(" *_:"), lexicon) if label is not None else None
        if role is not None and told is not None:
            for one in said_parts(told.text):
                yield Found(role, one, one.span, titles, PROSE)


def _role_of_fact(label: str, lexicon: Lexicon) -> Role | None:
    """What the value beside a label is: "Work | 14 drawings" names what is delivered, too."""
    role = role_of_label(label, lexicon)
    named = role is None and not _WORK.isdisjoint(heading_kinds(label, lexicon)[:1])
    return Role.DELIVERED if named else role


def _left_out(table: Table, at: int, titles: tuple[str, ...], lexicon: Lexicon) -> Iterator[Found]:
    """What each cell of a column leaves out, ticks aside: "Included | Not included"."""
    for row in table.rows:
        cell = cell_at(row, at)
        text = said(cell.text) if cell is not None else None
        if text is not None and not is_tick(text.value, lexicon):
            yield Found(Role.EXCLUDED, text, text.span, titles)


def _delivered(table: Table, columns: Columns, titles: tuple[str, ...], lexicon: Lexicon) -> Iterator[Found]:
    """The rows of a table that stands among deliverables, unless it tells something else of them."""
    if is_attributes(table, lexicon) or columns.count("option") > 1 or tells_means(columns):
        return
    deliverable = columns.first("deliverable")
    if deliverable is None and columns.first("aside") == 0:
        return  # "Term | Meaning", "Browser | Version"
    if deliverable is None and columns.first("item") is None and columns.first("amount") is not None:
        # "Phase | Duration | Cost": lines of a quotation by another name
        phase = columns.first("phase")
        yield from _rows(table, _Listing(Role.DELIVERED, phase, rank=PRICED), titles, lexicon)
        return
    if (
        deliverable is None
        and columns.first("item") is None
        and columns.first("technology", "duration", "share") is not None
    ):
        return
    at = deliverable if deliverable is not None else columns.first("item")
    yield from _rows(table, _Listing(Role.DELIVERED, at, columns.first("included")), titles, lexicon)


def _beside(
    table: Table, columns: Columns, role: Role, kind: str | None, titles: tuple[str, ...], lexicon: Lexicon
) -> Iterator[Found]:
    """What a table elsewhere delivers: a column of deliverables, or priced lines of a quotation."""
    deliverable = columns.first("deliverable")
    priced = columns.first("amount") is not None or kind in ("price", "payment")
    if columns.count("option") > 1 or columns.first("market") is not None or tells_means(columns):
        return
    if deliverable is not None and not priced:
        yield from _rows(table, _Listing(Role.DELIVERED, deliverable), titles, lexicon)
    elif deliverable is not None:
        # The price of each deliverable is said where they are listed; a phase has them beside its own.
        listed = kind == "price" and columns.first("milestone", "phase", "due", "duration", "share") is None
        rank = SURE if listed else PHASE
        yield from _rows(table, _Listing(Role.DELIVERED, deliverable, rank=rank), titles, lexicon)
    elif kind is None and not priced and (request := columns.first("request")) is not None:
        answered = columns.first("decision")
        yield from _rows(table, _Listing(Role.DELIVERED, request, answered, PRICED), titles, lexicon)
    elif role is Role.UNKNOWN and not priced and (feature := columns.first("feature")) is not None:
        included = columns.first("included")
        yield from _rows(table, _Listing(Role.DELIVERED, feature, included), titles, lexicon)
    elif role is Role.UNKNOWN and not priced and counts(columns) and names(columns):
        yield from _rows(table, _Listing(Role.DELIVERED, columns.first("item"), rank=PRICED), titles, lexicon)
    elif kind in _TELLS_STEPS and not priced and names_phases(columns):
        # "Phase | What we do | Weeks": for want of a list of what is handed over
        yield from _rows(table, _Listing(Role.DELIVERED, columns.first("item"), rank=PHASE), titles, lexicon)
    elif kind in _SAYS_HOW_MUCH and tells_how_much(table, columns):
        told = table._replace(
            rows=tuple(row for row in table.rows if cell_at(row, columns.first("included")))
        )
        yield from _rows(told, _Listing(Role.DELIVERED, columns.first("item")), titles, lexicon)
    elif columns.first("milestone", "due", "share", "period") is None:
        at, money = columns.first("item"), money_column(table.rows, table.header)
        at = at if at is not None else _things(table, columns)
        money = money if money is not None else _figures_column(table, columns)
        if at is not None and money not in (None, at) and _once(table, money, lexicon):
            yield from _rows(table, _Listing(Role.DELIVERED, at, rank=PRICED), titles, lexicon)


def _things(table: Table, columns: Columns) -> int | None:
    """The first column of words in a table of three columns or more with prices, whatever it calls them."""
    if (
        columns.first("amount") is None
        or columns.first("technology", "option", "phase", "duration") is not None
    ):
        return None
    texts = [at for at in range(len(columns.groups)) if _is_of_words(table, at)]
    return texts[0] if len(columns.groups) > 2 and texts else None


def _is_of_words(table: Table, at: int) -> bool:
    cells = [cell for row in table.rows if (cell := cell_at(row, at)) is not None]
    return len(cells) > 1 and all(any(char.isalpha() for char in cell.text.plain) for cell in cells)


def _of_packages(table: Table, titles: tuple[str, ...], lexicon: Lexicon) -> Iterator[Found]:
    """What packages side by side hold: the work, where no surer place lists it."""
    for row in table.rows:
        text = _named(row, 0)
        if text is not None and not any(find_money(cell.text.plain, lexicon) for cell in row):
            yield Found(own_role(text.value, Role.DELIVERED, lexicon), text, row_span(row), titles, PRICED)


def _figures_column(table: Table, columns: Columns) -> int | None:
    """A column named as one of amounts whose cells are bare figures: "Total", then "1,400"."""
    at = columns.first("amount")
    cells = [cell.text.plain.strip() for row in table.rows if (cell := cell_at(row, at)) is not None]
    return at if sum(_FIGURES.fullmatch(plain) is not None for plain in cells) * 2 > len(table.rows) else None


def _once(table: Table, money: int | None, lexicon: Lexicon) -> bool:
    """Whether the amounts of a column are all paid once."""
    cells = [cell for row in table.rows if (cell := cell_at(row, money)) is not None]
    return all(match.period is None for cell in cells for match in find_money(cell.text.plain, lexicon))


def _rows(table: Table, listing: _Listing, titles: tuple[str, ...], lexicon: Lexicon) -> Iterator[Found]:
    for row in table.rows:
        if is_summary(row, lexicon):
            continue
        text = _named(row, listing.at)
        if text is None:
            continue
        own = own_role(text.value, listing.role, lexicon)
        answer = cell_at(row, listing.included)
        if answer is not None and _denied(answer, lexicon):
            own = Role.EXCLUDED
        yield Found(own, text, row_span(row), titles, listing.rank)


def _named(row: tuple[Cell, ...], at: int | None) -> Spanned[str] | None:
    """What the row is about: the cell of that column, else the first; a number alone names nothing."""
    named = cell_at(row, at)
    for cell in (*([named] if named is not None else []), *row):
        if any(char.isalpha() for char in cell.text.plain):
            return said(cell.text)
    return None


def _denied(answer: Cell, lexicon: Lexicon) -> bool:
    plain = answer.text.plain.strip()
    if plain[0] in CROSSES or plain in ("—", "–", "-"):
        return True
    return bool(lexicon.matcher("items").groups_in(plain) & {"item.negative", "item.excluded"})


def is_attributes(table: Table, lexicon: Lexicon) -> bool:
    """Whether a table describes one thing, a fact in each row, instead of listing things."""
    columns = columns_of(table, lexicon)
    if columns.groups and ("field" in columns.groups[0] or not _names_values(table, columns)):
        return "field" in columns.groups[0]
    if not table.rows or len(table.rows[0]) != 2:
        return False
    return 2 * sum(_is_fact(row, lexicon) for row in table.rows) >= len(table.rows)


def _names_values(table: Table, columns: Columns) -> bool:
    """Whether the second of two columns is called but values, or nothing: "Item | Details"."""
    if len(columns.groups) != 2:
        return False
    return "value" in columns.groups[1] or not (table.header or ())[1].text.plain.strip()


def _is_fact(row: tuple[Cell, ...], lexicon: Lexicon) -> bool:
    """Whether a row states a fact: by its label, or a value that is but a day or a sum."""
    label = row[0].text.plain.strip(" *_:")
    if "item.attribute" in lexicon.matcher("items").groups_in(label):
        return True
    if not _FACTS.isdisjoint(heading_kinds(label, lexicon)[:1]):
        return True
    value = cell_at(row, 1)
    return value is not None and _is_day_or_sum(value.text.plain, lexicon)


def _is_day_or_sum(plain: str, lexicon: Lexicon) -> bool:
    """Whether a cell holds a day or an amount of money and hardly a word more: "$1,400 on signing"."""
    if len(plain.split()) > _LONGEST_FACT:
        return False
    return bool(find_money(plain, lexicon)) or any(found.date for found in find_dates(plain, lexicon))


def lists_things(table: Table, lexicon: Lexicon) -> bool:
    """Whether the rows of a table may be things: no facts of one thing, means, markets, ticks or packages."""
    columns = columns_of(table, lexicon)
    if columns.groups and not columns.groups[0].isdisjoint(("technology", "market")):
        return False
    other = is_attributes(table, lexicon) or tells_means(columns) or columns.first("market") is not None
    return not other and not is_matrix(table, lexicon) and not compares_packages(table, columns, lexicon)
