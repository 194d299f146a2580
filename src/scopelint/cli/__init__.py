"""The commands. Nothing outside this room knows click."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from scopelint.engine.cache.replay import Replay

INTERRUPTED, USAGE, BUG = 130, 2, 3


def run(arguments: "Sequence[str]", replay: "Replay | None" = None) -> int:
    """Run the command line and return the exit code; ``replay`` keeps what a check prints.

    click's own standalone mode would turn an interrupt, a closed pipe and a usage error all into 1,
    which means findings here.
    """
    import click

    from scopelint.cli.group import scopelint
    from scopelint.cli.terminal import OutputError, say, silence_output

    try:
        code = scopelint.main(args=list(arguments), prog_name="scopelint", standalone_mode=False, obj=replay)
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        from scopelint.cli.terminal import show_error

        show_error(error)
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        say("interrupted")
        return INTERRUPTED
    except OutputError as error:
        say(str(error))
        return USAGE
    except BrokenPipeError:
        silence_output()
        return 0
    except Exception as error:
        return _failed(error, arguments)


def give(output: bytes, code: int) -> int:
    """Print what an earlier run printed, and return its exit code."""
    from scopelint.cli.terminal import OutputError, say, write

    try:
        write(output)
    except OutputError as error:
        say(str(error))
        return USAGE
    return code


def _failed(error: Exception, arguments: "Sequence[str]") -> int:
    """Say in one line why the run could not go on; the traceback is for ``--debug``."""
    from scopelint.cli.terminal import say
    from scopelint.engine.write import WriteError

    if "--debug" in arguments:
        import traceback

        traceback.print_exception(error)
    if isinstance(error, WriteError):
        say(str(error))
    elif isinstance(error, OSError) and error.errno is not None:
        say(f"the system refused: {error}")
    else:
        return _bug(error)
    return USAGE


def _bug(error: Exception) -> int:
    import traceback

    from scopelint.cli.terminal import say

    frame = traceback.extract_tb(error.__traceback__)[-1]
    module = frame.filename.rpartition("scopelint")[2].lstrip("/\\")
    say(
        f"a bug in scopelint: {type(error).__name__}: {error} ({module}:{frame.lineno}); "
        "please report it with the output of --debug"
    )
    return BUG
