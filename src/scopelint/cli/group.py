"""The command group: a command's module is imported only when it is asked for."""

from importlib import import_module

import click

from scopelint import __version__

COMMANDS = {
    "check": "find what will become a dispute",
    "show": "the contract as understood, each fact with its place",
    "explain": "a rule: why, bad, good, and when not to flag",
    "init": "a new contract folder, or one made from a document you have",
    "due": "what falls due, when, for whom, and what to write",
    "lock": "record what both sides agreed",
    "diff": "what changed in meaning since",
    "baseline": "accept today's findings, prune, show",
    "cache": "what checks remember: show, clear",
    "merge": "join the reports of a run in parts",
    "rules": "the catalogue: list, new, test, docs, coverage",
    "schema": "JSON Schemas for editors and programs",
    "demo": "a flawed contract, checked",
    "completion": "commands and options completed by your shell",
}


class LazyGroup(click.Group):
    """Finds commands by name in ``scopelint.cli``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"scopelint.cli.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Add a nearest-name hint to click's own error."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from scopelint.text.name import name_hint

            hint = name_hint(args[0], COMMANDS)
            ctx.fail(f"no command `{args[0]}`" + (f"; {hint}" if hint else ""))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: scopelint check contract.md",
)
@click.version_option(__version__, "-V", "--version", message="scopelint %(version)s")
def scopelint() -> None:
    """Static analysis for contract documents.

    Reads scopes, milestones and change logs kept as Markdown and YAML, understands them as one
    contract, and reports what will become a dispute.
    """
