"""``scopelint cache``."""

import os

import click

from scopelint.cli.terminal import say, write
from scopelint.engine.cache.house import Kept, clear, kept
from scopelint.engine.cache.place import VARIABLE, cache_folder
from scopelint.report.escape import printable

EPILOG = f"""\b
Examples:
  scopelint cache                 where it is, and how large
  scopelint cache clear           delete it; the next check takes longer
  {VARIABLE}=~/contract-cache scopelint check contracts/
"""


@click.group(epilog=EPILOG, invoke_without_command=True)
@click.pass_context
def cache(context: click.Context) -> int:
    """What checks remember, so that the next one is faster.

    It lies outside the checked repository, holds what earlier checks found, and can be deleted at any
    time: with or without it, a check finds the same.
    """
    if context.invoked_subcommand is None:
        folder = _folder()
        write(f"{printable(folder)}: {_told(kept(folder))}\n")
    return 0


@cache.command(name="clear", epilog="Example: scopelint cache clear")
def clear_() -> int:
    """Delete what checks remember."""
    folder = _folder()
    try:
        gone = clear(folder)
    except OSError as error:
        raise click.ClickException(f"`{error.filename}` cannot be deleted: {error.strerror}") from error
    say(f"deleted {_told(gone)} in {folder}")
    return 0


def _folder() -> str:
    folder = cache_folder(os.environ)
    if folder is None:
        raise click.ClickException(f"this system names no folder for caches; set {VARIABLE}")
    return folder


def _told(found: Kept) -> str:
    return f"{found.files} file{'s' * (found.files != 1)}, {found.size / 1_000_000:.1f} MB"
