"""All items that a document in prose states: the one door to the modules beside."""

from bisect import bisect_left
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
from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.deliverable import found_items
from scopelint.reading.prose.item import Found, is_optional
from scopelint.reading.prose.likely import with_likely
from scopelint.reading.prose.milestone import read_milestones
from scopelint.reading.prose.placeholder import read_placeholders
from scopelint.reading.prose.price import read_prices
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.role import Role
from scopelint.reading.prose.template import read_template
from scopelint.text import Span


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
    found = with_likely(found_items(parts, lexicon), parts, reading.outline.source, lexicon)
    milestones = read_milestones(parts, lexicon)
    placeholders = read_placeholders(parts, lexicon)
    prices = read_prices(reading, milestones)
    # A step of a payment plan that a client may choose is a way to pay, nothing sold beside the work.
    paid = sorted(one.span.start for one in milestones if one.amount is not None or one.share is not None)
    return Items(
        tuple(_deliverable(item) for item in found if item.role is Role.DELIVERED),
        tuple(Exclusion(item.span, item.text) for item in found if item.role is Role.EXCLUDED),
        tuple(Assumption(item.span, item.text) for item in found if item.role is Role.ASSUMED),
        tuple(
            Option(item.span, item.text)
            for item in found
            if _is_option(item, lexicon) and not _holds(item.span, paid)
        ),
        milestones,
        prices,
        placeholders,
        read_template(reading, placeholders, prices),
    )


def _holds(span: Span, places: list[int]) -> bool:
    """Whether one of the places, in order, lies in a span."""
    at = bisect_left(places, span.start)
    return at < len(places) and places[at] < span.end


def _is_option(item: Found, lexicon: Lexicon) -> bool:
    """Whether an item may be left out; one that says so in a list of the work is a deliverable as well."""
    return item.role is Role.OPTIONAL or (
        item.role is Role.DELIVERED and is_optional(item.text.value, lexicon)
    )


def _deliverable(item: Found) -> Deliverable:
    return Deliverable(item.span, item.text, parents=item.parents, has_items=item.has_items)
