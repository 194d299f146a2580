"""The measured contracts are what the measures say they are, and the pages show one and the same measuring."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import scopelint

ROOT = Path(__file__).resolve().parent.parent
AS_OF = "2026-01-26"


def bench(script: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, str(ROOT / "bench" / script), *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.fixture
def contracts(tmp_path: Path) -> Path:
    """Two dozen generated contracts."""
    bench("generate.py", str(tmp_path), "24")
    return tmp_path


def test_every_third_contract_has_findings_and_no_other(contracts: Path) -> None:
    report = json.loads(scopelint("check", "--as-of", AS_OF, "--format", "json", ".", cwd=contracts).out)
    assert {found["contract"].split("/")[0] for found in report["diagnostics"]} == {
        f"client-{number:05}" for number in range(1, 24, 3)
    }


def test_every_fourth_contract_is_plain_prose(contracts: Path) -> None:
    lone = [folder.name for folder in contracts.glob("client-*") if len(list(folder.iterdir())) == 1]
    assert sorted(lone) == [f"client-{number:05}" for number in range(3, 24, 4)]


def test_no_two_documents_are_alike_and_each_is_made_the_same_again(contracts: Path, tmp_path: Path) -> None:
    documents = {path.relative_to(contracts): path.read_text() for path in contracts.rglob("client-*/*")}
    assert len(set(documents.values())) == len(documents)
    bench("generate.py", str(tmp_path / "again"), "24")
    again = tmp_path / "again"
    assert all((again / path).read_text() == text for path, text in documents.items())


def test_a_structured_contract_has_the_size_that_is_told(contracts: Path) -> None:
    text = {path.name: path.read_text() for path in (contracts / "client-00000").iterdir()}
    assert 100 <= len(text["scope.md"].splitlines()) <= 140
    records = {"milestones.yaml": 8, "changelog.yaml": 12, "approvals.yaml": 6}
    begins = {"milestones.yaml": r"- id: M", "changelog.yaml": r"- id: CO-", "approvals.yaml": r"- \{id: AP-"}
    assert {name: len(re.findall(begins[name], text[name])) for name in records} == records


def test_the_readme_shows_the_measures_of_the_page_on_speed() -> None:
    shown = (ROOT / "README.md").read_text().partition("<!-- speed -->\n")[2].partition("<!-- end")[0]
    page = (ROOT / "docs" / "speed.md").read_text()
    rows = [line.rstrip(" |") for line in shown.splitlines()[2:]]
    assert rows
    assert all(f"\n{row} |" in page for row in rows)


def test_the_guards_of_both_front_ends_can_be_switched_off() -> None:
    rows = bench("guards.py", "--rounds", "1").splitlines()
    assert [row.split()[0] for row in rows] == ["Markdown", "YAML"]
