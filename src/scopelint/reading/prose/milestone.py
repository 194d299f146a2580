"""Milestones of a document in prose: its payment schedule, else its dated deliveries, else its monthly fee.

A document often states its schedule several times: in percent, in amounts, and again in the terms. One
schedule is read: amounts before percentages, tables before lists before sentences.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from scopelint.model import Milestone
from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.column import columns_of, is_summary, row_span
from scopelint.reading.prose.item import opening, said
from scopelint.reading.prose.milestone_fee import NOT_OURS, SCHEDULES, monthly_fee
from scopelint.reading.prose.milestone_prose import prose_steps, single_step
from scopelint.reading.prose.milestone_table import table_steps
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.step import shares, step, sums
from scopelint.reading.value import find_dates, find_money
from scopelint.syntax.outline import Block, Item, ItemList, Paragraph, Quote, Section, Table, Text
from scopelint.text import Span, Spanned

_TABLE, _LIST, _HEADINGS, _PROSE = 4, 3, 2, 1
_CLOSE_TOGETHER = 2


class _Schedule(NamedTuple):
    """Steps that belong together, and the kind of place they were read from."""

    steps: tuple[Milestone, ...]
    place: int

    @property
    def weight(self) -> tuple[bool, bool, int, int]:
        """What makes one schedule better than another."""
        amounts = any(step.amount is not None for step in self.steps)
        return len(self.steps) > 1, amounts, self.place, len(self.steps)


def read_milestones(parts: tuple[Part, ...], lexicon: Lexicon) -> tuple[Milestone, ...]:
    """The steps of the document's schedule, in written order."""
    schedules = list(_schedules(parts, lexicon))
    dated = _dated(parts, lexicon)
    if schedules:
        steps = max(schedules, key=lambda schedule: schedule.weight).steps
        paid = {step.span for step in steps}
        return tuple(sorted((*steps, *(step for step in dated if step.span not in paid)), key=_place))
    return dated or monthly_fee(parts, lexicon)


def _place(step: Milestone) -> Span:
    return step.span


def _schedules(parts: tuple[Part, ...], lexicon: Lexicon) -> Iterator[_Schedule]:
    for part in parts:
        if part.kind in NOT_OURS:
            continue
        for block in part.section.blocks:
            yield from _block(block, part, lexicon)
        yield from _paragraphs(part, lexicon)
    yield from _headings(parts, lexicon)


def _block(block: Block, part: Part, lexicon: Lexicon) -> Iterator[_Schedule]:
    if isinstance(block, Table):
        if steps := table_steps(block, part.kind, lexicon):
            yield _Schedule(steps, _TABLE)
    elif isinstance(block, ItemList):
        yield from _list(block, part, lexicon)
    elif isinstance(block, Paragraph):
        yield from _paragraph(block, part, lexicon)
    elif isinstance(block, Quote):
        for inner in block.blocks:
            yield from _block(inner, part, lexicon)


def _list(block: ItemList, part: Part, lexicon: Lexicon) -> Iterator[_Schedule]:
    expected = not SCHEDULES.isdisjoint(part.kinds)
    steps = _steps(block.items, part, lexicon)
    if len(steps) > 1 or (steps and expected):
        yield _Schedule(steps, _LIST)
    elif steps and steps[0].share is not None:
        yield _Schedule(steps, _PROSE)
    for item in block.items:
        if several := prose_steps(item.text, lexicon, expected=expected):
            yield _Schedule(several, _PROSE)
        for below in item.blocks:
            yield from _block(below, part, lexicon)


def _paragraphs(part: Part, lexicon: Lexicon) -> Iterator[_Schedule]:
    """Paragraphs of a line that are steps, one after the other: "50% to start", "50% when it is live"."""
    if SCHEDULES.isdisjoint(part.kinds):
        return
    lines = [b for b in part.section.blocks if isinstance(b, Paragraph) and "\n" not in b.text.plain]
    if len(lines) > 1 and len(steps := _steps(lines, part, lexicon)) > 1:
        yield _Schedule(steps, _LIST)


def _steps(lines: Sequence[Item | Paragraph], part: Part, lexicon: Lexicon) -> tuple[Milestone, ...]:
    """The steps among lines that stand together; what is sure of one helps to know the others."""
    steps = [found for line in lines if (found := _item(line, part, lexicon)) is not None]
    if steps and len(steps) < len(lines):
        known = {one.span: one for one in steps}
        planned = part.is_within("milestones")
        steps = [
            one for line in lines if (one := _sibling(line, known, lexicon, planned=planned)) is not None
        ]
    return tuple(steps)


def _item(item: Item | Paragraph, part: Part, lexicon: Lexicon) -> Milestone | None:
    found = single_step(item.text, item.span, lexicon)
    if found is None and _is_priced(item.text, lexicon):
        phased = not SCHEDULES.isdisjoint(part.kinds) and _names_a_phase(item.text, lexicon)
        if phased or "milestones" in part.own:
            found = step(item.text, item.span, lexicon)
    return found


def _names_a_phase(text: Text, lexicon: Lexicon) -> bool:
    """Whether an item begins with a phase: "Phase 2: $1,500" is paid when that phase is done."""
    return "item.phase" in lexicon.matcher("items").groups_in(opening(text.plain))


def _sibling(
    item: Item | Paragraph, known: Mapping[Span, Milestone], lexicon: Lexicon, *, planned: bool
) -> Milestone | None:
    """The step of an item among steps: one of them, a share in other words, or what is left to pay.

    In a payment plan (``planned``) any other sum is a step as well: "30 days later: $400".
    """
    if item.span in known:
        return known[item.span]
    groups = lexicon.matcher("items").groups_in(item.text.plain)
    priced = _is_priced(item.text, lexicon)
    shared = priced and (any(shares(item.text)) or (planned and sums(item.text, lexicon).money is not None))
    rest = "instalment.name" in groups and "instalment.none" not in groups
    return step(item.text, item.span, lexicon) if shared or rest else None


def _is_priced(text: Text, lexicon: Lexicon) -> bool:
    groups = lexicon.matcher("items").groups_in(text.plain)
    return sums(text, lexicon).any and not groups & {"instalment.none", "price.total", "instalment.recurring"}


def _paragraph(block: Paragraph, part: Part, lexicon: Lexicon) -> Iterator[_Schedule]:
    expected = not SCHEDULES.isdisjoint(part.kinds)
    begins = expected or _names_an_instalment(block.text, lexicon)
    if steps := prose_steps(block.text, lexicon, expected=begins):
        yield _Schedule(steps, _PROSE)
    elif expected and (lines := tuple(_lines(block.text, lexicon))):
        yield _Schedule(lines, _PROSE if len(lines) == 1 else _LIST)


def _names_an_instalment(text: Text, lexicon: Lexicon) -> bool:
    """Whether a paragraph speaks of a deposit or a balance, wherever it stands."""
    groups = lexicon.matcher("items").groups_in(text.plain)
    return "instalment.name" in groups and "instalment.none" not in groups


def _lines(text: Text, lexicon: Lexicon) -> Iterator[Milestone]:
    """The lines of a paragraph that are steps, each on its own."""
    for line in text.lines():
        if line.plain.strip() and (found := single_step(line, line.span(), lexicon)) is not None:
            yield found


def _headings(parts: tuple[Part, ...], lexicon: Lexicon) -> Iterator[_Schedule]:
    """Steps that are headings or bold lines of their own, with the sum in them."""
    found: list[Milestone] = []
    for part in parts:
        title = part.section.title
        if title is None or part.is_title or part.kind in NOT_OURS:
            continue
        one = single_step(_with_first_line(part), title.span(), lexicon)
        if one is not None and not part.section.sections:
            found.append(one)
    phases = tuple(_priced_phases(parts, lexicon))
    if found:
        yield _Schedule(tuple(found), _HEADINGS)
    elif len(phases) > 1:
        yield _Schedule(phases, _HEADINGS)


def _priced_phases(parts: tuple[Part, ...], lexicon: Lexicon) -> Iterator[Milestone]:
    """Headings of phases with a price: "Phase 1: Discovery ($2,000)", or "Amount: $2,000" in a line below."""
    for part in parts:
        title = part.section.title
        if title is None or part.kind in NOT_OURS:
            continue
        groups = lexicon.matcher("items").groups_in(title.plain)
        if "item.phase" not in groups:
            continue
        if find_money(title.plain, lexicon):
            yield step(title, title.span(), lexicon)
        elif fee := next(_fields(part.section, lexicon, "amount"), None):
            when = next(_fields(part.section, lexicon, "due"), None)
            # A milestone stands at its heading; of a phase of work only the line of its fee is one.
            place = title if "instalment.name" in groups else fee
            paid = step(title.followed_by(fee), place.span(), lexicon, due=when)
            yield paid._replace(title=Spanned(title.plain, title.span()))


def _fields(section: Section, lexicon: Lexicon, group: str) -> Iterator[Text]:
    """What is said of a fee, or a time, in lines under a heading that begin with a label and a colon."""
    for label, value in _labelled(section):
        if group not in lexicon.matcher("columns").groups_in(label):
            continue
        if group != "amount" or len(find_money(value.plain, lexicon)) == 1:
            yield value


def _labelled(section: Section) -> Iterator[tuple[str, Text]]:
    """Lines directly under a heading that begin with a label: plain or in bold, in a list or not."""
    for block in section.blocks:
        lines: Iterable[Text] = ()
        if isinstance(block, Paragraph):
            lines = block.text.lines()
        elif isinstance(block, ItemList):
            lines = (item.text for item in block.items)
        for line in lines:
            label, colon, _ = line.plain.partition(":")
            if colon:
                yield label, line.part(len(label) + 1).stripped()
    for below in section.sections:
        first = below.blocks[0] if below.blocks and below.mark == "run-in" else None
        if below.title is not None and isinstance(first, Paragraph):
            yield below.title.plain, next(first.text.lines()).stripped()


def _with_first_line(part: Part) -> Text:
    """The title, with the paragraph it runs into when it is only its opening words."""
    title = part.section.title
    assert title is not None
    if part.section.mark != "run-in" or not part.section.blocks:
        return title
    first = part.section.blocks[0]
    if not isinstance(first, Paragraph) or "\n" in first.text.plain:
        return title
    return title.followed_by(first.text)


def _dated(parts: tuple[Part, ...], lexicon: Lexicon) -> tuple[Milestone, ...]:
    """Deliveries with a day or a number of their own, under a heading of milestones."""
    found: list[Milestone] = []
    for part in parts:
        if "milestones" not in part.kinds and "timeline" not in part.kinds:
            continue
        for block in part.section.blocks:
            if isinstance(block, ItemList) and "milestones" in part.kinds:
                found += [step(i.text, i.span, lexicon) for i in block.items if _is_delivery(i.text, lexicon)]
            elif isinstance(block, Table):
                found += _dated_rows(block, lexicon)
    return tuple(found) if len(found) >= _CLOSE_TOGETHER else ()


def _is_delivery(text: Text, lexicon: Lexicon) -> bool:
    """Whether an item has a day, or calls itself a milestone: "Milestone 2: Handover"."""
    return _is_dated(text, lexicon) or _names_a_phase(text, lexicon)


def _is_dated(text: Text, lexicon: Lexicon) -> bool:
    return any(match.date is not None for match in find_dates(text.plain, lexicon))


def _dated_rows(table: Table, lexicon: Lexicon) -> list[Milestone]:
    columns = columns_of(table, lexicon)
    name, due = columns.first("milestone"), columns.first("due")
    if name is None or due is None or name == due:
        return []
    found = []
    for row in table.rows:
        if is_summary(row, lexicon) or max(name, due) >= len(row) or not _is_dated(row[due].text, lexicon):
            continue
        one = step(row[name].text, row_span(row), lexicon, due=row[due].text)
        found.append(one._replace(title=said(row[name].text)))
    return found
