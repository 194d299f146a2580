"""Writing suppressions for the findings of today."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from scopelint.diagnostics import Diagnostic
from scopelint.engine.check import examine
from scopelint.engine.fix import Fixed, encoded
from scopelint.engine.judge import Judged
from scopelint.engine.request import Request
from scopelint.engine.settle import BUG_RULE
from scopelint.engine.understand import INPUT_RULES
from scopelint.text import Edit, SourceFile, apply_edits

MOST_ROUNDS = 5
Line: TypeAlias = tuple[str, int]
Sources: TypeAlias = Mapping[str, SourceFile]


class Ignored(NamedTuple):
    """The files with suppressions added, and the findings that no comment could silence."""

    fixed: Fixed
    left: tuple[Diagnostic, ...]


def with_suppressions(request: Request, reason: str) -> Ignored:
    """The files with a comment at the end of each line that has findings; nothing is written.

    The files are judged again: a line whose comment does not silence, or does harm, stays as it was,
    and its findings are left.
    """
    judged = examine(request).judged
    sources = {path: source for one in judged for path, source in one.sources.items()}
    found = [d for one in judged for d in one.diagnostics]
    lines = _rules_by_line(found, sources)
    overlay: dict[str, bytes] = {}
    for _ in range(MOST_ROUNDS):
        overlay = _commented(lines, reason, sources)
        again = examine(request._replace(overlay={**request.overlay, **overlay})).judged
        harmed = _lines_with_findings(again) & lines.keys()
        if not harmed:
            break
        lines = {line: rules for line, rules in lines.items() if line not in harmed}
        overlay = {}
    silenced = tuple(d for d in found if _line(d, sources) in lines)
    before = {path: encoded(sources[path], sources[path].text) for path in overlay}
    return Ignored(Fixed(before, overlay, silenced), tuple(d for d in found if d not in silenced))


def _rules_by_line(diagnostics: Iterable[Diagnostic], sources: Sources) -> dict[Line, set[str]]:
    out: dict[Line, set[str]] = {}
    for diagnostic in diagnostics:
        line = _line(diagnostic, sources)
        if line and diagnostic.rule not in INPUT_RULES and diagnostic.rule != BUG_RULE:
            out.setdefault(line, set()).add(diagnostic.rule)
    return out


def _lines_with_findings(judged: Iterable[Judged]) -> set[Line]:
    lines = (_line(diagnostic, one.sources) for one in judged for diagnostic in one.diagnostics)
    return {line for line in lines if line}


def _line(diagnostic: Diagnostic, sources: Sources) -> Line | None:
    span = diagnostic.finding.at.span
    source = sources.get(span.file)
    return (span.file, source.position(span.start).line) if source else None


def _commented(lines: Mapping[Line, set[str]], reason: str, sources: Sources) -> dict[str, bytes]:
    """The files with a comment at the end of each line."""
    edits: dict[str, list[Edit]] = {}
    for (path, line), rules in lines.items():
        _, end = sources[path].line_range(line)
        words = f"scopelint: ignore[{', '.join(sorted(rules))}] {reason}"
        comment = f" # {words}" if path.endswith((".yaml", ".yml")) else f" <!-- {words} -->"
        edits.setdefault(path, []).append(Edit(sources[path].span(end, end), comment))
    return {
        path: encoded(sources[path], apply_edits(sources[path].text, changes))
        for path, changes in edits.items()
    }
