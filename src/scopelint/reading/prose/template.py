"""Whether a document is a template: its name or title says so, or the share of its lines with slots."""

from scopelint.diagnostics import Confidence
from scopelint.model import Placeholder, Template
from scopelint.reading.lexicon import Lexicon, split_words
from scopelint.reading.prose.section import Part
from scopelint.text import SourceFile, Span

_FEW = 3
_SHARES = ((5, 0.12), (8, 0.06), (16, 0.035))
"""So many slots and this share of the lines with words make a template that does not call itself one."""


def read_template(
    source: SourceFile, title: Span, parts: tuple[Part, ...], found: tuple[Placeholder, ...], lexicon: Lexicon
) -> Template | None:
    """The template a document is, None when it is filled in."""
    slots = len(found)
    if slots < _FEW:
        return None
    if _calls_itself_one(source, parts, lexicon) or _share(source, found):
        return Template(slots, title)
    return None


def _calls_itself_one(source: SourceFile, parts: tuple[Part, ...], lexicon: Lexicon) -> bool:
    matcher = lexicon.matcher("items")
    name = source.path.rsplit("/", 1)[-1].replace("_", " ")
    titles = [part.section.title.plain for part in parts if part.is_title and part.section.title is not None]
    return any("title.template" in matcher.groups(split_words(words)) for words in (name, *titles))


def _share(source: SourceFile, found: tuple[Placeholder, ...]) -> bool:
    lines = {source.position(one.text.span.start).line for one in found if one.confidence > Confidence.LOW}
    written = sum(1 for line in source.text.split("\n") if any(char.isalnum() for char in line))
    share = len(lines) / max(1, written)
    return any(len(lines) >= least and share >= part for least, part in _SHARES)
