"""A repository as large as an agency's, checked part by part as machines of a CI would.

Usage: python bench/shards.py [--contracts 20000] [--parts 8]
"""

import argparse
import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generate import AS_OF, generate, is_flawed
from measure import Command, sample, script
from row import Row, seconds

SCOPELINT = script("scopelint")
CHECK = [SCOPELINT, "check", "--no-cache", "--as-of", AS_OF, "--format", "concise", "--fail-on", "never"]


def shards(place: Path, contracts: int, parts: int) -> Iterator[Row]:
    """The dearest part against as many contracts in a repository of their own, and joining the reports.

    In CPU time: parts run one after another here, and other work on the machine must not tell them apart.
    """
    agency = place / "agency"
    generate(agency, contracts)
    generate(place / "share", contracts // parts)
    share = sample(Command([*CHECK, "."], place / "share"))
    reports = [f"part-{number}.json" for number in range(1, parts + 1)]
    dearest = 0.0
    for number, report in enumerate(reports, 1):
        part = ["--shard", f"{number}/{parts}", "--output", f"json:{report}"]
        dearest = max(dearest, sample(Command([*CHECK, *part, "."], agency)).cpu)
    name = f"{contracts} contracts in {parts} parts, CPU time of the dearest"
    yield Row(name, seconds(dearest), f"{contracts // parts} contracts alone", dearest / share.cpu)
    joining = sample(Command([SCOPELINT, "merge", *reports], agency))
    prove_whole(agency, reports, contracts)
    yield Row("joining their reports", seconds(joining.cpu), "the dearest part", joining.cpu / dearest)


def prove_whole(folder: Path, reports: list[str], contracts: int) -> None:
    """Raise unless the joined report names every contract, and findings in exactly the flawed ones."""
    done = subprocess.run([SCOPELINT, "merge", *reports], cwd=folder, capture_output=True, check=False)
    report = json.loads(done.stdout)
    flawed = {found["path"].partition("/")[0] for found in report["diagnostics"]}
    expected = {f"client-{number:05}" for number in range(contracts) if is_flawed(number)}
    if len(report["contracts"]) != contracts or flawed != expected:
        raise RuntimeError(f"the joined report lacks something: {len(report['contracts'])} contracts")


def main() -> None:
    """Print what the parts cost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--contracts", type=int, default=20_000)
    parser.add_argument("--parts", type=int, default=8)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for row in shards(Path(name), options.contracts, options.parts):
            print(*row.cells, sep="  ", flush=True)


if __name__ == "__main__":
    main()
