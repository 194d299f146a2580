"""Packages side by side of which the client takes one: the work, where a document lists no other."""

from collections import Counter

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.item import CHOICE, Found, own_role
from scopelint.reading.prose.role import Role, is_record
from scopelint.reading.prose.section import Part


def choices(parts: tuple[Part, ...], lexicon: Lexicon) -> frozenset[int]:
    """The parts that are packages to choose from: "Option A", "Option B"; none in a form for changes."""
    matcher = lexicon.matcher("items")
    named = [
        at
        for at, part in enumerate(parts)
        if part.kind == "options"
        and part.section.title is not None
        and "title.alternative" in matcher.groups_in(part.section.title.plain)
    ]
    beside = Counter(parts[at].parent for at in named)
    several = frozenset(at for at in named if beside[parts[at].parent] > 1)
    return frozenset() if several and is_record(parts, lexicon) else several


def taken(found: list[Found], lexicon: Lexicon) -> tuple[Found, ...]:
    """All items, those of packages to choose from as the work; what they cost is none."""
    return tuple(
        item._replace(role=own_role(item.text.value, Role.DELIVERED, lexicon))
        if item.rank == CHOICE
        else item
        for item in found
    )
