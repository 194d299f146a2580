"""No format is much slower than ``json``."""

import time

import pytest

from scopelint.report import FORMATS, rendered
from tests.report.factory import CLASH, VAGUE, result

MANY = result(*[CLASH, VAGUE] * 5000)


def seconds(name: str) -> float:
    """The best of three, so that a busy machine does not decide."""
    times = []
    for _ in range(3):
        started = time.perf_counter()
        rendered(name, MANY)
        times.append(time.perf_counter() - started)
    return min(times)


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS)
def test_ten_thousand_findings_take_at_most_twice_as_long_as_json(name: str) -> None:
    assert seconds(name) <= 2 * seconds("json")
