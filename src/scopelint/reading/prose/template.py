"""Whether a document is a template: its name or title says so, or the share of its lines with slots."""

from bisect import bisect_right
from collections.abc import Iterator

from scopelint.diagnostics import Confidence
from scopelint.model import Placeholder, Price, Template
from scopelint.reading.lexicon import fold
from scopelint.reading.prose.mark import marks
from scopelint.reading.prose.reading import Reading
from scopelint.syntax.outline import Paragraph, Text
from scopelint.text import SourceFile

_UNFINISHED = "FIXME"
"""Marks what is still to be written in a contract of one's own, such as a stub: no template's slot."""
_FEW = 3
_SEVERAL = 5
_NO_PRICE = 4
"""So many slots, that of the price among them, make a template of any length."""
_SIGNS = tuple("$€£₹₦₵")
_BESIDE = 8
_LONGEST_LABEL = 30
_FEWEST_WORDS, _MOST_WORDS = 2, 5
"""What the name of a client is made of."""
_SHARES = ((5, 0.12), (8, 0.06), (16, 0.035))
"""So many slots and this share of the lines with words make a template that does not call itself one."""


def read_template(
    reading: Reading, found: tuple[Placeholder, ...], prices: tuple[Price, ...]
) -> Template | None:
    """The template a document is, None when it is filled in.

    One that names its client, or has a price for the work and no slot for a client, is meant for somebody,
    unless it says what it is.
    """
    found = tuple(one for one in found if one.text.value != _UNFINISHED)
    slots = len(found)
    if slots < _FEW:
        return None
    full = _is_full(reading.outline.source, found) or (
        slots >= _NO_PRICE and (_leaves_price_open(reading, found) or _leaves_work_open(reading, found))
    )
    meant = any(price.kind == "one-time" for price in prices) and not _leaves_client_open(reading, found)
    if _calls_itself_one(reading):
        return Template(slots, reading.title)
    if full and not meant and _is_spread(reading, found) and not _names_its_client(reading):
        return Template(slots, reading.title)
    return None


def _leaves_price_open(reading: Reading, found: tuple[Placeholder, ...]) -> bool:
    """Whether a slot stands for money where the price is stated: no offer to a client leaves that out."""
    starts = [part.section.span.start for part in reading.parts]
    text = reading.outline.source.text
    for one in found:
        part = reading.parts[bisect_right(starts, one.text.span.start) - 1]
        if part.is_of("price", "payment", "milestones") and _is_money(text, one, reading):
            return True
    return False


def _leaves_work_open(reading: Reading, found: tuple[Placeholder, ...]) -> bool:
    """Whether a slot stands for all that a section of the work says: "[Description of services]"."""
    slots = {one.text.value for one in found}
    for part in reading.parts:
        if part.own[:1] in (("deliverables",), ("scope",)):
            for block in part.section.blocks:
                if isinstance(block, Paragraph) and block.text.plain.strip() in slots:
                    return True
    return False


def _is_money(text: str, slot: Placeholder, reading: Reading) -> bool:
    start = slot.text.span.start
    before = text[max(0, start - _BESIDE) : start].rstrip(" *_")[-1:]
    return before in _SIGNS or "amount" in reading.lexicon.matcher("columns").groups_in(_words(slot))


def _leaves_client_open(reading: Reading, found: tuple[Placeholder, ...]) -> bool:
    matcher = reading.lexicon.matcher("items")
    return any("slot.client" in matcher.groups_in(_words(one)) for one in found)


def _names_its_client(reading: Reading) -> bool:
    """Whether the value beside a label for the client is a name: "**Client:** Ann Lee"."""
    matcher = reading.lexicon.matcher("items")
    return any(
        "slot.client" in matcher.groups_in(label.plain) and _is_name(value, reading)
        for label, value in _labelled(reading)
    )


def _labelled(reading: Reading) -> Iterator[tuple[Text, Text]]:
    """Labels with the value beside them, each on a line of its own."""
    for part in reading.parts:
        section = part.section
        first = section.blocks[0] if section.blocks else None
        if section.mark == "run-in" and section.title is not None and isinstance(first, Paragraph):
            yield section.title, next(first.text.lines())
        for block in section.blocks:
            if isinstance(block, Paragraph):
                for line in block.text.lines():
                    at = line.plain.find(":", 0, _LONGEST_LABEL)
                    if at > 0:
                        yield line.part(0, at), line.part(at + 1)


def _is_name(value: Text, reading: Reading) -> bool:
    """Whether a value is two words or more in capitals, none of them a slot or a dummy."""
    words = value.plain.split(",")[0].split()
    named = _FEWEST_WORDS <= len(words) <= _MOST_WORDS and words[0][:1].isupper() and words[-1][:1].isupper()
    if not named or any(marks(value, reading.lexicon)):
        return False
    return reading.lexicon.words["dummy"].isdisjoint(map(fold, words))


def _words(slot: Placeholder) -> str:
    return slot.text.value.strip("[]{}<>%$() ").replace("_", " ")


def _is_spread(reading: Reading, found: tuple[Placeholder, ...]) -> bool:
    """Whether slots stand in more than one of several sections; a log may end with a form to fill in."""
    starts = [part.section.span.start for part in reading.parts if part.section.title is not None]
    filled = {bisect_right(starts, one.text.span.start) for one in found}
    return len(filled) > 1 or len(starts) < _SEVERAL


def _calls_itself_one(reading: Reading) -> bool:
    matcher = reading.lexicon.matcher("items")
    name = reading.outline.source.path.rsplit("/", 1)[-1].replace("_", " ")
    titles = [p.section.title.plain for p in reading.parts if p.is_title and p.section.title is not None]
    return any("title.template" in matcher.groups_in(words) for words in (name, *titles))


def _is_full(source: SourceFile, found: tuple[Placeholder, ...]) -> bool:
    lines = {source.position(one.text.span.start).line for one in found if one.confidence > Confidence.LOW}
    written = sum(1 for line in source.text.split("\n") if any(char.isalnum() for char in line))
    share = len(lines) / max(1, written)
    return any(len(lines) >= least and share >= part for least, part in _SHARES)
