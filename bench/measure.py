"""Running commands and timing them."""

import math
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import NamedTuple


class Sample(NamedTuple):
    """One run: wall and CPU time in seconds, the most memory held in MB."""

    wall: float
    cpu: float
    peak: float


class Command(NamedTuple):
    """What to run where; ``prepare`` is called before each run and not timed."""

    words: Sequence[str]
    folder: Path
    prepare: Callable[[], object] = lambda: None
    environment: Mapping[str, str] = {}


def sample(command: Command) -> Sample:
    """One run. Its output is thrown away; findings are no failure, but a crash is."""
    command.prepare()
    started = time.perf_counter()
    child = subprocess.Popen(
        command.words,
        cwd=command.folder,
        env={**os.environ, **command.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode < 0 or child.returncode > 1:
        raise RuntimeError(f"{' '.join(command.words)} ended with {child.returncode}")
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def interleaved(commands: Mapping[str, Command], rounds: int) -> dict[str, Sample]:
    """The median of each command, run in turn so that noise falls on all alike."""
    samples: dict[str, list[Sample]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            samples[name].append(sample(command))
    return {
        name: Sample(*(statistics.median(values) for values in zip(*taken, strict=True)))
        for name, taken in samples.items()
    }


def exponent(small: float, large: float, times: float) -> float:
    """How cost grows when the work grows ``times`` over: 1 is in proportion."""
    return math.log(large / small) / math.log(times)


def environment(packages: Sequence[str]) -> str:
    """The machine, how busy it is with other things, and the versions, for a sentence."""
    versions = [f"{name} {metadata.version(name)}" for name in packages if installed(name)]
    git = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True).stdout.split()[2]
    processor = platform.processor() or platform.machine()
    return (
        f"{platform.system()} on {processor} with {len(os.sched_getaffinity(0))} processors "
        f"(load before the run: {os.getloadavg()[0]:.1f}), "
        f"Python {platform.python_version()}, git {git}, {', '.join(versions)}"
    )


def installed(package: str) -> bool:
    """Whether a package is installed beside this one."""
    try:
        metadata.version(package)
    except metadata.PackageNotFoundError:
        return False
    return True


def script(name: str) -> str:
    """A program installed beside this Python."""
    return str(Path(sys.executable).with_name(name))
