"""``scopelint check``."""

import os
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from scopelint.cli import USAGE
from scopelint.cli.git import snapshot, staged
from scopelint.cli.option import color_option, config_option, format_option, phase_option, shard_option
from scopelint.cli.terminal import Watch, colour_wanted, say, write
from scopelint.diagnostics import Severity
from scopelint.engine.cache.place import cache_folder
from scopelint.model import Phase
from scopelint.report import FORMATS

if TYPE_CHECKING:
    from scopelint.diagnostics import Result
    from scopelint.engine.cache.replay import Replay
    from scopelint.engine.fix import Fixed
    from scopelint.engine.request import Request

EPILOG = """\b
Examples:
  scopelint check contract.md             one file, no special format needed
  scopelint check contracts/              every contract below a folder
  scopelint check --select revisions      one category, or one rule, alone
  scopelint check --diff contracts/       what --fix would change
  scopelint check --output sarif:out.sarif --format github contracts/

\b
Exit codes: 0 clean, 1 findings, 2 something could not be read, 3 a bug in scopelint.
"""


@click.command(epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATHS]")
@format_option(*FORMATS, help="The form of the report on the screen.")
@click.option(
    "--output",
    multiple=True,
    metavar="FORMAT:FILE",
    help="Also write a report to a file; may be given several times.",
)
@click.option("--select", multiple=True, metavar="NAME", help="Run only these rules or categories.")
@click.option("--ignore", multiple=True, metavar="NAME", help="Leave out these rules or categories.")
@click.option(
    "--profile", type=click.Choice(["core", "default", "strict"]), help="Which set of rules to run."
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="error",
    show_default=True,
    help="The severity from which findings give exit code 1.",
)
@phase_option
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The date to judge by; today in UTC when not given.",
)
@click.option("--no-calendar", is_flag=True, help="Leave out rules that depend on today's date.")
@click.option("--fix", is_flag=True, help="Apply fixes that do not change what a contract says.")
@click.option(
    "--unsafe-fixes", is_flag=True, help="With --fix or --diff: also stubs and wording, marked FIXME."
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@click.option("--add-ignore", metavar="REASON", help="Silence every finding of today with a comment.")
@click.option(
    "--wording", is_flag=True, help="Print ready words for the contract, or for a message to the client."
)
@click.option("--statistics", is_flag=True, help="Count findings by rule instead of listing them.")
@click.option(
    "--only-contracts",
    is_flag=True,
    help="Check a named file only if it belongs to a contract (for commit hooks).",
)
@click.option("--since", metavar="REV", help="Report only what the change since REV is responsible for.")
@click.option("--staged", is_flag=True, help="Check what is staged for commit, not what is on disk.")
@click.option(
    "--config-from",
    metavar="REV",
    help="Take configuration, rules, suppressions and baseline from REV (for pull requests).",
)
@shard_option
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes to judge in; as many as there are processors when not given.",
)
@click.option(
    "--stdin-filename", metavar="FILE", help="Check standard input as if it were this file (for editors)."
)
@config_option
@click.option("--no-cache", is_flag=True, help="Judge everything anew, and keep nothing for the next run.")
@color_option
@click.option("--debug", is_flag=True, help="Print the traceback when scopelint itself fails.")
@click.pass_obj
def check(replay: "Replay | None", /, **options: Any) -> int:
    """Find what will become a dispute.

    PATHS are contract files, contract folders, or folders of many contracts; the current folder when
    none is given.
    """
    outputs = [_output(value) for value in options["output"]]
    request = _request(options)
    if options["add_ignore"] is not None:
        return _add_ignore(request, options)
    if options["diff"] or options["fix"]:
        from scopelint.engine.fix import fixed, write_fixed

        changes = fixed(request, unsafe=options["unsafe_fixes"])
        if options["diff"]:
            return _show_diff(changes)
        write_fixed(changes)
        if changes.after:
            say(_told(changes, "fixed"))
    from scopelint.engine.check import examine, result_of

    with Watch() as watch:
        examined = examine(request, watch)
    result = result_of(request, examined)
    text = _report(result, options, outputs)
    if replay is not None and replay.folder is not None and result.exit_code < USAGE:
        from scopelint.engine.cache.looked import looked_at

        replay.keep(looked_at(request, examined), text, result.exit_code)
    return result.exit_code


def _request(options: dict[str, Any]) -> "Request":
    from scopelint.engine.every import processors
    from scopelint.engine.request import Request

    as_of = options["as_of"]
    today = as_of.date() if as_of else datetime.now(UTC).date()
    name = options["stdin_filename"]
    paths = ((name,) if name else ()) or options["paths"] or (".",)
    overlay: dict[str, bytes | None] = {name: sys.stdin.buffer.read()} if name else {}
    return Request(
        paths=paths,
        config=options["config"],
        select=_names(options["select"]),
        ignore=_names(options["ignore"]),
        profile=options["profile"],
        phase=Phase(options["phase"]) if options["phase"] else None,
        today=None if options["no_calendar"] else today,
        fail_on=None if options["fail_on"] == "never" else Severity.of(options["fail_on"]),
        only_contracts=options["only_contracts"],
        overlay={**(staged(paths) if options["staged"] else {}), **overlay},
        since=snapshot("--since", options["since"], paths[0], forked=True),
        trusted=snapshot("--config-from", options["config_from"], paths[0]),
        shard=options["shard"],
        jobs=options["jobs"] or processors(),
        cache=None if options["no_cache"] else cache_folder(os.environ),
    )


def _names(values: tuple[str, ...]) -> tuple[str, ...]:
    """Names given one by one or separated by commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _output(value: str) -> tuple[str, str]:
    name, colon, file = value.partition(":")
    if name not in FORMATS or not colon or not file:
        raise click.BadParameter(
            f"`{value}` is not FORMAT:FILE; formats are {', '.join(FORMATS)}", param_hint="--output"
        )
    return name, file


def _report(result: "Result", options: dict[str, Any], outputs: list[tuple[str, str]]) -> str:
    """Write all reports; the text of the one on the screen."""
    from scopelint.report import rendered

    for name, file in outputs:
        from scopelint.engine.write import write_file

        write_file(file, rendered(name, result).encode())
    name = options["output_format"]
    if options["statistics"]:
        from scopelint.report.statistics import render

        text = render(result)
    else:
        colour = name == "text" and colour_wanted(options["color"])
        text = rendered(name, result, colour=colour, wording=options["wording"])
    write(text)
    if name == "github" and os.environ.get("GITHUB_STEP_SUMMARY") and not options["statistics"]:
        from scopelint.engine.write import append
        from scopelint.report.summary import render as summary

        append(os.environ["GITHUB_STEP_SUMMARY"], summary(result).encode())
    return text


def _show_diff(changes: "Fixed", done: str = "would be fixed") -> int:
    from scopelint.report.diff import render

    write(render(changes.before, changes.after))
    say(_told(changes, done))
    return 1 if changes.after else 0


def _told(changes: "Fixed", done: str) -> str:
    findings, files = len(changes.findings), len(changes.after)
    return f"{findings} finding{'s' * (findings != 1)} in {files} file{'s' * (files != 1)} {done}"


def _add_ignore(request: "Request", options: dict[str, Any]) -> int:
    from scopelint.engine.fix import write_fixed
    from scopelint.engine.ignoring import with_suppressions

    reason = " ".join(options["add_ignore"].split())
    if not reason or "--" in reason:
        raise click.BadParameter(
            "say in some words, without `--`, why these are no problem", param_hint="--add-ignore"
        )
    ignored = with_suppressions(request, reason)
    if options["diff"]:
        return _show_diff(ignored.fixed, "would be silenced")
    write_fixed(ignored.fixed)
    say(f"{_told(ignored.fixed, 'silenced')}, {len(ignored.left)} left")
    return 1 if ignored.left else 0
