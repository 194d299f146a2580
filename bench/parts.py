"""What each rule, each document of the fixtures and each report format costs.

Usage: python bench/parts.py [--rounds 9] [--contracts 200]
"""

import argparse
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from generate import AS_OF, generate

from scopelint.engine import run
from scopelint.engine.check import check
from scopelint.engine.request import Request
from scopelint.reading.document import read_document
from scopelint.report import FORMATS, rendered
from scopelint.text import SourceFile

TODAY = date.fromisoformat(AS_OF)


def warm_reading(rounds: int) -> None:
    """How long a document takes to read in a process that has read one before, slowest first."""
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
    spent: dict[str, float] = {}
    ask = run._ask

    def timed(rule: Any, *rest: Any) -> None:
        started = time.process_time()
        ask(rule, *rest)
        spent[rule.id] = spent.get(rule.id, 0.0) + time.process_time() - started

    with tempfile.TemporaryDirectory() as name:
        generate(Path(name), count)
        check(Request((name,), today=TODAY))  # the first run imports the checks
        run._ask = timed
        check(Request((name,), today=TODAY))
        run._ask = ask
    print(f"all rules                {sum(spent.values()) / count * 1000:7.3f} ms a contract")
    for rule_id, value in sorted(spent.items(), key=lambda item: -item[1])[:20]:
        print(f"  {value / count * 1000:7.3f} ms  {rule_id}")


def format_costs(count: int) -> None:
    """Each report format over the findings of many contracts, against ``json``; the best of three."""
    with tempfile.TemporaryDirectory() as name:
        generate(Path(name), count)
        result = check(Request((name,), today=TODAY))
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
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--contracts", type=int, default=200)
    options = parser.parse_args()
    rule_costs(options.contracts)
    warm_reading(options.rounds)
    format_costs(options.contracts)


if __name__ == "__main__":
    main()
