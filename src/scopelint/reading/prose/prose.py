"""All that the prose of one document says."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scopelint.diagnostics import Confidence
from scopelint.model import Clause, ClauseStatus, Heading, Phrase, RevisionPolicy, Statement
from scopelint.reading.prose.clause import read_clauses
from scopelint.reading.prose.nature import Nature, read_nature
from scopelint.reading.prose.phrase import read_phrases
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.revision import read_revision_clause, read_revisions
from scopelint.reading.prose.statement import read_statements
from scopelint.text import Span


class Prose(NamedTuple):
    """What prose states; the fields are named as in ``Fragment``."""

    language: str
    nature: Nature
    clauses: tuple[Clause, ...]
    revisions: tuple[RevisionPolicy, ...]
    phrases: tuple[Phrase, ...]
    statements: tuple[Statement, ...]
    headings: tuple[Heading, ...]


def read_prose(reading: Reading, owed: Sequence[Span] = ()) -> Prose:
    """Clauses, the revision policy, telling phrases, comparable terms and headings of a document.

    ``owed`` are the places of its deliverables, in order.
    """
    nature = read_nature(reading)
    policy = read_revisions(reading)
    limit = read_revision_clause(reading, policy, nature)
    return Prose(
        language=reading.language,
        nature=nature,
        clauses=(*([limit] if limit else []), *read_clauses(reading), *_of_no_account(nature)),
        revisions=(policy,) if policy else (),
        phrases=tuple(read_phrases(reading, owed)),
        statements=tuple(read_statements(reading)),
        headings=tuple(_headings(reading)),
    )


def _of_no_account(nature: Nature) -> Iterator[Clause]:
    """The clauses about payment, where the work is a gift."""
    if nature.unpaid is not None:
        for name in ("payment-schedule", "deposit"):
            yield Clause(name, ClauseStatus.NOT_APPLICABLE, nature.unpaid, "phrase", Confidence.MEDIUM)


def _headings(reading: Reading) -> Iterator[Heading]:
    for part in reading.parts:
        section = part.section
        if section.title is not None:
            kind = part.own[0] if part.own else None
            yield Heading(section.title.plain, section.number, section.level, section.title.span(), kind)
