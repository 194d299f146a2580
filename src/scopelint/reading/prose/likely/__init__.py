"""Which lines are likely deliverables: what some two hundred contracts, read by people, taught.

Rules find the work where headings and words name it. Where they say nothing, all that is seen of a line is
weighed together: what kind of section it stands in, what leads to it, how its neighbours look.
``deliverables.json`` holds the weights; ``training/deliverables.py`` makes them.
"""

import json
import os
from collections.abc import Iterator, Sequence
from functools import cache

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.item import Found, own_role
from scopelint.reading.prose.likely.candidate import Candidate, candidates
from scopelint.reading.prose.likely.trait import traits_of_line, traits_of_list, traits_of_parts
from scopelint.reading.prose.likely.trees import Trees
from scopelint.reading.prose.role import Role, roles_of
from scopelint.reading.prose.section import Part, headings_above
from scopelint.reading.prose.weak import weak_ranks
from scopelint.text import SourceFile

ENOUGH = -3_000
"""Odds of three to four: on contracts never seen before, this finds the most and is as often right."""

FEWEST_WORDS, MOST_WORDS = 120, 12_000
"""A shorter text is no page of a contract, a longer one a book; those that taught were neither."""

MOST_FOUND = 12
"""Where rules find more, the work is told, and what is likely is mostly something beside it."""


def with_likely(
    found: Sequence[Found], parts: tuple[Part, ...], source: SourceFile, lexicon: Lexicon
) -> tuple[Found, ...]:
    """What rules found, and the likely deliverables among the lines they did not place; in written order."""
    delivered = sum(item.role is Role.DELIVERED for item in found)
    if delivered > MOST_FOUND or not FEWEST_WORDS <= len(source.text.split()) <= MOST_WORDS:
        return tuple(found)
    placed = {_line(item, source) for item in found if item.role is not Role.OTHER}
    added: dict[int, Found] = {}
    for candidate, odds in weighed(parts, lexicon):
        line = _line(candidate, source)
        if odds > ENOUGH and line not in placed and line not in added and _may_be_work(candidate, lexicon):
            titles = headings_above(parts, candidate.part)
            added[line] = Found(
                Role.DELIVERED, candidate.text, candidate.span, titles, has_items=candidate.has_items
            )
    return tuple(sorted([*found, *added.values()], key=lambda item: item.span.start))


def weighed(parts: tuple[Part, ...], lexicon: Lexicon) -> Iterator[tuple[Candidate, int]]:
    """Every line that may be a deliverable, with the odds that it is: 0 is even, 10,000 is e to one."""
    roles = roles_of(parts, lexicon)
    of_parts = traits_of_parts(parts, roles, weak_ranks(parts, roles, lexicon), lexicon)
    trees = load_trees()
    left_by_parts = [trees.left(traits) for traits in of_parts]
    around, left_by_list = None, trees.every_leaf
    for candidate in candidates(parts, roles, lexicon):
        if candidate.around is not around:
            around = candidate.around
            left_by_list = trees.left(traits_of_list(around, lexicon))
        left_by_line = trees.left(traits_of_line(candidate, lexicon))
        yield candidate, trees.total(left_by_parts[candidate.part] & left_by_list & left_by_line)


def _may_be_work(candidate: Candidate, lexicon: Lexicon) -> bool:
    own = own_role(candidate.text.value, Role.DELIVERED, lexicon)
    return own is Role.DELIVERED and not candidate.sums_up


@cache
def load_trees() -> Trees:
    """The weights that come with scopelint."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "deliverables.json")
    with open(path, encoding="utf-8") as file:
        return Trees(json.load(file))


def _line(item: Found | Candidate, source: SourceFile) -> int:
    return source.position(item.span.start).line
