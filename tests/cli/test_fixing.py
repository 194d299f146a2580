"""``--fix`` and ``--diff`` as people run them: what is fixed, what never is, and what a kill leaves."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.program import SOURCE, scopelint
from tests.conftest import Folder

BEFORE = "contract:\n  id: acme\n  status: draft\ndeliverables:\n- {deliverable: Home page}\n"
AFTER = BEFORE.replace("{deliverable", "{id: D1, deliverable")
SITE = "# Website for Acme\n\n## Deliverables\n\n- Five pages in WordPress, from the mock-ups of 2 March\n"


def test_the_summary_says_what_can_be_fixed(folder: Folder) -> None:
    root = folder({"contract.yaml": BEFORE})
    ran = scopelint("check", "--select", "invalid-record,missing-revision-limit", cwd=root)
    assert "fix: number it (--fix)" in ran.out
    assert "Fixable: 1 with --fix, 1 more with --unsafe-fixes." in ran.out


def test_only_what_is_selected_is_fixed(folder: Folder) -> None:
    root = folder({"contract.yaml": BEFORE})
    scopelint("check", "--fix", "--select", "missing-scope", cwd=root)
    assert (root / "contract.yaml").read_text() == BEFORE
    scopelint("check", "--fix", "--select", "invalid-record", cwd=root)
    assert (root / "contract.yaml").read_text() == AFTER


def test_what_is_suppressed_is_not_fixed(folder: Folder) -> None:
    text = f"# scopelint: ignore-file[invalid-record] numbered later\n{BEFORE}"
    root = folder({"contract.yaml": text})
    scopelint("check", "--fix", cwd=root)
    assert (root / "contract.yaml").read_text() == text


def test_what_is_accepted_is_not_fixed(folder: Folder) -> None:
    root = folder({"contract.yaml": BEFORE, "scopelint.yaml": "{}\n"})
    created = scopelint("baseline", "create", cwd=root)
    assert created.code == 0, created.err
    scopelint("check", "--fix", "--unsafe-fixes", cwd=root)
    assert (root / "contract.yaml").read_text() == BEFORE


def test_what_was_there_before_is_not_fixed_with_since(folder: Folder) -> None:
    root = folder({"old/contract.yaml": BEFORE})
    identity = ["-c", "user.name=Dana", "-c", "user.email=dana@example.com"]
    for command in (["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "Old"]):
        subprocess.run(["git", *command], cwd=root, check=True)
    folder({"new/contract.yaml": BEFORE.replace("acme", "other")})
    scopelint("check", "--fix", "--since", "HEAD", cwd=root)
    assert (root / "old/contract.yaml").read_text() == BEFORE
    assert (root / "new/contract.yaml").read_text() == AFTER.replace("acme", "other")


def test_what_is_no_contract_is_not_written(folder: Folder) -> None:
    notes = "deliverables:\n- {deliverable: Home page}\nstatus: draft\n"
    root = folder({"contract.yaml": BEFORE, "notes/plan.yaml": notes})
    scopelint("check", "--fix", cwd=root)
    assert (root / "notes/plan.yaml").read_text() == notes


def test_a_link_is_not_written_through(folder: Folder, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "contract.yaml"
    outside.write_text(BEFORE)
    root = folder({})
    (root / "contract.yaml").symlink_to(outside)
    assert scopelint("check", "--fix", cwd=root).code == 2
    assert outside.read_text() == BEFORE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_file_is_exit_2(folder: Folder) -> None:
    root = folder({"contract.yaml": BEFORE})
    (root / "contract.yaml").chmod(0o444)
    ran = scopelint("check", "--fix", cwd=root)
    assert ran.code == 2
    assert "`contract.yaml` is read-only" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("patch") is None, reason="needs patch")
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_patch_makes_of_the_diff_what_fix_writes(tmp_path: Path, end: str) -> None:
    patched, fixed = tmp_path / "patched", tmp_path / "fixed"
    for root in (patched, fixed):
        root.mkdir()
        (root / "contract.md").write_bytes(SITE.replace("\n", end).encode())
    command = [sys.executable, "-P", "-m", "scopelint", "check", "--unsafe-fixes"]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    shown = subprocess.run(
        [*command, "--diff"], cwd=patched, env=environment, check=False, capture_output=True
    )
    subprocess.run(["patch", "-p1", "--binary"], input=shown.stdout, cwd=patched, check=True)
    subprocess.run([*command, "--fix"], cwd=fixed, env=environment, check=False, capture_output=True)
    assert b"FIXME" in (fixed / "contract.md").read_bytes()
    assert (patched / "contract.md").read_bytes() == (fixed / "contract.md").read_bytes()


@pytest.mark.slow
def test_killed_at_any_instant_every_file_is_old_or_new(tmp_path: Path) -> None:
    chance = random.Random(7)
    files = [tmp_path / f"c{number}" / "contract.yaml" for number in range(60)]
    command = [sys.executable, "-P", "-m", "scopelint", "check", "--fix", "--select", "invalid-record"]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    for _ in range(40):
        for file in files:
            file.parent.mkdir(exist_ok=True)
            file.write_text(BEFORE.replace("acme", file.parent.name))
        run = subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0.1, 0.9))
        run.kill()
        run.wait()
        for file in files:
            wanted = [text.replace("acme", file.parent.name) for text in (BEFORE, AFTER)]
            assert file.read_text() in wanted
