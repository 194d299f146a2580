"""Whether an example shows what it says it shows."""

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from typing import NamedTuple

from scopelint.catalog.page import Example, Page
from scopelint.testing.run import NOT_CHECKED, findings
from scopelint.testing.variant import variants


class Complaint(NamedTuple):
    """What is wrong with an example. ``actual`` is what the rule says, to be blessed when it is right."""

    page: Page
    example: Example
    message: str
    actual: tuple[str, ...] | None = None

    def __str__(self) -> str:
        """One paragraph, headed by the page and the example."""
        return f"{self.page.source.path}: {self.example.name}: {self.message}"


def complaints(page: Page, own: Sequence[str] = ()) -> Iterator[Complaint]:
    """Everything wrong with a page's examples; nothing when they hold.

    ``own`` are the rule pages that do not come with scopelint.
    """
    for example in page.examples:
        yield from example_complaints(page, example, own)


def example_complaints(page: Page, example: Example, own: Sequence[str] = ()) -> Iterator[Complaint]:
    """Everything wrong with one example. Its variants are tried only when it holds itself."""
    expected = tuple(example.expect.splitlines())
    actual = findings(page.id, example, own=own)
    if actual != expected:
        yield Complaint(page, example, difference(expected, actual), actual)
        return
    found = sum(not line.startswith(NOT_CHECKED) for line in expected)
    if bool(found) != (example.kind == "fails"):
        yield Complaint(page, example, f"the kind is `{example.kind}`, and {found} findings are expected")
    for variant in variants(example.files):
        other = findings(page.id, example, variant.files, own)
        if other != expected:
            yield Complaint(page, example, f"{variant.name}: {difference(expected, other)}")


def difference(expected: Sequence[str], actual: Sequence[str]) -> str:
    """Expected and actual findings as a diff."""
    lines = unified_diff(expected, actual, "expected", "actual", n=9, lineterm="")
    return "the findings differ\n" + "\n".join(lines)
