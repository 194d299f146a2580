"""Characters that make a text say something else than it shows."""

import re

from scopelint.diagnostics import Problem
from scopelint.syntax.suspect import SUSPECT
from scopelint.text import SourceFile


def hidden_characters(source: SourceFile) -> tuple[Problem, ...]:
    """The places where a text hides something: at most one for each line.

    Direction controls, zero-width and tag characters count wherever no script or emoji needs them, and
    so do words that mix Latin letters with their Cyrillic or Greek twins.
    """
    text = source.text
    if text.isascii() or re.search(SUSPECT, text) is None:
        return ()
    from scopelint.syntax.disguise import line_problem

    problems: list[Problem] = []
    line_end = -1
    for match in re.finditer(SUSPECT, text):
        if match.start() < line_end:
            continue
        line = source.position(match.start()).line
        line_end = source.line_range(line)[1]
        problem = line_problem(source, line)
        if problem is not None:
            problems.append(problem)
    return tuple(problems)
