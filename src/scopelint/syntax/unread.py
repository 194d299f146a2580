"""The words of a document that no rule reads, so that nobody can hide a clause in them unsaid."""

from collections.abc import Iterator
from typing import NamedTuple

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
from scopelint.text import SourceFile, Span

FEWEST_WORDS = 3


class Unread(NamedTuple):
    """A place whose words no rule takes for terms: a ``comment``, ``code``, a ``quote``, or ``markup``."""

    kind: str
    span: Span


def unread_comments(comments: tuple[Comment, ...]) -> list[Unread]:
    """The comments that hold words and are no suppressions."""
    return [
        Unread("comment", comment.span)
        for comment in comments
        if _speaks(comment.text) and not comment.text.strip().casefold().startswith("scopelint")
    ]


def unread_places(outline: Outline) -> tuple[Unread, ...]:
    """Every place of a Markdown document whose words are not read, in order.

    What is read is known piece by piece; all other words of the file are unread by construction, in
    whatever syntax they stand: link titles and targets, definitions, attributes, the line of a fence.
    """
    source = outline.source
    read = bytearray(len(source.text))
    named = unread_comments(outline.comments)
    asides = tuple(_asides(outline.root))
    named += [Unread("quote" if isinstance(one, Quote) else "code", one.span) for one in asides]
    taken = [one.span for one in named] + [comment.span for comment in outline.comments]
    if outline.front_matter:
        taken.append(outline.front_matter.span)
    for span in (*taken, *_pieces(outline)):
        read[span.start : span.end] = b"\1" * (span.end - span.start)
    rest = (Unread("markup", span) for span in _gaps(source, read))
    return tuple(sorted((*named, *rest), key=lambda one: one.span.start))


def _gaps(source: SourceFile, read: bytearray) -> Iterator[Span]:
    """The runs that nothing has read, over the ends of lines, that hold words."""
    start = read.find(0)
    while start >= 0:
        stop = read.find(1, start)
        end = stop if stop >= 0 else len(read)
        run = source.text[start:end]
        if _speaks(run):
            first = start + len(run) - len(run.lstrip())
            yield source.span(first, first + len(run.strip()))
        start = read.find(0, stop) if stop >= 0 else -1


def _speaks(text: str) -> bool:
    return sum(any(map(str.isalpha, word)) for word in text.split()) >= FEWEST_WORDS


def _pieces(outline: Outline) -> Iterator[Span]:
    for section in outline.root.walk():
        for text in (*([section.title] if section.title else ()), *texts(section.blocks, quoted=False)):
            yield from (Span(text.file, start, end) for _, start, end in text.pieces)


def _asides(root: Section) -> Iterator[Code | Quote]:
    """Code and quotes: they are somebody else's words, or none, and state nothing."""
    waiting: list[Block] = [block for section in root.walk() for block in section.blocks]
    while waiting:
        block = waiting.pop()
        if isinstance(block, Code | Quote):
            yield block
        elif isinstance(block, ItemList):
            waiting += (below for item in block.items for below in item.blocks)
