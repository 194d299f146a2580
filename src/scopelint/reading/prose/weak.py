"""Lists under headings that say nothing of what they hold: how much such a place may tell the work."""

from collections import Counter

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.item import GUESS, LOOSE, PHASE, PRICED, PROSE, SURE, opening
from scopelint.reading.prose.role import Role
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.title import says
from scopelint.reading.value import find_money
from scopelint.syntax.outline import ItemList, Table

_HOLDS_PHASES = frozenset({"timeline", "milestones", "process"})
_WORK = frozenset({"deliverables", "scope"})
_DIVIDES = frozenset({"item.phase", "title.division"})
_PARTS = frozenset({"title.part", "title.effort"})
_LONGEST_PIECE = 20


def weak_ranks(parts: tuple[Part, ...], roles: tuple[Role, ...], lexicon: Lexicon) -> tuple[int | None, ...]:
    """The weak rank of every part; what stands beside or below parts of a product is another one."""
    own = [_weak_rank(parts, part, role, lexicon) for part, role in zip(parts, roles, strict=True)]
    loose = Counter(part.parent for part, rank in zip(parts, own, strict=True) if rank == LOOSE)
    guessed = Counter(part.parent for part, rank in zip(parts, own, strict=True) if rank == GUESS)
    for at, part in enumerate(parts):
        if own[at] == GUESS:
            below = part.parent is not None and own[part.parent] == LOOSE
            own[at] = LOOSE if below or loose[part.parent] >= guessed[part.parent] else GUESS
    _settle_phases(parts, own, _lists_work(parts, roles), lexicon)
    _continue_lists(parts, roles, own)
    return tuple(own)


def _lists_work(parts: tuple[Part, ...], roles: tuple[Role, ...]) -> bool:
    """Whether a section that is called the work, in no timeline or process itself, lists it."""
    return any(
        role is Role.DELIVERED
        and not _WORK.isdisjoint(part.kinds)
        and not part.is_within(*_HOLDS_PHASES)
        and any(isinstance(block, ItemList | Table) for block in part.section.blocks)
        for part, role in zip(parts, roles, strict=True)
    )


def _settle_phases(
    parts: tuple[Part, ...], ranks: list[int | None], is_listed: bool, lexicon: Lexicon
) -> None:
    """Phases side by side list what is done in them when they are named so, or a third of it names work.

    What says what to pay in each is none of it. Where the work ``is_listed`` elsewhere, weeks without prices
    only tell when.
    """
    phases: dict[int | None, list[int]] = {}
    for at, part in enumerate(parts):
        if ranks[at] == PHASE:
            phases.setdefault(part.parent, []).append(at)
    for above, places in phases.items():
        lists = [b for at in places for b in parts[at].section.blocks if isinstance(b, ItemList)]
        items = [item.text.plain for block in lists for item in block.items]
        named = all(_divides(parts[at], lexicon) for at in places)
        # How we work together, week by week, is told in the same shape.
        talk = above is not None and parts[above].kind == "process"
        working = 3 * sum(_naming_work(block, lexicon) for block in lists) >= len(items)
        done = named and (working or not talk) if talk or is_listed else (named or working)
        if is_listed and all(_tells_when(parts[at], lexicon) for at in places):
            continue
        if done and 2 * sum(bool(find_money(plain, lexicon)) for plain in items) < len(items):
            for at in places:
                ranks[at] = SURE


def _tells_when(part: Part, lexicon: Lexicon) -> bool:
    """Whether a heading is a week of a timeline; one with its price is a part of the work."""
    return says(part, "item.calendar", lexicon) and not _is_priced(part, lexicon)


def _is_priced(part: Part, lexicon: Lexicon) -> bool:
    return part.section.title is not None and bool(find_money(part.section.title.plain, lexicon))


def _divides(part: Part, lexicon: Lexicon) -> bool:
    return any(says(part, group, lexicon) for group in _DIVIDES)


def _continue_lists(parts: tuple[Part, ...], roles: tuple[Role, ...], ranks: list[int | None]) -> None:
    """Parts of a product that follow a section of deliverables beside it go on with its list."""
    running: dict[int | None, bool] = {}
    for at, part in enumerate(parts):
        goes_on = running.get(part.parent, False) and ranks[at] == LOOSE
        if goes_on:
            ranks[at] = SURE
        running[part.parent] = goes_on or (
            roles[at] is Role.DELIVERED and not _WORK.isdisjoint(part.own) and part.section.mark != "label"
        )


def _weak_rank(parts: tuple[Part, ...], part: Part, role: Role, lexicon: Lexicon) -> int | None:
    """How much the lists of a section of no kind of its own may tell the work, None when not at all.

    It may divide a timeline, or name a part of a website, a house or a film.
    """
    title = part.section.title
    if part.is_title or part.parent is None:
        return _below_the_title(part, lexicon)
    if part.own or title is None:
        return None
    if role is Role.OTHER and not _HOLDS_PHASES.isdisjoint(parts[part.parent].kinds):
        return PHASE
    if role is not Role.UNKNOWN:
        return None
    groups = lexicon.matcher("items").groups_in(title.plain)
    if groups & _DIVIDES:
        return PHASE
    if part.section.mark == "label" and groups & {"lead.work", "lead.shall"}:
        return SURE if "lead.work" in groups else PROSE
    return LOOSE if groups & _PARTS or _is_priced(part, lexicon) else GUESS


def _below_the_title(part: Part, lexicon: Lexicon) -> int | None:
    """What lists right below the title of a document may tell: an order of things with their prices."""
    lists = [block for block in part.section.blocks if isinstance(block, ItemList)]
    lines = [item.text.plain for block in lists for item in block.items]
    priced = sum(bool(find_money(line, lexicon)) and "%" not in line for line in lines)
    if len(lines) > 1 and priced == len(lines):
        return PRICED
    return LOOSE if lists and all(names_work(block, lexicon) for block in lists) else None


def names_work(block: ItemList, lexicon: Lexicon) -> bool:
    """Whether most items of a list name something made or done: a page, a form, testing."""
    named = _naming_work(block, lexicon)
    return named > 1 and 2 * named >= len(block.items)


def _naming_work(block: ItemList, lexicon: Lexicon) -> int:
    """How many items of a list name work; long ones explain something."""
    matcher = lexicon.matcher("items")
    return sum(
        "item.work" in matcher.groups_in(opening(item.text.plain))
        for item in block.items
        if len(item.text.plain.split()) <= _LONGEST_PIECE
    )
