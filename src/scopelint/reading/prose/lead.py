"""What the sentence before a list says of it: "The price includes:", "From you I need:"."""

from typing import NamedTuple

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.item import PRICED, PROSE, SURE
from scopelint.reading.prose.role import Role, role_of_kinds
from scopelint.reading.prose.section import heading_kinds
from scopelint.reading.prose.sentence import sentence_ranges
from scopelint.syntax.outline import Block, ItemList, Paragraph

_TURNS = {
    "client-duties": Role.OTHER,
    "options": Role.OPTIONAL,
    "assumptions": Role.ASSUMED,
}
_LONGEST_NAME = 6
_MAY_TELL_WORK = frozenset({None, "background", "price", "parties", "notes"})


class Lead(NamedTuple):
    """What a list is by the words before it, and how sure the place is for what is delivered."""

    role: Role
    rank: int = SURE


def lead_of(before: Block | None, role: Role, kind: str | None, lexicon: Lexicon) -> Lead | None:
    """What the block before a list says of it; None when it leaves that to the section.

    ``role`` and ``kind`` are those of the section: a list of duties in it is no work, a list of work in
    the terms is none either.
    """
    words = _last_sentence(before, lexicon)
    if role in (Role.EXCLUDED, Role.OPTIONAL, Role.ASSUMED):
        return None
    if not words.endswith(":"):
        alone = isinstance(before, Paragraph) and before.text.plain.strip() == words
        kinds = heading_kinds(words, lexicon) if alone and _names_a_list(words) else ()
        if kinds or not words[-1:].isalnum():
            return Lead(role_of_kinds(kinds)) if kinds else None
    groups = lexicon.matcher("items").groups_in(words)
    kinds = heading_kinds(words, lexicon)
    if groups & {"item.refused", "item.excluded"} or kinds[:1] == ("exclusions",):
        # "Confidential information does not include:" leaves nothing out of the work, nor "not liable for:".
        return Lead(Role.OTHER if kind == "legal" else Role.EXCLUDED)
    if groups & {"lead.owed", "lead.choose", "title.remark"}:
        return Lead(Role.OTHER)
    for turn in kinds[:1]:
        if turn in _TURNS:
            return Lead(_TURNS[turn])
    if kinds[:1] == ("background",):
        return None  # "The goals of the project include:"
    if kind not in _MAY_TELL_WORK or role is Role.DELIVERED:
        return None
    if "lead.work" in groups:
        return Lead(Role.DELIVERED, PRICED if kind == "price" else SURE)
    # "I will:" may lead to work as well as to manners.
    return Lead(Role.DELIVERED, PROSE) if "lead.shall" in groups else None


def _names_a_list(words: str) -> bool:
    """Whether a line reads as a heading without a mark: short, and no sentence ends in it."""
    short = len(words.split()) <= _LONGEST_NAME and ":" not in words
    return short and words[:1].isupper() and words[-1].isalnum()


def _last_sentence(block: Block | None, lexicon: Lexicon) -> str:
    if not isinstance(block, Paragraph):
        return ""
    plain = block.text.plain
    ranges = list(sentence_ranges(plain, lexicon))
    return plain[slice(*ranges[-1])].rstrip("*_ ") if ranges else ""


def heads_list(block: Block, after: Block | None) -> bool:
    """Whether a list is one line in bold, as "✅ **Booking**", which heads the list after it."""
    if not isinstance(block, ItemList) or not isinstance(after, ItemList):
        return False
    if len(block.items) != 1 or block.items[0].blocks:
        return False
    text = block.items[0].text
    return text.bold[:1] == ((0, len(text.plain.rstrip())),)
