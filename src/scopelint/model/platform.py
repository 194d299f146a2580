"""What a platform allows and demands, as data with sources."""

from collections.abc import Mapping
from datetime import date as Date
from typing import NamedTuple


class PlatformFact(NamedTuple):
    """A value with the page it was read from and when."""

    value: object
    source: str
    checked_on: Date


class PlatformProfile(NamedTuple):
    """The facts of one platform by name: ``review_days``, ``feedback_days``, ``channels``, …"""

    id: str
    facts: Mapping[str, PlatformFact]

    def value(self, name: str) -> object:
        """A fact's value, None when the profile does not hold it."""
        fact = self.facts.get(name)
        return fact.value if fact else None

    def days(self, name: str) -> int | None:
        """A fact that is a number of days, None when the profile does not hold it."""
        value = self.value(name)
        return value if isinstance(value, int) else None

    def names(self, name: str) -> tuple[str, ...]:
        """A fact that is a list of words, empty when the profile does not hold it."""
        value = self.value(name)
        return tuple(str(item) for item in value) if isinstance(value, (list, tuple)) else ()
