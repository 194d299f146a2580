"""How messages name what they speak about."""

import re

from scopelint.model.client import Dispute
from scopelint.model.record import Approval, Change, Deliverable, Milestone, RevisionRound
from scopelint.text import Spanned

Named = Approval | Change | Deliverable | Dispute | Milestone | RevisionRound

_KINDS: dict[type[Named], str] = {
    Approval: "an approval",
    Change: "a change",
    Deliverable: "a deliverable",
    Dispute: "a dispute",
    Milestone: "a milestone",
    RevisionRound: "a revision round",
}
_LONGEST = 60
_ID = re.compile(r"[A-Za-z]{1,4}[-_. ]?\d{1,5}[a-z]?")


def quoted(text: str) -> str:
    """The user's own words in backticks, on one line and cut to a readable length."""
    line = " ".join(text.replace("`", "'").split())
    return f"`{line}`" if len(line) <= _LONGEST else f"`{line[: _LONGEST - 1].rstrip()}…`"


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
    """A record by its id, else by its words, else by its kind: "`M2`", "`Logo files`", "a milestone"."""
    known = record.id or _words(record)
    return quoted(known.value) if known else _KINDS[type(record)]


def _words(record: Named) -> Spanned[str] | None:
    match record:
        case Milestone():
            return record.title
        case Deliverable():
            return record.text
        case Change():
            return record.request
        case _:
            return None
