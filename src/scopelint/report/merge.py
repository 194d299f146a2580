"""Reports of several runs, joined into what one run over everything would have written."""

import json
from collections.abc import Sequence
from types import ModuleType
from typing import NamedTuple

from scopelint.diagnostics.shard import Shard, shard
from scopelint.report import merge_json, merge_sarif
from scopelint.report.union import Json

UNLIKE = (KeyError, TypeError, AttributeError, IndexError, ValueError)
"""What walking through JSON of another shape raises."""


class MergeError(ValueError):
    """Reports that cannot be joined; the message says which, why, and what to do."""


class Report(NamedTuple):
    """A report as written: the name of its file, and its text."""

    name: str
    text: str


class Merged(NamedTuple):
    """The joined report, and the exit code of a run that finds the same."""

    text: str
    exit_code: int


class _Part(NamedTuple):
    """A report with what decides whether it fits the others."""

    name: str
    format: ModuleType
    document: Json
    shard: Shard | None
    version: str
    date: str


def merge(reports: Sequence[Report]) -> Merged:
    """Join reports of format ``json``, or of format ``sarif``.

    Raises MergeError for anything else, for reports of different versions or dates, for two of the same
    part, and when a part is missing: what was not checked must not look clean.
    """
    parts = [_part(report) for report in reports]
    _require_alike(parts)
    _require_whole(parts)
    try:
        return Merged(*parts[0].format.merged([part.document for part in parts]))
    except UNLIKE as error:
        raise MergeError(f"a report lacks what scopelint writes there ({error}); write it anew") from error


def _part(report: Report) -> _Part:
    try:
        document = json.loads(report.text)
    except (ValueError, RecursionError) as error:
        raise MergeError(f"`{report.name}` is no JSON: {error}") from error
    if not isinstance(document, dict) or not document.keys() & {"runs", "diagnostics"}:
        raise MergeError(f"`{report.name}` is no report of format `json` or `sarif`")
    format = merge_sarif if "runs" in document else merge_json
    try:
        part = format.part(document)
        return _Part(report.name, format, document, shard(part) if part else None, *format.made(document))
    except UNLIKE as error:
        raise MergeError(f"`{report.name}` is no report of `scopelint check` ({error})") from error


def _require_alike(parts: Sequence[_Part]) -> None:
    """In one format, made by one version, for one date."""
    first = parts[0]
    for part in parts:
        if part.format is not first.format:
            raise MergeError("some reports are `json` and some `sarif`; merge each format by itself")
        if part.version != first.version:
            raise MergeError(f"`{part.name}` is of {part.version}, `{first.name}` of {first.version}")
        if part.date != first.date:
            raise MergeError(
                f"`{part.name}` judges by {part.date}, `{first.name}` by {first.date}; "
                "give each run the same --as-of"
            )


def _require_whole(parts: Sequence[_Part]) -> None:
    """All parts of one division, each once; or only reports of undivided runs."""
    if not any(part.shard for part in parts):
        return
    seen: dict[Shard, str] = {}
    of = max(part.shard.of for part in parts if part.shard)
    for part in parts:
        if part.shard is None or part.shard.of != of:
            about = part.shard or "of a run over everything"
            raise MergeError(f"`{part.name}` is {about}, others are of {of} parts")
        if part.shard in seen:
            raise MergeError(f"`{seen[part.shard]}` and `{part.name}` are both part {part.shard}")
        seen[part.shard] = part.name
    missing = (Shard(number, of) for number in range(1, of + 1) if Shard(number, of) not in seen)
    first = next(missing, None)
    if first:
        raise MergeError(f"part {first} is missing; what it holds was not checked")
