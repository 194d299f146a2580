"""``scopelint diff``."""

import click

from scopelint.cli.option import color_option, format_option
from scopelint.cli.terminal import colour_wanted, say, write

EPILOG = """\b
Examples:
  scopelint diff contracts/acme                   since the lock, else since its agreed_ref
  scopelint diff offer.md --against v1            since a tag
  scopelint diff offer.md --against HEAD~1 --format json

\b
Exit codes: 0 no difference in meaning, 1 differences, 2 nothing to compare with.
"""


@click.command(epilog=EPILOG)
@click.argument("path")
@click.option("--against", metavar="lock|REV", help="The lock, or any commit; the lock when there is one.")
@format_option("text", "json")
@color_option
def diff(path: str, against: str | None, output_format: str, color: str) -> int:
    """What changed in meaning since the agreement, or since a commit.

    PATH is a contract folder or file, plain or structured. Items match by id, else by meaning; spacing
    and order do not count.
    """
    from scopelint.engine.compare import Incomparable, compare
    from scopelint.report import difference_json, difference_text

    found = compare(path, against)
    if isinstance(found, Incomparable):
        say(found.reason)
        return 2
    if output_format == "json":
        write(difference_json.render(found))
    else:
        write(difference_text.render(found, colour=colour_wanted(color)))
    return 1 if found.rows else 0
