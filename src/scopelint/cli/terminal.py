"""What the terminal can show, and writing to it."""

import os
import sys
import time
from io import TextIOWrapper

# `typing` costs as much to import as a whole run that is given again.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from click import ClickException

    from scopelint.diagnostics import Problem
    from scopelint.text import SourceFile

COLOUR = ("auto", "always", "never")


def colour_wanted(choice: str) -> bool:
    """Whether to colour standard output: as chosen, else when a terminal shows it and NO_COLOR is unset."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


class OutputError(Exception):
    """Standard output that takes nothing more, as on a full disk; the text says why."""


def write(text: str | bytes) -> None:
    """Write text, or its UTF-8, to standard output.

    When its reader has gone, the rest is dropped and the run's code stays. What the output's encoding lacks
    is written as an escape. Raises ``OutputError``.
    """
    stream = sys.stdout
    try:
        if isinstance(text, bytes):
            if isinstance(stream, TextIOWrapper) and stream.encoding == "utf-8" and os.linesep == "\n":
                stream.buffer.write(text)
                stream.flush()
                return
            text = text.decode()
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        silence_output()
    except OSError as error:
        silence_output()
        raise OutputError(f"standard output cannot be written: {error.strerror}") from error


def write_line(text: str) -> None:
    """Write a line in which anybody's text may stand, safe to print."""
    from scopelint.report.escape import inert, printable

    write(inert(f"{printable(text)}\n"))


class Watch:
    """Shows on a terminal how far a long run has come, and leaves no trace; silent in pipes and in CI."""

    PATIENCE = 0.5
    INTERVAL = 0.1

    def __init__(self) -> None:
        self._shown = False
        self._next = time.monotonic() + self.PATIENCE
        self._wanted = sys.stderr.isatty() and not os.environ.get("CI")

    def __call__(self, done: int, total: int) -> None:
        """Show how many are done, not more often than eyes can follow."""
        now = time.monotonic()
        if self._wanted and now >= self._next:
            self._shown = True
            self._next = now + self.INTERVAL
            sys.stderr.write(f"\r{done} of {total} contracts checked")
            sys.stderr.flush()

    def __enter__(self) -> "Watch":
        return self

    def __exit__(self, *error: object) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def complain(lines: str) -> None:
    """Write lines to standard error, safe to print."""
    from scopelint.report.escape import inert, printable

    sys.stderr.write(inert("".join(f"{printable(line)}\n" for line in lines.split("\n"))))


def say(message: str) -> None:
    """Say something beside the report, on standard error."""
    from scopelint.report.escape import printable

    complain(f"scopelint: {printable(message)}")


def show_error(error: "ClickException") -> None:
    """Say what is wrong with a command, as click words it; names and values in it are anybody's text."""
    from io import StringIO

    words = StringIO()
    error.show(words)
    complain(words.getvalue().removesuffix("\n"))


def tell(problems: "Collection[Problem]", sources: "Mapping[str, SourceFile]") -> int:
    """Say what could not be read; the exit code for that."""
    if not problems:
        return 0
    from scopelint.report.problem_line import problem_lines

    for line in problem_lines(problems, sources):
        say(line)
    return 2


def silence_output() -> None:
    """Keep the interpreter from failing again when it flushes a closed pipe at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
