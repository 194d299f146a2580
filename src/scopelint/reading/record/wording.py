"""The words of a record, laid out as prose is, so that they are read the same way.

Open-ended wording and slots left unfilled count wherever they stand.
"""

from collections.abc import Iterator

from scopelint.diagnostics import Problem
from scopelint.reading.record.scalar import pattern
from scopelint.reading.record.schema import Field, contract_keys, is_record, record_type
from scopelint.syntax.bound import Count, count_words, words_unread
from scopelint.syntax.node import Mapping, Node, Scalar, Sequence
from scopelint.syntax.outline import Paragraph, Section, Text
from scopelint.text import SourceFile, Span

# The kind of section that the words under a key belong to. Other keys hold what happened, or ids.
_SECTIONS = {
    "contract": "background",
    "parties": "parties",
    "scope": "scope",
    "brief": "background",
    "deliverables": "deliverables",
    "adds": "deliverables",
    "exclusions": "exclusions",
    "assumptions": "assumptions",
    "revisions": "revisions",
    "milestones": "milestones",
    "terms": "legal",
}
# Keys that hold names and fixed terms: there only slots left unfilled count, and few values look like one.
_NAMES = frozenset(("contract", "parties", "revisions", "milestones", "terms"))
_SIGN_OF_SLOT = r"[\[<{$]|__|[A-Z]{3}|orem ipsum"
_UNSEEN = "\u00ad\u200b\u2060\ufeff"
_WORDED = frozenset(("text", "words", "fee"))
_INLINE = {"addition": "deliverable"}


def worded_sections(
    node: Mapping, source: SourceFile, most: int
) -> tuple[tuple[tuple[str, Section], ...], tuple[Problem, ...]]:
    """Sections of prose that hold the words of a record, each with its kind, in written order.

    No more than ``most`` words are read; the problem says where they end.
    """
    found: list[tuple[str, Section]] = []
    worded = list(_worded(node))
    # A value counts as often as aliases repeat it, so the file's length tells nothing.
    left, is_long = most, sum(len(scalar.text) for _, scalar in worded) > most
    for kind, scalar in worded:
        text = text_of(scalar, source)
        words, past = count_words(text.plain, left) if is_long else Count(0)
        if past is not None:
            found.append((kind, _section(text.part(0, past[0]), scalar.span)))
            return tuple(found), (words_unread(text.span(*past), most),)
        left -= words
        found.append((kind, _section(text, scalar.span)))
    return tuple(found), ()


def _worded(node: Mapping) -> Iterator[tuple[str, Scalar]]:
    """The scalars that hold words, each with the kind of section they belong to."""
    for entry in node.entries:
        field = contract_keys().get(entry.key.text)
        if field is not None and (field.key in _SECTIONS or field.key == "changes"):
            for kind, scalar in _words(entry.value, field, _SECTIONS.get(field.key)):
                if field.key not in _NAMES or pattern(_SIGN_OF_SLOT).search(scalar.text):
                    yield kind, scalar


def _words(node: Node, field: Field, kind: str | None) -> Iterator[tuple[str, Scalar]]:
    """The scalars below a key that hold words, each with the kind of section."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _words(item, field, kind)
    elif isinstance(node, Scalar):
        if kind is not None and _is_worded(field) and not node.is_null:
            yield kind, node
    else:
        yield from _inner_words(node, _INLINE.get(field.kind, field.kind), kind)


def _inner_words(node: Mapping, record: str, kind: str | None) -> Iterator[tuple[str, Scalar]]:
    fields = record_type(record).fields if is_record(record) else {}
    for entry in node.entries:
        field = fields.get(entry.key.text)
        if field is not None:
            yield from _words(entry.value, field, _SECTIONS.get(field.key, kind))


def _is_worded(field: Field) -> bool:
    return field.kind in _WORDED or (is_record(field.kind) and record_type(field.kind).shorthand is not None)


def _section(text: Text, place: Span) -> Section:
    return Section(None, None, 1, "record", (Paragraph(text, place),), (), place)


def text_of(scalar: Scalar, source: SourceFile) -> Text:
    """A scalar's words with their places, whatever its style of quoting, without signs that nobody sees."""
    span = scalar.span
    raw = source.excerpt(span)
    if raw == scalar.text:
        text = Text(scalar.text, ((0, span.start, span.end),), span.file)
    else:
        text = Text(scalar.text, tuple(_pieces(scalar.text, raw, span.start)), span.file)
    return text if scalar.text.isascii() else _seen(text)


def _seen(text: Text) -> Text:
    """A text without soft hyphens and signs of no width, which may part a word that a reader sees whole."""
    plain = ""
    pieces: list[tuple[int, int, int]] = []
    for match in pattern(f"[^{_UNSEEN}]+").finditer(text.plain):
        for begin, start, end in text.part(*match.span()).pieces:
            pieces.append((len(plain) + begin, start, end))
        plain += match[0]
    return text if len(plain) == len(text.plain) else Text(plain, tuple(pieces), text.file)


def _pieces(text: str, raw: str, base: int) -> Iterator[tuple[int, int, int]]:
    """Where each word stands: the words come in the same order, with quotes and indents between them."""
    at = 0
    for match in pattern(r"\S+|\s+").finditer(text):
        found = raw.find(match[0], at)
        start = at if found < 0 else found
        end = min(start + len(match[0]), len(raw))
        yield match.start(), base + start, base + end
        at = end if found >= 0 and not match[0].isspace() else at
