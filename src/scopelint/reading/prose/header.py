"""Front matter of the author's own: "deadline: 2026-04-10" says what a line of the text would say."""

from collections.abc import Iterator

from scopelint.reading.lexicon import Lexicon, fold, load_lexicon
from scopelint.syntax.node import Entry, Mapping, Node, Scalar
from scopelint.syntax.outline import Outline, Paragraph, Text

_STANDS = ": "


def with_header(outline: Outline, lexicon: Lexicon) -> Outline:
    """The outline, the terms in its front matter as the first lines of its text."""
    entries = tuple(told_entries(outline.front_matter, lexicon))
    if not entries:
        return outline
    text = _lines(entries, outline.source.path)
    root = outline.root
    return outline._replace(root=root._replace(blocks=(Paragraph(text, text.span()), *root.blocks)))


def told_entries(front_matter: Node | None, lexicon: Lexicon) -> Iterator[Entry]:
    """The entries of front matter not written for us whose key names a term, in this language or English."""
    if not isinstance(front_matter, Mapping) or front_matter.get("scopelint") is not None:
        return
    known = lexicon.words["header"] | load_lexicon("en").words["header"]
    for entry in front_matter.entries:
        if fold(entry.key.text) in known and isinstance(entry.value, Scalar) and not entry.value.is_null:
            yield entry


def _lines(entries: tuple[Entry, ...], file: str) -> Text:
    """A line for each entry: its key, and what stands after it."""
    plain = ""
    pieces: list[tuple[int, int, int]] = []
    for key, value in entries:
        assert isinstance(value, Scalar)
        if plain:
            pieces.append((len(plain), pieces[-1][2], key.span.start))
            plain += "\n"
        pieces.append((len(plain), key.span.start, key.span.end))
        plain += key.text
        pieces.append((len(plain), key.span.end, value.span.start))
        plain += _STANDS
        pieces.append((len(plain), value.span.start, value.span.end))
        plain += " ".join(value.text.split())
    return Text(plain, tuple(pieces), file)
