"""``scopelint show``."""

import sys

import click

from scopelint.cli.terminal import COLOUR, colour_wanted
from scopelint.model import Phase


@click.command(epilog="Example: scopelint show contract.md")
@click.argument("paths", nargs=-1, metavar="[PATHS]")
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text")
@click.option("--phase", type=click.Choice([phase.value for phase in Phase]), help="As if in this phase.")
@click.option("--color", type=click.Choice(COLOUR), default="auto", show_default=True)
def show(paths: tuple[str, ...], output_format: str, phase: str | None, color: str) -> int:
    """The contract as understood: clauses, deliverables, milestones, prices, with their places."""
    from scopelint.engine.check import understand_all
    from scopelint.engine.request import Request
    from scopelint.report import contract_json, contract_text

    request = Request(paths=paths or (".",), phase=Phase(phase) if phase else None)
    understood = understand_all(request)
    if output_format == "json":
        sys.stdout.write(contract_json.render(understood.contracts, understood.sources))
    else:
        text = contract_text.render(understood.contracts, understood.sources, colour=colour_wanted(color))
        sys.stdout.write(text)
    for diagnostic in understood.problems:
        sys.stderr.write(f"scopelint: {diagnostic.finding.message}\n")
    return understood.exit_code
