"""The program's entry: ``scopelint`` and ``python -m scopelint``."""

import gc
import os
import sys

# `typing` costs as much to import as a whole run that is given again.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> None:
    """Run the command line and exit with its code."""
    # Cycles are rare here and a run is short: collecting, also while importing, costs more than it frees.
    gc.disable()
    # `python -m` puts the working folder first on the path: a contract repository's own `yaml.py`
    # must never be imported. The console script does not add it, and -P leaves it out.
    if sys.path and not sys.flags.safe_path and _is_working_folder(sys.path[0]):
        del sys.path[0]
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


def _is_working_folder(entry: str) -> bool:
    return entry in ("", os.getcwd())


if __name__ == "__main__":
    main()
