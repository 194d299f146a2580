"""Totals of hours, days or weeks that are not what the list or column they stand below adds up to."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scopelint.diagnostics import Confidence
from scopelint.model import Duration, Statement
from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.column import is_summary
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import UNBINDING, Sentence
from scopelint.reading.value import find_durations
from scopelint.syntax.outline import Cell, ItemList, Table, Text
from scopelint.text import Span, Spanned

_ELSEWHERE = ("change-log", "background", *UNBINDING)
_FEWEST, _FEWEST_IN_TABLE = 3, 2
_NEAR = 3
"""As many sentences after a list its total may stand."""
_OPTIONAL = frozenset({"instalment.conditional", "price.extra", "price.choice", "title.optional"})
_DIGIT = re.compile(r"\d")
_WORKED = frozenset({"hour"})
"""Units of work: those of the calendar may run side by side."""
_SLACK = Decimal("0.1")
"""An estimate from one number of hours to another may be rounded by so much."""


def read_efforts(reading: Reading) -> Iterator[Statement]:
    """Each such total with what the lengths above it come to."""
    parallel = bool(reading.saying("either.parallel"))
    starts = [sentence.span.start for sentence in reading.sentences]
    for part in reading.parts:
        if part.is_within(*_ELSEWHERE):
            continue
        for block in part.section.blocks:
            if isinstance(block, Table) and block.header is not None:
                yield from _table(block, reading.lexicon, parallel=parallel)
            elif isinstance(block, ItemList) and len(block.items) >= _FEWEST:
                yield from _list(block, reading, starts, parallel=parallel)


def _table(table: Table, lexicon: Lexicon, *, parallel: bool) -> Iterator[Statement]:
    """The columns of a table down to the row that adds them up, if what stands above it is all meant."""
    labels = [_label(row) for row in table.rows]
    end = next((at for at, row in enumerate(table.rows) if is_summary(row, lexicon)), None)
    if end is None or end < _FEWEST_IN_TABLE or not _adds_up(labels[end], lexicon):
        return
    if any(_is_optional(label, lexicon) for label in labels[:end]):
        return
    total = table.rows[end]
    for at in range(1, len(total)):
        heading = table.header[at].text.plain if table.header and at < len(table.header) else ""
        own = _length(total[at].text, lexicon, heading)
        terms = [_length(row[at].text, lexicon, heading) for row in table.rows[:end] if own and at < len(row)]
        known = [term for term in terms if term is not None]
        if own is not None and len(known) == end:
            yield from _compared(known, own, total[at].text.plain, total[at].text.span(), parallel=parallel)
            return


def _label(row: Sequence[Cell]) -> str:
    return next((cell.text.plain for cell in row if any(map(str.isalpha, cell.text.plain))), "")


def _list(block: ItemList, reading: Reading, starts: Sequence[int], *, parallel: bool) -> Iterator[Statement]:
    for total in _after(block.span, reading, starts):
        own = _length(total.text, reading.lexicon)
        if own is not None and _adds_up(total.plain, reading.lexicon):
            lengths = [_length(item.text, reading.lexicon) for item in block.items]
            terms = [length for length in lengths if length is not None]
            optional = any(_is_optional(item.text.plain, reading.lexicon) for item in block.items)
            if len(terms) == len(lengths) and not optional:
                yield from _compared(terms, own, total.plain, total.span, parallel=parallel)
            return


def _after(span: Span, reading: Reading, starts: Sequence[int]) -> Sequence[Sentence]:
    at = bisect_left(starts, span.end)
    return reading.sentences[at : at + _NEAR]


def _length(text: Text, lexicon: Lexicon, heading: str = "") -> Duration | None:
    """The one length of time that a text names; a bare number has the unit of its column."""
    plain = text.plain.strip(" *_")
    if _DIGIT.search(plain) is None:
        return None
    found = find_durations(f"{plain} {heading}" if plain.isdecimal() else plain, lexicon)
    return found[0].duration if len(found) == 1 and not text.struck else None


def _adds_up(plain: str, lexicon: Lexicon) -> bool:
    return "price.total" in lexicon.matcher("items").groups_in(plain)


def _is_optional(plain: str, lexicon: Lexicon) -> bool:
    return not _OPTIONAL.isdisjoint(lexicon.matcher("items").groups_in(plain))


def _compared(
    terms: Sequence[Duration], total: Duration, shown: str, span: Span, *, parallel: bool
) -> Iterator[Statement]:
    """A total that is less than its parts, or more where they are work that is counted."""
    if any(term.unit != total.unit for term in terms):
        return
    least = sum((term.least for term in terms), Decimal(0))
    most = sum((term.most for term in terms), Decimal(0))
    worked = total.unit in _WORKED
    too_small = least > total.most and (worked or not parallel)
    if too_small or (worked and (most < total.least or _is_beside(least, most, total))):
        found = f"{least.normalize():f}" if least == most else f"{least.normalize():f}-{most.normalize():f}"
        value = f"{found} {total.unit.replace('-', ' ')}s"
        yield Statement("effort", value, Spanned(shown, span), None, Confidence.MEDIUM)


def _is_beside(least: Decimal, most: Decimal, total: Duration) -> bool:
    """Whether both ends of an estimate lie below what its parts come to, or both above."""
    if total.least == total.most:
        return False
    low, high = total.least - least, total.most - most
    return low * high > 0 and abs(low) > _SLACK * least and abs(high) > _SLACK * most
