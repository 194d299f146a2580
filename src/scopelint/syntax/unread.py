"""The words of a document that no rule reads, so that nobody can hide a clause in them unsaid."""

import re
from collections.abc import Iterable, Iterator, Sequence

from scopelint.diagnostics import Passage
from scopelint.syntax.node import Mapping, Node, Scalar
from scopelint.syntax.outline import (
    Block,
    Code,
    Comment,
    ItemList,
    Outline,
    Quote,
    Section,
    texts,
)
from scopelint.syntax.yaml_tree import YamlTree
from scopelint.text import SourceFile, Span
from scopelint.text.word import speaks

_SENTENCE = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}+(?:[,;]?\s++[^\W\d_]++){3}")
_DIRECTIVE = re.compile(r"scopelint\s*:", re.IGNORECASE)


def unread_in_markdown(outline: Outline) -> tuple[Passage, ...]:
    """Every place of a Markdown document whose words are not read, in order.

    What is read is known piece by piece; all other words of the file are unread by construction, in
    whatever syntax they stand: link titles and targets, definitions, attributes.
    """
    asides = tuple(_asides(outline.root))
    named = _comments(outline.comments, shown=False)
    named += [
        Passage("quote" if isinstance(one, Quote) else "code", one.span, shown=not _is_concealed(one))
        for one in asides
        if speaks(outline.source.excerpt(one.span))
    ]
    taken = [
        *(one.span for one in outline.comments),
        *(one.span for one in asides),
        *_scalars(outline.source, outline.front_matter),
        *_pieces(outline.root),
    ]
    return _ordered(named, _markup(outline.source, taken))


def unread_in_yaml(source: SourceFile, tree: YamlTree) -> tuple[Passage, ...]:
    """Every place of a YAML document whose words are no key and no value, in order.

    A YAML file is read as it is written: its comments are seen, its anchors and tags are not words.
    """
    named = _comments(tree.comments, shown=True)
    if not any(sign in source.text for sign in "&!%"):
        return tuple(named)
    taken = [*(one.span for one in tree.comments), *_scalars(source, tree.node)]
    return _ordered(named, _markup(source, taken))


def _is_concealed(aside: Code | Quote) -> bool:
    """Whether somebody wrote sentences into a style sheet or script, of which browsers show nothing."""
    if not isinstance(aside, Code) or aside.language != "html":
        return False
    return not aside.content.isascii() or _SENTENCE.search(aside.content) is not None


def _markup(source: SourceFile, taken: Iterable[Span]) -> Iterable[Passage]:
    """What of the text between the places that are taken is meant for people."""
    runs = list(_lettered(source.text, taken))
    if not runs:
        return ()
    from scopelint.syntax.markup import markup_for_people

    return markup_for_people(source, runs)


def _lettered(text: str, taken: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Start and end of each run that nothing takes, over the ends of lines, with a letter in it."""
    at = 0
    for start, end in (*sorted((span.start, span.end) for span in taken), (len(text), len(text))):
        if start > at and any(map(str.isalpha, text[at:start])):
            yield at, start
        at = max(at, end)


def _ordered(*lists: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(sorted((one for each in lists for one in each), key=lambda one: one.span.start))


def _comments(comments: Sequence[Comment], *, shown: bool) -> list[Passage]:
    """The comments that hold words and do not speak to this program, which answers those that do.

    Such a one fits on a line. Of more, renderers take some for text: it goes on past the item it began in.
    """
    spoken = [one for one in comments if "\n" in one.text or not _DIRECTIVE.match(one.text)]
    return [Passage("comment", one.span, shown) for one in spoken if speaks(one.text)]


def _pieces(root: Section) -> Iterator[Span]:
    for section in root.walk():
        title = section.title
        if title and section.number is not None:
            yield Span(title.file, section.span.start, title.span().start)
        for text in (*([title] if title else ()), *texts(section.blocks, quoted=False)):
            yield from (Span(text.file, start, end) for _, start, end in text.pieces)


def _scalars(source: SourceFile, node: Node | None) -> Iterator[Span]:
    """The places of all keys and values of a tree, without their anchors and tags."""
    waiting = [node] if node else []
    while waiting:
        one = waiting.pop()
        if isinstance(one, Scalar):
            yield source.span(_value_start(source.text, one.span), one.span.end)
        elif isinstance(one, Mapping):
            for entry in one.entries:
                yield entry.key.span
                waiting.append(entry.value)
        else:
            waiting += one.items


def _value_start(text: str, scalar: Span) -> int:
    """Where the words of a scalar begin, after its anchor and its tag."""
    start, end = scalar.start, scalar.end
    while start < end and text[start] in "&!":
        _, *rest = text[start:end].split(maxsplit=1)
        start = end - len(rest[0]) if rest else end
    return start


def _asides(root: Section) -> Iterator[Code | Quote]:
    """Code and quotes: they are somebody else's words, or none, and state nothing."""
    waiting: list[Block] = [block for section in root.walk() for block in section.blocks]
    while waiting:
        block = waiting.pop()
        if isinstance(block, Code | Quote):
            yield block
        elif isinstance(block, ItemList):
            waiting += (below for item in block.items for below in item.blocks)
