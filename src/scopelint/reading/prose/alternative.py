"""Packages side by side, of which the client takes one: "Option A", "Option B"."""

from collections import Counter

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.title import says
from scopelint.reading.value import find_money
from scopelint.syntax.outline import ItemList

_OTHER_MATTERS = frozenset({"payment", "milestones", "deposit", "support", "change-process"})
_OF_OFFERS = frozenset({"options", "price"})


class Alternatives:
    """The packages of a document.

    ``several`` are those side by side; ``taken`` those that are the work: the recommended ones, else all of
    a choice that is announced as one, since the client may take any. ``left`` are those beside a recommended
    one, and below a price, which is that of one, all but the first.
    """

    def __init__(self, parts: tuple[Part, ...], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        named = [at for at in range(len(parts)) if self._is_package(parts, at)]
        beside = Counter(parts[at].parent for at in named)
        self.several = frozenset(at for at in named if beside[parts[at].parent] > 1)
        sold = _sold(parts, sorted(self.several))
        priced = {at for at in sold if self._is_priced(parts, at)}
        recommended = {at for at in sold if says(parts[at], "title.recommended", self._lexicon)}
        first = sorted(priced | recommended, key=lambda at: (at in recommended, -at))
        meant = {parts[at].parent: at for at in first}
        self.left = frozenset(at for at in sold if meant.get(parts[at].parent, at) != at) - recommended
        announced = set(sold) - priced - self.left
        self.taken = frozenset(recommended | announced)

    def _is_package(self, parts: tuple[Part, ...], at: int) -> bool:
        """Whether a heading names a package, or stands below one that says so of all: "Plans"."""
        part = parts[at]
        if says(part, "title.alternative", self._lexicon):
            return True
        above = parts[part.parent] if part.parent is not None else None
        return (
            above is not None
            and _OF_OFFERS.issuperset(part.own)
            and part.section.mark not in ("run-in", "label")
            and not says(part, "title.optional", self._lexicon)
            and (says(above, "title.packages", self._lexicon) or self._is_sold_at_a_price(part, above))
        )

    def _is_sold_at_a_price(self, part: Part, above: Part) -> bool:
        """Whether a heading below the price names a thing with its price, and a list what it holds."""
        title = part.section.title
        if title is None or above.own[:1] != ("price",) or not find_money(title.plain, self._lexicon):
            return False
        lists = [block for block in part.section.blocks if isinstance(block, ItemList)]
        lines = [item.text.plain for block in lists for item in block.items]
        priced = sum("%" in line or bool(find_money(line, self._lexicon)) for line in lines)
        return len(lines) > 1 and not priced

    def _is_priced(self, parts: tuple[Part, ...], at: int) -> bool:
        """Whether a package stands below the price, which is that of one, and below no choice of prices."""
        parent = parts[at].parent
        above = parts[parent] if parent is not None else None
        if not says(parts[at], "title.alternative", self._lexicon):
            return False
        return (
            above is not None
            and above.own[:1] == ("price",)
            and not says(above, "title.packages", self._lexicon)
        )


def _sold(parts: tuple[Part, ...], places: list[int]) -> list[int]:
    """The packages of work, none of ways to pay or plans of upkeep.

    Most beside one tell: of several packages one may well be of "Gifts and payments".
    """
    beside = Counter(parts[at].parent for at in places)
    of_work = Counter(parts[at].parent for at in places if _OTHER_MATTERS.isdisjoint(parts[at].own))
    return [at for at in places if _sells_work(parts, parts[at].parent) and _most(of_work, beside, parts[at])]


def _sells_work(parts: tuple[Part, ...], above: int | None) -> bool:
    return above is None or _OTHER_MATTERS.isdisjoint(parts[above].kinds)


def _most(some: Counter[int | None], every: Counter[int | None], part: Part) -> bool:
    """Whether more than half of what stands beside a part counts."""
    return 2 * some[part.parent] > every[part.parent]
