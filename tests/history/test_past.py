"""What git knows of a contract's past."""

import os
import subprocess
from datetime import date as Date
from pathlib import Path

import pytest

from scopelint.engine.folder import belongs_by_name
from scopelint.engine.request import Request
from scopelint.engine.understand import understand_all
from scopelint.history.past import Pasts
from scopelint.model import Contract
from scopelint.model.contract import History
from scopelint.model.past import Commit
from tests.history.scripted import ScriptedRepository

CONTRACT = "scopelint: 1\ncontract: {id: acme, status: active}\n"
APPROVALS = "approvals:\n- {id: AP-1, subject: M1, date: 2026-01-02}\n"


@pytest.fixture
def scripted(tmp_path: Path) -> ScriptedRepository:
    scripted = ScriptedRepository(tmp_path / "work")
    scripted.put("acme/contract.yaml", CONTRACT)
    return scripted


def contract_in(folder: Path) -> Contract:
    (understood,) = understand_all(Request(paths=(str(folder),))).contracts
    assert understood.contract is not None
    return understood.contract


def history(folder: Path) -> History:
    pasts = Pasts(belongs_by_name)
    try:
        return pasts.history(contract_in(folder))
    finally:
        pasts.close()


def recorded(past: History) -> list[tuple[str, str]]:
    return [
        (each.record.id.value if each.record.id else "", each.commit.date.isoformat())
        for each in past.records
    ]


def test_reasons_why_nothing_is_known(scripted: ScriptedRepository, tmp_path: Path) -> None:
    assert history(scripted.root / "acme").absent == "nothing is committed yet"
    scripted.commit()
    scripted.put("beta/contract.yaml", CONTRACT)
    assert history(scripted.root / "beta").absent == "the contract is not committed yet"
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "contract.yaml").write_text(CONTRACT)
    assert history(outside).absent == "not a git repository"


def test_versions_in_the_order_of_commits(scripted: ScriptedRepository) -> None:
    scripted.commit()
    scripted.commit("acme/approvals.yaml", APPROVALS)
    scripted.commit("acme/approvals.yaml", APPROVALS.replace("M1", "M2"))
    found = [(each.path, each.commit.date.day) for each in history(scripted.root / "acme").versions]
    assert found == [("acme/contract.yaml", 1), ("acme/approvals.yaml", 2), ("acme/approvals.yaml", 3)]


def test_only_states_unlike_the_present_are_read_for_records(scripted: ScriptedRepository) -> None:
    scripted.commit("acme/approvals.yaml", APPROVALS)
    assert recorded(history(scripted.root / "acme")) == []
    scripted.put("acme/approvals.yaml", APPROVALS + "- {id: AP-2, subject: M2, date: 2026-01-03}\n")
    assert recorded(history(scripted.root / "acme")) == []
    scripted.put("acme/approvals.yaml", APPROVALS.replace("M1", "M2"))
    assert recorded(history(scripted.root / "acme")) == [("AP-1", "2026-01-01")]


def test_records_of_a_file_that_is_gone(scripted: ScriptedRepository) -> None:
    scripted.commit("acme/approvals.yaml", APPROVALS)
    (scripted.root / "acme/approvals.yaml").unlink()
    scripted.commit()
    assert recorded(history(scripted.root / "acme")) == [("AP-1", "2026-01-01")]


@pytest.mark.parametrize("change", ["", "# a note\n"])
def test_a_renamed_folder_keeps_its_past(scripted: ScriptedRepository, change: str) -> None:
    scripted.commit("acme/approvals.yaml", APPROVALS)
    scripted.git("mv", "acme", "client")
    scripted.put("client/approvals.yaml", change + APPROVALS)
    scripted.commit()
    scripted.put("client/approvals.yaml", change + APPROVALS.replace("M1", "M2"))
    assert ("AP-1", "2026-01-01") in recorded(history(scripted.root / "client"))


def test_another_contract_of_the_repository_is_not_its_past(scripted: ScriptedRepository) -> None:
    scripted.commit("beta/contract.yaml", CONTRACT + APPROVALS)
    scripted.commit("beta/contract.yaml", CONTRACT)
    assert recorded(history(scripted.root / "acme")) == []


def test_words_are_found_in_the_first_commit_that_had_them(scripted: ScriptedRepository) -> None:
    scripted.commit("acme/scope.md", "# Site\n")
    second = scripted.commit("acme/scope.md", "# Site\n\n- A blog\n  index page\n")
    scripted.commit("acme/scope.md", "# Site\n\n- A blog index page\n- D95\n")
    past = history(scripted.root / "acme")
    assert past.first_seen("A blog index page") == Commit(second, Date(2026, 1, 2))
    assert past.first_seen("D9") is None
    assert past.first_seen("never written") is None
    assert past.first_seen("A blog index page of its own") is None
    assert past.first_seen(" ") is None


def test_the_contract_as_agreed(scripted: ScriptedRepository) -> None:
    scripted.put("acme/contract.yaml", CONTRACT.replace("id: acme,", "id: acme, price: 900, agreed_ref: v1,"))
    scripted.commit("acme/scope.md", "# Site\n")
    scripted.git("tag", "v1")
    scripted.commit(
        "acme/contract.yaml", CONTRACT.replace("id: acme,", "id: acme, price: 950, agreed_ref: v1,")
    )
    agreed = history(scripted.root / "acme").agreed
    assert agreed is not None
    assert agreed.price is not None
    assert agreed.price.value.amount == 900
    assert agreed.price.span.file == "v1:acme/contract.yaml"


def test_a_shallow_clone_tells_what_to_fetch(scripted: ScriptedRepository, tmp_path: Path) -> None:
    scripted.put(
        "acme/contract.yaml", CONTRACT.replace("status: active", "status: active, accepted_on: 2026-01-01")
    )
    scripted.commit("acme/approvals.yaml", APPROVALS)
    scripted.commit("acme/approvals.yaml", APPROVALS + "- {id: AP-2, subject: M2, date: 2026-01-03}\n")
    scripted.git("clone", "--quiet", "--depth=1", scripted.root.as_uri(), str(tmp_path / "clone"))
    past = history(tmp_path / "clone" / "acme")
    assert past.shallow
    assert past.partial == (
        "this is a shallow clone; `git fetch --shallow-since=2026-01-01` brings what is missing "
        "(`fetch-depth: 0` in CI)"
    )
    assert past.first_seen("AP-1") is None, "it may be older than what is here"


def test_a_shallow_clone_that_holds_the_whole_contract_is_no_doubt(
    scripted: ScriptedRepository, tmp_path: Path
) -> None:
    (scripted.root / "acme/contract.yaml").unlink()
    scripted.commit("README.md", "Contracts\n")
    scripted.commit("README.md", "All contracts\n")
    scripted.commit("acme/contract.yaml", CONTRACT)
    scripted.git("clone", "--quiet", "--depth=2", scripted.root.as_uri(), str(tmp_path / "clone"))
    past = history(tmp_path / "clone" / "acme")
    assert past.shallow
    assert past.partial is None


def test_processes_are_counted_for_the_repository_not_for_the_contract(
    scripted: ScriptedRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        text = CONTRACT.replace("id: acme", f"id: c{number}, agreed_ref: v1")
        scripted.put(f"c{number}/contract.yaml", text)
        scripted.put(f"c{number}/approvals.yaml", APPROVALS.replace("date", "version: v1, date"))
    scripted.commit()
    scripted.git("tag", "v1")
    for number in range(12):
        scripted.commit(f"c{number}/approvals.yaml", APPROVALS.replace("M1", "M2"))
    calls = tmp_path / "calls"
    real = subprocess.run(
        ["sh", "-c", "command -v git"], capture_output=True, text=True, check=True
    ).stdout.strip()
    shim = tmp_path / "bin" / "git"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\necho call >> {calls}\nexec {real} "$@"\n')
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", f"{shim.parent}{os.pathsep}{os.environ['PATH']}")
    contracts = [one.contract for one in understand_all(Request(paths=(str(scripted.root),))).contracts]
    pasts = Pasts(belongs_by_name)
    assert all(pasts.history(contract).agreed for contract in contracts if contract and contract.agreed_ref)
    pasts.close()
    assert len(contracts) == 13
    assert len(calls.read_text().splitlines()) <= 6


def test_in_markdown_only_rows_that_changed_bring_back_a_record(scripted: ScriptedRepository) -> None:
    table = "## Approvals\n\n| ID | Subject | Date |\n|----|----|----|\n| AP-1 | M1 | 2026-01-02 |\n"
    scripted.commit("acme/scope.md", f"# Site\n\nFive pages.\n\n{table}")
    scripted.commit("acme/scope.md", f"# Site\n\nSix pages, due 2026-02-13.\n\n{table}")
    scripted.put("acme/scope.md", f"# Site\n\nFive pages.\n\n{table}| AP-2 | M2 | 2026-01-09 |\n")
    assert recorded(history(scripted.root / "acme")) == []
    scripted.put("acme/scope.md", f"# Site\n\nFive pages.\n\n{table.replace('M1', 'M2')}")
    assert ("AP-1", "2026-01-01") in recorded(history(scripted.root / "acme"))
