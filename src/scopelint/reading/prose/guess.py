"""The list that must be the work, where nothing else in a document tells any."""

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.item import GUESS, Found, own_role, said
from scopelint.reading.prose.role import Role
from scopelint.reading.prose.section import Part, without_brackets
from scopelint.reading.prose.title import is_for_client, is_record, says
from scopelint.reading.value import find_money
from scopelint.syntax.outline import ItemList, Paragraph, Text

_FEWEST_ITEMS, _FEWEST_LINES, _FEWEST_WORDS = 3, 2, 3
_CLOSING = " :.,;–—-"
_ASIDE = ("terms", "legal", "process", "instructions", "examples", "team", "background", "options")
_NO_WORK = ("aims", "aside", "remark", "present", "changes")


def only_list(parts: tuple[Part, ...], lexicon: Lexicon) -> list[Found]:
    """The items of the first list under no heading of a term that states neither facts nor sums.

    Where there is none, the lines of the first paragraph in which each line says what a thing costs.
    """
    if is_record(parts, lexicon) or any(is_for_client(part, lexicon) for part in parts if part.is_title):
        return []
    blocks = [
        block
        for part in parts
        if part.kind is None and not part.is_within(*_ASIDE) and not _stands_aside(part, lexicon)
        for block in part.section.blocks
    ]
    listed = (_things(block, lexicon) for block in blocks if isinstance(block, ItemList))
    priced = (_priced_lines(block.text, lexicon) for block in blocks if isinstance(block, Paragraph))
    return next(filter(None, (*listed, *priced)), [])


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


def _priced_lines(text: Text, lexicon: Lexicon) -> list[Found]:
    """What the lines of a paragraph name that all end in a sum, the total left out."""
    found = []
    for line in text.lines():
        money = find_money(line.plain, lexicon)
        if not money or without_brackets(line.plain[money[-1].end :]).strip(_CLOSING):
            return []
        named = said(line.part(0, len(line.plain[: money[-1].start].rstrip(_CLOSING))))
        if named is not None and len(named.value.split()) >= _FEWEST_WORDS:
            found.append(Found(Role.DELIVERED, named, named.span, (), GUESS))
    return found if len(found) >= _FEWEST_LINES else []
