"""Milestones without a payment: deliveries with a day or a number of their own."""

import re
from itertools import pairwise

from scopelint.model import Milestone
from scopelint.reading.lexicon import Lexicon, fold, split_words
from scopelint.reading.prose.column import columns_of, is_summary, row_span
from scopelint.reading.prose.item import opening, said
from scopelint.reading.prose.mark import marks
from scopelint.reading.prose.milestone_fee import NOT_OURS
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.step import step
from scopelint.reading.value import find_dates, find_durations
from scopelint.syntax.outline import Item, ItemList, Table, Text

_CLOSE_TOGETHER = 2
_FEW_DATES = 3
_YEAR = re.compile(r"20\d\d")
_FEW_WORDS = 2


def dated_steps(parts: tuple[Part, ...], lexicon: Lexicon, *, loose: bool = False) -> tuple[Milestone, ...]:
    """Deliveries with a day or a number of their own, under a heading of milestones.

    With ``loose`` any time does: "5 working days", "Day 3", or a cell of a form that is still empty.
    """
    found: list[Milestone] = []
    named: list[Item] = []
    for part in parts:
        if part.is_of("examples") or part.kind in NOT_OURS:
            continue
        planned = part.is_of("milestones", "timeline")
        for block in part.section.blocks:
            if isinstance(block, Table):
                found += _rows(block, planned, loose, lexicon)
            if not planned:
                continue
            if isinstance(block, ItemList):
                named += [i for i in block.items if _is_slot(i.text, lexicon)]
                found += [step(i.text, i.span, lexicon) for i in _deliveries(block, part, loose, lexicon)]
    if len(found) >= _CLOSE_TOGETHER:
        return tuple(found)
    return tuple(step(item.text, item.span, lexicon) for item in named)


def _deliveries(block: ItemList, part: Part, loose: bool, lexicon: Lexicon) -> list[Item]:
    """The items that are deliveries: all of a list of days, or of a numbered list of lengths of time."""
    labelled = [item for item in block.items if _has_its_day(item.text, loose, lexicon)]
    if len(labelled) >= _FEW_DATES and len(labelled) == len(block.items):
        return labelled
    if "milestones" not in part.kinds:
        return []
    timed = sum(bool(find_durations(item.text.plain, lexicon)) for item in block.items)
    if block.ordered and 2 * timed > len(block.items) >= _CLOSE_TOGETHER:
        return list(block.items)
    return [item for item in block.items if _is_delivery(item.text, lexicon)]


def _has_its_day(text: Text, loose: bool, lexicon: Lexicon) -> bool:
    """Whether a line is a name with its day: "Final proof: end of May 2027".

    With ``loose`` a slot for one does, or a time and what it begins with: "within 5 days of filming".
    """
    label, colon, rest = text.plain.partition(":")
    if not colon:
        return False
    if _has_day(text.part(len(label) + 1), lexicon, slots=loose):
        return True
    return loose and bool(find_durations(rest, lexicon)) and _names_an_event(rest, lexicon)


def _names_an_event(plain: str, lexicon: Lexicon) -> bool:
    """Whether words say what a time is counted from: "after the fitting"."""
    return "instalment.trigger" in lexicon.matcher("items").groups_in(plain)


def _is_slot(text: Text, lexicon: Lexicon) -> bool:
    """Whether an item is nothing but a slot for a milestone, or the line of a loop over them."""
    return has_slot(text, lexicon) and _is_blank(text, lexicon)


def has_slot(text: Text, lexicon: Lexicon) -> bool:
    """Whether a text holds a slot for a milestone: "[MILESTONE NAME]", "{{ milestone.name }}"."""
    columns = lexicon.matcher("columns")
    contents = (text.plain[mark.start : mark.end].strip("[]{}<>% ") for mark in marks(text, lexicon))
    return any("milestone" in columns.groups_in(content.replace("_", " ")) for content in contents)


def _is_delivery(text: Text, lexicon: Lexicon) -> bool:
    """Whether an item has a day, or calls itself a milestone: "Milestone 2: Handover"."""
    return (_is_dated(text, lexicon) and not _is_field(text, lexicon)) or names_a_phase(text, lexicon)


def _is_field(text: Text, lexicon: Lexicon) -> bool:
    """Whether an item is a detail of what stands above: "Due: 1 May 2027"."""
    label, colon, _ = text.plain.partition(":")
    return (
        bool(colon)
        and len(label.split()) <= _FEW_WORDS
        and "due" in lexicon.matcher("columns").groups_in(label)
    )


def _is_dated(text: Text, lexicon: Lexicon) -> bool:
    """Whether a text holds a day, or a month with its year: "end of May 2027"."""
    if any(match.date is not None for match in find_dates(text.plain, lexicon)):
        return True
    words = [fold(word) for word in split_words(text.plain).words]
    return any(word in lexicon.months and _YEAR.fullmatch(year) for word, year in pairwise(words))


def _rows(table: Table, planned: bool, loose: bool, lexicon: Lexicon) -> list[Milestone]:
    """Rows of milestones with a day or a slot for one; those of phases only where each has its day."""
    columns = columns_of(table, lexicon)
    name = columns.first("milestone") if planned else None
    whole = name is None
    name = columns.first("phase") if whole else name
    due = _date_column(table, lexicon, slots=planned)
    if due is None and loose and not whole and columns.first("amount", "share") is None:
        due = columns.first("due", "duration")
    else:
        loose = False
    if name is None or due is None or name == due:
        return []
    found = []
    for row in table.rows:
        if is_summary(row, lexicon) or max(name, due) >= len(row):
            continue
        if not loose and not _has_day(row[due].text, lexicon, slots=planned):
            if whole:
                return []
            continue
        one = step(row[name].text, row_span(row), lexicon, due=row[due].text)
        found.append(one._replace(title=said(row[name].text)))
    return found


def _date_column(table: Table, lexicon: Lexicon, *, slots: bool) -> int | None:
    """The first column headed as a time that holds a day, or ``slots`` for days."""
    for at, groups in enumerate(columns_of(table, lexicon).groups):
        cells = (row[at].text for row in table.rows if at < len(row))
        if "due" in groups and any(_has_day(text, lexicon, slots=slots) for text in cells):
            return at
    return None


def _has_day(text: Text, lexicon: Lexicon, *, slots: bool) -> bool:
    """Whether a cell holds a day, or a slot for one; "[Week X]" is a slot for something else."""
    blank = slots and _is_blank(text, lexicon)
    return _is_dated(text, lexicon) or (
        blank and lexicon.units.keys().isdisjoint(map(fold, split_words(text.plain).words))
    )


def _is_blank(text: Text, lexicon: Lexicon) -> bool:
    """Whether a text is nothing but slots: "[DATE]", "[START] - [END]"."""
    rest, after = "", 0
    for mark in marks(text, lexicon):
        rest += text.plain[after : mark.start]
        after = max(after, mark.end)
    return after > 0 and not any(map(str.isalnum, rest + text.plain[after:]))


def names_a_phase(text: Text, lexicon: Lexicon) -> bool:
    """Whether an item begins with a phase: "Phase 2: $1,500" is paid when that phase is done."""
    return "item.phase" in lexicon.matcher("items").groups_in(opening(text.plain))
