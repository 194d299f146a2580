"""What each section of a document is about."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scopelint.reading.lexicon import Lexicon, load_lexicon, split_words
from scopelint.reading.value import find_money
from scopelint.syntax.outline import ItemList, Outline, Paragraph, Section

KINDS = (
    "instructions",
    "exclusions",
    "client-duties",
    "options",
    "assumptions",
    "revisions",
    "change-log",
    "change-process",
    "termination",
    "signatures",
    "deposit",
    "milestones",
    "payment",
    "price",
    "acceptance",
    "approvals",
    "timeline",
    "communication",
    "support",
    "legal",
    "terms",
    "parties",
    "examples",
    "team",
    "background",
    "notes",
    "process",
    "deliverables",
    "scope",
)
"""The kinds of sections, those that count first where a heading is of several."""

_LONGEST_HEADING = 14
_LONGEST_ENGLISH = 3
_BRACKETS = re.compile(r"\([^()]*\)")
_NUMBER = re.compile(r"\A\W{0,3}\d{1,2}[.)]?\s+(?=[^\W\d])")
_TURNS = frozenset({"exclusions", "options", "client-duties", "assumptions"})
_PAID = frozenset({"milestones", "payment"})
_TERMS = frozenset(
    {"payment", "price", "milestones", "deposit", "timeline", "termination", "change-process",
     "communication", "acceptance", "revisions"}
)  # fmt: skip
_OF_WORK = {"deliverables", "scope"}
_OF_FEATURES = {"exclusions", "options", "deliverables", "scope"}
"""The kinds a heading may be of that names something to build."""


class Part(NamedTuple):
    """A section with its kinds.

    ``own`` are the kinds its heading names; ``kinds`` those or, where it names none, its parent's.
    ``above`` are those of all sections it stands in. ``is_title`` marks the heading that names the
    document. ``parent`` is an index into the parts.
    """

    section: Section
    own: tuple[str, ...]
    kinds: tuple[str, ...]
    parent: int | None
    is_title: bool = False
    above: tuple[str, ...] = ()

    @property
    def kind(self) -> str | None:
        """The kind that counts most, None when nothing tells."""
        return self.kinds[0] if self.kinds else None

    def is_of(self, *kinds: str) -> bool:
        """Whether the section is of one of the kinds."""
        here = self.kinds
        for kind in kinds:  # noqa: SIM110 - asked for every sentence; a generator costs three times as much
            if kind in here:
                return True
        return False

    def is_within(self, *kinds: str) -> bool:
        """Whether the section or one it stands in is of one of the kinds."""
        here, above = self.kinds, self.above
        for kind in kinds:  # noqa: SIM110 - asked for every sentence
            if kind in here or kind in above:
                return True
        return False


def headings_above(parts: Sequence[Part], at: int | None) -> tuple[str, ...]:
    """The headings that an item of a part stands below, from the outermost: names of the author's own."""
    titles: list[str] = []
    while at is not None:
        part = parts[at]
        if part.section.title is not None and not part.is_title and not part.own:
            titles.append(part.section.title.plain.strip())
        at = part.parent
    return tuple(reversed(titles))


def heading_kinds(title: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The kinds a heading names, in order of weight; none for a sentence set in bold.

    What stands in brackets behind it counts where the rest says nothing, or where it turns the list: "Bonus
    (one month)", "Launch support (optional)". A heading that says nothing in the document's language may be
    an English one: "Timeline".
    """
    bare = _NUMBER.sub("", without_brackets(title), count=1)
    if bare != title and (kinds := _kinds(bare, lexicon)):
        asides = frozenset(_kinds(title, lexicon)) & _TURNS
        return tuple(kind for kind in KINDS if kind in asides.union(kinds))
    return _kinds(title, lexicon) or (() if lexicon.language == "en" else _english(title))


def without_brackets(plain: str) -> str:
    """A text less what it adds in brackets: "Training (two hours)"."""
    return _BRACKETS.sub(" ", plain) if "(" in plain else plain


def _english(title: str) -> tuple[str, ...]:
    """The kinds that a short heading names in English from its first word on."""
    words = split_words(title)
    if len(words) > _LONGEST_ENGLISH:
        return ()
    hits = load_lexicon("en").matcher("headings").find(words)
    begun = {hit.group for hit in hits if hit.first == 0}
    return tuple(kind for kind in KINDS if kind in begun)


def _kinds(title: str, lexicon: Lexicon) -> tuple[str, ...]:
    words = split_words(title)
    if not len(words) or len(words) > _LONGEST_HEADING:
        return ()
    found = lexicon.matcher("headings").groups(words)
    if "feature" in found:
        found &= _OF_FEATURES
    if "seen" in found:
        found -= {"deliverables"}  # "What we found"
    if "document" in found:
        found -= _OF_WORK  # "Design services agreement" names the document
    if "boundary" in found or "liability" in found:
        found -= {"exclusions"}  # "What is not a revision" leaves nothing out of the price
    return tuple(kind for kind in KINDS if kind in found)


def read_parts(outline: Outline, lexicon: Lexicon) -> tuple[Part, ...]:
    """All sections in document order, the root first, with their kinds."""
    title = _title(outline.root, lexicon)
    parts: list[Part] = []
    for section, parent in _walk(outline.root, None, parts):
        above = parts[parent] if parent is not None else None
        is_title = section is title
        own = heading_kinds(section.title.plain, lexicon) if section.title and not is_title else ()
        if own[:1] == ("options",) and _are_ways_to_pay(own, above):
            own = own[1:]
        if own[:1] == ("options",) and "change-process" in own and _tells_how(section, lexicon):
            own = own[1:]
        if own[:2] == ("change-process", "deliverables") and not _tells_how(section, lexicon):
            own = own[1:]  # "New features", with a list of them
        if own[:1] == ("exclusions",) and above is not None and _is_of_secrets(above, lexicon):
            own = own[1:]
        inherited = above.kinds if above is not None and not above.is_title else ()
        outer = _outer(section, own, above) if above is not None else ()
        parts.append(Part(section, own, own or inherited, parent, is_title, outer))
    return tuple(parts)


def _tells_how(section: Section, lexicon: Lexicon) -> bool:
    """Whether a section about extras says how they are agreed, instead of offering some at a price."""
    told = [block for block in section.blocks if isinstance(block, Paragraph)]
    return len(told) == len(section.blocks) > 0 and not any(find_money(b.text.plain, lexicon) for b in told)


def _is_of_secrets(part: Part, lexicon: Lexicon) -> bool:
    """Whether a clause is about secrets or liability: what is excluded below it is none of the work."""
    title = part.section.title
    if title is None or part.own[:1] != ("legal",):
        return False
    return "secrecy" in lexicon.matcher("headings").groups_in(title.plain)


def _outer(section: Section, own: tuple[str, ...], above: Part) -> tuple[str, ...]:
    """The kinds a section stands in; a term that runs in after a bold "Not included" stands beside it."""
    outer = (*above.above, *above.own)
    run_in = section.mark in ("run-in", "label") and above.section.mark == "bold"
    if run_in and not _TERMS.isdisjoint(own):
        return tuple(kind for kind in outer if kind != "exclusions")
    return outer


def _are_ways_to_pay(own: tuple[str, ...], above: Part | None) -> bool:
    """Whether options are ways to pay, which do state how: "Payment options", then "Option A: in one sum"."""
    return not _PAID.isdisjoint(own) or (above is not None and above.is_of(*_PAID))


def _walk(section: Section, parent: int | None, parts: list[Part]) -> Iterator[tuple[Section, int | None]]:
    yield section, parent
    here = len(parts) - 1
    for below in section.sections:
        yield from _walk(below, here, parts)


def _title(root: Section, lexicon: Lexicon) -> Section | None:
    """The heading that names the document: the first, when above the others or alone on its level."""
    if not root.sections:
        return None
    first = root.sections[0]
    if first.mark in ("run-in", "label") or _names_a_list(first, lexicon):
        return None
    level = min(section.level for section in root.walk() if section is not root)
    peers = [section for section in root.sections if section.level == first.level]
    if first.level == level and (
        len(peers) == 1 or (first.sections and first.level == 1 and len(peers) <= 3)
    ):
        return first
    if (
        len(first.sections) == 0
        and len(peers) > 1
        and first.level < 2
        and (first.mark in ("atx", "setext", "bold") or _is_plain_title(first, lexicon))
    ):
        return first
    return None


def _names_a_list(section: Section, lexicon: Lexicon) -> bool:
    """Whether a bold line says what the list below it is, as in a letter: "**You get:**"."""
    if section.mark != "bold" or section.title is None or not section.blocks:
        return False
    listed = isinstance(section.blocks[0], ItemList)
    return listed and heading_kinds(section.title.plain, lexicon)[:1] == ("deliverables",)


def _is_plain_title(section: Section, lexicon: Lexicon) -> bool:
    """Whether a line in capitals above all others names the document: no number, and no clause."""
    if section.mark != "caps" or section.number is not None or section.title is None:
        return False
    title = section.title.plain
    return not heading_kinds(title, lexicon) or "document" in lexicon.matcher("headings").groups_in(title)
