"""``scopelint completion``."""

import click

from scopelint.cli.terminal import write

EPILOG = """\b
Add one of these lines to your shell's start-up file:
  eval "$(scopelint completion bash)"
  eval "$(scopelint completion zsh)"
  scopelint completion fish | source
"""


@click.command(epilog=EPILOG)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> int:
    """Print the script that completes commands and options in a shell."""
    from click.shell_completion import get_completion_class

    from scopelint.cli.group import scopelint

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"no completion for `{shell}`")
    write(kind(scopelint, {}, "scopelint", "_SCOPELINT_COMPLETE").source() + "\n")
    return 0
