"""No file beside a contract stops the program, fills the memory, or keeps the contract from being judged."""

from pathlib import Path

import pytest

from tests.hostile.bounded import check
from tests.hostile.kinds import CONTRACT, KINDS

MOST_LINES = 400
HARMLESS = frozenset(
    (
        "config: byte order mark",
        "config: empty",
        "pyproject: no table",
        "ignored: many names",
        "ignored: stars",
        "ignored: large",
        "ignored: no text",
    )
)
"""What is in order, or names no file that would be there."""


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
def test_the_contract_beside_it_is_judged(name: str, tmp_path: Path) -> None:
    for path, data in {**KINDS[name], "scope.md": CONTRACT}.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
    code, output = check(tmp_path)
    assert code == (1 if name in HARMLESS else 2), output[-500:]
    assert "Traceback" not in output
    assert "scope.md:" in output, output[:500]
    assert name in HARMLESS or f"{next(iter(KINDS[name]))}:" in output, output[:500]
    assert output.count("\n") < MOST_LINES
