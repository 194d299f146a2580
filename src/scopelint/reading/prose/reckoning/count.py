"""Numbers of things announced right above a list that holds another number of them."""

from collections.abc import Iterator

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.lexicon import load_world
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.sentence import counts
from scopelint.syntax.outline import ItemList
from scopelint.text import Spanned


def read_counts(reading: Reading) -> Iterator[Statement]:
    """A number of things announced right above a list that holds another number of them."""
    below: dict[int, ItemList | None] = {}
    for sentence in reading.saying("term.counted"):
        if not counts(sentence, ("change-log", "process")):
            continue
        hit = sentence.hits["term.counted"][0]
        words = sentence.words.words[hit.first : hit.last + 1]
        numbers = [number for word in words if (number := reading.lexicon.number(word)) is not None]
        if id(sentence.part) not in below:
            below[id(sentence.part)] = _list_below(sentence.part)
        listed = below[id(sentence.part)]
        if len(numbers) == 1 and listed is not None and not _may_hold(listed, numbers[0]):
            shown = Spanned(sentence.hit_text(hit), sentence.hit_span(hit))
            yield Statement("count", str(len(listed.items)), shown, None, Confidence.MEDIUM)


def _list_below(part: Part) -> ItemList | None:
    """The only list of a section, or of the one label below it."""
    lists = [block for block in part.section.blocks if isinstance(block, ItemList)]
    if not lists and part.section.sections and part.section.sections[0].mark == "label":
        lists = [block for block in part.section.sections[0].blocks if isinstance(block, ItemList)]
    return lists[0] if len(lists) == 1 else None


def _may_hold(listed: ItemList, number: int) -> bool:
    """Whether a list may be that of so many things: its items may group them or tell more about them."""
    if len(listed.items) == number or len(listed.items) < 2 or not listed.ordered:
        return True
    return len(listed.items) < number and any(_names_several(item.text.plain) for item in listed.items)


def _names_several(plain: str) -> bool:
    """Whether an item names more than one thing: "About, team and contact", "Terms/privacy"."""
    return any(sign in plain for sign in ",/&+") or not load_world().ranges.isdisjoint(plain.split())
