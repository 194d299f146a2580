"""Reading a Markdown document."""

from scopelint.diagnostics import Problem
from scopelint.syntax.limits import DEFAULT_LIMITS, Limits
from scopelint.syntax.markdown.block import read_blocks
from scopelint.syntax.markdown.bound import within
from scopelint.syntax.markdown.clause_list import take_clauses
from scopelint.syntax.markdown.comment import take_comments
from scopelint.syntax.markdown.drawn import undrawn
from scopelint.syntax.markdown.fenced import unfenced
from scopelint.syntax.markdown.front_matter import read_front_matter
from scopelint.syntax.markdown.line import Line, source_lines
from scopelint.syntax.markdown.prose import Prose, defined_label
from scopelint.syntax.markdown.section import nest
from scopelint.syntax.outline import Comment, Outline
from scopelint.text import SourceFile


def parse_markdown(
    source: SourceFile, limits: Limits = DEFAULT_LIMITS
) -> tuple[Outline, tuple[Problem, ...]]:
    """The outline of a Markdown file, and what was wrong with it."""
    header = read_front_matter(source, limits)
    lines, unread = within(source_lines(source, header.first_line), limits, source)
    comments: tuple[Comment, ...] = header.tree.comments
    if "<!--" in source.text:
        lines, found = take_comments(lines, source.path, source.text)
        comments += found
    lines = undrawn(unfenced(lines))
    prose = Prose(source.path, _references(lines, source.text))
    parts, problems = read_blocks(lines, prose, limits)
    outline = Outline(source, header.tree.node, nest(take_clauses(parts), source), comments)
    return outline, (*header.tree.problems, *unread, *problems)


def _references(lines: list[Line], text: str) -> frozenset[str]:
    if "]:" not in text:
        return frozenset()
    labels = (defined_label(line.text) for line in lines)
    return frozenset(label for label in labels if label is not None)
