"""``scopelint check``."""

import gc
import sys
from datetime import UTC, datetime

import click

from scopelint.cli.terminal import COLOUR, colour_wanted
from scopelint.diagnostics import Severity
from scopelint.model import Phase
from scopelint.report import FORMATS

EPILOG = """\b
Examples:
  scopelint check contract.md          one file, no special format needed
  scopelint check contracts/           every contract below a folder
  scopelint check --phase draft new.md judge it as a draft
  scopelint check --select revisions   one category, or one rule, alone

\b
Exit codes: 0 clean, 1 findings, 2 something could not be read, 3 a bug in scopelint.
"""


@click.command(epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATHS]")
@click.option("--format", "output_format", type=click.Choice(FORMATS), default="text", show_default=True)
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
@click.option(
    "--phase",
    type=click.Choice([phase.value for phase in Phase]),
    help="Judge as if in this phase; otherwise the documents tell.",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The date to judge by; today in UTC when not given.",
)
@click.option("--no-calendar", is_flag=True, help="Leave out rules that depend on today's date.")
@click.option(
    "--only-contracts",
    is_flag=True,
    help="Check a named file only if it belongs to a contract (for commit hooks).",
)
@click.option("--config", metavar="FILE", help="This configuration instead of the nearest ones.")
@click.option("--color", type=click.Choice(COLOUR), default="auto", show_default=True)
@click.option("--debug", is_flag=True, help="Print the traceback when scopelint itself fails.")
def check(
    paths: tuple[str, ...],
    output_format: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    fail_on: str,
    phase: str | None,
    as_of: datetime | None,
    no_calendar: bool,
    only_contracts: bool,
    config: str | None,
    color: str,
    debug: bool,
) -> int:
    """Find what will become a dispute.

    PATHS are contract files, contract folders, or folders of many contracts; the current folder when
    none is given.
    """
    # Cycles are rare here and a run is short: collecting costs more than it frees.
    gc.disable()
    from scopelint.engine.check import check as run_check
    from scopelint.engine.request import Request
    from scopelint.report import rendered

    today = as_of.date() if as_of else datetime.now(UTC).date()
    request = Request(
        paths=paths or (".",),
        config=config,
        select=_names(select),
        ignore=_names(ignore),
        profile=profile,
        phase=Phase(phase) if phase else None,
        today=None if no_calendar else today,
        fail_on=None if fail_on == "never" else Severity.of(fail_on),
        only_contracts=only_contracts,
    )
    result = run_check(request)
    colour = output_format == "text" and colour_wanted(color)
    try:
        sys.stdout.write(rendered(output_format, result, colour=colour))
        sys.stdout.flush()
    except BrokenPipeError:
        from scopelint.cli.terminal import silence_output

        silence_output()
    return result.exit_code


def _names(values: tuple[str, ...]) -> tuple[str, ...]:
    """Names given one by one or separated by commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
