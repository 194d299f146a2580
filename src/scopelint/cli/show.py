"""``scopelint show``."""

import click

from scopelint.cli.option import color_option, config_option, format_option, phase_option
from scopelint.cli.terminal import colour_wanted, tell, write
from scopelint.model import Phase

EPILOG = """\b
Examples:
  scopelint show contract.md                  what was understood, to be read against the document
  scopelint show --format json contracts/     for other programs
"""


@click.command(epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATHS]")
@format_option("text", "json")
@phase_option
@config_option
@color_option
def show(
    paths: tuple[str, ...], output_format: str, phase: str | None, config: str | None, color: str
) -> int:
    """The contract as understood, with places; and the words that are not read as terms."""
    from scopelint.engine.request import Request
    from scopelint.engine.understand import understand_all
    from scopelint.report import contract_json, contract_text

    request = Request(paths=paths or (".",), config=config, phase=Phase(phase) if phase else None)
    understanding = understand_all(request)
    contracts = [one.contract for one in understanding.contracts if one.contract is not None]
    sources = understanding.sources
    unread = {one.path: one.passages for one in understanding.contracts}
    if output_format == "json":
        write(contract_json.render(contracts, sources, unread))
    else:
        write(contract_text.render(contracts, sources, unread, colour=colour_wanted(color)))
    return tell(understanding.problems, sources)
