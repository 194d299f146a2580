"""Everything a run found, for programs."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from scopelint import __version__
from scopelint.diagnostics import Diagnostic, Label, Result, fingerprints
from scopelint.report.escape import json_text
from scopelint.report.passage import passages
from scopelint.report.place import place

FORMAT_VERSION = 1
_AT_ONCE = 100


def render(result: Result) -> str:
    """One JSON object; suppressed and accepted findings are lists of their own.

    Written some at a time: of a long report the encoder would hold every comma as a string.
    """
    return written(document(result))


def written(report: dict[str, Any]) -> str:
    """A report as text."""
    return "".join(_pieces(report))


def _pieces(document: dict[str, Any]) -> Iterator[str]:
    opening = "{\n"
    for name, value in document.items():
        yield f"{opening} {json_text(name)}: "
        if isinstance(value, Iterator):
            yield from _items(value)
        else:
            yield _indented(value, 1)
        opening = ",\n"
    yield "\n}\n"


def _items(values: Iterator[Any]) -> Iterator[str]:
    opening = "["
    while some := list(islice(values, _AT_ONCE)):
        # Not one by one: each call of the encoder leaves a cycle behind.
        yield opening + _indented(some, 1)[len("[") : -len("\n ]")]
        opening = ","
    yield "[]" if opening == "[" else "\n ]"


def _indented(value: object, depth: int) -> str:
    return json_text(value, indent=1).replace("\n", "\n" + " " * depth)


def document(result: Result) -> dict[str, Any]:
    """The report as JSON types; long lists are made as they are written."""
    return {
        "version": FORMAT_VERSION,
        "scopelint": __version__,
        "contracts": list(result.contracts),
        "as_of": result.as_of.isoformat() if result.as_of else None,
        "shard": str(result.shard) if result.shard else None,
        "documents": result.documents,
        "diagnostics": entries(result),
        "suppressed": _entries(result.suppressed, result),
        "accepted": _entries(result.accepted, result),
        "not_checked": (skipped._asdict() for skipped in result.not_checked),
        "unread": [{"path": path, "reason": reason} for path, reason in result.unread],
        "unread_text": passages(result.passages, result.sources),
        "exit_code": result.exit_code,
    }


def entries(result: Result) -> Iterator[dict[str, Any]]:
    """All diagnostics as JSON types."""
    return _entries(result.diagnostics, result)


def _entries(diagnostics: Iterable[Diagnostic], result: Result) -> Iterator[dict[str, Any]]:
    listed = tuple(diagnostics)
    names = fingerprints(listed, result.sources)
    return (_entry(d, name, result) for d, name in zip(listed, names, strict=True))


def _entry(diagnostic: Diagnostic, fingerprint: str, result: Result) -> dict[str, Any]:
    """One diagnostic as JSON types; columns count code points from 1."""
    finding = diagnostic.finding
    out: dict[str, Any] = {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.word,
        "confidence": finding.confidence.word,
        "contract": diagnostic.contract,
        **place(finding.at.span, result.sources)._asdict(),
        "message": finding.message,
        "fingerprint": fingerprint,
        "related": [_label(label, result) for label in finding.related],
    }
    if finding.help:
        out["help"] = finding.help
    if finding.counter_text:
        out["counter_text"] = finding.counter_text
    if finding.fix:
        out["fix"] = {
            "title": finding.fix.title,
            "safe": finding.fix.safe,
            "edits": [
                {**place(edit.span, result.sources)._asdict(), "replacement": edit.replacement}
                for edit in finding.fix.edits
            ],
        }
    return out


def _label(label: Label, result: Result) -> dict[str, Any]:
    return {**place(label.span, result.sources)._asdict(), "message": label.message}
