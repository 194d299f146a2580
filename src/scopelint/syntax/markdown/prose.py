"""Making texts of lines, with what the whole document knows."""

import re
from collections.abc import Sequence

from scopelint.syntax.markdown.inline import fold_label, inline_text
from scopelint.syntax.markdown.line import Line
from scopelint.syntax.outline import Paragraph, Text
from scopelint.text import Span

_DEFINITION = re.compile(
    r" {0,3}\[([^\[\]]{1,200})\]:[ \t]*+(?:<[^<>]*>|[^\s<]\S*+)"
    r"(?:[ \t]++(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t\0]*"
)


class Prose:
    """Reads inline text of one file; knows the labels its link definitions define."""

    def __init__(self, file: str, references: frozenset[str] = frozenset()) -> None:
        self.file = file
        self.references = references

    def text(self, lines: Sequence[Line]) -> Text:
        """The text of stripped lines."""
        return inline_text(lines, self.file, self.references)

    def paragraph(self, lines: Sequence[Line]) -> Paragraph:
        """The paragraph that stripped lines make."""
        return Paragraph(self.text(lines), self.span(lines))

    def span(self, lines: Sequence[Line]) -> Span:
        """The place of lines, without what surrounds them."""
        return Span(self.file, lines[0].start, lines[-1].end)


def defined_label(line: str) -> str | None:
    """The folded label a link definition defines; footnotes (``[^1]:``) are no definitions.

    Neither is what goes on after the address and its title: a renderer shows such a line.
    """
    match = _DEFINITION.fullmatch(line)
    if match is None or match[1].startswith("^"):
        return None
    return fold_label(match[1])
