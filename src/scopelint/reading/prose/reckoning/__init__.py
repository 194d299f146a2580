"""Figures of a document that its own figures refute: sums, products, and how many things a list holds."""

from collections.abc import Iterator

from scopelint.model import Statement
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.reckoning.billing import read_bills
from scopelint.reading.prose.reckoning.count import read_counts
from scopelint.reading.prose.reckoning.effort import read_efforts
from scopelint.reading.prose.reckoning.fraction import read_fractions
from scopelint.reading.prose.reckoning.lapse import read_lapses
from scopelint.reading.prose.reckoning.part import read_parts_of_prices
from scopelint.reading.prose.reckoning.phase import read_phases
from scopelint.reading.prose.reckoning.product import read_products
from scopelint.reading.prose.reckoning.row import read_rows
from scopelint.reading.prose.reckoning.share import read_shares
from scopelint.reading.prose.reckoning.span import read_spans
from scopelint.reading.prose.reckoning.spelled import read_spelled
from scopelint.reading.prose.reckoning.total import read_totals
from scopelint.reading.prose.reckoning.written import read_written

_READERS = (
    read_totals,
    read_spans,
    read_phases,
    read_parts_of_prices,
    read_products,
    read_rows,
    read_bills,
    read_shares,
    read_fractions,
    read_efforts,
    read_lapses,
    read_counts,
    read_spelled,
    read_written,
)


def read_reckonings(reading: Reading) -> Iterator[Statement]:
    """Each figure that does not fit: ``shown`` as written, ``value`` what the figures beside it come to."""
    for read in _READERS:
        yield from read(reading)
