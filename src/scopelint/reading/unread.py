"""What of a Markdown document is not read for terms."""

from collections.abc import Iterator

from scopelint.diagnostics import Passage
from scopelint.reading.holdings import foreign_entries
from scopelint.syntax.outline import Outline
from scopelint.syntax.unread import unread_in_markdown
from scopelint.text import Span
from scopelint.text.word import speaks


def unread_in_document(outline: Outline) -> tuple[Passage, ...]:
    """The places of a document whose words no rule takes for terms, in order."""
    return (*_entries(outline), *unread_in_markdown(outline))


def _entries(outline: Outline) -> Iterator[Passage]:
    """What front matter says to other programs, which show it or not."""
    for key, value in foreign_entries(outline.front_matter):
        span = Span(key.span.file, key.span.start, value.span.end)
        if speaks(outline.source.text[value.span.start : value.span.end]):
            yield Passage("entry", span, shown=True)
