"""Scalars that YAML versions read differently."""

import pytest

from scopelint.syntax.ambiguity import is_ambiguous


@pytest.mark.parametrize(
    "text", ["no", "On", "y", "1:30", "0123456", "12e4567", "1_000", "0b11", "0o17", "1.e3"]
)
def test_read_differently(text: str) -> None:
    assert is_ambiguous(text)


@pytest.mark.parametrize(
    "text", ["nothing", "12", "1.5", "0", "0.5", "2026-01-02", "1:3x", "true", "null", "", "M1"]
)
def test_read_alike(text: str) -> None:
    assert not is_ambiguous(text)
