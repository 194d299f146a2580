"""Joining reports of format ``json``."""

from typing import Any

from scopelint.report.json import FORMAT_VERSION, written
from scopelint.report.union import Json, Order, union


def part(report: Json) -> str | None:
    """Which part of all contracts the report is about."""
    named = report["shard"]
    return None if named is None else str(named)


def made(report: Json) -> tuple[str, str]:
    """What wrote it, and the date it judges by."""
    return f"scopelint {report['scopelint']} (format {report['version']})", report["as_of"] or "no date"


def merged(reports: list[Json]) -> tuple[str, int]:
    """The joined report and its exit code."""

    def all_of(name: str, order: Order) -> list[Json]:
        return union((report[name] for report in reports), order)

    code = max(report["exit_code"] for report in reports)
    return written(
        {
            "version": FORMAT_VERSION,
            "scopelint": reports[0]["scopelint"],
            "contracts": sorted({path for report in reports for path in report["contracts"]}),
            "as_of": reports[0]["as_of"],
            "shard": None,
            "documents": sum(report["documents"] for report in reports),
            "diagnostics": iter(all_of("diagnostics", _place)),
            "suppressed": iter(all_of("suppressed", _place)),
            "accepted": iter(all_of("accepted", _place)),
            "not_checked": iter(all_of("not_checked", lambda skipped: skipped["contract"])),
            "unread": all_of("unread", lambda file: file["path"]),
            "unread_text": iter(all_of("unread_text", _start)),
            "exit_code": code,
        }
    ), code


def _start(entry: Json) -> tuple[Any, ...]:
    return tuple(entry[key] for key in ("path", "line", "column"))


def _place(entry: Json) -> tuple[Any, ...]:
    return tuple(
        entry[key] for key in ("path", "line", "column", "end_line", "end_column", "rule", "message")
    )
