"""What prose states: clauses, phrases, prices and terms, with how each was recognised."""

from enum import StrEnum
from typing import NamedTuple

from scopelint.diagnostics import Confidence
from scopelint.model.value import Money
from scopelint.text import Span, Spanned

CLAUSES = (
    "revision-limit",
    "exclusions",
    "payment-schedule",
    "deposit",
    "acceptance",
    "change-process",
    "timeline",
    "termination",
    "communication",
)


class ClauseStatus(StrEnum):
    """What a contract says about one matter."""

    STATED = "stated"
    PARTIAL = "partial"
    MISSING = "missing"
    UNLIMITED = "unlimited"
    NOT_APPLICABLE = "not-applicable"


class Clause(NamedTuple):
    """One of ``CLAUSES``: whether it is stated, where, and how it was recognised.

    ``recognised_by`` is ``heading``, ``phrase``, ``table`` or ``record``. A missing clause has the
    place where it would be expected: the heading of its section, else the document's title.
    """

    name: str
    status: ClauseStatus
    span: Span | None
    recognised_by: str | None = None
    confidence: Confidence = Confidence.HIGH


class Phrase(NamedTuple):
    """A lexicon hit: words of a group such as ``open-list`` in their sentence.

    ``section`` is the kind of section (``deliverables``, ``exclusions``, ``terms``, …), ``owner`` who
    is bound (``freelancer``, ``client``, ``both`` or None). ``negated`` tells polarity, ``measured``
    that the same sentence holds a number with a unit. Quoted words of the client, code and links hold
    no phrases.

    Groups, and the rules that use them:
    ``open-list``, ``vague-amount``, ``unmeasured-quality``, ``escape``, ``open-promise``, ``deferral``
    (open-ended-wording); ``unbounded-revisions`` ("unlimited revisions", "until
    satisfied"); ``free-work`` ("free sample", "unpaid trial"; not past samples); ``internal-note`` ("note to
    self", "ask Kim before sending"); ``ip-transfer``, ``late-fee`` (missing-standard-terms).
    """

    group: str
    text: Spanned[str]
    sentence: Spanned[str]
    section: str | None = None
    owner: str | None = None
    negated: bool = False
    measured: bool = False
    confidence: Confidence = Confidence.HIGH


class Price(NamedTuple):
    """Money stated as a price. ``kind`` is ``one-time``, ``recurring``, ``rate``, ``option`` or ``part``."""

    money: Spanned[Money]
    kind: str
    label: str | None = None
    period: str | None = None


class Statement(NamedTuple):
    """One term stated at one place, made comparable.

    ``term`` is ``revision-rounds``, ``price``, ``overage-rate``, ``due-date``, ``duration``,
    ``notice``, …; ``about`` narrows it ("logo", "phase 1"); ``value`` is normalised, ``shown`` as written.
    A value that a record holds is a statement as well, so that prose and records can be compared.

    A ``sum``, ``product``, ``row``, ``share`` or ``count`` is a figure that does not fit those beside it:
    ``shown`` as written, ``value`` what they come to. A ``paradox`` and a ``date-above`` are wordings that
    refute themselves or refer to what is not there. Three more terms are not compared by conflicting-terms:
    ``section-reference`` (``value`` is the number, "4.2", of "see Section 4.2"; laws and other documents
    are none), ``party-name`` (a name with a legal form: ``about`` is the folded name without it,
    ``value`` the folded form, "ltd") and ``term-definition`` (``shown`` is the term without its quotes,
    ``value`` the folded term).
    """

    term: str
    value: str
    shown: Spanned[str]
    about: str | None = None
    confidence: Confidence = Confidence.HIGH


class Placeholder(NamedTuple):
    """A value slot left unfilled."""

    text: Spanned[str]
    kind: str
    confidence: Confidence = Confidence.HIGH


class Template(NamedTuple):
    """The document is a template: ``slots`` counts its placeholders; ``span`` is where to say so."""

    slots: int
    span: Span


class Heading(NamedTuple):
    """A heading of the document. ``numbered`` marks one that counts as a section number."""

    title: str
    number: str | None
    level: int
    span: Span
    kind: str | None = None


class Document(NamedTuple):
    """A file of the contract. ``language`` is an ISO 639-1 code, None for YAML."""

    path: str
    text: str
    title: Span
    language: str | None
