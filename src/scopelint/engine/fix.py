"""Applying fixes until none is left."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from scopelint.diagnostics import Diagnostic, Fix
from scopelint.engine.check import examine
from scopelint.engine.request import Request
from scopelint.engine.write import write_file
from scopelint.text import Edit, SourceFile, apply_edits

MOST_ROUNDS = 10
BOM = b"\xef\xbb\xbf"


class Fixed(NamedTuple):
    """Files before and after fixing, by path, and the findings that were fixed."""

    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    findings: tuple[Diagnostic, ...]


def fixed(request: Request, *, unsafe: bool = False) -> Fixed:
    """What the files become when fixes are applied; nothing is written.

    A fix is applied whole or not at all; one that overlaps another waits for the next round. Rounds
    end when nothing is left to fix, or when a text comes back that was there before.
    """
    before: dict[str, bytes] = {}
    written: dict[str, bytes] = {}
    findings: list[Diagnostic] = []
    seen: set[tuple[tuple[str, bytes], ...]] = set()
    for _ in range(MOST_ROUNDS):
        judged = examine(request._replace(overlay={**request.overlay, **written})).judged
        sources = {path: source for one in judged for path, source in one.sources.items()}
        fixable = (d for one in judged for d in one.diagnostics if applicable(d.finding.fix, unsafe))
        applied, edits = _compatible(fixable, sources)
        if not applied:
            break
        for path, changes in edits.items():
            before.setdefault(path, encoded(sources[path], sources[path].text))
            written[path] = encoded(sources[path], apply_edits(sources[path].text, changes))
        state = tuple(sorted(written.items()))
        if state in seen:
            break
        seen.add(state)
        findings += applied
    after = {path: data for path, data in written.items() if data != before[path]}
    return Fixed({path: before[path] for path in after}, after, tuple(findings))


def write_fixed(result: Fixed) -> None:
    """Write what was fixed; raises ``WriteError`` for a file that has changed meanwhile."""
    for path in sorted(result.after):
        write_file(path, result.after[path], expected=result.before[path])


def applicable(fix: Fix | None, unsafe: bool) -> bool:
    """Whether a fix may be applied: a safe one always, any other only when asked for."""
    return fix is not None and (fix.safe or unsafe)


def _compatible(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, SourceFile]
) -> tuple[list[Diagnostic], dict[str, list[Edit]]]:
    """The fixes that do not overlap, in report order, and their edits by file."""
    applied: list[Diagnostic] = []
    edits: dict[str, list[Edit]] = {}
    for diagnostic in diagnostics:
        fix = diagnostic.finding.fix
        wanted = [_adapted(edit, sources) for edit in fix.edits] if fix else []
        if all(edit is not None for edit in wanted):
            usable = [edit for edit in wanted if edit is not None]
            if not any(_overlap(edit, other) for edit in usable for other in edits.get(edit.span.file, ())):
                applied.append(diagnostic)
                for edit in usable:
                    edits.setdefault(edit.span.file, []).append(edit)
    return applied, edits


def _adapted(edit: Edit, sources: Mapping[str, SourceFile]) -> Edit | None:
    """The edit with the line ends of its file; None for a file that is none of the contract's."""
    source = sources.get(edit.span.file)
    if source is None:
        return None
    if "\r\n" in source.text:
        return edit._replace(replacement=edit.replacement.replace("\r\n", "\n").replace("\n", "\r\n"))
    return edit


def _overlap(one: Edit, other: Edit) -> bool:
    """Whether two edits of one file touch the same text; different insertions at one point do not."""
    a, b = one.span, other.span
    if a.start == a.end == b.start == b.end:
        return one.replacement == other.replacement
    return (a.start < b.end and b.start < a.end) or a.start == b.start


def encoded(source: SourceFile, text: str) -> bytes:
    """A text as the bytes of its file, with the byte order mark it had."""
    return (BOM if source.bom else b"") + text.encode()
