"""The words of a document that no rule reads, so that nobody can hide a clause in them unsaid."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

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
from scopelint.text.word import word_count, words

LONG_WORD = 10
"""From how many letters on one word says something alone, as "non-refundable" in one word does."""

_LETTER = re.compile(r"[^\W\d_]")
_DIRECTIVE = re.compile(r"scopelint\s*:", re.IGNORECASE)
_MACHINE = (
    r"\]\([^\s()<>]*",  # where a link leads
    r"\]\[[^\[\]\s]*\]",  # the label a link uses
    r"(?m:^[ \t]*\[[^\[\]\s]+\]:[ \t]*[^\s<]*)",  # the label a link definition gives, and where it leads
    r"</?[A-Za-z][\w:-]*",  # the name of a tag
    r"""(?<![\w:-])(?:class|id|style|href|src|srcset|width|height|v?align|(?:bg)?color|border|target|rel"""
    r"""|type|name|lang|dir|face|size)\s*=\s*(?:"[^"\s]*"|'[^'\s]*'|[^\s"'<>]+)""",  # names and numbers
    r"(?<![\w:-])[\w:-]+\s*=(?=\s*[\"'])",  # the name of any other
    r"(?<![\w-])[a-z-]+\s*:[^;:'\"<>]*;",  # a declaration of a style
    r"(?<![\w+.-])[a-z][a-z0-9+.-]*:/[^\s<>]*",  # an address
    r"\{[#.:][^{}\s]*\}",  # the anchor of a heading
    r"&#?\w+;",  # a character by its name
)


def unread_in_markdown(outline: Outline) -> tuple[Passage, ...]:
    """Every place of a Markdown document whose words are not read, in order.

    What is read is known piece by piece; all other words of the file are unread by construction, in
    whatever syntax they stand: link titles and targets, definitions, attributes.
    """
    asides = tuple(_asides(outline.root))
    named = _comments(outline.comments, shown=False)
    named += [
        Passage("quote" if isinstance(one, Quote) else "code", one.span, shown=True)
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


def _ordered(*lists: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(sorted((one for each in lists for one in each), key=lambda one: one.span.start))


def _comments(comments: Sequence[Comment], *, shown: bool) -> list[Passage]:
    """The comments that hold words and do not speak to this program, which answers those that do."""
    spoken = [one for one in comments if not _DIRECTIVE.match(one.text)]
    return [Passage("comment", one.span, shown) for one in spoken if speaks(one.text)]


def _markup(source: SourceFile, taken: Iterable[Span]) -> Iterator[Passage]:
    """The runs between what is taken, over the ends of lines, that hold words for people."""
    text = source.text
    at = 0
    for start, end in _bounds(taken, len(text)):
        if start > at and _LETTER.search(text, at, start):
            run = text[at:start]
            if speaks(_machine().sub(" ", run)):
                first = at + len(run) - len(run.lstrip())
                yield Passage("markup", source.span(first, first + len(run.strip())), shown=False)
        at = max(at, end)


def _bounds(taken: Iterable[Span], end: int) -> list[tuple[int, int]]:
    """Start and end of what is taken, in order, and of the end."""
    return [*sorted((span.start, span.end) for span in taken), (end, end)]


def speaks(text: str) -> bool:
    """Whether a text can say something: two words, or a long one."""
    found = [word for word in words(text) if _LETTER.search(word)]
    if not found:
        return False
    longest = max(map(len, found))
    return longest >= LONG_WORD or (longest > 1 and word_count(text) > 1)


@cache
def _machine() -> re.Pattern[str]:
    """What in markup only programs read; compiled when there is markup with letters."""
    return re.compile("|".join(_MACHINE))


def _pieces(root: Section) -> Iterator[Span]:
    for section in root.walk():
        for text in (*([section.title] if section.title else ()), *texts(section.blocks, quoted=False)):
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
