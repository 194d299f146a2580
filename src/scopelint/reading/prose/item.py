"""What one list item, table row or bold line says of itself, whatever section it stands in."""

import re
from itertools import pairwise
from typing import NamedTuple

from scopelint.reading.lexicon import Lexicon, split_words
from scopelint.reading.prose.role import Role
from scopelint.reading.prose.section import heading_kinds, without_brackets
from scopelint.syntax.outline import Text
from scopelint.text import Span, Spanned

CROSSES = frozenset("❌✗✘✖❎×")
"""Signs that say no before an item or in a cell."""
_LEAD_ENDS = (":", " — ", " – ", " - ")
_BRACKETS = re.compile(r"\([^()]*\)")
_NO_ITEM = frozenset({"item.owed", "item.remark", "instalment.share", "slot.instructive"})
_REFERENCES = re.compile(r"(?:#\d++[\s,;&+–-]*+)++")
"""Nothing but numbers of other items: "#2, #6"."""
_LONGEST_LEAD = 60
_LONGEST_NOTE = 30
_LONGEST_LABEL = 5
_LONGEST_KIND = 2
_TURNS = frozenset({"exclusions", "options", "client-duties", "assumptions"})
_LONGEST_MEMBER = 12
_LONGEST_LINE = 24
SURE, PRICED, PHASE, LOOSE, PROSE, GUESS, CHOICE = range(7)
"""How sure a place is: a list of deliverables, priced lines, a phase, a part of a product or a list whose
items name work, a paragraph, lists under headings that say nothing of what they hold; last, packages of which
the client takes one: they are options, and the work only where nothing else is."""


class Found(NamedTuple):
    """An item with its role; ``rank`` tells how sure its place is, a weak one counts for want of a better."""

    role: Role
    text: Spanned[str]
    span: Span
    parents: tuple[str, ...] = ()
    rank: int = 0
    has_items: bool = False


def said(text: Text) -> Spanned[str] | None:
    """The words of a run of text on one line, None when it has none."""
    plain = text.plain
    start = len(plain) - len(plain.lstrip())
    end = len(plain.rstrip(" \t\n;,"))
    if start >= end:
        return None
    return Spanned(" ".join(plain[start:end].split()), text.span(start, end))


def said_parts(text: Text) -> list[Spanned[str]]:
    """The members of an enumeration: lines of their own, or parts of a sentence; else the whole text."""
    if lines := said_lines(text):
        return lines
    plain = text.plain
    found = []
    for start, end in _members(plain):
        words = plain[start:end].strip()
        if words and not words.endswith(":"):
            start += len(plain[start:end]) - len(plain[start:end].lstrip())
            found.append(Spanned(" ".join(words.split()), text.span(start, start + len(words))))
    return found


def said_lines(text: Text) -> list[Spanned[str]]:
    """The lines of a list without bullets, none of a paragraph that is merely wrapped."""
    lines = [words for line in text.lines() if (words := said(line)) is not None]
    if len(lines) < 2 or not all(_opens_item(line.value) for line in lines):
        return []
    return [line for line in lines if not line.value.endswith(":")]


def _opens_item(line: str) -> bool:
    """Whether a line reads as an item: short, with a capital or slot first, and no sentence going on."""
    first = line[0].isupper() or line[0] in "[0123456789"
    return first and len(line.split()) <= _LONGEST_LINE and not line.endswith((",", ";", "."))


def _members(plain: str) -> list[tuple[int, int]]:
    """Ranges between commas and semicolons outside brackets; the whole when a member is a sentence."""
    cuts, depth = [-1], 0
    for at, char in enumerate(plain):
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(0, depth - 1)
        elif char in ",;" and not depth and not plain[at + 1 : at + 2].isdigit():
            cuts.append(at)  # "74,000 words" is one
    cuts.append(len(plain))
    ranges = [(a + 1, b) for a, b in pairwise(cuts)]
    longest = max(len(plain[a:b].split()) for a, b in ranges)
    return ranges if len(ranges) > 2 and longest <= _LONGEST_MEMBER else [(0, len(plain))]


def lead_in(plain: str) -> str:
    """The words before the first colon or dash ("Timeline: two weeks"), empty when there are none."""
    places = [at for mark in _LEAD_ENDS if 0 < (at := plain.find(mark)) <= _LONGEST_LEAD]
    return plain[: min(places)] if places else ""


def own_role(plain: str, role: Role, lexicon: Lexicon) -> Role:
    """The role of an item in a section of ``role``: its own words may say it is left out or optional."""
    if role is not Role.DELIVERED:
        return role
    matcher = lexicon.matcher("items")
    groups = matcher.groups_in(opening(plain))
    aside = _said_in_brackets(plain, lexicon)
    negative = groups & {"item.negative", "item.remark"} == {"item.negative"} and not _is_joined(plain)
    if negative or (groups | aside) & {"item.excluded", "item.refused"}:
        return Role.EXCLUDED
    if "item.extra" in groups | aside:
        return Role.OPTIONAL
    if (groups & _NO_ITEM and "item.able" not in groups) or is_open_question(plain):
        return Role.OTHER
    return Role.OTHER if _is_fact(plain, lexicon) else role


def is_optional(plain: str, lexicon: Lexicon) -> bool:
    """Whether an item among the work says that it may be left out; it counts as one all the same."""
    groups = lexicon.matcher("items").groups_in(opening(plain))
    return "item.optional" in groups | _said_in_brackets(plain, lexicon) or "(optional" in plain.lower()


def _said_in_brackets(plain: str, lexicon: Lexicon) -> frozenset[str]:
    """What a note in brackets begins by saying: "Translation (not included)", not "(maps not included)"."""
    if "(" not in plain:
        return frozenset()
    matcher = lexicon.matcher("items")
    notes = (match[0] for match in _BRACKETS.finditer(plain) if len(match[0]) <= _LONGEST_NOTE)
    found = (hit for note in notes for hit in matcher.find(split_words(note)))
    return frozenset(hit.group for hit in found if hit.first == 0)


def _is_joined(plain: str) -> bool:
    """Whether the first word goes on after a hyphen: "No-code editor" leaves nothing out."""
    first = plain.split(maxsplit=1)[0]
    return "-" in first[1:-1]


def _is_fact(plain: str, lexicon: Lexicon) -> bool:
    """Whether a line states a fact of the work: "Timeline: two weeks", "Done: #2, #6".

    "Contact - address, map" is a page.
    """
    lead = lead_in(plain)
    rest = plain[len(lead) :]
    if lead and "#" in rest and _REFERENCES.fullmatch(rest.strip(" :–—-")):
        return True
    if not lead or "item.attribute" not in lexicon.matcher("items").groups_in(lead):
        return False
    return rest.startswith(":") or any(char.isdigit() for char in rest)


def is_open_question(plain: str) -> bool:
    """Whether a line is a question of one word that its author left to himself ("Link?")."""
    return plain.endswith("?") and len(plain.split()) == 1


def says_left_out(plain: str, lexicon: Lexicon) -> bool:
    """Whether a text says in so many words that something is not included."""
    return "item.refused" in lexicon.matcher("items").groups_in(opening(plain))


def opening(plain: str) -> str:
    """The first sentence without what stands in brackets: the rest may speak of other things."""
    end = plain.find(". ")
    first = plain if end < 0 else plain[:end]
    return without_brackets(first)


def is_in_capitals(text: str) -> bool:
    """Whether a line is words in capitals, as heads a list; SEO is a thing, "[FEATURE 1]" a slot for one."""
    return text.isupper() and " " in text.strip(". ") and text[0] not in "[{<"


def label_kinds(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The kinds of the list below an item or line that names it: "Not included", "PAYMENT SCHEDULE."."""
    lead = text.split(". ")[0].rstrip(".: ")
    if len(lead.split()) > _LONGEST_LABEL:
        return ()
    kinds = heading_kinds(lead, lexicon)
    if lead.isupper() and len(lead) > 2:
        return kinds or ("notes",)
    return kinds if kinds[:1] and kinds[0] in _TURNS else ()


def is_label(text: str, has_items: bool, lexicon: Lexicon) -> bool:
    """Whether an item only says what list stands below it: "Features:", "PRICE.", not "Search:"."""
    if not has_items:
        return False
    lead = text.split(". ")[0]
    if text.endswith(":") and len(text.split()) <= _LONGEST_KIND:
        return bool(heading_kinds(text, lexicon))
    return lead.isupper() and len(lead) > 2
