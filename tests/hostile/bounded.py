"""A check in a process of its own that may use so much time and memory and no more.

The process is forked from one that has checked one harmless contract: starting Python anew for each of some
hundred files would take longer than most checks. What a start itself could do wrong is tried with the
program as users start it, in ``test_code``, ``test_files`` and ``test_ending``.
"""

import multiprocessing
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from scopelint.__main__ import main

CPU_SECONDS = 2
MEMORY = 512 * 1024 * 1024

_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(["tests.hostile.warm"])


class Done(NamedTuple):
    """The exit code of a process (negative: the signal that ended it), and all that it printed."""

    code: int
    output: str


def check(folder: Path, *arguments: str) -> Done:
    """What a check gives that is killed when it takes too much."""
    # Twice the time: the machine that runs the tests does other things too.
    return bounded(_check, folder, *arguments, cpu_seconds=2 * CPU_SECONDS)


def bounded(work: Callable[..., None], folder: Path, *arguments: str, cpu_seconds: int) -> Done:
    """Do something in a folder, in a process that ends when it has used up what it may."""
    printed = folder.with_name(folder.name + " printed")
    process = _FORKING.Process(target=_do, args=(work, folder, printed, arguments, cpu_seconds))
    process.start()
    process.join()
    assert process.exitcode is not None
    return Done(process.exitcode, printed.read_bytes().decode("utf-8", "replace"))


def _do(
    work: Callable[..., None], folder: Path, printed: Path, arguments: tuple[str, ...], cpu_seconds: int
) -> None:
    stream = os.open(printed, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for standard in (1, 2):
        os.dup2(stream, standard)
    os.chdir(folder)
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    work(*arguments)


def _check(*arguments: str) -> None:
    os.environ["NO_COLOR"] = "1"
    sys.argv[1:] = ["check", "--no-cache", "--format", "concise", *arguments]
    main()
