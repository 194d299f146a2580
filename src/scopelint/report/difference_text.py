"""What changed in a contract, for people."""

from collections.abc import Iterator, Mapping

from scopelint.model.comparison import Compared, Comparison
from scopelint.model.difference import Difference, Kind
from scopelint.model.difference_words import sentence
from scopelint.report.escape import inert, printable
from scopelint.report.place import place
from scopelint.text import SourceFile, Span

SIGNS = {Kind.ADDED: "+", Kind.REMOVED: "-", Kind.CHANGED: "~"}
COLOURS = {Kind.ADDED: "\x1b[32m", Kind.REMOVED: "\x1b[31m", Kind.CHANGED: "\x1b[33m"}
DIM, BOLD, RESET = "\x1b[2m", "\x1b[1m", "\x1b[0m"


def render(comparison: Comparison, *, colour: bool = False) -> str:
    """Each difference with both places and the change that accounts for it, then how many there are."""
    heading = f"{comparison.path} against {comparison.against}"
    lines = [f"{BOLD}{printable(heading)}{RESET}" if colour else printable(heading)]
    for row in comparison.rows:
        lines += ["", *_lines(row, comparison.sources, colour)]
    return inert("\n".join([*lines, "", _summary(comparison), ""]))


def _lines(row: Compared, sources: Mapping[str, SourceFile], colour: bool) -> Iterator[str]:
    difference = row.difference
    sign = SIGNS[difference.kind]
    sign = f"{COLOURS[difference.kind]}{sign}{RESET}" if colour else sign
    yield f"{sign} {printable(sentence(difference))}"
    places = f"  {_places(difference, sources)}"
    yield f"{DIM}{places}{RESET}" if colour else places
    if difference.rivals:
        others = ", ".join(f"`{rival.value}`" for rival in difference.rivals)
        yield printable(f"  uncertain: it may have become {others} instead")
    yield f"  {printable(covered(row))}"


def _places(difference: Difference, sources: Mapping[str, SourceFile]) -> str:
    spans = [stated.span for stated in (difference.before, difference.after) if stated]
    return " -> ".join(_shown(span, sources) for span in spans)


def _shown(span: Span, sources: Mapping[str, SourceFile]) -> str:
    at = place(span, sources)
    return printable(f"{at.path}:{at.line}")


def covered(row: Compared) -> str:
    """Which changes account for a difference, in words."""
    if not row.changes:
        return "no approved change covers it"
    changes = ", ".join(row.changes)
    return f"covered in part by {changes}: {row.lack}" if row.lack else f"covered by {changes}"


def _summary(comparison: Comparison) -> str:
    if not comparison.rows:
        return "No difference in meaning."
    count = len(comparison.rows)
    open_rows = sum(1 for row in comparison.rows if not row.changes or row.lack)
    noun = "difference" if count == 1 else "differences"
    if not open_rows:
        return f"{count} {noun}, covered by approved changes."
    return f"{count} {noun}, {open_rows} not covered by an approved change."
