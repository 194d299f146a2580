"""Options that several commands share."""

import click

from scopelint.cli.terminal import COLOUR
from scopelint.model import Phase

color_option = click.option("--color", type=click.Choice(COLOUR), default="auto", show_default=True)
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
