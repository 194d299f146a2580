"""The report for people: the line of the document, the words underlined, and what to do next."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from scopelint.diagnostics import Diagnostic, Label, Result, Severity
from scopelint.report.escape import inert, printable
from scopelint.report.place import Place, place

WIDTH = 160
COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.INFO: "\x1b[1;36m"}
DIM, BOLD, RESET = "\x1b[34m", "\x1b[1m", "\x1b[0m"


class _Ink:
    """Paints when colour is wanted, else returns text as it is; knows whether to print ready wording."""

    def __init__(self, colour: bool, wording: bool) -> None:
        self.colour = colour
        self.wording = wording

    def __call__(self, code: str, text: str) -> str:
        return f"{code}{text}{RESET}" if self.colour else text


class _Pointer(NamedTuple):
    """How an excerpt leads to its place: the arrow before the path, the colour and sign of underlining."""

    arrow: str
    paint: str
    mark: str


def render(result: Result, *, colour: bool = False, wording: bool = False) -> str:
    """All diagnostics with excerpts, then a summary that names what was not checked.

    ``wording`` prints the ready words for the contract or the client that findings offer.
    """
    ink = _Ink(colour, wording)
    blocks = ["\n".join(_block(diagnostic, result, ink)) + "\n" for diagnostic in result.diagnostics]
    blocks.append("\n".join(summary(result, ink)) + "\n")
    return inert("\n".join(blocks))


def _block(diagnostic: Diagnostic, result: Result, ink: _Ink) -> Iterator[str]:
    finding = diagnostic.finding
    paint = COLOURS[diagnostic.severity]
    head = ink(paint, f"{diagnostic.severity.word}[{diagnostic.rule}]")
    yield f"{head}: {ink(BOLD, printable(finding.told))}"
    labels = [finding.at, *finding.related]
    gutter = max(len(str(place(label.span, result.sources).line)) for label in labels)
    yield from _excerpt(finding.at, result, gutter, ink, _Pointer("-->", paint, "^"))
    for label in finding.related:
        yield from _excerpt(label, result, gutter, ink, _Pointer(":::", DIM, "-"))
    if finding.help:
        yield f"{' ' * gutter} {ink(DIM, '=')} {ink(BOLD, 'help')}: {printable(finding.help)}"
    if finding.fix:
        how = "--fix" if finding.fix.safe else "--fix --unsafe-fixes"
        yield f"{' ' * gutter} {ink(DIM, '=')} {ink(BOLD, 'fix')}: {printable(finding.fix.title)} ({how})"
    if finding.counter_text and ink.wording:
        yield f"{' ' * gutter} {ink(DIM, '=')} {ink(BOLD, 'you could write')}:"
        yield from (
            f"{' ' * gutter}     {printable(line)}".rstrip() for line in finding.counter_text.splitlines()
        )


def _excerpt(label: Label, result: Result, gutter: int, ink: _Ink, pointer: _Pointer) -> Iterator[str]:
    at = place(label.span, result.sources)
    yield f"{' ' * gutter}{ink(DIM, pointer.arrow)} {printable(at.path)}:{at.line}:{at.column}"
    source = result.sources.get(at.path)
    if source is None or not source.text:
        if label.message:
            yield f"{' ' * gutter} {ink(DIM, '|')} {printable(label.message)}"
        return
    shown, start, length = _window(source.line(at.line), at)
    yield f"{' ' * gutter} {ink(DIM, '|')}"
    yield f"{ink(DIM, f'{at.line:>{gutter}} |')} {shown}".rstrip()
    words = f" {printable(label.message)}" if label.message else ""
    marked = ink(pointer.paint, pointer.mark * length + words)
    yield f"{' ' * gutter} {ink(DIM, '|')} {' ' * start}{marked}".rstrip()


def _window(line: str, at: Place) -> tuple[str, int, int]:
    """The line as printed (cut around the span when long), where the span begins in it, and its width."""
    begin = at.column - 1
    end = at.end_column - 1 if at.end_line == at.line else len(line.rstrip())
    left = max(0, begin - WIDTH // 3) if len(line) > WIDTH else 0
    cut = line[left : left + WIDTH]
    before, after = "…" if left else "", "…" if left + WIDTH < len(line) else ""
    start = _columns(before + _shown(line[left:begin]))
    length = max(1, _columns(_shown(line[begin : min(end, left + WIDTH)])))
    return before + _shown(cut) + after, start, length


def _shown(text: str) -> str:
    return printable(text.replace("\t", " "))


def _columns(text: str) -> int:
    """How many terminal columns a text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def summary(result: Result, ink: _Ink) -> Iterator[str]:
    """What was checked, what was found, and what could not be judged."""
    checked = f"{_count(len(result.contracts), 'contract')} ({_count(result.documents, 'document')})"
    tally = Counter(d.severity for d in result.diagnostics)
    found = ", ".join(_count(tally[s], s.word) for s in sorted(Severity, reverse=True) if tally[s])
    part = f" in part {result.shard}" if result.shard else ""
    yield f"Checked {checked}{part}: {ink(BOLD, found or 'no findings')}."
    for name, diagnostics in (("suppressed", result.suppressed), ("accepted", result.accepted)):
        if diagnostics:
            yield f"{name.capitalize()}: {_count(len(diagnostics), 'finding')}."
    for path, reason in result.unread:
        yield f"Not read: {printable(path)} ({reason})."
    if result.passages:
        from scopelint.report.passage import told

        yield f"Not read as terms: {told(result)}."
    yield from _fixable(result)
    offering = sum(d.finding.counter_text is not None for d in result.diagnostics)
    if offering and not ink.wording:
        yield f"Ready wording for {_count(offering, 'finding')}: add --wording."
    yield from _not_checked(result)


def _fixable(result: Result) -> Iterator[str]:
    """How many findings an option takes away."""
    fixes = [d.finding.fix for d in result.diagnostics if d.finding.fix]
    safe = sum(fix.safe for fix in fixes)
    more = len(fixes) - safe
    if safe:
        others = f", {more} more with --unsafe-fixes" if more else ""
        yield f"Fixable: {safe} with --fix{others}."
    elif more:
        yield f"Fixable: {more} with --fix --unsafe-fixes (stubs to finish)."


def _not_checked(result: Result) -> Iterator[str]:
    """One line per reason, so that fifty contracts without milestones take one line."""
    by_reason: dict[str, list[str]] = {}
    contracts: dict[str, set[str]] = {}
    for skipped in result.not_checked:
        rules = by_reason.setdefault(skipped.reason, [])
        if skipped.rule not in rules:
            rules.append(skipped.rule)
        contracts.setdefault(skipped.reason, set()).add(skipped.contract)
    for reason, rules in sorted(by_reason.items()):
        where = f" in {_count(len(contracts[reason]), 'contract')}" if len(result.contracts) > 1 else ""
        yield f"Not checked{where}: {printable(reason)} ({', '.join(rules)})."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
