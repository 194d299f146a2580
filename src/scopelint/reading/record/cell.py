"""One table cell to the node that YAML would hold for the same value.

Cells are written for people: ``2026-01-08 $300 (EV-2)``, ``yes``, ``5 days``, ``D1: smaller image``. What
cannot be taken apart is handed on as it stands, for the binder to judge.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from scopelint.reading.record.scalar import date_of, money_of, number_of, other_date_of, pattern
from scopelint.reading.record.schema import Field
from scopelint.syntax.node import Entry, Mapping, Node, Scalar, Sequence
from scopelint.syntax.outline import Text
from scopelint.text import Span
from scopelint.text.word import words

ID = r"[A-Za-z]{1,5}-?\d{1,5}[a-z]?"
_ABSENT = frozenset(("", "-", "\u2013", "\u2014", "n/a", "N/A", "\u2026"))
_YES = frozenset(("yes", "true", "x", "\u2713", "\u2714", "\u2705", "ja", "oui", "s\u00ed", "sim"))
_NO = frozenset(("no", "false", "\u2717", "\u2718", "\u274c", "nein", "non", "n\u00e3o"))


class Piece(NamedTuple):
    """A range of a cell's text."""

    text: Text
    start: int
    end: int

    @property
    def value(self) -> str:
        """The words of the range."""
        return self.text.plain[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where the range stands in the file."""
        return self.text.span(self.start, self.end)

    def part(self, start: int, end: int) -> "Piece":
        """A range of this range, without the blanks around it; offsets count from its start."""
        words = self.text.plain[self.start + start : min(self.start + end, self.end)]
        left = len(words) - len(words.lstrip())
        return Piece(
            self.text, self.start + start + left, self.start + start + max(len(words.rstrip()), left)
        )

    def scalar(self, value: str | None = None, *, plain: bool = True) -> Scalar:
        """The range as a leaf, with another value where the cell abbreviates."""
        return Scalar(self.value if value is None else value, self.span, plain)

    def split(self, separators: re.Pattern[str]) -> "Iterator[Piece]":
        """The ranges between separators, empty ones left out."""
        at = 0
        for match in (*separators.finditer(self.value), None):
            piece = self.part(at, match.start() if match else len(self.value))
            if piece.start < piece.end:
                yield piece
            at = match.end() if match else at


class Reading(NamedTuple):
    """What a cell holds, and the evidence that stands in parentheses after it."""

    node: Node
    evidence: tuple[Scalar, ...] = ()
    key: str | None = None


Shape: TypeAlias = Callable[[Piece, Field], Reading]


def read_cell(text: Text, field: Field) -> Reading | None:
    """The node of a cell in a column of that field; None for an empty one."""
    whole = Piece(text, 0, len(text.plain)).part(0, len(text.plain))
    if whole.value in _ABSENT:
        return None
    return _SHAPES.get((field.kind, field.many), _as_text)(whole, field)


def _as_text(piece: Piece, field: Field) -> Reading:
    return Reading(piece.scalar(plain=False))


def _as_list(piece: Piece, field: Field) -> Reading:
    return _sequence(piece, [one.scalar(plain=False) for one in piece.split(pattern(r"[;\n]"))])


def _as_ids(piece: Piece, field: Field) -> Reading:
    return _sequence(piece, [one.scalar(plain=False) for one in piece.split(pattern(r"[,;&\n]|\band\b"))])


def _as_id(piece: Piece, field: Field) -> Reading:
    value = piece.value
    return Reading(piece.scalar(value.lower() if value.lower() == "scope" else value, plain=False))


def _as_date(piece: Piece, field: Field) -> Reading:
    before, cited = _without_evidence(piece)
    if field.key == "due_on" and not _is_date(before.value) and not before.value[:1].isdigit():
        return Reading(piece.scalar(plain=False), key="due")
    return Reading(before.scalar(), cited)


def _as_dates(piece: Piece, field: Field) -> Reading:
    found = [_without_evidence(one) for one in _parts_outside_parentheses(piece)]
    cited = tuple(one for _, evidence in found for one in evidence)
    return Reading(Sequence(tuple(day.scalar() for day, _ in found), piece.span), cited)


def _as_payment(piece: Piece, field: Field) -> Reading:
    before, cited = _without_evidence(piece)
    first = pattern(r"\S+").match(before.value)
    entries = []
    if first and _is_date(first[0]):
        day, rest = before.part(0, first.end()), before.part(first.end(), len(before.value))
        entries.append(_entry("date", day.scalar()))
        if rest.value:
            entries.append(_entry("amount", _amount(rest)))
    elif money_of(before.value):
        entries.append(_entry("amount", before.scalar()))
    else:
        entries.append(_entry("date", before.scalar()))
    if cited:
        entries.append(_entry("evidence", Sequence(cited, cited[0].span)))
    return Reading(Mapping(tuple(entries), piece.span))


def _as_approval(piece: Piece, field: Field) -> Reading:
    before, cited = _without_evidence(piece)
    match = pattern(r"(\d\S+?)(?:[,;]\s*|\s+)(\D.*)").fullmatch(before.value)
    day = before.part(0, match.end(1)) if match else before
    if not _is_date(day.value):
        return Reading(piece.scalar(plain=False))
    if cited and cited[0].text.upper().startswith("AP"):
        return Reading(cited[0])
    entries = [_entry("date", day.scalar())]
    if match:
        entries.append(_how_approved(before.part(match.start(2), len(before.value)), cited=bool(cited)))
    if cited:
        entries.append(_entry("evidence", Sequence(cited, cited[0].span)))
    return Reading(Mapping(tuple(entries), piece.span))


def _how_approved(piece: Piece, *, cited: bool) -> Entry:
    """What follows the day of an approval: who gave it (``by Lee Client``), else where it was given."""
    match = pattern(r"(?:by|via|per|par|por|von)\s+").match(piece.value)
    told = piece.part(match.end() if match else 0, len(piece.value))
    if cited or (match and told.value[:1].isupper() and "mail" not in told.value.lower()):
        return _entry("by", told.scalar(plain=False))
    return _entry("evidence", Mapping((_entry("channel", told.scalar(plain=False)),), told.span))


def _as_evidence(piece: Piece, field: Field) -> Reading:
    return _sequence(piece, [_cited(one) for one in piece.split(pattern(r"[,;\n]| and "))])


def _as_link(piece: Piece, field: Field) -> Reading:
    return Reading(_cited(piece))


def _as_comments(piece: Piece, field: Field) -> Reading:
    """Comments of a round, each after the deliverable it is about: ``D1: smaller image; D2: …``."""
    items: list[Node] = []
    for one in piece.split(pattern(r"[;\n]")):
        match = pattern(rf"({ID}) ?: ?").match(one.value)
        if match:
            note = one.part(match.end(), len(one.value))
            about = one.part(0, match.end(1)).scalar(plain=False)
            entries = (_entry("deliverable", about), _entry("note", note.scalar(plain=False)))
            items.append(Mapping(entries, one.span))
        else:
            items.append(one.scalar(plain=False))
    return _sequence(piece, items)


def _as_additions(piece: Piece, field: Field) -> Reading:
    """Ids of deliverables, or one deliverable in words."""
    parts = list(piece.split(pattern(r"[,;\n]")))
    if all(pattern(ID).fullmatch(one.value) for one in parts):
        return _sequence(piece, [one.scalar(plain=False) for one in parts])
    described = Mapping((_entry("deliverable", piece.scalar(plain=False)),), piece.span)
    return Reading(Sequence((described,), piece.span))


def _as_number(piece: Piece, field: Field) -> Reading:
    """A number, less the unit after it: ``5 days``."""
    match = pattern(r"([\d.]+)\s?[^\W\d_][^\d]*").fullmatch(piece.value)
    return Reading(piece.part(0, match.end(1)).scalar() if match else piece.scalar())


def _as_money(piece: Piece, field: Field) -> Reading:
    return Reading(_amount(piece))


def _as_flag(piece: Piece, field: Field) -> Reading:
    word = piece.value.lower()
    value = "true" if word in _YES else "false" if word in _NO else None
    return Reading(piece.scalar(value))


def _as_word(piece: Piece, field: Field) -> Reading:
    """One of the schema's words, in any case and with blanks or hyphens: ``New work``."""
    folded = "_".join(words(piece.value)).lower()
    known = folded if folded in field.words else None
    return Reading(piece.scalar(known, plain=False))


_SHAPES: dict[tuple[str, bool], Shape] = {
    ("addition", True): _as_additions,
    ("approval_link", False): _as_approval,
    ("citation", True): _as_evidence,
    ("count", False): _as_number,
    ("date", False): _as_date,
    ("date", True): _as_dates,
    ("fee", False): _as_money,
    ("flag", False): _as_flag,
    ("id", False): _as_id,
    ("id", True): _as_ids,
    ("link", False): _as_link,
    ("money", False): _as_money,
    ("number", False): _as_number,
    ("payment", False): _as_payment,
    ("percentage", False): _as_number,
    ("round_item", True): _as_comments,
    ("share", False): _as_number,
    ("text", True): _as_list,
    ("word", False): _as_word,
}


def _parts_outside_parentheses(piece: Piece) -> Iterator[Piece]:
    at = 0
    for match in pattern(r"\([^()]*\)|[,;\n]|$").finditer(piece.value):
        if not match[0].startswith("("):
            part = piece.part(at, match.start())
            if part.start < part.end:
                yield part
            at = match.end()


def _amount(piece: Piece) -> Scalar:
    """An amount, less the words after it that say what it buys: ``$60 per round``."""
    if money_of(piece.value) or number_of(piece.value):
        return piece.scalar()
    match = pattern(r"(\S+(?: [A-Z]{3})?)\s*(?:/|per\b|each\b|a\b)").match(piece.value)
    priced = piece.part(0, match.end(1)) if match and money_of(match[1]) else piece
    return priced.scalar(plain=priced is not piece)


def _without_evidence(piece: Piece) -> tuple[Piece, tuple[Scalar, ...]]:
    """What stands before the parentheses at the end of a cell, and the evidence in them."""
    match = pattern(r"\(([^()]*)\)$|\[([^\[\]]*)\]$").search(piece.value)
    if match is None:
        return piece, ()
    inner = piece.part(*(match.span(1) if match[1] is not None else match.span(2)))
    return piece.part(0, match.start()), tuple(_cited(one) for one in inner.split(pattern(r"[,;]")))


def _cited(piece: Piece) -> Scalar:
    """An id, or where the link leads."""
    for start, end, target in piece.text.links:
        if start <= piece.start and piece.end <= end and not re.fullmatch(ID, piece.value):
            return piece.scalar(target, plain=False)
    return piece.scalar(plain=False)


def _is_date(text: str) -> bool:
    return date_of(text) is not None or other_date_of(text) is not None


def _sequence(piece: Piece, items: list[Node] | list[Scalar]) -> Reading:
    return Reading(Sequence(tuple(items), piece.span))


def _entry(key: str, value: Node) -> Entry:
    return Entry(Scalar(key, value.span), value)
