"""The list that must be the work, where nothing else in a document tells any."""

from collections.abc import Iterator

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.item import GUESS, Found, own_role, said
from scopelint.reading.prose.role import Role
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.title import is_for_client, is_record, says
from scopelint.reading.value import find_money
from scopelint.syntax.outline import ItemList

_FEWEST_ITEMS = 3
_ASIDE = ("terms", "legal", "process", "instructions", "examples", "team", "background", "options")
_NO_WORK = ("aims", "aside", "remark", "present", "changes")


def only_list(parts: tuple[Part, ...], lexicon: Lexicon) -> Iterator[Found]:
    """The items of the first list under no heading of a term that states neither facts nor sums."""
    if is_record(parts, lexicon) or any(is_for_client(part, lexicon) for part in parts if part.is_title):
        return
    for part in parts:
        if part.kind is not None or part.is_within(*_ASIDE) or _stands_aside(part, lexicon):
            continue
        for block in part.section.blocks:
            if isinstance(block, ItemList) and (found := _things(block, lexicon)):
                yield from found
                return


def _stands_aside(part: Part, lexicon: Lexicon) -> bool:
    """Whether a heading says that what is below it is no work: "Roles", "What exists", "Goals"."""
    return any(says(part, f"title.{group}", lexicon) for group in _NO_WORK)


def _things(block: ItemList, lexicon: Lexicon) -> list[Found]:
    """The items of a list that may be things to do, none when most say something else."""
    found = []
    for item in block.items:
        text = said(item.text)
        if text is None or item.text.links or "%" in text.value or find_money(text.value, lexicon):
            continue
        if own_role(text.value, Role.DELIVERED, lexicon) is Role.DELIVERED:
            found.append(Found(Role.DELIVERED, text, item.span, (), GUESS, has_items=bool(item.blocks)))
    enough = len(found) >= _FEWEST_ITEMS and 3 * len(found) >= 2 * len(block.items)
    return found if enough else []
