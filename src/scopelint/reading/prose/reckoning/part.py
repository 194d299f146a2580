"""Priced things whose priced parts, listed right below, come to another sum."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.prose.amount import Amount
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import UNBINDING
from scopelint.syntax.outline import Block, ItemList, Paragraph, Text
from scopelint.text import Span, Spanned

_NOT_ADDED = ("payment", "milestones", "change-log", "exclusions", "background", *UNBINDING[:2])
_OPEN = frozenset({"price.deposit", "price.recurring", "price.rate", "price.penalty", "price.market",
                   "price.extra", "price.range", "price.choice", "price.discount", "price.total",
                   "price.subtotal", "price.tax", "instalment.conditional"})  # fmt: skip
_FEWEST = 2
_ROUNDING = Decimal(1)


def read_parts_of_prices(reading: Reading) -> Iterator[Statement]:
    """Each price that its parts exceed, or that they fall short of where all of them are priced."""
    held = _Held(reading)
    for part in reading.parts:
        if part.is_within(*_NOT_ADDED):
            continue
        blocks = part.section.blocks
        lists = [block for block in blocks if isinstance(block, ItemList)]
        if part.section.title is not None and len(lists) == 1:
            yield from held.wrong(part.section.title, lists[0])
        yield from _in_blocks(blocks, held)


def _in_blocks(blocks: Sequence[Block], held: "_Held") -> Iterator[Statement]:
    lead: Text | None = None
    for block in blocks:
        if isinstance(block, ItemList):
            if lead is not None:
                yield from held.wrong(lead, block)
            for item in block.items:
                lists = [inner for inner in item.blocks if isinstance(inner, ItemList)]
                if len(lists) == 1:
                    yield from held.wrong(item.text, lists[0])
                yield from _in_blocks(item.blocks, held)
        lead = block.text if isinstance(block, Paragraph) and "\n" not in block.text.plain else None


class _Held:
    """The amounts of a document by where they begin."""

    def __init__(self, reading: Reading) -> None:
        self._matcher = reading.lexicon.matcher("items")
        self._source = reading.outline.source.text
        self._reading = reading

    def wrong(self, whole: Text, parts: ItemList) -> Iterator[Statement]:
        """What to say of the price in a text that is not the sum of those in the list below it."""
        price = self._only(whole.span())
        if price is None:
            return
        terms: list[Decimal] = []
        for item in parts.items:
            place = item.text.span()
            one = self._only(place)
            if one is not None:
                terms.append(one.match.money.amount)
            elif self._reading.amounts_in(place):
                return
        stated, found = price.match.money.amount, sum(terms, Decimal(0))
        is_whole = len(terms) == len(parts.items) or found > stated
        if len(terms) < _FEWEST or not is_whole or max(terms) >= stated or abs(found - stated) <= _ROUNDING:
            return
        money = price.match.money._replace(amount=found)
        shown = self._source[price.span.start : price.span.end]
        yield Statement("parts", str(money), Spanned(shown, price.span), None, Confidence.MEDIUM)

    def _only(self, span: Span) -> Amount | None:
        """The one plain price in a range, None where there is none or it is open."""
        found = self._reading.amounts_in(span)
        if len(found) != 1:
            return None
        one = found[0]
        plain = one.match.is_exact and one.match.period is None
        before = self._source[max(0, one.span.start - 2) : one.span.start]
        said = self._matcher.groups_in(self._source[span.start : span.end])
        return one if plain and "+" not in before and said.isdisjoint(_OPEN) else None
