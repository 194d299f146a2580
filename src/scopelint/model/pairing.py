"""Which items of two lists are the same one: by id, else by meaning."""

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from scopelint.text import Spanned

T = TypeVar("T")

# Below this two texts are two things; a rival this close to the best makes the choice uncertain.
THRESHOLD = 0.6
MARGIN = 0.1
_SHORTEST_CONTAINED = 6


class Pair(NamedTuple, Generic[T]):
    """An item and what became of it; ``rivals`` are items that might as well be what it became."""

    before: T
    after: T
    rivals: tuple[T, ...] = ()


class Pairing(NamedTuple, Generic[T]):
    """Two lists compared, each part in the order of its list."""

    pairs: tuple[Pair[T], ...]
    removed: tuple[T, ...]
    added: tuple[T, ...]


class _Item(NamedTuple, Generic[T]):
    """An item with what it is recognised by; ``order`` is its place in its list."""

    order: int
    item: T
    id: str | None
    text: str | None
    bigrams: frozenset[str]


def paired(
    before: Iterable[T],
    after: Iterable[T],
    id: Callable[[T], Spanned[str] | None],
    text: Callable[[T], Spanned[str] | None],
) -> Pairing[T]:
    """Pair the items of two lists.

    Equal ids pair first, then equal texts, then the most alike; two items with different ids are only
    the same when their texts are equal.
    """
    left = [_item(order, item, id(item), text(item)) for order, item in enumerate(before)]
    right = [_item(order, item, id(item), text(item)) for order, item in enumerate(after)]
    pairs: list[tuple[_Item[T], _Item[T], tuple[T, ...]]] = []
    _pair_equal(left, right, pairs, lambda each: each.id)
    _pair_equal(left, right, pairs, lambda each: each.text)
    _pair_alike(left, right, pairs)
    pairs.sort(key=lambda pair: pair[1].order)
    return Pairing(
        tuple(Pair(one.item, other.item, rivals) for one, other, rivals in pairs),
        tuple(each.item for each in left),
        tuple(each.item for each in right),
    )


def plain(text: str) -> str:
    """A text without what does not change its meaning: case, spacing, punctuation at its end."""
    return " ".join(text.split()).casefold().rstrip(" .;,:")


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How alike two texts are, 0 to 1, by the pairs of characters they share.

    A text that was only extended counts as much alike: an item with a few words added is the usual
    form of a quiet addition.
    """
    if not one or not other:
        return 0.0
    shared = len(one & other)
    alike = 2 * shared / (len(one) + len(other))
    shorter = min(len(one), len(other))
    return max(alike, 0.8 * shared / shorter) if shorter >= _SHORTEST_CONTAINED else alike


def bigrams(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text, for any script."""
    flat = plain(text)
    return frozenset(flat[at : at + 2] for at in range(len(flat) - 1)) or frozenset((flat,) if flat else ())


def _item(order: int, item: T, id: Spanned[str] | None, text: Spanned[str] | None) -> _Item[T]:
    words = text.value if text else ""
    return _Item(
        order, item, id.value.casefold() if id else None, plain(words) if text else None, bigrams(words)
    )


def _pair_equal(
    left: list[_Item[T]],
    right: list[_Item[T]],
    pairs: list[tuple[_Item[T], _Item[T], tuple[T, ...]]],
    key: Callable[[_Item[T]], str | None],
) -> None:
    waiting: dict[str, list[_Item[T]]] = {}
    for other in right:
        if (name := key(other)) is not None:
            waiting.setdefault(name, []).append(other)
    for one in left[:]:
        name = key(one)
        if name is not None and waiting.get(name):
            other = waiting[name].pop(0)
            left.remove(one)
            right.remove(other)
            pairs.append((one, other, ()))


def _pair_alike(
    left: list[_Item[T]], right: list[_Item[T]], pairs: list[tuple[_Item[T], _Item[T], tuple[T, ...]]]
) -> None:
    scores = [
        (score, one, other)
        for one in left
        for other in right
        if not (one.id and other.id) and (score := likeness(one.bigrams, other.bigrams)) >= THRESHOLD
    ]
    scores.sort(key=lambda each: (-each[0], each[1].order, each[2].order))
    for score, one, other in scores:
        if one in left and other in right:
            rivals = tuple(
                rival.item
                for rival_score, same, rival in scores
                if same is one and rival is not other and rival in right and rival_score > score - MARGIN
            )
            left.remove(one)
            right.remove(other)
            pairs.append((one, other, rivals))
