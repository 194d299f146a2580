"""No file beside a contract stops the program, fills the memory, or keeps the contract from being judged."""

from pathlib import Path

import pytest

from tests.hostile.bounded import answer
from tests.hostile.kinds import CONTRACT, KINDS

MOST_LINES = 400


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
def test_the_contract_beside_it_is_judged(name: str, tmp_path: Path) -> None:
    for path, data in {**KINDS[name], "scope.md": CONTRACT}.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
    output = answer(tmp_path, "check", "--no-cache", "--format", "concise")
    assert "scope.md:" in output, output[:500]
    assert output.count("\n") < MOST_LINES
