"""The whole program on hostile documents: an answer in time, and never a traceback."""

import time
from pathlib import Path

import pytest

from tests.cli.program import scopelint
from tests.hostile.cases import CASES
from tests.hostile.test_syntax import SECONDS


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_the_program_answers(name: str, tmp_path: Path) -> None:
    path = tmp_path / ("scope.md" if name.endswith(".md") else "milestones.yaml")
    path.write_bytes(CASES[name])
    start = time.perf_counter()
    ran = scopelint("check", "--as-of", "2026-02-01", path.name, cwd=tmp_path)
    assert time.perf_counter() - start < 2 * SECONDS
    assert ran.code in (0, 1, 2), ran.err[-500:]
    assert "Traceback" not in ran.out + ran.err
    assert not {"\x1b", "\x07", "\u202e", "\u200b"} & set(ran.out + ran.err)
