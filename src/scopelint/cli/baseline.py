"""``scopelint baseline``."""

import os
from collections import Counter
from datetime import UTC, datetime
from datetime import date as Date

import click

from scopelint.cli.terminal import tell, write, write_line
from scopelint.diagnostics import Problem
from scopelint.model.naming import counted


@click.group(epilog="Start with: scopelint baseline create contracts/ --reason 'before scopelint'")
def baseline() -> None:
    """Accept today's findings, so that only new ones fail."""


@baseline.command(epilog="Example: scopelint baseline create contracts/ --reason 'before scopelint'")
@click.argument("paths", nargs=-1, metavar="[PATHS]")
@click.option("--reason", help="Why these findings are accepted.")
@click.option("--by", help="Who accepts them; the name of the user when not given.")
@click.option("--config", metavar="FILE", help="This configuration instead of the nearest ones.")
def create(paths: tuple[str, ...], reason: str | None, by: str | None, config: str | None) -> int:
    """Accept every finding there is now.

    What was accepted before keeps its date and name. Accepted findings stay visible in every summary.
    """
    from scopelint.engine.accept import create_baselines
    from scopelint.engine.baseline import Accepted, Key
    from scopelint.engine.request import Request

    name = by or os.environ.get("USER") or os.environ.get("USERNAME")
    today = datetime.now(UTC).date()
    terms = Accepted(Key("", "", ""), 0, today.isoformat(), name, reason)
    kept = create_baselines(Request(paths or (".",), config=config, today=today), terms)
    for file in kept.files:
        new = max(0, file.times - file.times_before)
        write_line(f"{file.path}: {counted(file.times, 'finding')} accepted, {new} new")
    return tell(kept.problems, kept.sources)


@baseline.command(epilog="Example: scopelint baseline prune contracts/")
@click.argument("paths", nargs=-1, metavar="[PATHS]")
@click.option("--config", metavar="FILE", help="This configuration instead of the nearest ones.")
def prune(paths: tuple[str, ...], config: str | None) -> int:
    """Take out what is no longer found."""
    from scopelint.engine.accept import prune_baselines
    from scopelint.engine.request import Request

    today = datetime.now(UTC).date()
    kept = prune_baselines(Request(paths or (".",), config=config, today=today))
    for file in kept.files:
        gone = file.times_before - file.times
        write_line(f"{file.path}: {gone} taken out, {file.times} left")
    if not kept.files and not kept.problems:
        write("no baseline found\n")
    return tell(kept.problems, kept.sources)


@baseline.command(epilog="Example: scopelint baseline show")
@click.argument("path", default="scopelint-baseline.json")
def show(path: str) -> int:
    """What is accepted: how often, since when, and by whom."""
    from scopelint.config.load import read_from_disk
    from scopelint.engine.baseline import read_baseline

    data = read_from_disk(path)
    if data is None:
        raise click.ClickException(f"`{path}` cannot be read; make one with `scopelint baseline create`")
    found = read_baseline(path, data)
    if isinstance(found, Problem):
        raise click.ClickException(found.finding.message)
    today = datetime.now(UTC).date()
    for entry in found.entries:
        age = (today - Date.fromisoformat(entry.accepted_on)).days
        who = f" by {entry.accepted_by}" if entry.accepted_by else ""
        why = f": {entry.reason}" if entry.reason else ""
        line = f"{entry.times:>4} x {entry.key.rule} in {entry.key.contract} at `{entry.key.content}`"
        write_line(f"{line} ({age} days ago{who}{why})")
    by_rule = Counter(dict.fromkeys(sorted({entry.key.rule for entry in found.entries}), 0))
    for entry in found.entries:
        by_rule[entry.key.rule] += entry.times
    total = ", ".join(f"{rule} {times}" for rule, times in by_rule.most_common())
    write_line(f"{counted(sum(by_rule.values()), 'finding')} accepted{': ' + total if total else ''}")
    return 0
