"""What of a Markdown document is not read for terms."""

from collections.abc import Iterator

from scopelint.diagnostics import Passage
from scopelint.reading.holdings import foreign_entries
from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.header import told_entries
from scopelint.syntax.outline import Outline
from scopelint.syntax.unread import unread_in_markdown
from scopelint.text import Span
from scopelint.text.word import speaks


def unread_in_document(outline: Outline, lexicon: Lexicon) -> tuple[Passage, ...]:
    """The places of a document whose words no rule takes for terms, in order."""
    return (*_entries(outline, lexicon), *unread_in_markdown(outline))


def _entries(outline: Outline, lexicon: Lexicon) -> Iterator[Passage]:
    """What front matter says to other programs, which show it or not, less the terms among it."""
    told = set(told_entries(outline.front_matter, lexicon))
    for key, value in (one for one in foreign_entries(outline.front_matter) if one not in told):
        span = Span(key.span.file, key.span.start, value.span.end)
        if speaks(outline.source.text[value.span.start : value.span.end]):
            yield Passage("entry", span, shown=True)
