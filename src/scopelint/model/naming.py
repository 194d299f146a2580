"""How messages name what they speak about."""

import re
from typing import Protocol

from scopelint.model.record import Approval, Change, Deliverable, Dispute, Milestone, RevisionRound
from scopelint.text import Spanned

Named = Approval | Change | Deliverable | Dispute | Milestone | RevisionRound

_LONGEST = 60
_ID = re.compile(r"[A-Za-z]{1,4}[-_. ]?\d{1,5}[a-z]?")


class Record(Protocol):
    """A record with an id."""

    @property
    def id(self) -> Spanned[str] | None:
        """The id, None when the document gives none."""
        ...


def quoted(text: str) -> str:
    """The user's own words in backticks, on one line and cut to a readable length."""
    line = " ".join(text.replace("`", "'").split())
    return f"`{line}`" if len(line) <= _LONGEST else f"`{line[: _LONGEST - 1].rstrip()}…`"


def name(record: Record, words: Spanned[str] | None, kind: str) -> str:
    """A record by its id, else by its words, else by its kind: "`M2`", "`Logo files`", "a milestone"."""
    known = record.id or words
    return quoted(known.value) if known else f"a {kind}"


def listed(names: list[str]) -> str:
    """Names as an enumeration: "`D1`, `D2` and `D3`"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 round", "3 rounds"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def is_id(text: str) -> bool:
    """Whether a text looks like a record's id ("D1", "CO-12"), as opposed to words."""
    return bool(_ID.fullmatch(text))


def name_of(record: Named) -> str:
    """A record by its id, else by its words, else by its kind."""
    match record:
        case Milestone():
            return name(record, record.title, "milestone")
        case Deliverable():
            return name(record, record.text, "deliverable")
        case Change():
            return name(record, record.request, "change")
        case Approval():
            return name(record, None, "approval").replace("a approval", "an approval")
        case RevisionRound():
            return name(record, None, "revision round")
        case Dispute():
            return name(record, None, "dispute")
