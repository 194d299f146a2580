"""The program's entry: ``scopelint`` and ``python -m scopelint``."""

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    # `python -m` puts the working folder first on the path: a contract repository's own `yaml.py`
    # must never be imported. The console script does not add it, and -P leaves it out.
    if sys.path and not sys.flags.safe_path and not sys.path[0].endswith(("bin", "Scripts")):
        first = sys.path[0]
        if first in ("", _working_folder()):
            del sys.path[0]
    from scopelint.cli import run

    sys.exit(run(sys.argv[1:]))


def _working_folder() -> str:
    from os import getcwd

    return getcwd()


if __name__ == "__main__":
    main()
