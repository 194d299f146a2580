"""The terms of fixture contracts; run with ``SCOPELINT_BLESS=1`` to write what is read anew."""

import os
from pathlib import Path

import pytest

from tests.reading.prose.told import told

FOLDER = Path(__file__).parents[3] / "fixtures" / "terms"
CONTRACTS = sorted(FOLDER.glob("*.md"))


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda path: path.stem)
def test_terms(contract: Path) -> None:
    expected = contract.with_suffix(".txt")
    found = told(contract.read_text(encoding="utf-8"))
    if os.environ.get("SCOPELINT_BLESS"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_nothing_told_is_without_its_contract() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == {path.stem for path in CONTRACTS}
