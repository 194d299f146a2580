"""Documents that say one thing over and over are read in time that grows with their length."""

import gc
import time
from collections.abc import Iterator

import pytest

from scopelint.engine.check import check
from scopelint.engine.request import Request
from tests.conftest import Folder

ONE = {
    "one sentence": ("pages {n} etc. ", "# S\n\n## Scope\n\n"),
    "amounts": ("Price ${n}.00. ", ""),
    "headings": ("## Part {n}\n\ntext\n\n", ""),
    "clauses in bold": ("**Revisions {n}:** two rounds\n\n", ""),
    "items": ("- item {n} of the work\n", "# S\n\n## Deliverables\n\n"),
    "slots": ("- [Name {n}] and ____ and {{{{x{n}}}}}\n", "# S\n\n## Deliverables\n\n"),
    "rows": (
        "| a {n} | $5{n} | 2026-01-02 |\n",
        "## Milestones\n\n| Milestone | Amount | Due |\n|---|---|---|\n",
    ),
    "quotes": ("> quote {n}\n\n", ""),
    "footnotes": ("[^{n}]: unlimited revisions\n\n", ""),
    "links": ("[a{n}](https://example.org/{n}) etc. ", "# S\n\n## Scope\n\n"),
    "suppressions": ("<!-- scopelint: ignore[rule-{n}] because -->\n\nx\n\n", ""),
    "numbered clauses": ("1.{n} The Developer shall deliver part {n}.\n\n", ""),
    "lone returns": ("a\r", ""),
    "tag characters": ("\U000e0041", ""),
    "one word": ("\u3042", ""),
    "unlimited in one sentence": ("unlimited revisions ", ""),
    "html": ("<details><summary>{n}</summary>unlimited revisions</details>\n\n", ""),
    "names": ("Acme{n}, Inc. ", "# S\n\n"),
    "names of two": ("Dana{n} and Acme, Inc. ", "# S\n\n"),
    "terms": ('(the "Term{n}") ', "# S\n\n"),
    "terms of two words": ('uses the Work {n} ("Work {n}") here.\n\n', "# S\n\n"),
    "totals and rates": ("## {n}\n\n1.{n}% off\n\n- Page: $100\n- Form: $250\n- Total: $9{n}\n\n", "# S\n\n"),
    "counts": ("These 5 pages\n\n", "# S\n\n## Pages\n\n"),
    "contacts": ("skype: name{n} a@b{n}.com +1 555 010{n} ", "# S\n\n"),
}
RECORDS = {
    "repeated ids": ("- {{id: M{n}, title: a}}\n- {{id: M{n}, title: b}}\n", "milestones:\n"),
    "one id": ("- {{id: M1, title: a{n}}}\n", "milestones:\n"),
    "no ids": ("- {{title: a{n}}}\n", "milestones:\n"),
    "approvals": ("- {{id: A{n}, subject: M{n}, by: Dana}}\n", "approvals:\n"),
}
DRAFT = "contract: {status: draft}\n"
GROWING = [
    *(pytest.param("scope.md", *written, id=name) for name, written in ONE.items()),
    *(pytest.param("contract.yaml", unit, DRAFT + head, id=name) for name, (unit, head) in RECORDS.items()),
]
MOST_RATIO = 6
"""Four times the input may take six times as long: clocks and memory need the room beyond four."""

LEAST_SECONDS = 0.12
"""What a text takes at least, as far as ratios go: those of hundredths of a second are chance."""


@pytest.fixture
def uncollected() -> Iterator[None]:
    """As in the program, no cycles are looked for: that takes longer the more there is."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.slow
@pytest.mark.parametrize(("file", "unit", "head"), GROWING)
def test_time_grows_with_length(file: str, unit: str, head: str, folder: Folder, uncollected: None) -> None:
    count = 40_000 // len(unit)
    # Growth is told where nothing is cut off.
    root = folder({"scopelint.yaml": "limits: {prose_words: 400000, markdown_lines: 40000}\n"})

    def seconds(units: int, first: int) -> float:
        """The time for a text that no run has seen: what was read before is remembered."""
        (root / file).write_text(head + "".join(unit.format(n=n) for n in range(first, first + units)))
        started = time.process_time()
        check(Request((file,), profile="strict"))
        return time.process_time() - started

    def ratio(first: int) -> float:
        return seconds(4 * count, first) / max(seconds(count, 2 * first), LEAST_SECONDS)

    seconds(count // 10, 1_000_000)
    # Once more where it seems to grow too fast: what else the machine does is chance, growth is not.
    assert any(ratio(first) < MOST_RATIO for first in (2_000_000, 8_000_000))
