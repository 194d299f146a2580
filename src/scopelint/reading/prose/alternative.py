"""Packages side by side, of which the client takes one: "Option A", "Option B"."""

from collections import Counter

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.section import Part

_OTHER_MATTERS = frozenset({"payment", "milestones", "deposit", "support", "change-process"})


class Alternatives:
    """The packages of a document.

    ``several`` are those side by side, ``taken`` those that are recommended; ``left`` are those that stand
    below a price and are not meant: all but the recommended, else all but the first.
    """

    def __init__(self, parts: tuple[Part, ...], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        named = [at for at, part in enumerate(parts) if self._says(part, "title.alternative")]
        beside = Counter(parts[at].parent for at in named)
        self.several = frozenset(at for at in named if beside[parts[at].parent] > 1)
        sold = [at for at in named if at in self.several and _is_sold(parts, at)]
        self.taken = frozenset(at for at in sold if self._says(parts[at], "title.recommended"))
        meant = {parts[at].parent: at for at in sorted(sold, key=lambda at: (at in self.taken, -at))}
        self.left = frozenset(at for at in sold if meant[parts[at].parent] != at and _is_priced(parts, at))

    def _says(self, part: Part, group: str) -> bool:
        title = part.section.title
        return title is not None and group in self._lexicon.matcher("items").groups_in(title.plain)


def _is_priced(parts: tuple[Part, ...], at: int) -> bool:
    above = parts[at].parent
    return above is not None and parts[above].is_of("price")


def _is_sold(parts: tuple[Part, ...], at: int) -> bool:
    """Whether a package is one of work, not a way to pay or a plan of upkeep."""
    above = parts[at].parent
    around = parts[above].kinds if above is not None else ()
    return _OTHER_MATTERS.isdisjoint((*parts[at].own, *around))
