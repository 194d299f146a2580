"""The program's entry: ``scopelint`` and ``python -m scopelint``."""

import gc
import os
import sys

# `typing` costs as much to import as a whole run that is given again.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn, TextIO


def main() -> None:
    """Run the command line and exit with its code."""
    # Cycles are rare here and a run is short: collecting, also while importing, costs more than it frees.
    gc.disable()
    _forget_working_folder()
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    try:
        from scopelint.engine.cache.replay import Replay

        replay = Replay(sys.argv[1:], os.environ)
        known = replay.answer()
        if known is not None:
            from scopelint.cli import give

            _leave(give(*known))
        from scopelint.cli import run

        _leave(run(sys.argv[1:], replay))
    except KeyboardInterrupt:
        # Pressed before the command line stood ready to say so itself.
        sys.stderr.write("scopelint: interrupted\n")
        sys.exit(130)


def _leave(code: int) -> "NoReturn":
    """End the process at once: taking everything read apart again would cost milliseconds for nothing."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # a closed pipe, already answered for
        sys.exit(code)
    os._exit(code)


def _nowhere() -> "TextIO":
    """A stream in place of one that was closed before the start."""
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")


def _forget_working_folder() -> None:
    """Import nothing from the working folder: a contract repository's own ``yaml.py`` must never run.

    ``python -m`` puts it on the path, and so does an empty part of PYTHONPATH. Where it holds scopelint
    itself it stays.
    """
    try:
        here = os.getcwd()
    except OSError:  # a folder that is gone holds nothing
        return
    if here != os.path.dirname(os.path.dirname(os.path.abspath(__file__))):
        join, normal = os.path.join, os.path.normpath
        sys.path[:] = [entry for entry in sys.path if normal(join(here, entry)) != here]


if __name__ == "__main__":
    main()
