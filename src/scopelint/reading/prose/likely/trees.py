"""Sums of small decision trees, evaluated with bits.

A trait that goes right at a split rules out the leaves on its left; the leftmost leaf that is left is where a
tree ends. So one number with a byte for each tree says all, and the splits of a trait that is absent cost
nothing. The method is QuickScorer (Lucchese and others, SIGIR 2015). Leaves are whole numbers: a sum is the
same on every machine.
"""

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any, NamedTuple

MOST_LEAVES = 8


class _Splits(NamedTuple):
    """Where a trait goes right: after how many thresholds, which leaves are left."""

    thresholds: list[float]
    left: list[int]


class Trees:
    """Trees from ``data``: ``base``, and for each of ``trees`` its splits and its leaves.

    A split is ``[trait, threshold, first, count]``: a greater value rules out ``count`` leaves from the
    ``first`` on. Values are not negative, and a trait that is absent counts as 0.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._base: int = data["base"]
        self._size = len(data["trees"])
        self._leaves = [_by_byte(leaves) for _, leaves in data["trees"]]
        self.every_leaf = (1 << MOST_LEAVES * self._size) - 1
        self._splits = _splits(data["trees"], self.every_leaf)

    @property
    def traits(self) -> frozenset[str]:
        """The traits that any split asks for."""
        return frozenset(self._splits)

    def left(self, traits: Mapping[str, float]) -> int:
        """The leaves that some traits do not rule out; what several leave is found with ``&``."""
        left = self.every_leaf
        for trait, value in traits.items():
            splits = self._splits.get(trait)
            if splits is not None:
                left &= splits.left[bisect_left(splits.thresholds, value)]
        return left

    def total(self, left: int) -> int:
        """The sum of the trees, in ten thousandths of the logarithm of the odds."""
        ends = left.to_bytes(self._size, "little")
        return self._base + sum([leaves[end] for leaves, end in zip(self._leaves, ends, strict=True)])


def _by_byte(leaves: list[int]) -> list[int]:
    """The value of a tree by the leaves that are left of it."""
    lowest = [(byte & -byte).bit_length() - 1 for byte in range(1 << MOST_LEAVES)]
    return [leaves[at] if 0 <= at < len(leaves) else 0 for at in lowest]


def _splits(trees: list[Any], every_leaf: int) -> dict[str, _Splits]:
    """The splits of all trees by their traits; each threshold's leaves include those of lower ones."""
    found: dict[str, list[tuple[float, int]]] = {}
    for at, (splits, _) in enumerate(trees):
        for trait, threshold, first, count in splits:
            out = ((1 << count) - 1) << (MOST_LEAVES * at + first)
            found.setdefault(trait, []).append((threshold, every_leaf & ~out))
    return {trait: _accumulated(sorted(splits), every_leaf) for trait, splits in found.items()}


def _accumulated(splits: list[tuple[float, int]], every_leaf: int) -> _Splits:
    left = [every_leaf]
    for _, mask in splits:
        left.append(left[-1] & mask)
    return _Splits([threshold for threshold, _ in splits], left)
