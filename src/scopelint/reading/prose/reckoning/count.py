"""Numbers of things announced right above a list that holds another number of them."""

import re
from collections.abc import Iterator

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.lexicon import Lexicon, load_world
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.sentence import Sentence, counts
from scopelint.syntax.outline import ItemList
from scopelint.text import Spanned

_COUNTED = re.compile(r"\W{0,4}(\w{1,9}) [^\W\d_][^:\d,\n]{1,30}:\W{0,4}\s([^()\d:\n]{10,400})\Z")
"""A number of things and, after a colon, their names to the end of the line."""
_FEWEST, _NEAR, _LONGEST_NAME = 4, 2, 4
"""Names so many more or fewer than announced tell what the things are like, not which they are."""


def read_counts(reading: Reading) -> Iterator[Statement]:
    """A number of things announced right above a list that holds another number of them."""
    for sentence in reading.sentences:
        if ":" in sentence.plain and counts(sentence, ("change-log",)) and not _is_open(sentence):
            yield from _named_in_line(sentence, reading.lexicon)
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


def _is_open(sentence: Sentence) -> bool:
    return any(group.startswith("open-list") for group in sentence.hits)


def _named_in_line(sentence: Sentence, lexicon: Lexicon) -> Iterator[Statement]:
    """Things counted and named in one line: "5 pages: Home, About, Team, Contact"."""
    match = _COUNTED.match(sentence.text.plain, sentence.start, sentence.end)
    number = lexicon.number(match[1].lower()) if match else None
    if match is None or number is None:
        return
    names = [name.strip(" .") for name in match[2].split(",")]
    joined = sum(_names_several(name) for name in names)
    if not all(name[:1].isupper() and len(name.split()) <= _LONGEST_NAME for name in names):
        return
    if (
        len(names) >= _FEWEST
        and not len(names) <= number <= len(names) + joined
        and abs(len(names) - number) <= _NEAR
    ):
        shown = Spanned(sentence.plain, sentence.span)
        yield Statement("count", str(len(names)), shown, None, Confidence.MEDIUM)


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
