"""The program in a process of its own that may use so much time and memory, and no more."""

import os
import resource
import subprocess
import sys
from pathlib import Path

from tests.cli.program import SOURCE

CPU_SECONDS = 2
"""What one run may take, counted as work: a clock would count what else the machine does."""

SLOW_MACHINE = 2
"""How much longer a machine may take that is slower than those this was measured on."""

MEMORY = 512 * 1024 * 1024


def _bound() -> None:
    seconds = CPU_SECONDS * SLOW_MACHINE
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def answer(folder: Path, *arguments: str) -> str:
    """All output of a run that comes to its end with a code of its own, and without a traceback."""
    ran = subprocess.run(
        [sys.executable, "-P", "-m", "scopelint", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(SOURCE), "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=_bound,
        check=False,
    )
    output = ran.stdout.decode("utf-8", "replace")
    assert ran.returncode in (0, 1, 2), (ran.returncode, output[-500:])
    assert "Traceback" not in output
    return output
