"""The whole program on hostile documents: an answer in time and memory, and never a traceback."""

from pathlib import Path

import pytest

from tests.hostile.bounded import answer
from tests.hostile.cases import CASES
from tests.hostile.kinds import KINDS


def test_there_are_enough_files() -> None:
    """Each of them is read by a process of its own, here and in ``test_kinds``."""
    assert len(CASES) + len(KINDS) >= 160


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_the_program_answers(name: str, tmp_path: Path) -> None:
    path = tmp_path / ("scope.md" if name.endswith(".md") else "milestones.yaml")
    path.write_bytes(CASES[name])
    output = answer(tmp_path, "check", "--as-of", "2026-02-01", path.name)
    assert not {"\x1b", "\x07", "\u202e", "\u200b"} & set(output)
