"""Which of the nine clauses a document states, where, and how that was recognised."""

from collections.abc import Iterator
from typing import NamedTuple

from scopelint.diagnostics import Confidence
from scopelint.model import Clause, ClauseStatus
from scopelint.reading.prose.clause_table import fields, in_table
from scopelint.reading.prose.column import columns_of
from scopelint.reading.prose.nature import read_nature
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.sentence import UNBINDING, Sentence
from scopelint.reading.value import find_dates
from scopelint.syntax.outline import Code, Paragraph, Table
from scopelint.text import Span

_PLAIN = frozenset({"", "text", "txt", "plain", "mermaid"})


class _Matter(NamedTuple):
    """How a clause is recognised: by headings of these kinds, and never in sections of those.

    ``alone``: a heading with anything below it is enough; otherwise what stands below must say more
    (the lexicon's ``under`` wordings). In sections of the kinds ``near``, weaker wordings do.
    ``drawn``: people also draw it below the heading, in plain text or a table. ``dated``: a day tells it.
    """

    name: str
    kinds: tuple[str, ...]
    never: tuple[str, ...] = ()
    alone: bool = True
    near: tuple[str, ...] = ()
    drawn: bool = False
    dated: bool = False


_PAID = frozenset({"deposit", "milestones", "payment"})
_PAID_FOR = frozenset({"deposit", "payment-schedule"})
_NO_TALK = ("exclusions", "deliverables", "support", "client-duties")

_MATTERS = (
    _Matter("exclusions", ("exclusions",), ("legal",)),
    _Matter("payment-schedule", ("payment", "milestones"), ("exclusions",), alone=False),
    _Matter("deposit", ("deposit",), ("exclusions",), alone=False, near=("payment", "milestones", "price")),
    _Matter("acceptance", ("acceptance",), ("exclusions", "signatures", "change-log")),
    _Matter("change-process", ("change-process",), ("deliverables", "signatures")),
    _Matter(
        "timeline",
        ("timeline",),
        ("exclusions", "support", "legal"),
        alone=False,
        near=("milestones",),
        drawn=True,
        dated=True,
    ),
    _Matter("termination", ("termination",), ("exclusions", "deliverables"), alone=False),
    _Matter("communication", ("communication",), _NO_TALK, alone=False),
)


def read_clauses(reading: Reading) -> Iterator[Clause]:
    """Every clause stated, revisions excepted, each at its best place."""
    for matter in _MATTERS:
        found = (read(matter, reading) for read in (_by_heading, _by_phrase, _by_field, _by_column, _by_hint))
        clause = next((one for one in found if one is not None), None)
        if clause is not None:
            yield clause


def _by_heading(matter: _Matter, reading: Reading) -> Clause | None:
    for part in reading.parts:
        if not any(kind in part.own for kind in matter.kinds) or _is_beside(part, matter):
            continue
        if matter.name == "acceptance" and _is_work(part, reading):
            continue
        heading = reading.heading(part)
        if heading is not None and heading.says(f"{matter.name}.not-titled"):
            continue
        below = reading.below(part)
        told = _suffices(matter, below, reading) or (matter.drawn and _is_drawn(part, reading))
        told = told or (not matter.alone and _is_blank(part))
        if told or (heading is not None and _states(matter, heading)):
            how = "table" if below and all(sentence.place == "row" for sentence in below) else "heading"
            return _clause(matter.name, heading.span if heading else reading.title, how, Confidence.HIGH)
    return None


def _is_beside(part: Part, matter: _Matter) -> bool:
    """Whether a section is another matter's, or stands among what binds nobody or is left out."""
    outer = part.above if matter.name != "exclusions" else ()
    return part.is_of(*matter.never) or _binds_nobody(part) or "exclusions" in outer


def _binds_nobody(part: Part) -> bool:
    """Whether a section states no terms; how an offer is paid does, though it is one of several."""
    if not part.is_within(*UNBINDING):
        return False
    is_way_to_pay = part.own[:1] and part.own[0] in _PAID and "price" in part.above
    return not is_way_to_pay or part.is_within(*(kind for kind in UNBINDING if kind != "options"))


def _is_work(part: Part, reading: Reading) -> bool:
    """Whether a heading among deliverables names one of them: "Tests, acceptance and launch"."""
    title = part.section.title
    if title is None or {"deliverables", "scope"}.isdisjoint(part.above):
        return False
    return "item.work" in reading.lexicon.matcher("items").groups_in(title.plain)


def _suffices(matter: _Matter, below: list[Sentence], reading: Reading) -> bool:
    """Whether what stands under a clause's heading states it."""
    meant = [s for s in below if not s.says(f"{matter.name}.unless", f"{matter.name}.form")]
    if not matter.alone:
        told = any(sentence.says(f"{matter.name}.under", f"{matter.name}.says") for sentence in meant)
        return told or (matter.dated and any(find_dates(s.plain, reading.lexicon) for s in meant))
    if any(sentence.says(f"{matter.name}.unless") for sentence in below):
        return any(sentence.says(f"{matter.name}.says") for sentence in meant)
    return bool(meant)


def _is_drawn(part: Part, reading: Reading) -> bool:
    """Whether text set as a block, not code, or a table with a column for days stands below a heading."""
    return any(
        (isinstance(block, Code) and block.language in _PLAIN)
        or (isinstance(block, Table) and columns_of(block, reading.lexicon).first("due") is not None)
        for block in part.section.blocks
    )


def _is_blank(part: Part) -> bool:
    """Whether nothing but a blank to write on stands below a heading: "**Terms of payment:** ______"."""
    blocks = part.section.blocks
    return bool(blocks) and all(
        isinstance(block, Paragraph) and not any(map(str.isalnum, block.text.plain)) for block in blocks
    )


def _states(matter: _Matter, sentence: Sentence) -> bool:
    if sentence.says(f"{matter.name}.unless"):
        return sentence.says(f"{matter.name}.surely")
    near = sentence.part.is_of(*matter.near) and sentence.says(f"{matter.name}.near")
    return near or sentence.says(f"{matter.name}.says", f"{matter.name}.surely")


def _by_phrase(matter: _Matter, reading: Reading) -> Clause | None:
    """The best sentence that states the matter."""
    best: tuple[int, Sentence] | None = None
    for sentence in reading.saying(f"{matter.name}.says", f"{matter.name}.surely", f"{matter.name}.near"):
        if _states(matter, sentence) and _counts(sentence, matter):
            if sentence.place == "row" and matter.name in _PAID_FOR and read_nature(reading).record:
                continue  # "Take the deposit by card" is what somebody asked for
            weight = _weight(matter, sentence)
            if best is None or weight > best[0]:
                best = weight, sentence
    if best is None:
        return None
    how = "table" if best[1].place == "row" else "phrase"
    confidence = Confidence.HIGH if best[0] >= 2 else Confidence.MEDIUM
    return _clause(matter.name, best[1].span, how, confidence)


def _counts(sentence: Sentence, matter: _Matter) -> bool:
    """Whether a sentence stands where it may state the matter."""
    part = sentence.part
    return sentence.place != "quote" and not part.is_within(*matter.never) and not _binds_nobody(part)


def _by_field(matter: _Matter, reading: Reading) -> Clause | None:
    """A row of a table of facts whose label names the matter: "Payment schedule | half now, half later"."""
    for field in fields(reading):
        if field.kinds[:1] and field.kinds[0] in matter.kinds and _tells(matter, field.value, reading):
            return _clause(matter.name, field.span, "table", Confidence.MEDIUM)
    return None


def _tells(matter: _Matter, value: str, reading: Reading) -> bool:
    """Whether the value of a field states the matter, or is a blank to be filled in."""
    if not value:
        return True
    groups = reading.lexicon.matcher("sentences").groups_in(value)
    if not groups.isdisjoint((f"{matter.name}.unless", f"{matter.name}.form")):
        return False
    said = not groups.isdisjoint((f"{matter.name}.under", f"{matter.name}.says"))
    return said or (matter.alone and len(value.split()) > 1)


def _by_column(matter: _Matter, reading: Reading) -> Clause | None:
    span = in_table(matter.name, reading)
    return _clause(matter.name, span, "table", Confidence.MEDIUM) if span is not None else None


def _by_hint(matter: _Matter, reading: Reading) -> Clause | None:
    """A sentence that only hints at the matter: stated in part."""
    for sentence in reading.saying(f"{matter.name}.hints"):
        if not sentence.says(f"{matter.name}.unless") and _counts(sentence, matter):
            return Clause(matter.name, ClauseStatus.PARTIAL, sentence.span, "phrase", Confidence.MEDIUM)
    return None


def _weight(matter: _Matter, sentence: Sentence) -> int:
    """How telling the place of a sentence is: most in its own section, least in a heading or feature list."""
    if sentence.part.is_of(*matter.kinds):
        return 3
    if sentence.part.is_of("deliverables", "background", "process"):
        return 1
    return 1 if sentence.place == "heading" else 2


def _clause(name: str, span: Span, how: str, confidence: Confidence) -> Clause:
    return Clause(name, ClauseStatus.STATED, span, how, confidence)
