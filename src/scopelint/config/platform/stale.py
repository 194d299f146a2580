"""Lists platform facts that nobody checked for a year: ``make stale``, to be run on a schedule.

Exits 1 when there are any, so that a scheduled job turns red.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from datetime import date as Date

from scopelint.config.platform import compiled_facts

YEAR = 365


def stale_facts(today: Date, days: int = YEAR) -> Iterator[str]:
    """One line for each fact checked more than that many days ago, platform by platform."""
    for platform, facts in compiled_facts().items():
        for name, (value, source, checked_on) in facts.items():
            age = (today - Date.fromisoformat(checked_on)).days
            if age > days:
                yield f"{platform}.{name} = {value!r}: checked {age} days ago, on {checked_on}, at {source}"


def main() -> int:
    """Print what is stale as of today in UTC."""
    found = list(stale_facts(datetime.now(UTC).date()))
    for line in found:
        print(line)
    print(f"{len(found)} facts were checked more than {YEAR} days ago" if found else "no fact is stale")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
