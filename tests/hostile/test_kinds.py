"""No file beside a contract stops the program, fills the memory, or keeps the contract from being judged."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import SOURCE
from tests.hostile.kinds import CONTRACT, KINDS

CPU_SECONDS = 2
MEMORY = 512 * 1024 * 1024
MOST_LINES = 400


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (2 * CPU_SECONDS, 2 * CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def check(folder: Path) -> tuple[int, str]:
    """The exit code and all output of a check that may use so much time and memory and no more."""
    ran = subprocess.run(
        [sys.executable, "-P", "-m", "scopelint", "check", "--no-cache", "--format", "concise"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(SOURCE), "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=_bounded,
        check=False,
    )
    return ran.returncode, ran.stdout.decode("utf-8", "replace")


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
def test_the_contract_beside_it_is_judged(name: str, tmp_path: Path) -> None:
    for path, data in {**KINDS[name], "scope.md": CONTRACT}.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
    code, output = check(tmp_path)
    assert code in (0, 1, 2), output[-500:]
    assert "Traceback" not in output
    assert "scope.md:" in output, output[:500]
    assert output.count("\n") < MOST_LINES
