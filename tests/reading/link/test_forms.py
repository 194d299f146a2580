"""A contract kept as a folder of records and as one Markdown file is the same contract."""

from itertools import permutations
from pathlib import Path

import pytest

from scopelint.model import Contract, Phase
from scopelint.reading.document import read_document
from scopelint.reading.link import link
from scopelint.text import SourceFile
from tests.reading.place import without_places

FIXTURES = Path(__file__).parents[3] / "fixtures"
FOLDER = sorted((FIXTURES / "linden-press-book").iterdir())
ONE_FILE = FIXTURES / "linden-press-book.md"

# What is comparable without regard to the words and places it was recognised by.
RECOGNISED = ("clauses", "phrases", "statements", "prices")


def contract_of(*files: Path) -> Contract:
    """The contract that files form."""
    sources = (SourceFile(file.name, file.read_text(encoding="utf-8")) for file in files)
    return link("book", map(read_document, sources))


@pytest.fixture(scope="module")
def folder() -> Contract:
    return contract_of(*FOLDER)


@pytest.fixture(scope="module")
def one_file() -> Contract:
    return contract_of(ONE_FILE)


def test_both_forms_say_the_same(folder: Contract, one_file: Contract) -> None:
    in_folder, in_file = without_places(folder), without_places(one_file)
    for name in in_folder.keys() - set(RECOGNISED):
        assert in_folder[name] == in_file[name], name


def test_both_forms_state_the_same_clauses(folder: Contract, one_file: Contract) -> None:
    assert [(c.name, c.status) for c in folder.clauses] == [(c.name, c.status) for c in one_file.clauses]
    by_records = {"revision-limit", "payment-schedule", "deposit", "timeline", "termination", "communication"}
    assert by_records <= {c.name for c in folder.clauses if c.status == "stated"}


def test_neither_form_has_anything_that_cannot_be_read(folder: Contract, one_file: Contract) -> None:
    assert folder.problems == one_file.problems == ()


def test_the_contract_is_understood(folder: Contract) -> None:
    assert folder.structured
    assert folder.phase is Phase.ACTIVE
    assert [m.id.value for m in folder.milestones if m.id] == ["M1", "M2", "M3", "M4"]
    assert [d.id.value for d in folder.deliverables if d.id] == ["D1", "D2", "D3"]
    assert [x.text.value for x in folder.changes[0].adds] == ["E-book edition of the whole text"]
    assert folder.client is not None
    assert folder.client.approver is not None
    assert folder.client.approver.value == "Jonas Weir"


def test_every_citation_leads_to_its_evidence(folder: Contract) -> None:
    funded = folder.milestones[0].funded
    assert funded is not None
    assert funded.evidence[0].record == folder.evidence[1]


def test_the_order_of_files_does_not_matter(folder: Contract) -> None:
    for files in list(permutations(FOLDER))[::97]:
        assert contract_of(*files) == folder
