"""System calls that fail, or at which the process is killed, one after the other."""

import errno
import os
import signal
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedIOBase
from typing import Any
from unittest.mock import patch

STEPS = (
    "open",
    "fdopen",
    "write",
    "fsync",
    "chmod",
    "replace",
    "unlink",
    "stat",
    "lstat",
    "scandir",
    "access",
)
"""What a command asks of the system: functions of ``os``, and ``write`` to what ``fdopen`` gave."""


class _Watched:
    """A stream whose writing counts as a step."""

    def __init__(self, stream: BufferedIOBase, write: Callable[[bytes], int]) -> None:
        self._stream = stream
        self.write = write

    def __enter__(self) -> "_Watched":
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def acting(act: Callable[[str, int], None]) -> Iterator[Counter[str]]:
    """Call ``act`` with every step and how often it has come, before it is done; counts all steps."""
    seen: Counter[str] = Counter()

    def counted(step: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            seen[step] += 1
            act(step, seen[step])
            done = real(*given, **named)
            return _Watched(done, counted("write", done.write)) if step == "fdopen" else done

        return call

    names: Any = (f"{number:08d}" for number in range(10_000))
    patches = [patch.object(os, step, counted(step, getattr(os, step))) for step in STEPS if step != "write"]
    # Names must not differ between two runs, and finding one is no step of its own.
    patches.append(patch.object(tempfile, "_name_sequence", names))
    for one in patches:
        one.start()
    try:
        yield seen
    finally:
        for one in patches:
            one.stop()


def failing(step: str, number: int, code: int = errno.ENOSPC) -> Callable[[str, int], None]:
    """Let one step fail when it comes for the ``number``-th time."""

    def act(name: str, count: int) -> None:
        if (name, count) == (step, number):
            raise OSError(code, os.strerror(code))

    return act


def killing(step: str, number: int) -> Callable[[str, int], None]:
    """Kill the process before one step when it comes for the ``number``-th time."""

    def act(name: str, count: int) -> None:
        if (name, count) == (step, number):
            os.kill(os.getpid(), signal.SIGKILL)

    return act


def instants(seen: Counter[str], most: int = 6) -> Iterator[tuple[str, int]]:
    """The first and last times of each step, and some between."""
    for step, times in seen.items():
        yield from (
            (step, number) for number in sorted({1 + n * (times - 1) // (most - 1) for n in range(most)})
        )
