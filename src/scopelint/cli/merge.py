"""``scopelint merge``."""

from typing import TextIO

import click

from scopelint.cli.terminal import write

EPILOG = """\b
Example: two machines check one half each, a third joins what they found.
  scopelint check --shard 1/2 --output json:1.json contracts/
  scopelint check --shard 2/2 --output json:2.json contracts/
  scopelint merge 1.json 2.json > report.json
"""


@click.command(epilog=EPILOG)
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...", type=click.File(encoding="utf-8"))
def merge(reports: tuple[TextIO, ...]) -> int:
    """Join the json or sarif reports of a run in parts.

    Prints what one run would have written, and ends with its exit code. A missing part is an error.
    """
    from scopelint.report.merge import MergeError, Report
    from scopelint.report.merge import merge as joined

    try:
        done = joined([Report(report.name, report.read()) for report in reports])
    except (MergeError, UnicodeDecodeError) as error:
        raise click.ClickException(str(error)) from error
    write(done.text)
    return done.exit_code
