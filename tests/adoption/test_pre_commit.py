import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Folder

PROJECT = Path(__file__).resolve().parent.parent.parent

pytestmark = pytest.mark.slow


def git(root: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=T", "-c", "user.email=t@example.com", *arguments], cwd=root, check=True
    )


def try_repo(root: Path, hook: str = "scopelint") -> subprocess.CompletedProcess[str]:
    """Run a hook of this checkout by a real pre-commit over all files of a real repository."""
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pre_commit",
            "try-repo",
            str(PROJECT),
            hook,
            "--all-files",
            "--color",
            "never",
        ],
        cwd=root,
        capture_output=True,
        text=True,
        env={**os.environ, "PRE_COMMIT_HOME": str(root.parent / "cache")},
        check=False,
    )


@pytest.fixture
def repository(folder: Folder) -> Path:
    root = folder(
        {
            "repo/README.md": "# Our contracts\n\nAs many revisions as needed, etc.\n",
            "repo/.github/workflows/ci.yaml": "on: push\nname: x\n",
            "repo/logo/contract.yaml": "scopelint: 1\ncontract: {id: logo, price: ten}\n",
            "repo/logo/milestones.yaml": "milestones:\n- {id: M1, amount: 10}\n",
        }
    )
    git(root / "repo", "init", "-q")
    git(root / "repo", "add", "-A")
    git(root / "repo", "commit", "-qm", "Contracts")
    return root / "repo"


def test_files_are_grouped_into_contracts_and_findings_are_shown(repository: Path) -> None:
    ran = try_repo(repository)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "logo/contract.yaml:2" in ran.stdout
    assert "Checked 1 contract (2 documents)" in ran.stdout
    assert "README.md" not in ran.stdout
    assert "ci.yaml" not in ran.stdout


def test_findings_are_visible_when_the_hook_passes(repository: Path) -> None:
    (repository / "logo" / "contract.yaml").write_text(
        "scopelint: 1\ncontract: {id: logo, prise: 10, status: draft}\n"
    )
    git(repository, "commit", "-qam", "Draft")
    ran = try_repo(repository)
    assert "Passed" in ran.stdout, ran.stdout + ran.stderr
    assert "warning[invalid-record]" in ran.stdout


def test_a_commit_without_contracts_passes(repository: Path) -> None:
    git(repository, "rm", "-rq", "logo")
    git(repository, "commit", "-qm", "None")
    ran = try_repo(repository)
    assert ran.returncode == 0, ran.stdout + ran.stderr
