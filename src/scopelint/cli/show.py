"""``scopelint show``."""

import click

from scopelint.cli.option import color_option, config_option, phase_option
from scopelint.cli.terminal import colour_wanted, say, write
from scopelint.model import Phase


@click.command(epilog="Example: scopelint show contract.md")
@click.argument("paths", nargs=-1, metavar="[PATHS]")
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text")
@phase_option
@config_option
@color_option
def show(
    paths: tuple[str, ...], output_format: str, phase: str | None, config: str | None, color: str
) -> int:
    """The contract as understood: clauses, deliverables, milestones, prices, with their places."""
    from scopelint.engine.request import Request
    from scopelint.engine.understand import understand_all
    from scopelint.report import contract_json, contract_text

    request = Request(paths=paths or (".",), config=config, phase=Phase(phase) if phase else None)
    understanding = understand_all(request)
    contracts = [one.contract for one in understanding.contracts if one.contract is not None]
    sources = {path: source for one in understanding.contracts for path, source in one.sources.items()}
    if output_format == "json":
        write(contract_json.render(contracts, sources))
    else:
        write(contract_text.render(contracts, sources, colour=colour_wanted(color)))
    unread = [f"`{refusal.path}`: {refusal.message}" for refusal in understanding.refusals]
    unread += [problem.finding.message for one in understanding.contracts for problem in one.problems]
    for message in unread:
        say(message)
    return 2 if unread else 0
