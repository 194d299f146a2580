"""Measure scopelint as ratios taken in one run, interleaved, medians.

Usage: python bench/run.py [--rounds 9] [--contracts 1000] [--rules]

`--rules` prints instead what each rule costs a contract, and how long each fixture takes to read.
"""

import argparse
import compileall
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from generate import generate

PYTHON = [sys.executable, "-P"]
SCOPELINT = [*PYTHON, "-m", "scopelint"]


def seconds(command: list[str], folder: Path) -> float:
    """Wall time of one run; its output is thrown away and its exit code does not matter."""
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - started


def medians(commands: dict[str, list[str]], folder: Path, rounds: int) -> dict[str, float]:
    """The median time of each command, run in turn so that noise falls on all alike."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(seconds(command, folder))
    return {name: statistics.median(taken) for name, taken in times.items()}


def one_contract(rounds: int) -> None:
    """A single contract, and the commands that check nothing, against importing click."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generate(folder, 1)
        took = medians(
            {
                "import click": [*PYTHON, "-c", "import click"],
                "--version": [*SCOPELINT, "--version"],
                "--help": [*SCOPELINT, "--help"],
                "check 1 contract": [*SCOPELINT, "check", "."],
            },
            folder,
            rounds,
        )
    unit = took["import click"]
    for label, value in took.items():
        print(f"{label:24} {value * 1000:7.1f} ms   {value / unit:5.2f} x import click")


def many_contracts(count: int) -> None:
    """A repository, cold, in one process: time and the growth of memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generate(folder, count)
        took = seconds([*SCOPELINT, "check", "--format", "json", "."], folder)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"check {count} contracts      {took:7.2f} s    {took / count * 1000:.2f} ms each, peak {peak:.0f} MB"
    )


def warm_reading(rounds: int) -> None:
    """How long a document takes to read in a process that has read one before, slowest first."""
    from scopelint.reading.document import read_document
    from scopelint.text import SourceFile

    fixtures = Path(__file__).resolve().parent.parent / "fixtures"
    sources = [SourceFile(str(path), path.read_text()) for path in sorted(fixtures.rglob("*.md"))]
    took: dict[str, list[float]] = {source.path: [] for source in sources}
    for _ in range(rounds):
        for source in sources:
            started = time.process_time()
            read_document(source)
            took[source.path].append(time.process_time() - started)
    slowest = sorted(((statistics.median(t), path) for path, t in took.items()), reverse=True)
    print(f"read a fixture, warm     {statistics.median(t for t, _ in slowest) * 1000:7.2f} ms in the median")
    for value, path in slowest[:10]:
        print(f"  {value * 1000:7.2f} ms  {Path(path).relative_to(fixtures)}")


def rule_costs(count: int) -> None:
    """What each rule costs a generated contract, dearest first."""
    from scopelint.engine import run
    from scopelint.engine.check import check
    from scopelint.engine.request import Request

    spent: dict[str, float] = {}
    ask = run._ask

    def timed(rule: Any, *rest: Any) -> None:
        started = time.process_time()
        ask(rule, *rest)
        spent[rule.id] = spent.get(rule.id, 0.0) + time.process_time() - started

    with tempfile.TemporaryDirectory() as name:
        generate(Path(name), count)
        check(Request(paths=(name,)))  # the first run imports the checks
        run._ask = timed
        check(Request(paths=(name,)))
        run._ask = ask
    print(f"all rules                {sum(spent.values()) / count * 1000:7.3f} ms a contract")
    for rule_id, value in sorted(spent.items(), key=lambda item: -item[1])[:20]:
        print(f"  {value / count * 1000:7.3f} ms  {rule_id}")


def format_costs(count: int) -> None:
    """Each report format over the findings of many contracts, against ``json``; the best of three."""
    from datetime import date

    from scopelint.engine.check import check
    from scopelint.engine.request import Request
    from scopelint.report import FORMATS, rendered

    with tempfile.TemporaryDirectory() as name:
        generate(Path(name), count)
        result = check(Request((name,), today=date(2026, 2, 1)))
    took = {}
    for form in FORMATS:
        times = []
        for _ in range(3):
            started = time.perf_counter()
            rendered(form, result)
            times.append(time.perf_counter() - started)
        took[form] = min(times)
    for form, value in took.items():
        print(f"{form:12} {value * 1000:7.1f} ms   {value / took['json']:5.2f} x json")


def main() -> None:
    """Print all measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--contracts", type=int, default=1000)
    parser.add_argument("--rules", action="store_true")
    options = parser.parse_args()
    source = Path(__file__).resolve().parent.parent / "src"
    os.environ["PYTHONPATH"] = str(source)
    # An installed program has its bytecode; measuring without it would measure the compiler.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(source, quiet=1)
    if options.rules:
        sys.path.insert(0, str(source))
        rule_costs(min(options.contracts, 200))
        warm_reading(options.rounds)
        format_costs(min(options.contracts, 200))
        return
    one_contract(options.rounds)
    many_contracts(options.contracts)


if __name__ == "__main__":
    main()
