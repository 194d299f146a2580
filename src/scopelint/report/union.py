"""What several reports list, as one list."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
Order: TypeAlias = Callable[[Json], Any]


def union(lists: Iterable[list[Json]], order: Order) -> list[Json]:
    """All entries in order, those of every part once.

    What concerns no contract, such as a mistake in the configuration, is in the report of each part.
    """
    most: Counter[str] = Counter()
    for entries in lists:
        most |= Counter(json.dumps(entry) for entry in entries)
    return sorted((json.loads(entry) for entry in most.elements()), key=order)
