"""Joining logs of format ``sarif``."""

from typing import Any
from urllib.parse import unquote

from scopelint.report.sarif import written
from scopelint.report.union import Json, union

_NOTES = "toolExecutionNotifications"
KINDS = (None, "inSource", "external")
"""Results in the order of a log: standing, suppressed, accepted."""


def part(log: Json) -> str | None:
    """Which part of all contracts the log is about."""
    named = log["runs"][0].get("properties", {}).get("shard")
    return None if named is None else str(named)


def made(log: Json) -> tuple[str, str]:
    """What wrote it; a log tells no date."""
    driver = log["runs"][0]["tool"]["driver"]
    return f"{driver['name']} {driver['version']}", "no date"


def merged(logs: list[Json]) -> tuple[str, int]:
    """The joined log and its exit code."""
    runs = [log["runs"][0] for log in logs]
    rules = {rule["id"]: rule for run in runs for rule in run["tool"]["driver"]["rules"]}
    ids = sorted(rules)
    results = union(([_unnumbered(result) for result in run["results"]] for run in runs), _place)
    for result in results:
        result["ruleIndex"] = ids.index(result["ruleId"])
    code = max(run["invocations"][0]["exitCode"] for run in runs)
    first = {key: value for key, value in runs[0].items() if key != "properties"}
    driver = {**first["tool"]["driver"], "rules": [rules[id] for id in ids]}
    invocation: Json = {"executionSuccessful": code < 2, "exitCode": code}
    notes = union((run["invocations"][0].get(_NOTES, []) for run in runs), _start)
    if notes:
        invocation[_NOTES] = notes
    return written(
        {**first, "tool": {"driver": driver}, "results": results, "invocations": [invocation]}
    ), code


def _unnumbered(result: Json) -> Json:
    """Without the number its rule has in its own log."""
    return {**result, "ruleIndex": 0}


def _start(note: Json) -> tuple[Any, ...]:
    location = note["locations"][0]["physicalLocation"]
    region = location["region"]
    return (unquote(location["artifactLocation"]["uri"]), region["startLine"], region["startColumn"])


def _place(result: Json) -> tuple[Any, ...]:
    kind = result["suppressions"][0]["kind"] if "suppressions" in result else None
    location = result["locations"][0]["physicalLocation"]
    region = location["region"]
    return (
        KINDS.index(kind),
        unquote(location["artifactLocation"]["uri"]),
        *(region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")),
        result["ruleId"],
        result["message"]["text"],
    )
