"""All that one document tells in words: statements, items, prices and the scope, as one fragment."""

from collections.abc import Sequence
from typing import Any

from scopelint.reading.fragment import Fragment, Header
from scopelint.reading.lexicon import load_lexicon
from scopelint.reading.prose.items import Items, read_items
from scopelint.reading.prose.language import detect_language
from scopelint.reading.prose.nature import Nature
from scopelint.reading.prose.placeholder import read_placeholders
from scopelint.reading.prose.price import total_price
from scopelint.reading.prose.prose import read_prose
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.sentence import read_sentences
from scopelint.reading.record.statement import record_statements
from scopelint.reading.scope import read_scope
from scopelint.syntax.outline import Outline, Section
from scopelint.text import SourceFile, Span, Spanned


def read_telling(source: SourceFile, reading: Reading) -> Fragment:
    """What the prose of a document says, without its front matter."""
    items = read_items(reading)
    prose = read_prose(reading, [one.text.span for one in items.deliverables])
    scopes = read_scope(reading.parts, reading.lexicon)
    stated: dict[str, Any] = items._asdict()
    return Fragment(
        source,
        reading.title,
        language=prose.language,
        is_log=prose.nature.record,
        headers=(_header(reading.title, items, prose.nature),),
        scopes=scopes,
        revisions=prose.revisions,
        clauses=prose.clauses,
        phrases=prose.phrases,
        statements=(*record_statements({"scopes": scopes}, source), *prose.statements),
        headings=prose.headings,
        **stated,
    )


def read_wording(
    source: SourceFile, worded: Sequence[tuple[str, Section]], title: Span, language: str | None
) -> Fragment:
    """What the words in a record's values say, read as prose of the section each belongs to."""
    sections = tuple(section for _, section in worded)
    root = Section(None, None, 0, "document", (), sections, title)
    outline = Outline(source, None, root, ())
    lexicon = load_lexicon(language or detect_language(outline))
    parts = tuple(Part(section, (kind,), (kind,), None) for kind, section in worded)
    prose = read_prose(Reading(outline, lexicon, parts, read_sentences(parts, lexicon), title))
    return Fragment(
        source,
        title,
        clauses=tuple(clause for clause in prose.clauses if clause.recognised_by == "phrase"),
        phrases=prose.phrases,
        placeholders=read_placeholders(parts, lexicon),
    )


def _header(title: Span, items: Items, nature: Nature) -> Header:
    """The price of the whole, and how work is paid where the text tells."""
    total = total_price(items.prices)
    rate = next((price for price in items.prices if price.kind == "rate"), None)
    return Header(
        title,
        type=Spanned(kind, title) if (kind := _type(nature)) and total is None else None,
        price=total.money if total else None,
        rate=rate.money if rate and nature.hourly else None,
    )


def _type(nature: Nature) -> str | None:
    return "hourly" if nature.hourly else "retainer" if nature.recurring else None
