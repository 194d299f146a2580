"""Sums of trees, and the weights that come with scopelint."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from scopelint.reading.lexicon import Lexicon, load_lexicon
from scopelint.reading.prose import likely
from scopelint.reading.prose.likely import load_trees
from scopelint.reading.prose.likely.trees import MOST_LEAVES, Trees
from scopelint.reading.prose.role import Role
from scopelint.reading.prose.section import KINDS

DATA = Path(likely.__file__).with_name("deliverables.json")
SMALL = {
    "base": -5,
    "trees": [
        # words <= 3: (bold <= 0: 1, else 20); else 300
        [[["bold", 0.5, 0, 1], ["words", 3.5, 0, 2]], [1, 20, 300]],
        [[["words", 8.5, 0, 1]], [4000, 50000]],
    ],
}


@pytest.mark.parametrize(
    ("traits", "total"),
    [
        ({}, 4001 - 5),
        ({"words": 3}, 4001 - 5),
        ({"words": 3, "bold": 1}, 4020 - 5),
        ({"words": 4, "bold": 1}, 4300 - 5),
        ({"words": 9}, 50300 - 5),
        ({"words": 9, "unheard of": 1}, 50300 - 5),
    ],
)
def test_a_sum_takes_one_leaf_of_each_tree(traits: Mapping[str, float], total: int) -> None:
    trees = Trees(SMALL)
    assert trees.total(trees.left(traits)) == total


def test_what_several_groups_of_traits_leave_is_found_together() -> None:
    trees = Trees(SMALL)
    apart = trees.left({"words": 3}) & trees.left({"bold": 1})
    assert trees.total(apart) == trees.total(trees.left({"words": 3, "bold": 1}))


def test_every_split_parts_the_leaves_on_its_left_from_those_on_its_right() -> None:
    data: Any = json.loads(DATA.read_text())
    for splits, leaves in data["trees"]:
        assert 1 < len(leaves) <= MOST_LEAVES
        assert len(splits) == len(leaves) - 1
        assert all(
            0 < count < len(leaves) - first and threshold >= 0 for _, threshold, first, count in splits
        )


def test_traits_that_name_a_kind_or_a_group_name_what_is_there() -> None:
    """What gets another name in the lexicon would be asked for in vain."""
    lexicon = load_lexicon("en")
    items, columns = (groups_of(lexicon, domain) for domain in ("items", "columns"))
    known = {
        **dict.fromkeys(("of", "kind", "above", "before", "after", "kind of lead"), frozenset(KINDS)),
        **dict.fromkeys(("title", "title above", "lead", "says"), items),
        **dict.fromkeys(("column", "column first"), columns | {"unnamed"}),
        **dict.fromkeys(("role", "role above"), frozenset(role.value for role in Role)),
    }
    named = [trait.rpartition(" ") for trait in load_trees().traits]
    families = [(name, value) for name, _, value in named if name in known]
    assert len(families) > 20
    assert all(value in known[name] for name, value in families)


def groups_of(lexicon: Lexicon, domain: str) -> set[str]:
    return set(lexicon.matcher(domain)._groups)
