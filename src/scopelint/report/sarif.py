"""SARIF 2.1.0 (OASIS), for code scanning."""

import re
from functools import cache
from html import escape
from typing import Any
from urllib.parse import quote

from scopelint import __version__
from scopelint.diagnostics import Diagnostic, Fix, Label, Result, Severity, fingerprints
from scopelint.report.escape import json_text, printable
from scopelint.report.place import Place, place_utf16
from scopelint.text import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
RANKS = {1: 20.0, 2: 60.0, 3: 95.0}
_LINKED = re.compile(r"\[[^\]]*+(\]\()?")
"""Brackets as far as the first that closes, and whether that makes a link of them."""


def render(result: Result) -> str:
    """One run with its rules and results; columns count UTF-16 code units from 1."""
    shown = [*result.diagnostics, *result.suppressed, *result.accepted]
    rules = sorted({diagnostic.rule for diagnostic in shown})
    names = fingerprints(shown, result.sources)
    hidden = len(shown) - len(result.diagnostics)
    kinds = (
        [None] * len(result.diagnostics)
        + ["inSource"] * len(result.suppressed)
        + ["external"] * (hidden - len(result.suppressed))
    )
    run: dict[str, Any] = {
        "tool": {"driver": _driver(rules, result)},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "the folder scopelint ran in"}}},
        "results": [
            _result(diagnostic, name, kind, rules, result)
            for diagnostic, name, kind in zip(shown, names, kinds, strict=True)
        ],
        "invocations": [_invocation(result)],
    }
    if result.shard:
        run["properties"] = {"shard": str(result.shard)}
    return written(run)


def written(run: dict[str, Any]) -> str:
    """A log of one run as text."""
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _invocation(result: Result) -> dict[str, Any]:
    """How the run ended, and a note for each passage that was not read as terms."""
    out: dict[str, Any] = {"executionSuccessful": result.exit_code < 2, "exitCode": result.exit_code}
    if result.passages:
        from scopelint.report.passage import note

        out["toolExecutionNotifications"] = [
            {
                "level": "note",
                "message": {"text": note(one)},
                "locations": [_location(Label(one.span), result)],
            }
            for one in result.passages
        ]
    return out


def _driver(rules: list[str], result: Result) -> dict[str, Any]:
    return {
        "name": "scopelint",
        "semanticVersion": __version__,
        "version": __version__,
        "rules": [_rule(rule, result) for rule in rules],
    }


def _rule(id: str, result: Result) -> dict[str, Any]:
    info = result.rules.get(id)
    if info is None:
        return {"id": id}
    words = printable(f"{info.summary} Help: {info.help}." if info.help else info.summary)
    page = f"{escape(words, quote=False)}\n\nMore: `scopelint explain {id}`"
    return {
        "id": id,
        "name": "".join(part.capitalize() for part in id.split("-")),
        "shortDescription": {"text": _plain(info.summary)},
        "help": {"text": _plain(words), "markdown": page},
        "defaultConfiguration": {"level": LEVELS[info.severity] if info.severity else "none"},
        "properties": {"tags": [info.category]},
    }


def _result(
    diagnostic: Diagnostic, fingerprint: str, suppression: str | None, rules: list[str], result: Result
) -> dict[str, Any]:
    finding = diagnostic.finding
    message = finding.message if not finding.help else f"{finding.message}. Help: {finding.help}"
    out: dict[str, Any] = {
        "ruleId": diagnostic.rule,
        "ruleIndex": rules.index(diagnostic.rule),
        "level": LEVELS[diagnostic.severity],
        "rank": RANKS[finding.confidence],
        "message": {"text": _plain(message)},
        "locations": [_location(finding.at, result)],
        "partialFingerprints": {"scopelint/v1": fingerprint},
        "properties": {"confidence": finding.confidence.word, "contract": diagnostic.contract},
    }
    if finding.related:
        out["relatedLocations"] = [
            {"id": number, **_location(label, result)} for number, label in enumerate(finding.related, 1)
        ]
    if finding.fix:
        out["fixes"] = [_fix(finding.fix, result)]
    if suppression:
        out["suppressions"] = [{"kind": suppression}]
    return out


def _plain(text: str) -> str:
    """Plain text that viewers show as it is: what they would make a link of has its bracket escaped."""
    return _LINKED.sub(lambda run: run[0].replace("[", r"\[") if run[1] else run[0], printable(text))


def _location(label: Label, result: Result) -> dict[str, Any]:
    at = place_utf16(label.span, result.sources)
    out: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": _artifact(at.path), "region": _region(at)}
    }
    if label.message:
        out["message"] = {"text": _plain(label.message)}
    return out


@cache
def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path.encode(errors="surrogateescape"), safe="/"), "uriBaseId": "SRCROOT"}


def _region(at: Place) -> dict[str, int]:
    return {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
    }


def _fix(fix: Fix, result: Result) -> dict[str, Any]:
    by_file: dict[str, list[tuple[Span, str]]] = {}
    for edit in fix.edits:
        by_file.setdefault(edit.span.file, []).append((edit.span, edit.replacement))
    return {
        "description": {"text": _plain(fix.title)},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(file),
                "replacements": [
                    {
                        "deletedRegion": _region(place_utf16(span, result.sources)),
                        "insertedContent": {"text": words},
                    }
                    for span, words in edits
                ],
            }
            for file, edits in by_file.items()
        ],
    }
