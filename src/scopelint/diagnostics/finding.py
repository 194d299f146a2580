"""What a rule says about a contract."""

from enum import IntEnum
from typing import NamedTuple

from scopelint.text import Edit, Span


class Confidence(IntEnum):
    """How sure a heuristic is. Low never fails a build by default."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def word(self) -> str:
        """The lower-case word used in every format."""
        return self.name.lower()


class Label(NamedTuple):
    """A place with the words to print beside it."""

    span: Span
    message: str = ""


class Fix(NamedTuple):
    """Edits that remove a finding. A safe one never changes what the contract says."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


class Finding(NamedTuple):
    """What a rule says. It knows neither the rule's id nor its severity.

    ``case`` names an entry of the page's ``severity`` map. ``about`` holds the places of the records
    concerned (``milestone.span``): a cause and its consequence are matched by it; empty means the
    record the rule was called for, or the whole contract. ``counter_text`` is ready wording for the
    contract or for a message to the client, where no edit is right.
    """

    message: str
    at: Label
    case: str | None = None
    related: tuple[Label, ...] = ()
    help: str | None = None
    fix: Fix | None = None
    confidence: Confidence = Confidence.HIGH
    about: tuple[Span, ...] = ()
    counter_text: str | None = None

    @property
    def told(self) -> str:
        """The message, with how sure it is where that is less than high: for formats made of words."""
        if self.confidence is Confidence.HIGH:
            return self.message
        return f"{self.message} ({self.confidence.word} confidence)"


class NotChecked(NamedTuple):
    """A rule's word that it could not judge, and why: "no milestones found"."""

    reason: str


class Problem(NamedTuple):
    """What syntax or reading found on its way; the rule of that id reports it.

    Parsers never raise on what a user wrote: they return their tree and problems.
    """

    rule: str
    finding: Finding
