"""A check within bounds is a check as users start it, and the bounds hold."""

import signal
from pathlib import Path

import pytest

from tests.cli.program import scopelint
from tests.hostile.bounded import MEMORY, bounded, check
from tests.hostile.cases import CASES

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", ["alias bomb.yaml", "nul.md", "escape sequences.md", "right to left.md"])
def test_it_gives_what_the_program_gives(name: str, tmp_path: Path) -> None:
    file = Path("scope").with_suffix(Path(name).suffix).name
    (tmp_path / file).write_bytes(CASES[name])
    ran = scopelint("check", "--no-cache", "--format", "concise", file, cwd=tmp_path)
    code, output = check(tmp_path, file)
    assert (code, sorted(output.splitlines())) == (ran.code, sorted((ran.out + ran.err).splitlines()))


def test_what_never_ends_is_ended(tmp_path: Path) -> None:
    assert bounded(_spin, tmp_path, cpu_seconds=1).code == -signal.SIGKILL


def test_what_takes_too_much_memory_fails(tmp_path: Path) -> None:
    code, output = bounded(_hoard, tmp_path, cpu_seconds=1)
    assert code == 1
    assert "MemoryError" in output


def _spin() -> None:
    while True:
        pass


def _hoard() -> None:
    bytearray(MEMORY)
