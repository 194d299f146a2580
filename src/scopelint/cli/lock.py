"""``scopelint lock``."""

from datetime import datetime

import click

from scopelint.cli.option import color_option
from scopelint.cli.terminal import colour_wanted, say, write, write_line
from scopelint.model import Contract
from scopelint.model.in_force import deliverables_in_force
from scopelint.model.naming import counted

EPILOG = """\b
Examples:
  scopelint lock contracts/acme                 writes contracts/acme/scope.lock
  scopelint lock offer.md --agreed-on 2026-01-08  writes offer.md.lock

\b
Exit codes: 0 locked (or already so), 1 refused, 2 something could not be read.
"""


@click.command(epilog=EPILOG)
@click.argument("path")
@click.option(
    "--agreed-on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day both sides agreed, where the records do not tell it.",
)
@click.option("--force", is_flag=True, help="Lock despite errors; the lock records which stood.")
@color_option
def lock(path: str, agreed_on: datetime | None, force: bool, color: str) -> int:
    """Record what both sides agreed, so that every later addition shows.

    PATH is a contract folder or file. Deliverables, exclusions, price, revision limit, dates and
    assumptions go into a file beside it. When something new was agreed, lock again: earlier agreements
    stay on record.
    """
    from scopelint.engine.agree import Refused, agree
    from scopelint.engine.write import write_file
    from scopelint.report.text import render

    locking = agree(path, agreed_on=agreed_on.date() if agreed_on else None, force=force)
    if isinstance(locking, Refused):
        if locking.objections:
            write(render(locking.objections, colour=colour_wanted(color)))
        return _refuse(locking.reason, locking.exit_code)
    date = locking.agreement.date
    when = f" as agreed {date.value.isoformat()}" if date else ""
    if locking.text is None:
        write_line(f"{locking.path} holds these terms already,{when}")
        return 0
    write_file(locking.path, locking.text.encode())
    write_line(f"Wrote {locking.path}: {_counts(locking.contract)}{when}")
    return 0


def _counts(contract: Contract) -> str:
    """What the lock holds, in numbers."""
    parts = [
        counted(len(deliverables_in_force(contract)), "deliverable"),
        counted(len(contract.exclusions), "exclusion"),
        counted(len(contract.milestones), "milestone"),
    ]
    parts += [f"the price {contract.price.value}"] if contract.price else []
    return ", ".join(parts)


def _refuse(reason: str, code: int) -> int:
    say(reason)
    return code
