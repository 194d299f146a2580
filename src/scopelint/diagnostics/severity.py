"""How bad a finding is."""

from enum import IntEnum


class Severity(IntEnum):
    """Ordered, so that ``severity >= Severity.WARNING`` reads as meant."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The lower-case word used in every format."""
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> "Severity":
        """The severity with that word; raises KeyError for any other."""
        return cls[word.upper()]
