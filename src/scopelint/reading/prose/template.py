"""Whether a document is a template: its name or title says so, or the share of its lines with slots."""

from bisect import bisect_right

from scopelint.diagnostics import Confidence
from scopelint.model import Placeholder, Price, Template
from scopelint.reading.prose.reading import Reading
from scopelint.syntax.outline import Paragraph
from scopelint.text import SourceFile

_UNFINISHED = "FIXME"
"""Marks what is still to be written in a contract of one's own, such as a stub: no template's slot."""
_FEW = 3
_SEVERAL = 5
_NO_PRICE = 4
"""So many slots, that of the price among them, make a template of any length."""
_SIGNS = tuple("$€£₹₦₵")
_BESIDE = 8
_SHARES = ((5, 0.12), (8, 0.06), (16, 0.035))
"""So many slots and this share of the lines with words make a template that does not call itself one."""


def read_template(
    reading: Reading, found: tuple[Placeholder, ...], prices: tuple[Price, ...]
) -> Template | None:
    """The template a document is, None when it is filled in.

    One with a price for the work and a client is meant for somebody, unless it says what it is.
    """
    found = tuple(one for one in found if one.text.value != _UNFINISHED)
    slots = len(found)
    if slots < _FEW:
        return None
    full = _is_full(reading.outline.source, found) or (
        slots >= _NO_PRICE and (_leaves_price_open(reading, found) or _leaves_work_open(reading, found))
    )
    meant = any(price.kind == "one-time" for price in prices) and not _leaves_client_open(reading, found)
    if _calls_itself_one(reading) or (full and not meant and _is_spread(reading, found)):
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
