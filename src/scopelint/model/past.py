"""What a lock records and git remembers, as plain data."""

from datetime import date as Date
from typing import NamedTuple

from scopelint.model.record import Approval, Change
from scopelint.model.value import Evidence
from scopelint.text import Span, Spanned


class Agreement(NamedTuple):
    """One agreement that a lock records.

    ``approval`` is the id of the approval it rests on, ``changes`` the ids of the approved changes it
    includes, ``despite`` the rules whose errors stood when it was forced.
    """

    span: Span
    digest: Spanned[str] | None = None
    date: Spanned[Date] | None = None
    approval: Spanned[str] | None = None
    changes: tuple[str, ...] = ()
    despite: tuple[str, ...] = ()


class Commit(NamedTuple):
    """A commit and the UTC day it was made on."""

    id: str
    date: Date

    def __str__(self) -> str:
        """As people name it: the short id and the day."""
        return f"{self.id[:7]} of {self.date.isoformat()}"


class Version(NamedTuple):
    """The text of a document as one commit left it."""

    commit: Commit
    path: str
    text: str


class PastRecord(NamedTuple):
    """An approval, a change or evidence as it stood in a commit."""

    commit: Commit
    record: Approval | Change | Evidence
