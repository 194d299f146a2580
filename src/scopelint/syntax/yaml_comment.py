"""Comments of a YAML text, found between the scalars that the parser saw."""

import re
from collections.abc import Iterable

from scopelint.syntax.outline import Comment
from scopelint.text import SourceFile, Span

_COMMENT = re.compile(r"(?<!\S)#[^\r\n\x85\u2028\u2029]*")


def yaml_comments(
    source: SourceFile, start: int, end: int, scalars: Iterable[tuple[int, int, bool]]
) -> tuple[Comment, ...]:
    """The comments between two offsets, their ``#`` taken off.

    ``scalars`` are start, end and "is a block scalar" of every quoted or block scalar in written
    order: a ``#`` in them is text, but not one on the line that opens a block scalar.
    """
    text = source.text
    if text.find("#", start, end) < 0:
        return ()
    comments: list[Comment] = []
    at = start
    for first, last, block in scalars:
        if block:
            header = text.find("\n", first, last)
            first = last if header < 0 else header
        _collect(source, at, first, comments)
        at = last
    _collect(source, at, end, comments)
    return tuple(comments)


def _collect(source: SourceFile, start: int, end: int, comments: list[Comment]) -> None:
    for match in _COMMENT.finditer(source.text, start, end):
        place = Span(source.path, match.start(), match.end())
        comments.append(Comment(match[0][1:].strip(), place))
