"""Packages side by side of which the client takes one: the work, where a document lists no other."""

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.alternative import Alternatives
from scopelint.reading.prose.item import CHOICE, Found, own_role
from scopelint.reading.prose.role import Role
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.title import is_record


def choices(parts: tuple[Part, ...], lexicon: Lexicon) -> frozenset[int]:
    """The packages to choose from that are options, none in a form for changes."""
    several = frozenset(at for at in Alternatives(parts, lexicon).several if parts[at].kind == "options")
    return frozenset() if several and is_record(parts, lexicon) else several


def taken(found: list[Found], lexicon: Lexicon) -> tuple[Found, ...]:
    """All items, those of packages to choose from as the work; what they cost is none."""
    return tuple(
        item._replace(role=own_role(item.text.value, Role.DELIVERED, lexicon))
        if item.rank == CHOICE
        else item
        for item in found
    )
