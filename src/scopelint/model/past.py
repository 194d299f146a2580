"""What a lock and git know of a contract's past, as plain data."""

import re
from collections.abc import Mapping
from datetime import date as Date
from typing import TYPE_CHECKING, NamedTuple

from scopelint.model.record import Approval, Change
from scopelint.model.value import Evidence
from scopelint.text import Span, Spanned

if TYPE_CHECKING:
    from scopelint.model.contract import Contract


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


class Lock(NamedTuple):
    """The lock file: the agreement in force, earlier ones oldest first, and the terms agreed.

    ``intact`` is false when the terms do not fit the digest: somebody edited them by hand.
    """

    path: str
    agreement: Agreement
    terms: "Contract"
    earlier: tuple[Agreement, ...] = ()
    intact: bool = True


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


class History(NamedTuple):
    """What git knows of a contract; when it could not be asked, ``absent`` says why.

    ``agreed`` is the contract at its ``agreed_ref``, ``approved`` the contract at the versions that
    approvals name; names that git does not know are left out. ``versions`` are the committed states of
    the documents, oldest first. In a shallow clone that lacks the beginning, ``partial`` tells what to
    do about it, and ``edge`` holds the oldest commits: what they contain may be older.
    """

    absent: str | None = None
    shallow: bool = False
    partial: str | None = None
    edge: frozenset[str] = frozenset()
    agreed: "Contract | None" = None
    approved: Mapping[str, "Contract"] = {}
    versions: tuple[Version, ...] = ()
    records: tuple[PastRecord, ...] = ()

    def first_seen(self, words: str) -> Commit | None:
        """The commit in which words first stood in a document; None when history does not tell.

        Words are found whatever the spacing and the line breaks between them.
        """
        spaced = r"\s+".join(re.escape(word) for word in words.split())
        if not spaced:
            return None
        sought = re.compile(rf"(?<!\w){spaced}(?!\w)")
        for version in self.versions:
            if sought.search(version.text):
                return None if version.commit.id in self.edge else version.commit
        return None
