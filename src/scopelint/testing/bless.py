"""Writing what a rule says into its page, after a person has seen it."""

from collections.abc import Iterable, Sequence

from scopelint.catalog.page import Page
from scopelint.testing.verify import Complaint
from scopelint.text import Edit, apply_edits


def blessed(page: Page, complaints: Iterable[Complaint]) -> str:
    """The page's text with the actual findings as the expected ones of each example complained about."""
    edits = [
        Edit(complaint.example.place, _written(complaint.actual, _indent(page, complaint)))
        for complaint in complaints
        if complaint.actual is not None
    ]
    return apply_edits(page.source.text, edits)


def _indent(page: Page, complaint: Complaint) -> int:
    """The column of the key ``expect``, less one."""
    line = page.source.line(page.source.position(complaint.example.place.start).line)
    return len(line) - len(line.lstrip(" -"))


def _written(lines: Sequence[str], indent: int) -> str:
    """A literal block two columns deeper than its key; nothing found is an empty text."""
    if not lines:
        return '""'
    return "|\n" + "\n".join(f"{' ' * (indent + 2)}{line}" for line in lines)
