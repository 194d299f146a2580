"""What the terminal can show."""

import os
import sys

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


def silence_output() -> None:
    """Keep the interpreter from failing again when it flushes a closed pipe at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
