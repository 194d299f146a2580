"""What the tests with files made to break something share."""

import signal
from collections.abc import Iterator

import pytest


@pytest.fixture
def in_time() -> Iterator[None]:
    """Whoever waits for a pipe or reads a device to its end is stopped."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(20)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
