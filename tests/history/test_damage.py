"""Contracts with lines lost, doubled or damaged: they lock and read back, and no rule of the past fails."""

from collections.abc import Mapping
from datetime import date as Date
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from scopelint.diagnostics import NotChecked
from scopelint.engine.agree import agreement_of
from scopelint.history.lock import read_lock
from scopelint.history.lock_text import lock_text
from scopelint.model import Approval, Change, Contract, Evidence
from scopelint.model.contract import History, Lock
from scopelint.model.difference import differences
from scopelint.model.past import Commit, PastRecord
from scopelint.reading.document import read_document
from scopelint.reading.link import link
from scopelint.rules.changes import (
    changed_after_approval,
    missing_lock,
    rewritten_record,
    undocumented_scope_change,
)
from scopelint.text import SourceFile
from tests.rules.factory import context

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "linden-press-book"
WHOLE = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.iterdir())}
SIGNS = "0123456789abc|:-[]{}\"' ,.#€"
FIELDS = ["deliverables", "exclusions", "price", "revisions", "dates"]


def contract_of(files: Mapping[str, str]) -> Contract:
    return link("acme", [read_document(SourceFile(name, text)) for name, text in files.items()])


def damaged(text: str, random: Random) -> str:
    lines = text.split("\n")
    for _ in range(random.randint(1, 6)):
        at, other = random.randrange(len(lines)), random.randrange(len(lines))
        match random.randrange(3):
            case 0:
                lines[at] = ""
            case 1:
                lines.insert(at, lines[other])
            case _:
                cut = random.randrange(len(lines[at]) + 1)
                lines[at] = lines[at][:cut] + random.choice(SIGNS) + lines[at][cut + 1 :]
    return "\n".join(lines)


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_a_damaged_contract_locks_and_reads_back(random: Random) -> None:
    after = contract_of({name: damaged(text, random) for name, text in WHOLE.items()})
    lock = read_lock(SourceFile("scope.lock", lock_text(after, agreement_of(after, None, ()), ())))
    assert isinstance(lock, Lock)
    assert lock.intact
    assert differences(lock.terms, after) == ()


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_every_finding_about_the_past_has_a_place_in_the_contract(random: Random) -> None:
    before = contract_of(WHOLE)
    commit = Commit("a" * 40, Date(2026, 3, 4))
    records: tuple[Approval | Change | Evidence, ...] = (
        *before.approvals,
        *before.changes,
        *before.evidence,
    )
    versions = {each.version.value: before for each in before.approvals if each.version}
    history = History(agreed=before, approved=versions, records=tuple(PastRecord(commit, r) for r in records))
    after = contract_of({name: damaged(text, random) for name, text in WHOLE.items()})
    after = after._replace(locked=before, history=history)
    for rule in (undocumented_scope_change, missing_lock, changed_after_approval, rewritten_record):
        for outcome in rule(after, context(after, fields=FIELDS)):
            assert isinstance(outcome, NotChecked) or outcome.at.span.file in WHOLE
