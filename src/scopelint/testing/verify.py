"""Whether an example shows what it says it shows."""

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from typing import NamedTuple

from scopelint.catalog.page import Example, Page
from scopelint.engine.understand import understand_all
from scopelint.testing.fixing import wrong_fixes
from scopelint.testing.order import said_in_both_orders
from scopelint.testing.run import NOT_CHECKED, Told, asked, laid_out, told
from scopelint.testing.variant import silenced, variants

BEYOND_DOCUMENTS = frozenset({"lock", "history"})
"""What a rule may need that is no document of the contract."""


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

    ``own`` are the rule pages that do not come with scopelint. Variants of an example are tried only
    when it holds itself, and not for what the program itself reports: that may be about the very bytes.
    """
    for example in page.examples:
        expected = tuple(example.expect.splitlines())
        actual = told(page, example, own=own)
        if actual.lines != expected:
            yield Complaint(page, example, difference(expected, actual.lines), actual.lines)
        else:
            yield from (Complaint(page, example, message) for message in _doubts(page, example, actual, own))


def _doubts(page: Page, example: Example, actual: Told, own: Sequence[str]) -> Iterator[str]:
    """What is wrong with an example whose expected findings are right."""
    found = sum(not line.startswith(NOT_CHECKED) for line in actual.lines)
    if bool(found) != (example.kind == "fails"):
        yield f"its kind is `{example.kind}`, and {found} findings are expected"
    if page.data.get("check") != "engine":
        yield from _wrong_variants(page, example, actual, own)


def _wrong_variants(page: Page, example: Example, actual: Told, own: Sequence[str]) -> Iterator[str]:
    for variant in variants(example.files):
        other = told(page, example, variant.files, own)
        if other.lines != actual.lines:
            yield f"{variant.name}: {difference(actual.lines, other.lines)}"
    if len(example.files) > 1 and not BEYOND_DOCUMENTS.intersection(page.names("needs")):
        yield from _order_matters(page, example, own)
    if actual.findings:
        yield from _not_silenced(page, example, actual, own)
        yield from wrong_fixes(page, example, actual, own)


def _order_matters(page: Page, example: Example, own: Sequence[str]) -> Iterator[str]:
    with laid_out(example) as root:
        request = asked(page, example, root, own)
        for understood in understand_all(request).contracts:
            forwards, backwards = said_in_both_orders(page, understood, request)
            if forwards != backwards:
                yield f"the order of the files matters: {forwards} or {backwards}"


def _not_silenced(page: Page, example: Example, actual: Told, own: Sequence[str]) -> Iterator[str]:
    """A comment in the files concerned silences exactly what they are reported for."""
    names = {found.finding.at.span.file.removeprefix(actual.root) for found in actual.findings}
    quiet = told(page, example, silenced(example.files, page.id, names), own)
    if quiet.findings:
        yield f"a suppression leaves findings standing: {difference((), quiet.lines)}"
    elif quiet.suppressed != len(actual.findings):
        yield f"a suppression silences {quiet.suppressed} findings instead of {len(actual.findings)}"


def difference(expected: Sequence[str], actual: Sequence[str]) -> str:
    """Expected and actual findings as a diff."""
    lines = unified_diff(expected, actual, "expected", "actual", n=9, lineterm="")
    return "the findings differ\n" + "\n".join(lines)
