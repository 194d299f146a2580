"""Running the real program."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).resolve().parent.parent.parent / "src"


class Ran(NamedTuple):
    """What a run gave."""

    code: int
    out: str
    err: str


def scopelint(
    *arguments: str, cwd: Path | None = None, input: str | None = None, env: Mapping[str, str] | None = None
) -> Ran:
    """Run ``scopelint`` in a process of its own, as a user's shell would."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "scopelint", *arguments],
        cwd=cwd,
        input=input,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(SOURCE), "NO_COLOR": "1", **(env or {})},
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
