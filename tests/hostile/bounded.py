"""A check that may use so much time and memory and no more."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.cli.program import SOURCE

CPU_SECONDS = 2
MEMORY = 512 * 1024 * 1024

# Twice the time: the machine that runs the tests does other things too. A shell sets the limits, since a
# fork of the tests' own process costs more than many a check.
_BOUNDED = ["sh", "-c", f'ulimit -t {2 * CPU_SECONDS} -v {MEMORY // 1024}; exec "$@"', "sh"]


class Checked(NamedTuple):
    """The exit code of a check, and all that it printed."""

    code: int
    output: str


def check(folder: Path, *arguments: str) -> Checked:
    """What a check gives that is killed when it takes too much."""
    ran = subprocess.run(
        [
            *_BOUNDED,
            sys.executable,
            *["-P", "-m", "scopelint", "check", "--no-cache", "--format", "concise"],
            *arguments,
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(SOURCE), "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return Checked(ran.returncode, ran.stdout.decode("utf-8", "replace"))
