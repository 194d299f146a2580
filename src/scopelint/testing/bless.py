"""Writing what a rule says into its page, after a person has seen it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from scopelint.catalog.bundle import bundle
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


def bless_pages(complaints: Iterable[Complaint]) -> Iterator[str]:
    """Write the actual findings into the pages complained about; yields the path of each one written."""
    by_page: dict[str, list[Complaint]] = {}
    for complaint in complaints:
        if complaint.actual is not None:
            by_page.setdefault(complaint.page.source.path, []).append(complaint)
    for path, told in by_page.items():
        page = told[0].page
        file = page_file(page)
        mark = "\ufeff" if page.source.bom else ""
        file.write_bytes((mark + blessed(page, told)).encode("utf-8"))
        yield path


def page_file(page: Page) -> Path:
    """Where a page lies: bundled pages in the bundle, others where their path says."""
    path = Path(page.source.path)
    bundled = Path(bundle().root) / path
    return bundled if not path.is_absolute() and bundled.exists() else path


def _indent(page: Page, complaint: Complaint) -> int:
    """The column of the key ``expect``, less one."""
    line = page.source.line(page.source.position(complaint.example.place.start).line)
    return len(line) - len(line.lstrip(" -"))


def _written(lines: Sequence[str], indent: int) -> str:
    """A literal block two columns deeper than its key; nothing found is an empty text."""
    if not lines:
        return '""'
    return "|\n" + "\n".join(f"{' ' * (indent + 2)}{line}" for line in lines)
