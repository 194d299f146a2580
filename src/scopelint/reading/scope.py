"""The scope as prose tells it, and when it says that it was agreed."""

from collections.abc import Callable, Iterator

from scopelint.model import Citation, Scope
from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.deliverable_prose import promises
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.sentence import sentence_ranges
from scopelint.reading.record.cell import ID
from scopelint.reading.record.scalar import date_of, pattern
from scopelint.reading.record.schema import record_type
from scopelint.syntax.outline import Paragraph, Text
from scopelint.text import Span, Spanned

# Sections that tell the work, best first.
_KINDS = ("scope", "background", "deliverables")

# Sections whose promises are terms, and no work.
_TERMS = (
    *("legal", "payment", "milestones", "deposit", "price", "termination", "signatures", "client-duties"),
    *("exclusions", "change-process", "support", "communication", "revisions", "acceptance", "terms"),
    *("instructions", "examples", "team", "options"),
)
_FEWEST_WORDS = 10


def read_scope(parts: tuple[Part, ...], lexicon: Lexicon) -> tuple[Scope, ...]:
    """The paragraphs of the sections about the scope as one, else those that promise or name work."""
    for kind in _KINDS:
        texts = tuple(_paragraphs(parts, kind))
        if texts:
            return (_scope(texts),)
    for tells in (_promises, _names_work):
        promised = tuple(_told(parts, lexicon, tells))
        if promised:
            return (_scope(promised),)
    return ()


def _scope(texts: tuple[Text, ...]) -> Scope:
    first, last = texts[0].span(), texts[-1].span()
    span = Span(first.file, first.start, last.end)
    whole = Scope(span, text=Spanned("\n\n".join(text.plain for text in texts), span))
    for text in texts:
        match = pattern(_agreed()).search(text.plain)
        day = date_of(match[1]) if match else None
        if match and day:
            return whole._replace(
                agreed_on=Spanned(day, text.span(*match.span(1))), evidence=tuple(_cited(text, match.span(2)))
            )
    return whole


def _paragraphs(parts: tuple[Part, ...], kind: str) -> Iterator[Text]:
    for part in parts:
        if part.kind == kind:
            for block in part.section.blocks:
                if isinstance(block, Paragraph) and block.text.plain.strip():
                    yield block.text


def _told(parts: tuple[Part, ...], lexicon: Lexicon, tells: Callable[[str, Lexicon], bool]) -> Iterator[Text]:
    """Paragraphs that tell work in a way, where no heading speaks of the scope."""
    for part in parts:
        if part.is_within(*_TERMS):
            continue
        for block in part.section.blocks:
            if isinstance(block, Paragraph) and tells(block.text.plain, lexicon):
                yield block.text


def _promises(plain: str, lexicon: Lexicon) -> bool:
    """Whether a sentence of some length says what one side will do."""
    told = (plain[start:end] for start, end in sentence_ranges(plain, lexicon))
    return any(len(one.split()) >= _FEWEST_WORDS and promises(one, lexicon) for one in told)


def _names_work(plain: str, lexicon: Lexicon) -> bool:
    """Whether a sentence says how much there is of something made: "5 sec intro animation of the logo"."""
    matcher = lexicon.matcher("items")
    told = (plain[start:end] for start, end in sentence_ranges(plain, lexicon))
    return any(any(map(str.isdigit, one)) and "item.work" in matcher.groups_in(one) for one in told)


def _agreed() -> str:
    """A sentence such as "Agreed 2026-01-07 (EV-1)", in the words of the schema."""
    words = "|".join(sorted(record_type("scope").fields["agreed_on"].columns, key=len, reverse=True))
    return rf"(?i)\b(?:{words}):? (\d{{4}}-\d\d-\d\d)(?: \(([^()]*)\))?"


def _cited(text: Text, found: tuple[int, int]) -> Iterator[Citation]:
    start, end = found
    if start >= 0:
        for match in pattern(ID).finditer(text.plain, start, end):
            yield Citation(text.span(*match.span()), match[0], None)
