"""Deliverables, exclusions, assumptions and paid options: the items of a document's lists and tables.

The section decides what an item is; the words of the item may overrule it. What is found only in a weaker
place (a priced quotation line, a paragraph of scope) counts when no surer place lists anything.
"""

from collections.abc import Iterator
from itertools import pairwise

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.choice import choices, taken
from scopelint.reading.prose.column import columns_of
from scopelint.reading.prose.deliverable_heading import Headings, holds_lists
from scopelint.reading.prose.deliverable_prose import (
    said_in_passing,
    told_anywhere,
    told_in_paragraphs,
)
from scopelint.reading.prose.deliverable_table import table_items
from scopelint.reading.prose.guess import only_list
from scopelint.reading.prose.item import (
    CHOICE,
    CROSSES,
    GUESS,
    LOOSE,
    PHASE,
    PRICED,
    SURE,
    Found,
    is_in_capitals,
    is_label,
    label_kinds,
    opening,
    own_role,
    said,
    said_parts,
    says_left_out,
)
from scopelint.reading.prose.lead import Lead, heads_list, lead_of
from scopelint.reading.prose.role import Role, role_of_kinds, roles_of
from scopelint.reading.prose.section import Part, headings_above, without_brackets
from scopelint.reading.prose.weak import names_work, weak_ranks
from scopelint.reading.value import find_money
from scopelint.syntax.outline import Block, Item, ItemList, Paragraph, Section, Table
from scopelint.text import Span

_LISTS = (ItemList, Table)
_WORK = frozenset({"deliverables", "scope"})
_LONGEST_THING = 12
_TELLS_LIMITS = frozenset({None, "scope", "deliverables", "notes", "price", "assumptions", "parties"})


def found_items(parts: tuple[Part, ...], lexicon: Lexicon) -> tuple[Found, ...]:
    """Every item with its role, in document order; of deliverables only the surest rank that has any."""
    walk = _Walk(parts, lexicon)
    found = [item for at in range(len(parts)) for item in walk.part(at)]
    delivered = [item for item in found if item.role is Role.DELIVERED]
    if not delivered:
        chosen = taken(found, lexicon)
        listed = any(item.role is Role.DELIVERED for item in chosen)
        return chosen if listed else (*chosen, *_for_want_of_a_list(parts, lexicon))
    # One such list may be anything; several divide the work.
    if not walk.work and _lists(delivered, LOOSE) == 1:
        delivered = [item._replace(rank=GUESS) if item.rank == LOOSE else item for item in delivered]
    # A list of the work that names only what is left out says it all.
    guessed = [item for item in delivered if item.rank == GUESS]
    if walk.scoped or (_lists(guessed, GUESS) == 1 and not _name_things(guessed)):
        delivered = [item for item in delivered if item.rank != GUESS]
    if not delivered and not walk.scoped:
        others = (item for item in found if item.role is not Role.DELIVERED)
        return (*others, *_for_want_of_a_list(parts, lexicon))
    surest = min((item.rank for item in delivered), default=SURE)
    priced = [item for item in delivered if item.rank == PRICED]
    if surest == PRICED and _lists(delivered, LOOSE) > 1 and all(item.span in walk.priced for item in priced):
        surest = LOOSE  # the table of prices retells what several lists have told
    # What the price includes does not replace the features told before it.
    aside = surest == SURE and all(item.span in walk.priced for item in delivered if item.rank == SURE)
    sure = next((item.span.start for item in delivered if item.rank == surest), 0)
    kept = {
        item.span
        for item in delivered
        if item.rank == surest or (aside and item.rank == LOOSE and item.span.start < sure)
    }
    return tuple(item for item in found if item.role is not Role.DELIVERED or item.span in kept)


def _for_want_of_a_list(parts: tuple[Part, ...], lexicon: Lexicon) -> tuple[Found, ...]:
    """What sentences tell of the work, else the only list that may be it."""
    return tuple(told_anywhere(parts, lexicon)) or tuple(only_list(parts, lexicon))


def _lists(items: list[Found], rank: int) -> int:
    """How many lists the items of a rank stand in."""
    return len({item.parents for item in items if item.rank == rank})


def _name_things(items: list[Found]) -> bool:
    """Whether items are names of things, not sentences: several, all short."""
    texts = [item.text.value for item in items]
    return len(texts) > 2 and all(len(t.split()) <= _LONGEST_THING and ". " not in f"{t} " for t in texts)


class _Walk:
    """One pass over the parts of a document; holds what every step needs to know."""

    def __init__(self, parts: tuple[Part, ...], lexicon: Lexicon) -> None:
        self.parts = parts
        self.roles = roles_of(parts, lexicon)
        self.lexicon = lexicon
        self.headings = Headings(parts, self.roles, lexicon)
        self.weak = weak_ranks(parts, self.roles, lexicon)
        self.work: set[Span] = set()
        self.priced: set[Span] = set()
        self.scoped = any(not _WORK.isdisjoint(part.own) and _holds_list(part.section) for part in parts)
        self.choices = choices(parts, lexicon)
        # Where the work is listed with its prices, other tables of things with prices go on with it.
        self.work_is_priced = any(
            role is Role.DELIVERED and not part.is_within("price") and self._is_priced_table(block)
            for part, role in zip(parts, self.roles, strict=True)
            for block in part.section.blocks
        )

    def part(self, at: int) -> Iterator[Found]:
        """What a part states, packages to choose from marked as such."""
        for item in self._part(at):
            chosen = at in self.choices and item.role is Role.OPTIONAL
            if self.parts[at].is_within("price", "payment", "support"):
                self.priced.add(item.span)
            yield item._replace(rank=CHOICE) if chosen else item

    def _part(self, at: int) -> Iterator[Found]:
        part, role = self.parts[at], self.roles[at]
        if self.headings.are_items(at):
            yield from self._heading(part, role, headings_above(self.parts, part.parent))
            return
        titles = headings_above(self.parts, at)
        weak = self.weak[at]
        kind = part.kind
        before: Block | None = None
        for block, after in pairwise((*part.section.blocks, None)):
            if block is None or heads_list(block, after):
                continue
            lead = lead_of(before, role, kind, self.lexicon) if isinstance(block, _LISTS) else None
            if lead is not None:
                yield from self._led(block, lead, titles)
            elif weak is not None and self._may_tell_work(block, weak):
                yield from self._weak(block, weak, titles)
            elif isinstance(block, ItemList) and role in (Role.OTHER, Role.UNKNOWN):
                yield from self._left_out(block, titles)
            elif isinstance(block, Paragraph) and role is not Role.EXCLUDED and kind in _TELLS_LIMITS:
                yield from said_in_passing(block.text, titles, self.lexicon)
            else:
                # "Itemised quotation", then "Services": what the work costs, not what it is.
                costs = "price" in part.above and role is Role.DELIVERED and self._tells_costs(block)
                for item in self.block(block, role, kind, titles):
                    yield item._replace(rank=max(item.rank, PRICED)) if costs else item
            if part.section.mark == "run-in" and part.parent is not None:
                # What follows the paragraph of a run-in line belongs to the section around it.
                role, kind = self.roles[part.parent], self.parts[part.parent].kind
            before = block
        if self.roles[at] is Role.DELIVERED and part.kind in _WORK and not holds_lists(part.section):
            yield from told_in_paragraphs(part, titles, self.lexicon)

    def _heading(self, part: Part, role: Role, titles: tuple[str, ...]) -> Iterator[Found]:
        text = said(part.section.title) if part.section.title else None
        if text is not None:
            role = own_role(f"{text.value}:", role, self.lexicon)
            yield Found(role, text, part.section.span, titles, SURE, has_items=True)

    def _is_priced_table(self, block: Block) -> bool:
        """Whether a table names things with their prices."""
        return isinstance(block, Table) and columns_of(block, self.lexicon).first("amount") is not None

    def _tells_costs(self, block: Block) -> bool:
        """Whether a table names things with their prices, or half of a list's items sums, not in brackets."""
        if not isinstance(block, ItemList):
            return self._is_priced_table(block)
        lines = (without_brackets(item.text.plain) for item in block.items)
        priced = sum(bool(find_money(line, self.lexicon)) for line in lines)
        return priced > 1 and 2 * priced >= len(block.items)

    def _may_tell_work(self, block: Block, weak: int) -> bool:
        """Whether a list, or a table of tasks, may tell the work where its heading does not say so."""
        if isinstance(block, Table):
            return weak != GUESS and columns_of(block, self.lexicon).first("deliverable", "item") is not None
        return isinstance(block, ItemList)

    def _weak(self, block: Block, rank: int, titles: tuple[str, ...]) -> Iterator[Found]:
        if rank in (LOOSE, GUESS) and isinstance(block, ItemList) and names_work(block, self.lexicon):
            rank = LOOSE
            self.work.add(block.span)
        if self._is_priced_table(block):
            rank = SURE if self.work_is_priced else min(rank, PRICED)
        for item in self.block(block, Role.DELIVERED, None, titles):
            if item.role is Role.DELIVERED:
                yield item._replace(rank=rank)
            elif item.role is not Role.EXCLUDED or says_left_out(item.text.value, self.lexicon):
                yield item  # "No coding needed" praises the work

    def _led(self, block: Block, lead: Lead, titles: tuple[str, ...]) -> Iterator[Found]:
        for item in self.block(block, lead.role, None, titles):
            yield item._replace(rank=max(item.rank, lead.rank))

    def block(self, block: Block, role: Role, kind: str | None, titles: tuple[str, ...]) -> Iterator[Found]:
        if isinstance(block, ItemList) and role not in (Role.OTHER, Role.UNKNOWN):
            yield from self.items(block, role, titles)
        elif isinstance(block, Table):
            yield from table_items(block, role, kind, titles, self.lexicon)
        elif isinstance(block, Paragraph) and role is Role.EXCLUDED:
            for text in said_parts(block.text):
                yield Found(role, text, text.span, titles)

    def _left_out(self, block: ItemList, titles: tuple[str, ...]) -> Iterator[Found]:
        """What the items of any other list say is not included."""
        for item in self.items(block, Role.DELIVERED, titles):
            if item.role is Role.EXCLUDED and says_left_out(item.text.value, self.lexicon):
                yield item

    def items(self, block: ItemList, role: Role, titles: tuple[str, ...]) -> Iterator[Found]:
        boxed = any(item.ticked is not None for item in block.items)
        for item in block.items:
            yield from self.item(item, role, titles, names_list=boxed and item.ticked is None)

    def item(
        self, item: Item, role: Role, titles: tuple[str, ...], *, names_list: bool = False
    ) -> Iterator[Found]:
        """An item and those below it; among task boxes one without names the list below it."""
        if item.marker[:1] in CROSSES and role is Role.DELIVERED:
            role = Role.EXCLUDED
        text = said(item.text)
        below = [block for block in item.blocks if isinstance(block, _LISTS)]
        kind = None
        if text is not None:
            # A line in capitals names a list; a word in capitals may be a thing, as SEO is.
            names = below or is_in_capitals(text.value)
            kinds = label_kinds(text.value, self.lexicon) if names else ()
            if is_label(text.value, bool(below), self.lexicon) or (names_list and below):
                role = self._role_below(text.value, kinds, role)
                kind = kinds[0] if kinds else None
            elif below and text.value.endswith(":") and self._leaves_out(text.value, role):
                role, kind = Role.EXCLUDED, "exclusions"
            elif text.value.endswith(":") and not below:
                return  # it only leads to what stands after the list, as in "(2) The work consists of:"
            elif kinds and is_in_capitals(text.value):
                return
            else:
                role = own_role(text.value, role, self.lexicon)
                yield Found(role, text, item.span, titles, self._rank(text.value), has_items=bool(below))
            titles = (*titles, text.value)
        for block in below:
            yield from self.block(block, role, kind, titles)

    def _leaves_out(self, plain: str, role: Role) -> bool:
        """Whether the last sentence of an item says that what is listed below it is left out."""
        return own_role(plain.split(". ")[-1], role, self.lexicon) is Role.EXCLUDED

    def _role_below(self, label: str, kinds: tuple[str, ...], role: Role) -> Role:
        """The role of the list that an item only names."""
        if "item.remark" in self.lexicon.matcher("items").groups_in(label):
            return Role.OTHER
        return role_of_kinds(kinds) if kinds else role

    def _rank(self, text: str) -> int:
        """A list of phases tells when the work is done, not what is handed over."""
        groups = self.lexicon.matcher("items").groups_in(opening(text))
        return PHASE if "item.phase" in groups else SURE


def _holds_list(section: Section) -> bool:
    return any(isinstance(block, ItemList) for block in section.blocks)
