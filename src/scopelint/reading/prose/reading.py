"""A document made ready for reading: its lexicon, its sections with their kinds, its sentences."""

from typing import NamedTuple

from scopelint.reading.lexicon import Lexicon, load_lexicon
from scopelint.reading.prose.language import detect_language
from scopelint.reading.prose.section import Part, read_parts
from scopelint.reading.prose.sentence import Sentence, read_sentences
from scopelint.syntax.outline import Outline
from scopelint.text import Span


class Reading(NamedTuple):
    """What every reader of prose works on. ``title`` is where to say what the document lacks."""

    outline: Outline
    lexicon: Lexicon
    parts: tuple[Part, ...]
    sentences: tuple[Sentence, ...]
    title: Span


def open_reading(outline: Outline, language: str | None = None) -> Reading:
    """A document made ready; ``language`` overrides what is detected."""
    lexicon = load_lexicon(language or detect_language(outline))
    parts = read_parts(outline, lexicon)
    return Reading(outline, lexicon, parts, read_sentences(parts, lexicon), _title(outline, parts))


def _title(outline: Outline, parts: tuple[Part, ...]) -> Span:
    for part in parts:
        if part.is_title and part.section.title is not None:
            return part.section.title.span()
    return Span(outline.source.path, 0, 0)
