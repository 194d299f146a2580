"""Measure scopelint and its peers in one run: ratios of medians, interleaved.

Usage: python bench/run.py [--rounds 9] [--contracts 1000] [--write]

`--write` puts the table and the chart where the README shows them. A peer that is not installed is left out.
`python bench/shards.py` measures the parts of a large repository alone.
`python bench/parts.py` tells what each rule, document and format costs.
`python bench/guards.py` measures alone what the guards of the front ends cost.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generate import AS_OF, generate
from guards import guards
from measure import Command, environment, exponent, interleaved, sample, script
from peer import PACKAGES, peers, versions
from row import Row, against, table, write
from shards import shards

SCOPELINT = script("scopelint")
MANY = ("yamllint", "check-jsonschema", "rumdl")
"""The peers that read a thousand contracts in reasonable time."""
CHECK = [SCOPELINT, "check", "--as-of", AS_OF, "--format", "concise", "--fail-on", "never"]


def repository(place: Path, contracts: int) -> Path:
    """A git repository of contracts, old enough for their times to be trusted."""
    generate(place, contracts)
    git(place, "init", "--quiet")
    git(place, "add", "--all")
    git(place, "commit", "--quiet", "--message", "contracts")
    subprocess.run(["sleep", "2.1"], check=True)
    git(place, "status")
    return place


def git(folder: Path, *words: str) -> None:
    """A git command of somebody."""
    who = ["-c", "user.name=Dana", "-c", "user.email=dana@example.org"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def lone(place: Path, rounds: int) -> Iterator[Row]:
    """One contract, and the commands that check nothing."""
    folder = repository(place / "one", 1)
    sample(Command([*CHECK, "."], folder))
    samples = interleaved(
        {
            "import click": Command([sys.executable, "-P", "-c", "import click"], folder),
            "`--version`": Command([SCOPELINT, "--version"], folder),
            "`--help`": Command([SCOPELINT, "--help"], folder),
            "1 contract, no cache": Command([*CHECK, "--no-cache", "."], folder),
            "1 contract, unchanged": Command([*CHECK, "."], folder),
            **dict(peers(folder)),
        },
        rounds,
    )
    aims = {"`--version`": 1.15, "`--help`": 1.25, "1 contract, no cache": 2.2, "1 contract, unchanged": 0.5}
    for name in samples:
        if name != "import click":
            yield against(name, "import click", samples, aims.get(name))


def many(place: Path, contracts: int, rounds: int) -> Iterator[Row]:
    """A repository of contracts: cold, warm, after an edit, and in a fresh clone."""
    folder = repository(place / "many", contracts)
    cold = f"{contracts} contracts, one process"
    commands = {cold: Command([*CHECK, "--no-cache", "--jobs", "1", "."], folder)}
    commands["two processes"] = Command([*CHECK, "--no-cache", "--jobs", "2", "."], folder)
    commands |= {name: peer for name, peer in peers(folder) if name in MANY}
    samples = interleaved(commands, max(1, rounds // 3))
    if "yamllint" in samples:
        yield against(cold, "yamllint", samples, 0.15)
        yield against("two processes", "yamllint", samples, 0.09)
        peak = samples[cold].peak
        yield Row("most memory", f"{peak:.0f} MB", "yamllint", peak / samples["yamllint"].peak, 1.6)
        if "rumdl" in samples:
            yield against("rumdl", "yamllint", samples, over=f", Markdown of {contracts} contracts")
    if "check-jsonschema" in samples:
        yield against(cold, "check-jsonschema", samples, 0.45)
    samples |= interleaved(warm(folder, place), rounds)
    yield against("nothing changed", "git status", samples, 2.5)
    yield against("1 contract changed", "import click", samples, 3.5)
    yield against("fresh clone, restored cache", cold, samples, 0.05)


def warm(folder: Path, place: Path) -> dict[str, Command]:
    """Runs that remember, each kind in a cache of its own."""
    clone = place / "clone" / "many"
    caches = {name: place / f"cache-{name}" for name in ("still", "edited", "cloned")}

    def command(kind: str, where: Path, prepare: object) -> Command:
        return Command([*CHECK, "."], where, prepare, {"SCOPELINT_CACHE_DIR": str(caches[kind])})

    def edit() -> None:
        with (edited / "client-00000" / "scope.md").open("a") as file:
            file.write("\nA further line.\n")

    def fresh() -> None:
        """The clone takes the place of what the cache knows, since a cache is known by its folder."""
        shutil.rmtree(clone, ignore_errors=True)
        shutil.rmtree(caches["cloned"])
        shutil.copytree(place / "cache-kept", caches["cloned"])
        git(place, "clone", "--quiet", str(folder), str(clone))

    edited = place / "edited"
    git(place, "clone", "--quiet", str(folder), str(edited))
    git(place, "clone", "--quiet", str(folder), str(clone))
    for kind, where in (("still", folder), ("edited", edited), ("cloned", clone)):
        sample(command(kind, where, lambda: None))
    shutil.copytree(caches["cloned"], place / "cache-kept")
    return {
        "import click": Command([sys.executable, "-P", "-c", "import click"], folder),
        "git status": Command(["git", "status"], folder),
        "nothing changed": command("still", folder, lambda: None),
        "1 contract changed": command("edited", edited, edit),
        "fresh clone, restored cache": command("cloned", clone, fresh),
    }


def growth(place: Path) -> Iterator[Row]:
    """How cost grows with the number of contracts, and with the size of one document."""
    few, lots = 100, 5000
    samples = {}
    for count in (few, lots):
        generate(place / f"grow-{count}", count)
        command = [*CHECK, "--no-cache", "--jobs", "1", "."]
        samples[count] = sample(Command(command, place / f"grow-{count}"))
    times = exponent(samples[few].cpu, samples[lots].cpu, lots / few)
    yield Row("growth of CPU time", f"{few} to {lots} contracts", "exponent", times, 1.03)
    each = (samples[lots].peak - samples[few].peak) * 1000 / (lots - few)
    yield Row("growth of memory", f"{few} to {lots} contracts", "kB a contract", each, 6)
    none, small, large = (sample(command).cpu for command in documents(place, (0, 110_000, 880_000)))
    times = exponent(small - none, large - none, 8)
    yield Row("growth of CPU time", "110 to 880 kB of a document", "exponent", times, 1.08)


def documents(place: Path, sizes: tuple[int, ...]) -> Iterator[Command]:
    """Checks of one contract, to whose document so many characters of prose are added."""
    for size in sizes:
        folder = place / f"large-{size}"
        generate(folder, 1)
        document = folder / "client-00000" / "scope.md"
        text = document.read_text()
        body = text.partition("\n## Deliverables")[0].partition("## Scope\n")[2]
        document.write_text(text + body * (size // len(body)))
        yield Command([*CHECK, "--no-cache", "."], folder)


def main() -> None:
    """Print the table, and write it when asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--contracts", type=int, default=1000)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    # An installed program has its bytecode; measuring without it would measure the compiler.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    machine = f"Taken on {environment(('click', *PACKAGES))}{versions()}."
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        os.environ["SCOPELINT_CACHE_DIR"] = str(place / "cache")
        for measures in (
            lone(place, options.rounds),
            many(place, options.contracts, options.rounds),
            growth(place),
            guards(place / "guarded", 5 * options.rounds),
            shards(place, 20 * options.contracts, 8),
        ):
            for row in measures:
                rows.append(row)
                print(*row.cells, sep="  ", flush=True)
    print(f"\n{table(rows)}\n{machine}")
    if options.write:
        write(rows, machine)


if __name__ == "__main__":
    main()
