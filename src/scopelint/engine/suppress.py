"""Comments that silence a finding, each with its reason."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date as Date
from typing import NamedTuple

from scopelint.diagnostics import Diagnostic, Finding, Fix, Label
from scopelint.syntax.directive import Directive
from scopelint.text import Edit, SourceFile, Span, Spanned


class Suppressed(NamedTuple):
    """Findings left standing, findings silenced, and what is wrong with the comments themselves."""

    kept: list[Diagnostic]
    silenced: list[Diagnostic]
    complaints: list[tuple[str, Finding]]


class Judging(NamedTuple):
    """What is known of the run: the rules that judged, the date, and advice for names that no rule has."""

    judged: Collection[str]
    known: Collection[str]
    advice: Callable[[str], str | None]
    today: Date | None


def suppressed(
    diagnostics: Iterable[Diagnostic],
    directives: Iterable[Directive],
    sources: Mapping[str, SourceFile],
    judging: Judging,
) -> Suppressed:
    """Silence exactly what the comments name, in what they cover.

    A comment without a reason or past its date silences nothing. One that silences nothing although
    its rule judged the contract is unused.
    """
    found = list(diagnostics)
    standing = _Standing(found)
    silenced: list[Diagnostic] = []
    complaints: list[tuple[str, Finding]] = []
    for directive in directives:
        complaint = _complaint(directive, judging.today)
        if complaint:
            complaints.append(complaint)
        for name in directive.rules:
            if name.value not in judging.known:
                complaints.append(_unknown(name, judging))
            elif not complaint:
                hit = standing.taken(name.value, directive.covers)
                silenced += hit
                if not hit and name.value in judging.judged:
                    complaints.append(_unused(directive, name, sources))
    gone = {id(diagnostic) for diagnostic in silenced}
    kept = [diagnostic for diagnostic in found if id(diagnostic) not in gone]
    return Suppressed(kept, silenced, complaints)


class _Standing:
    """The findings not silenced so far, by rule and file and in the order of their places.

    Thousands of comments over thousands of findings must not look at each of them in turn.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self._by_place: dict[tuple[str, str], list[Diagnostic]] = {}
        for diagnostic in sorted(diagnostics, key=_start):
            place = (diagnostic.rule, diagnostic.finding.at.span.file)
            self._by_place.setdefault(place, []).append(diagnostic)

    def taken(self, rule: str, covers: Span) -> list[Diagnostic]:
        """Takes out, and gives, the findings of a rule that start within a span or at its end."""
        there = self._by_place.get((rule, covers.file), [])
        first = bisect_left(there, covers.start, key=_start)
        last = bisect_right(there, covers.end, key=_start)
        hit = there[first:last]
        del there[first:last]
        return hit


def _start(diagnostic: Diagnostic) -> int:
    return diagnostic.finding.at.span.start


def _complaint(directive: Directive, today: Date | None) -> tuple[str, Finding] | None:
    """What keeps a comment from silencing anything."""
    if directive.reason is None:
        finding = Finding(
            "a suppression without a reason silences nothing",
            Label(directive.span),
            help="say after the bracket why this is no problem here",
        )
        return "missing-suppression-reason", finding
    until = directive.until
    if until and today and until.value < today:
        finding = Finding(
            f"this suppression expired on {until.value}",
            Label(until.span),
            help="solve what it silences, or give it a new date with a reason",
        )
        return "expired-suppression", finding
    return None


def _unknown(name: Spanned[str], judging: Judging) -> tuple[str, Finding]:
    finding = Finding(
        f"no rule is called `{name.value}`",
        Label(name.span),
        help=judging.advice(name.value) or "`scopelint rules list` prints them all",
    )
    return "unknown-rule", finding


def _unused(
    directive: Directive, name: Spanned[str], sources: Mapping[str, SourceFile]
) -> tuple[str, Finding]:
    finding = Finding(
        f"nothing to silence here: `{name.value}` finds nothing in what this comment covers",
        Label(name.span),
        help="take it out",
        fix=_removal(directive, name, sources.get(directive.span.file)),
    )
    return "unused-suppression", finding


def _removal(directive: Directive, name: Spanned[str], source: SourceFile | None) -> Fix | None:
    """Take the name out, or the whole comment when it names nothing else, with its line when alone there."""
    if source is None:
        return None
    if len(directive.rules) > 1:
        start, end = name.span.start, name.span.end
        if name == directive.rules[0]:
            end = directive.rules[1].span.start
        else:
            start = directive.rules[directive.rules.index(name) - 1].span.end
        return Fix("take the name out", (Edit(source.span(start, end), ""),), safe=True)
    start, end = directive.span.start, directive.span.end
    line = source.position(start).line
    first, last = source.line_range(line)
    text = source.text
    if not text[first:start].strip() and not text[end:last].strip():
        start, end = first, source.starts[line] if line < source.line_count else len(text)
    else:
        while start > first and text[start - 1] in " \t":
            start -= 1
    return Fix("take the comment out", (Edit(source.span(start, end), ""),), safe=True)
