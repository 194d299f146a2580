"""Locking what was agreed, and seeing what came after, as a user does."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import SOURCE, scopelint
from tests.history.scripted import ScriptedRepository

DEMO = SOURCE.parent / "fixtures" / "small-addition"
NEW_ROW = "| D3 | Reservation form | 1 form | A test reservation arrives |\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(DEMO / "site", tmp_path / "site")
    return tmp_path / "site"


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8", newline="")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_the_demonstration_of_the_readme(tmp_path: Path) -> None:
    program = tmp_path / "scopelint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m scopelint "$@"\n')
    program.chmod(0o755)
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "NO_COLOR": "1", "SCOPELINT": str(program)}
    done = subprocess.run(
        ["sh", str(DEMO / "demo.sh")], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout == (DEMO / "demo.out").read_text(encoding="utf-8")


def test_a_lock_is_the_same_whatever_the_spacing_and_the_order(site: Path) -> None:
    assert scopelint("lock", str(site)).code == 0
    lock = (site / "scope.lock").read_text(encoding="utf-8")
    edit(site / "scope.md", "| D2 | The four pages,", "|  D2  | The  four pages,")
    edit(
        site / "scope.md",
        "- Texts, translation and photography\n- Hosting and domain fees\n",
        "- Hosting and domain fees\n- Texts, translation and photography\n",
    )
    (site / "milestones.yaml").rename(site / "a.yaml")
    (site / "scope.lock").unlink()
    assert scopelint("lock", str(site)).code == 0
    assert (site / "scope.lock").read_text(encoding="utf-8") == lock


def test_locking_twice_changes_nothing(site: Path) -> None:
    scopelint("lock", str(site))
    before = (site / "scope.lock").read_bytes()
    again = scopelint("lock", str(site))
    assert (again.code, again.out) == (
        0,
        f"{site}/scope.lock holds these terms already, as agreed 2026-03-02\n",
    )
    assert (site / "scope.lock").read_bytes() == before


def test_errors_in_what_would_be_agreed_stand_in_the_way(site: Path) -> None:
    edit(site / "contract.yaml", "  included: 2\n", "")
    refused = scopelint("lock", str(site))
    assert refused.code == 1
    assert "error[missing-revision-limit]" in refused.out
    assert "`--force` records that it stood" in refused.err
    assert not (site / "scope.lock").exists()


def test_force_records_what_stood_in_the_way(site: Path) -> None:
    edit(site / "contract.yaml", "  included: 2\n", "")
    assert scopelint("lock", "--force", str(site)).code == 0
    assert "  despite:\n  - missing-revision-limit\n" in (site / "scope.lock").read_text(encoding="utf-8")


def test_the_calendar_never_stands_in_the_way(site: Path) -> None:
    edit(site / "milestones.yaml", "due_on: 2026-03-13", "due_on: 2020-03-13")
    assert scopelint("lock", str(site)).code == 0


def test_an_addition_cannot_be_locked_without_its_change(site: Path) -> None:
    scopelint("lock", str(site))
    edit(site / "scope.md", "\n## Exclusions", NEW_ROW + "\n## Exclusions")
    edit(site / "milestones.yaml", "deliverables: [D2]", "deliverables: [D2, D3]")
    refused = scopelint("lock", str(site))
    assert refused.code == 1
    assert "error[undocumented-scope-change]" in refused.out


def test_an_agreement_needs_a_day(tmp_path: Path) -> None:
    offer = tmp_path / "offer.md"
    shutil.copy(DEMO / "site" / "scope.md", offer)
    with offer.open("a", encoding="utf-8") as file:
        file.write("\n## Revisions\n\nTwo rounds of revisions are included.\n")
    edit(offer, " Agreed 2026-03-02 (EV-1).", "")
    refused = scopelint("lock", "offer.md", cwd=tmp_path)
    assert (refused.code, "`--agreed-on DATE`" in refused.err) == (1, True), refused
    locked = scopelint("lock", "offer.md", "--agreed-on", "2026-03-02", cwd=tmp_path)
    assert (locked.code, locked.out.startswith("Wrote offer.md.lock: 2 deliverables")) == (0, True), locked


def test_a_plain_document_can_be_compared_too(tmp_path: Path) -> None:
    offer = tmp_path / "offer.md"
    offer.write_text(
        "# Posters\n\n## Deliverables\n\n- Poster in A2 for the spring concert\n- Flyer in A6\n\n"
        "## Revisions\n\nTwo rounds of revisions are included.\n",
        encoding="utf-8",
    )
    assert scopelint("lock", "--force", "--agreed-on", "2026-03-02", "offer.md", cwd=tmp_path).code == 0
    edit(offer, "- Flyer in A6\n", "- Flyer in A6\n- Banner for the shop window\n")
    edit(offer, "A2 for the spring concert", "A1 for the spring concert")
    told = scopelint("diff", "offer.md", cwd=tmp_path)
    assert told.code == 1
    assert (
        "~ a deliverable was reworded: `Poster in A2 for the spring concert` "
        "became `Poster in A1 for the spring concert`" in told.out
    )
    assert "+ a deliverable was added: `Banner for the shop window`" in told.out
    assert "  offer.md.lock:" in told.out


def test_relocking_keeps_earlier_agreements(site: Path) -> None:
    scopelint("lock", str(site))
    first = (site / "scope.lock").read_text(encoding="utf-8")
    digest = next(line for line in first.splitlines() if "digest" in line).strip()
    (site / "changelog.yaml").write_text(
        "changes:\n- {id: CO-1, request: Drop the story page, class: removal, removes: [D2],"
        " decision: approved, decided_on: 2026-03-10}\n",
        encoding="utf-8",
    )
    assert scopelint("lock", "--force", str(site)).code == 0
    second = (site / "scope.lock").read_text(encoding="utf-8")
    assert "  changes:\n  - CO-1\n" in second
    earlier = second.partition("earlier:\n")[2]
    assert digest in earlier
    assert "date: 2026-03-02" in earlier


def test_differences_as_json(site: Path) -> None:
    scopelint("lock", str(site))
    edit(site / "contract.yaml", "price: 900.00", "price: 950.00")
    told = scopelint("diff", "--format", "json", "site", cwd=site.parent)
    (difference,) = json.loads(told.out)["differences"]
    assert difference["message"] == "the price went from `900 EUR` to `950 EUR`"
    assert difference["before"] == {"value": "900 EUR", "path": "site/scope.lock", "line": 11, "column": 10}
    assert difference["after"]["path"] == "site/contract.yaml"
    assert difference["covered"] is False


def test_nothing_to_compare_with(site: Path) -> None:
    told = scopelint("diff", str(site))
    assert (told.code, "neither a lock nor an `agreed_ref`" in told.err) == (2, True)
    assert scopelint("diff", "--against", "lock", str(site)).code == 2
    outside = scopelint("diff", "--against", "HEAD", str(site))
    assert (outside.code, "not a git repository" in outside.err) == (2, True)


def test_against_a_commit(site: Path) -> None:
    scripted = ScriptedRepository(site.parent)
    scripted.commit()
    edit(site / "contract.yaml", "  included: 2", "  included: 4")
    told = scopelint("diff", "--against", "HEAD", "site", cwd=site.parent)
    assert told.out.splitlines()[2:4] == [
        "~ the revision limit was raised from `2` to `4`",
        "  HEAD:site/contract.yaml:19 -> site/contract.yaml:19",
    ]
    unknown = scopelint("diff", "--against", "nothing", "site", cwd=site.parent)
    assert (unknown.code, "git knows no commit `nothing`" in unknown.err) == (2, True)


def test_a_lock_edited_by_hand_is_told(site: Path) -> None:
    scopelint("lock", str(site))
    edit(site / "scope.lock", "price: 900.00", "price: 990.00")
    told = scopelint("check", "--select", "missing-lock", str(site))
    assert "was edited by hand" in told.out
    assert told.code == 1


@pytest.mark.parametrize(
    "text", ["", "- a list", "agreed: 1", "lock: [", "\0", "agreed: {}\ndeliverables: 7\n"]
)
def test_a_broken_lock_is_a_finding_not_a_crash(site: Path, text: str) -> None:
    (site / "scope.lock").write_text(text, encoding="utf-8")
    told = scopelint("check", str(site), "--as-of", "2026-03-09")
    assert told.code in (1, 2), told
    assert "scope.lock" in told.out
    assert "Traceback" not in told.err
