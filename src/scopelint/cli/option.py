"""Options that several commands share."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from scopelint.cli.terminal import COLOUR
from scopelint.diagnostics import Shard
from scopelint.model import Phase

F = TypeVar("F", bound=Callable[..., Any])

color_option = click.option(
    "--color",
    type=click.Choice(COLOUR),
    default="auto",
    show_default=True,
    help="Colours; auto asks the terminal, NO_COLOR and FORCE_COLOR.",
)


def format_option(*formats: str, help: str = "The form of the output.") -> Callable[[F], F]:
    """``--format``, of which the first is what nobody has to ask for."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help=help,
    )


config_option = click.option(
    "--config",
    metavar="FILE",
    help="This configuration for all contracts, instead of the nearest one for each.",
)
phase_option = click.option(
    "--phase",
    type=click.Choice([phase.value for phase in Phase]),
    help="Judge as if in this phase; otherwise the documents tell.",
)


def _shard(context: click.Context, option: click.Parameter, words: str | None) -> Shard | None:
    from scopelint.diagnostics.shard import shard

    try:
        return None if words is None else shard(words)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


shard_option = click.option(
    "--shard",
    metavar="I/N",
    callback=_shard,
    help="Check only part I of N, for a run on N machines; see `scopelint merge`.",
)
