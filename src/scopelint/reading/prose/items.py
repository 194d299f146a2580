"""All items that a document in prose states: the one door to the modules beside."""

from typing import NamedTuple

from scopelint.model import (
    Assumption,
    Deliverable,
    Exclusion,
    Milestone,
    Option,
    Placeholder,
    Price,
    Template,
)
from scopelint.reading.prose.deliverable import found_items
from scopelint.reading.prose.item import Found
from scopelint.reading.prose.milestone import read_milestones
from scopelint.reading.prose.placeholder import read_placeholders
from scopelint.reading.prose.price import read_prices
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.role import Role
from scopelint.reading.prose.template import read_template


class Items(NamedTuple):
    """What a document in prose lists, each in document order."""

    deliverables: tuple[Deliverable, ...]
    exclusions: tuple[Exclusion, ...]
    assumptions: tuple[Assumption, ...]
    options: tuple[Option, ...]
    milestones: tuple[Milestone, ...]
    prices: tuple[Price, ...]
    placeholders: tuple[Placeholder, ...]
    template: Template | None


def read_items(reading: Reading) -> Items:
    """The items of a document."""
    parts, lexicon = reading.parts, reading.lexicon
    found = found_items(parts, lexicon)
    milestones = read_milestones(parts, lexicon)
    placeholders = read_placeholders(parts, lexicon)
    return Items(
        tuple(_deliverable(item) for item in found if item.role is Role.DELIVERED),
        tuple(Exclusion(item.span, item.text) for item in found if item.role is Role.EXCLUDED),
        tuple(Assumption(item.span, item.text) for item in found if item.role is Role.ASSUMED),
        tuple(Option(item.span, item.text) for item in found if item.role is Role.OPTIONAL),
        milestones,
        read_prices(parts, lexicon, milestones),
        placeholders,
        read_template(reading, placeholders),
    )


def _deliverable(item: Found) -> Deliverable:
    return Deliverable(item.span, item.text, parents=item.parents, has_items=item.has_items)
