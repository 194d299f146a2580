"""How much of a document is read: what stands after a limit is said to be unread."""

import re
from itertools import islice

from scopelint.diagnostics import Finding, Label, Problem
from scopelint.syntax.limits import Limits
from scopelint.syntax.markdown.line import Line
from scopelint.text import SourceFile

_WORD = re.compile(r"(?:\w+|[^\w\s]+)\s*")


def within(lines: list[Line], limits: Limits, source: SourceFile) -> tuple[list[Line], tuple[Problem, ...]]:
    """The lines that are read, and the problem that names what stands first after them."""
    problems: tuple[Problem, ...] = ()
    unread = _line_after(lines, limits.markdown_lines)
    if unread is not None:
        lines = _before(lines, unread)
        problems = (_problem(unread, f"{limits.markdown_lines:,} lines of text", "markdown_lines", source),)
    unread = _word_after(lines, limits.prose_words) if len(source.text) > limits.prose_words else None
    if unread is not None:
        lines = _before(lines, unread)
        problems = (_problem(unread, f"{limits.prose_words:,} words and signs", "prose_words", source),)
    return lines, problems


def _line_after(lines: list[Line], most: int) -> Line | None:
    """The line with something on it that follows so many others."""
    if len(lines) <= most:
        return None
    return next(islice((line for line in lines if line.text.strip()), most, None), None)


def _word_after(lines: list[Line], most: int) -> Line | None:
    """The word or sign that follows so many others."""
    for line in map(Line.stripped, lines):
        words = _WORD.findall(line.text)
        if len(words) > most:
            return Line(words[most].rstrip(), line.start + sum(map(len, words[:most])))
        most -= len(words)
    return None


def _before(lines: list[Line], unread: Line) -> list[Line]:
    """The lines up to a place, the one it stands in cut there."""
    kept = [line for line in lines if line.start < unread.start]
    if kept and kept[-1].end > unread.start:
        kept[-1] = Line(kept[-1].text[: unread.start - kept[-1].start], kept[-1].start)
    return kept


def _problem(unread: Line, bound: str, key: str, source: SourceFile) -> Problem:
    message = f"more than {bound}: the rest of this document is not read"
    advice = f"split the document, or raise `{key}` in the configuration's `limits`"
    at = Label(source.span(unread.start, unread.end))
    return Problem("exceeded-limit", Finding(message, at, help=advice))
