"""Scalars that YAML versions read differently."""

import pytest

from scopelint.syntax.ambiguity import is_ambiguous, other_reading


@pytest.mark.parametrize(
    "text", ["no", "On", "y", "1:30", "0123456", "12e4567", "1_000", "0b11", "0o17", "1.e3"]
)
def test_read_differently(text: str) -> None:
    assert is_ambiguous(text)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("-1:30:00.5", "a number in base 60"),
        ("-017", "a number in base 8"),
        ("0o17", "a number in base 8"),
        ("+0b1_1", "a number in base 2"),
        ("1_000.5", "a number"),
        (".5e-3", "a number with an exponent"),
        ("Off", "true or false"),
    ],
)
def test_what_others_read(text: str, reading: str) -> None:
    assert other_reading(text) == reading


@pytest.mark.parametrize(
    "text",
    [
        "nothing",
        "12",
        "1.5",
        "0",
        "0.5",
        "2026-01-02",
        "1:3x",
        "true",
        "null",
        "",
        "M1",
        "1:",
        "0b",
        "1_",
        "-",
        "1" * 99,
    ],
)
def test_read_alike(text: str) -> None:
    assert not is_ambiguous(text)
