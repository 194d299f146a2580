"""Headings that are themselves deliverables: named there, and described below."""

from collections import Counter
from collections.abc import Set

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.deliverable_prose import promises
from scopelint.reading.prose.deliverable_table import is_attributes
from scopelint.reading.prose.item import own_role
from scopelint.reading.prose.role import NAMES_OF_PARTS, Role
from scopelint.reading.prose.section import Part
from scopelint.reading.value import find_money
from scopelint.syntax.outline import Block, ItemList, Paragraph, Section, Table

_LONGEST_NAME = 4
_LEADS = frozenset({"lead.shall", "lead.work"})


def holds_lists(section: Section) -> bool:
    """Whether a section lists something, in sections below it too."""
    return bool(section.sections) or any(isinstance(block, ItemList | Table) for block in section.blocks)


def _name(part: Part) -> str:
    return part.section.title.plain.casefold() if part.section.title is not None else ""


class Headings:
    """The headings of a document, with what their sections make of them."""

    def __init__(self, parts: tuple[Part, ...], roles: tuple[Role, ...], lexicon: Lexicon) -> None:
        self.parts = parts
        self.roles = roles
        self.lexicon = lexicon
        self._below = Counter(part.parent for part in parts)
        self._told = Counter(part.parent for part in parts if not holds_lists(part.section))
        self._named = Counter(_name(part) for part in parts if part.section.mark == "run-in")

    def are_items(self, at: int) -> bool:
        """Whether a heading is itself an item: described below it, with no list of its own."""
        part = self.parts[at]
        if part.parent is None or part.section.sections or self._leads(part):
            return False
        if part.section.mark == "numbered" and not part.section.blocks:
            # "2.1. Hosting": a line of an enumeration, nothing below it
            return self.roles[at] in (Role.DELIVERED, Role.EXCLUDED) and self._lists(part.parent)
        if self.roles[at] is not Role.DELIVERED:
            return False
        above = self.parts[part.parent]
        if self.roles[part.parent] is not Role.DELIVERED or self._is_priced(part):
            return False
        if above.is_title:
            return self._is_clause(part)
        blocks = part.section.blocks
        facts = [block for block in blocks if not isinstance(block, Paragraph)]
        if facts and all(self._tells_facts(block) for block in facts):
            return not part.own or part.own[0] in NAMES_OF_PARTS or part.section.mark == "run-in"
        named = part.own and not ("deliverables" in above.own and self._may_name_work(part))
        if named or not all(isinstance(block, Paragraph) for block in blocks):
            return False
        if part.section.mark == "run-in":
            return self._named[_name(part)] == 1  # "Purpose" of each page is a fact of it
        return bool(blocks) and "deliverables" in above.own and self._are_described(part.parent)

    def _are_described(self, at: int) -> bool:
        """Whether the headings below a heading are described in sentences, hardly one by a list."""
        return 4 * self._told[at] >= 3 * self._below[at]

    def _leads(self, part: Part) -> bool:
        """Whether a heading only leads to the list below it: "1.2 The contractor shall:"."""
        title = part.section.title
        return title is not None and not _LEADS.isdisjoint(self._groups(title.plain))

    def _groups(self, plain: str) -> Set[str]:
        return self.lexicon.matcher("items").groups_in(plain)

    def _lists(self, at: int) -> bool:
        """Whether a heading says that what is below it is the work, or left out of it."""
        return not {"deliverables", "scope", "exclusions"}.isdisjoint(self.parts[at].own)

    def _is_clause(self, part: Part) -> bool:
        """Whether a numbered clause of a document that is all scope promises work: "1.2 Training. …"."""
        first = part.section.blocks[0] if part.section.blocks else None
        numbered = part.section.mark == "run-in" and part.section.number is not None and not part.own
        return numbered and isinstance(first, Paragraph) and promises(first.text.plain, self.lexicon)

    @staticmethod
    def _may_name_work(part: Part) -> bool:
        """Whether a heading among deliverables names one by a word of another kind: "Final project brief"."""
        title = part.section.title
        long = title is not None and len(title.plain.split()) >= _LONGEST_NAME - 1
        return long and part.own[0] in NAMES_OF_PARTS

    def _tells_facts(self, block: Block) -> bool:
        """Whether a table or list describes what its heading names, instead of listing things."""
        if isinstance(block, Table):
            return is_attributes(block, self.lexicon)
        return isinstance(block, ItemList) and all(
            own_role(item.text.plain, Role.DELIVERED, self.lexicon) is Role.OTHER for item in block.items
        )

    def _is_priced(self, part: Part) -> bool:
        """Whether a run-in line states a sum: "Subtotal: $900"."""
        lines = (block.text.plain for block in part.section.blocks[:1] if isinstance(block, Paragraph))
        return part.section.mark == "run-in" and any(find_money(line, self.lexicon) for line in lines)
