"""The fixture contracts read as expected; run with ``SCOPELINT_BLESS=1`` to write the readings anew."""

import os
from pathlib import Path

import pytest

from tests.reading.shown import shown

FOLDER = Path(__file__).parents[2] / "fixtures" / "reading"
CONTRACTS = sorted(FOLDER.glob("*.md"))


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda path: path.stem)
def test_reading(contract: Path) -> None:
    expected = contract.with_suffix(".txt")
    found = shown(contract.read_text(encoding="utf-8"), contract.name)
    if os.environ.get("SCOPELINT_BLESS"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_there_are_enough_contracts() -> None:
    assert len(CONTRACTS) >= 40


def test_no_reading_is_without_its_contract() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == {path.stem for path in CONTRACTS}
