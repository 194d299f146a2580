"""Milestones of a document in prose: its payment schedule, else its dated deliveries, else its monthly fee.

A document often states its schedule several times: in percent, in amounts, and again in the terms. One
schedule is read: amounts before percentages, tables before lists before sentences.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from scopelint.model import Milestone
from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.milestone_dated import dated_steps, has_slot, names_a_phase
from scopelint.reading.prose.milestone_fee import NOT_OURS, SCHEDULES, monthly_fee
from scopelint.reading.prose.milestone_fraction import opening_fraction
from scopelint.reading.prose.milestone_heading import heading_steps
from scopelint.reading.prose.milestone_prose import due_step, prose_steps, single_step, whole_fee
from scopelint.reading.prose.milestone_table import table_steps
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.step import WHOLE, is_left_open, said_of, shares, step, sums
from scopelint.reading.value import find_money
from scopelint.syntax.outline import Block, Item, ItemList, Paragraph, Quote, Table, Text
from scopelint.text import Span

_TABLE, _LIST, _HEADINGS, _PROSE = 4, 3, 2, 1
_FACT = 2
_NO_REST = frozenset({"instalment.none", "instalment.condition", "instalment.several"})


class _Schedule(NamedTuple):
    """Steps that belong together, and the kind of place they were read from.

    ``depends``: it is one for other orders, "for projects over $6,000". ``expected``: it stands where
    payments are due to be told.
    """

    steps: tuple[Milestone, ...]
    place: int
    depends: bool = False
    expected: bool = False

    @property
    def weight(self) -> tuple[bool, bool, bool, bool, int, int]:
        """What makes one schedule better than another."""
        amounts = any(step.amount is not None for step in self.steps)
        return not self.depends, len(self.steps) > 1, amounts, self.expected, self.place, len(self.steps)


def read_milestones(parts: tuple[Part, ...], lexicon: Lexicon) -> tuple[Milestone, ...]:
    """The steps of the document's schedule, in written order."""
    schedules = list(_schedules(parts, lexicon))
    several = any(len(schedule.steps) > 1 for schedule in schedules)
    dated = dated_steps(parts, lexicon) or (() if several else dated_steps(parts, lexicon, loose=True))
    # "First month: 100% upfront" says how a monthly fee is paid, the fee itself stands elsewhere.
    if all(map(_is_whole, schedules)) and (fee := () if dated else monthly_fee(parts, lexicon)):
        return fee
    if schedules:
        steps = max(schedules, key=lambda schedule: schedule.weight).steps
        if len(steps) == 1 and steps[0].share is None:
            steps = (*steps, *_fee_beside(steps[0], parts, lexicon))
        paid = {step.span for step in steps}
        return tuple(sorted((*steps, *(step for step in dated if step.span not in paid)), key=_place))
    return dated


def _fee_beside(step: Milestone, parts: tuple[Part, ...], lexicon: Lexicon) -> tuple[Milestone, ...]:
    """The monthly fee that follows a fee to set up: of the same section, else of any."""
    near = tuple(part for part in parts if step.span.within(part.section.span) and part.section.level)
    fees = monthly_fee(parts, lexicon, near[-1:]) or monthly_fee(parts, lexicon)
    return tuple(fee for fee in fees if fee.span != step.span)


def _is_whole(schedule: _Schedule) -> bool:
    """Whether a schedule is a single payment of everything that is due."""
    only = schedule.steps[0]
    return len(schedule.steps) == 1 and only.share is not None and only.share.value == WHOLE


def _place(step: Milestone) -> Span:
    return step.span


def _schedules(parts: tuple[Part, ...], lexicon: Lexicon) -> Iterator[_Schedule]:
    for part in parts:
        if part.is_of("examples") or part.kind in NOT_OURS:
            continue
        title = part.section.title
        expected = not SCHEDULES.isdisjoint(part.kinds)
        depends = title is not None and _depends(title, lexicon)
        for before, block in pairwise((None, *part.section.blocks)):
            other = depends or (isinstance(before, Paragraph) and _depends(before.text, lexicon))
            for schedule in _block(block, part, lexicon) if block else ():
                yield schedule._replace(depends=other, expected=expected)
        yield from (one._replace(expected=True) for one in _paragraphs(part, lexicon))
    if steps := heading_steps(parts, lexicon):
        yield _Schedule(steps, _HEADINGS)


def _depends(text: Text, lexicon: Lexicon) -> bool:
    """Whether words before payments make them depend on the price: "For projects over $6,000"."""
    depends = "instalment.depends" in lexicon.matcher("items").groups_in(text.plain)
    return depends and bool(find_money(text.plain, lexicon))


def _block(block: Block, part: Part, lexicon: Lexicon) -> Iterator[_Schedule]:
    if isinstance(block, Table):
        if steps := table_steps(block, part.kind, lexicon):
            yield _Schedule(steps, _TABLE)
        else:
            yield from _facts(block, lexicon)
    elif isinstance(block, ItemList):
        yield from _list(block, part, lexicon)
    elif isinstance(block, Paragraph):
        yield from _paragraph(block, part, lexicon)
    elif isinstance(block, Quote):
        for inner in block.blocks:
            yield from _block(inner, part, lexicon)


def _facts(table: Table, lexicon: Lexicon) -> Iterator[_Schedule]:
    """A schedule in one cell of a table of facts: "Payment | 40% at the start, 60% on delivery"."""
    matcher = lexicon.matcher("items")
    for row in table.rows:
        if len(row) != _FACT or "instalment.word" not in matcher.groups_in(row[0].text.plain):
            continue
        if steps := prose_steps(row[1].text, lexicon, expected=True):
            yield _Schedule(steps, _PROSE)


def _list(block: ItemList, part: Part, lexicon: Lexicon) -> Iterator[_Schedule]:
    expected = not SCHEDULES.isdisjoint(part.kinds)
    steps = _steps(block.items, part, lexicon)
    # A few of the things delivered may speak of a payment: "Invoices: what is left to pay".
    alone = len(steps) == len(block.items) or not part.is_of("deliverables", "scope")
    if (len(steps) > 1 and alone and _are_payments(steps, lexicon)) or (steps and expected):
        yield _Schedule(steps, _LIST)
    elif len(steps) == 1 and steps[0].share is not None:
        yield _Schedule(steps, _PROSE)
    for item in block.items:
        if several := prose_steps(item.text, lexicon, expected=expected):
            yield _Schedule(several, _PROSE)
        for below in item.blocks:
            yield from _block(below, part, lexicon)


def _are_payments(steps: tuple[Milestone, ...], lexicon: Lexicon) -> bool:
    """Whether steps outside any section of payments are some: "50% faster on launch" is none."""
    if any(one.amount is not None or one.share is None for one in steps):
        return True
    if sum(one.share.value for one in steps if one.share is not None) == WHOLE:
        return True
    matcher = lexicon.matcher("items")
    titles = (one.title.value for one in steps if one.title is not None)
    return any(matcher.groups_in(title) & {"instalment.name", "instalment.payable"} for title in titles)


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
        planned = part.is_within("milestones") or _each_is_priced(lines, steps, lexicon)
        steps = [
            one for line in lines if (one := _sibling(line, known, lexicon, planned=planned)) is not None
        ]
    return tuple(steps)


def _each_is_priced(lines: Sequence[Item | Paragraph], steps: Sequence[Milestone], lexicon: Lexicon) -> bool:
    """Whether most lines are steps and the others no less name one sum each."""
    return 2 * len(steps) > len(lines) and all(
        _is_priced(line.text, lexicon) and len(find_money(line.text.plain, lexicon)) == 1 for line in lines
    )


def _item(item: Item | Paragraph, part: Part, lexicon: Lexicon) -> Milestone | None:
    if is_left_open(item.text, lexicon):
        return None
    found = single_step(item.text, item.span, lexicon)
    expected = not SCHEDULES.isdisjoint(part.kinds)
    if found is None and _is_priced(item.text, lexicon):
        phased = expected and (names_a_phase(item.text, lexicon) or has_slot(item.text, lexicon))
        if phased or "milestones" in part.own:
            found = step(item.text, item.span, lexicon)
    if found is None and expected:
        found = opening_fraction(item.text, item.span, lexicon) or due_step(item.text, item.span, lexicon)
    return found


def _sibling(
    item: Item | Paragraph, known: Mapping[Span, Milestone], lexicon: Lexicon, *, planned: bool
) -> Milestone | None:
    """The step of an item among steps: one of them, a share in other words, or what is left to pay.

    In a payment plan (``planned``) any other sum is a step as well: "30 days later: $400".
    """
    if item.span in known:
        return known[item.span]
    if is_left_open(item.text, lexicon):
        return None
    groups = lexicon.matcher("items").groups_in(item.text.plain)
    priced = _is_priced(item.text, lexicon)
    planned = planned or "instalment.numbered" in groups
    shared = priced and (
        any(shares(item.text, lexicon)) or (planned and sums(item.text, lexicon).money is not None)
    )
    rest = "instalment.name" in groups and groups.isdisjoint(_NO_REST)
    return step(item.text, item.span, lexicon) if shared or rest else None


def _is_priced(text: Text, lexicon: Lexicon) -> bool:
    groups = said_of(text, lexicon)
    return sums(text, lexicon).any and not groups & {"instalment.none", "price.total", "instalment.recurring"}


def _paragraph(block: Paragraph, part: Part, lexicon: Lexicon) -> Iterator[_Schedule]:
    expected = not SCHEDULES.isdisjoint(part.kinds)
    begins = expected or _names_an_instalment(block.text, lexicon)
    if len(phases := tuple(_phases(block.text, lexicon))) > 1:
        yield _Schedule(phases, _LIST)
    elif steps := prose_steps(block.text, lexicon, expected=begins):
        yield _Schedule(steps, _PROSE)
    elif expected and (lines := tuple(_lines(block.text, lexicon))):
        yield _Schedule(lines, _PROSE if len(lines) == 1 else _LIST)
    elif expected and (fee := whole_fee(block.text, block.text.span(), lexicon)) is not None:
        yield _Schedule((fee,), _PROSE)


def _phases(text: Text, lexicon: Lexicon) -> Iterator[Milestone]:
    """The lines of a paragraph that each price a phase: "Milestone 1: Cover - $500 - due 20 March"."""
    for line in text.lines():
        if names_a_phase(line, lexicon) and _is_priced(line, lexicon):
            yield step(line, line.span(), lexicon)


def _names_an_instalment(text: Text, lexicon: Lexicon) -> bool:
    """Whether a paragraph speaks of a deposit or a balance, wherever it stands."""
    groups = lexicon.matcher("items").groups_in(text.plain)
    return "instalment.name" in groups and "instalment.none" not in groups


def _lines(text: Text, lexicon: Lexicon) -> Iterator[Milestone]:
    """The lines of a paragraph that are steps, each on its own."""
    for line in text.lines():
        if line.plain.strip() and (found := single_step(line, line.span(), lexicon)) is not None:
            yield found
