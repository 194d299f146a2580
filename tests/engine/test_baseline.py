"""A baseline that somebody broke is a problem like any other."""

import pytest

from scopelint.diagnostics import Problem
from scopelint.engine.baseline import Baseline, read_baseline


def accepting(times: str, on: str = "2026-01-01") -> str:
    entry = f'{{"rule": "r", "contract": ".", "content": "c", "times": {times}, "accepted_on": "{on}"}}'
    return f'{{"version": 1, "accepted": [{entry}]}}'


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"version": 2, "accepted": []}',
        '{"version": 1}',
        '{"version": 1, "accepted": [5]}',
        accepting("1e999"),
        accepting("NaN"),
        accepting("9" * 5000),
        accepting("null"),
        accepting("1", on="soon"),
        "\ufeff{}",
    ],
)
def test_what_is_no_baseline_is_told(text: str) -> None:
    assert isinstance(read_baseline("scopelint-baseline.json", text.encode()), Problem)


def test_bytes_that_are_no_text_are_told() -> None:
    assert isinstance(read_baseline("scopelint-baseline.json", b"\xff\xfe\0"), Problem)


def test_a_negative_count_accepts_nothing() -> None:
    found = read_baseline("b.json", accepting("-5").encode())
    assert isinstance(found, Baseline)
    assert all(entry.times <= 0 for entry in found.entries)
