"""How much of a Markdown document is read: what stands after a limit is said to be unread."""

from itertools import islice

from scopelint.diagnostics import Problem
from scopelint.syntax.bound import count_words, rest_unread, words_unread
from scopelint.syntax.limits import Limits
from scopelint.syntax.markdown.line import Line
from scopelint.text import SourceFile


def within(lines: list[Line], limits: Limits, source: SourceFile) -> tuple[list[Line], tuple[Problem, ...]]:
    """The lines that are read, and the problem that names what stands first after them."""
    problems: tuple[Problem, ...] = ()
    unread = _line_past(lines, limits.markdown_lines)
    if unread is not None:
        lines = _before(lines, unread)
        at = source.span(unread.start, unread.end)
        problems = (rest_unread(at, f"{limits.markdown_lines:,} lines of text", "markdown_lines"),)
    unread = _word_past(lines, limits.prose_words) if len(source.text) > limits.prose_words else None
    if unread is not None:
        lines = _before(lines, unread)
        problems = (words_unread(source.span(unread.start, unread.end), limits.prose_words),)
    return lines, problems


def _line_past(lines: list[Line], most: int) -> Line | None:
    """The line with something on it that follows so many others."""
    if len(lines) <= most:
        return None
    return next(islice((line for line in lines if line.text.strip()), most, None), None)


def _word_past(lines: list[Line], most: int) -> Line | None:
    """The word or sign that follows so many others."""
    for line in lines:
        words, past = count_words(line.text, most)
        if past is not None:
            return Line(line.text[slice(*past)], line.start + past[0])
        most -= words
    return None


def _before(lines: list[Line], unread: Line) -> list[Line]:
    """The lines up to a place, the one it stands in cut there."""
    kept = [line for line in lines if line.start < unread.start]
    if kept and kept[-1].end > unread.start:
        kept[-1] = Line(kept[-1].text[: unread.start - kept[-1].start], kept[-1].start)
    return kept
