"""Characters that make a text say something else than it shows."""

import re

from scopelint.diagnostics import Problem
from scopelint.text import SourceFile

LATIN = "A-Za-z\u00c0-\u024f"
LIKE_LATIN = "\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff"
SUSPECT = (
    "[\u061c\u034f\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff\uffa0\U000e0000-\U000e007f]"
    f"|[{LATIN}](?=[{LIKE_LATIN}])|[{LIKE_LATIN}](?=[{LATIN}])"
)
"""Every place worth a second look: invisible characters, and a change of alphabet within a word."""


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
