"""What is no regular file, goes away, or cannot be written harms nothing and hides nothing."""

import errno
import json
import os
import resource
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scopelint.cli import run
from scopelint.engine import understand
from scopelint.engine.cache.replay import Replay
from tests.cli.program import SOURCE, scopelint
from tests.conftest import Folder
from tests.hostile.failing import acting, failing, instants, killing
from tests.hostile.user import folder_of_nobody, nobody

pytestmark = pytest.mark.usefixtures("in_time")

SCOPE = "# Site for Acme\n\n## Deliverables\n\n- Five pages in WordPress, from the mock-ups of 2 March\n"
RECORD = (
    "scopelint: 1\ncontract: {id: acme, status: draft, price: 5}\ndeliverables:\n- {deliverable: Home page}\n"
)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


KINDS: dict[str, Callable[[Path], None]] = {
    "a pipe": os.mkfifo,
    "a socket": _socket,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a broken link": lambda path: path.symlink_to("nowhere.md"),
    "a loop": lambda path: path.symlink_to(path.name),
    "a link out": lambda path: path.symlink_to("/etc/passwd"),
    "a link to a folder": lambda path: path.symlink_to("/proc/self/fd"),
    "a folder": Path.mkdir,
}
PLACES = (
    "acme/milestones.yaml",
    "acme/changes.md",
    "acme/scope.lock",
    "notes.md",
    "scopelint.yaml",
    "pyproject.toml",
    "scopelint-baseline.json",
    ".gitignore",
)
COMMANDS = (
    "check",
    "check --fix --unsafe-fixes",
    "check --output json:report.json",
    "show",
    "due",
    "lock acme --force --agreed-on 2026-01-08",
    "diff acme",
    "baseline create",
    "baseline prune",
    "baseline show",
    "init --write-config",
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_waits_for_what_is_no_file(
    kind: str, place: str, folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    root = folder({"acme/scope.md": SCOPE})
    KINDS[kind](root / place)
    for command in (*COMMANDS, f"check {place}", f"init new --from {place}", f"check --config {place}"):
        code = run(command.split())
        assert code in (0, 1, 2), (command, capsys.readouterr().err)
    assert KINDS[kind] is Path.mkdir or not (root / place).is_file() or (root / place).is_symlink()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "a folder"])
@pytest.mark.parametrize("name", ["milestones.yaml", "scope.md"])
def test_a_record_that_is_no_file_is_never_passed_over(
    kind: str, name: str, folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    root = folder({"acme/contract.yaml": RECORD, "other/scope.md": SCOPE})
    KINDS[kind](root / "acme" / name)
    for command in ("check --format json", "check --format json acme/contract.yaml"):
        assert run(command.split()) == 2
        report = json.loads(capsys.readouterr().out)
        assert [d["path"] for d in report["diagnostics"] if d["rule"] == "unreadable-file"] == [
            f"acme/{name}"
        ]
        assert "acme" in report["contracts"]
    assert run(["check", "--only-contracts", f"acme/{name}"]) == 2


def test_a_folder_whose_only_contract_is_a_link_is_no_empty_folder(folder: Folder) -> None:
    root = folder({"elsewhere.md": SCOPE})
    (root / "acme").mkdir()
    (root / "acme/scope.md").symlink_to(root / "elsewhere.md")
    assert run(["check", "acme"]) == 2


def test_a_file_that_vanishes_before_it_is_read(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = folder({"acme/scope.md": SCOPE, "other/scope.md": SCOPE, "third/scope.md": SCOPE})

    def then_gone(*given: Any) -> Any:
        contracts = understand.contracts_of(*given)
        (root / "acme/scope.md").unlink()
        (root / "other/scope.md").unlink()
        os.mkfifo(root / "other/scope.md")
        return contracts

    monkeypatch.setattr("scopelint.engine.check.contracts_of", then_gone)
    assert run(["check", "--format", "json", "--no-cache"]) == 2
    found_now = json.loads(capsys.readouterr().out)["diagnostics"]
    unreadable = {d["path"] for d in found_now if d["rule"] == "unreadable-file"}
    assert unreadable == {"acme/scope.md", "other/scope.md"}
    assert any(d["path"] == "third/scope.md" for d in found_now)


@pytest.mark.parametrize("step", ["open", "scandir"])
def test_what_may_not_be_read_is_said(
    step: str, folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder({"acme/scope.md": SCOPE, "acme/hours.yaml": RECORD, "other/scope.md": SCOPE})
    real = getattr(os, step)

    def closed(path: str, *given: object) -> object:
        if str(path).startswith("acme"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, *given)

    monkeypatch.setattr(os, step, closed)
    assert run(["check", "--no-cache"]) == 2
    said = capsys.readouterr().out
    assert "permission denied" in said.lower()
    assert "other/scope.md" in said
    assert step == "scandir" or "acme/hours.yaml" in said


@pytest.mark.parametrize("closed", ["acme/scope.md", "acme/hours.yaml", "acme/scope.lock", "acme"])
def test_what_is_closed_to_the_user_is_said(closed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with folder_of_nobody() as root:
        for path in ("acme/scope.md", "acme/hours.yaml", "acme/scope.lock", "other/scope.md"):
            (root / path).parent.mkdir(exist_ok=True)
            (root / path).write_text(RECORD if path.endswith("yaml") else SCOPE)
        run(["check", "--no-cache"])  # What is loaded on the way may be closed to others as well.
        (root / "acme/scope.lock").unlink()
        if closed.endswith("lock"):
            (root / closed).write_text("lock: 1\n")
        capsys.readouterr()
        with nobody(root):
            (root / closed).chmod(0)
            code = run(["check", "--no-cache", "--format", "concise"])
            (root / closed).chmod(0o700)
        said = capsys.readouterr().out
        assert code == 2, said
        assert "permission denied" in said.lower()
        assert f"{closed}:" in said
        assert "other/scope.md:" in said


def old_and_new(folder: Folder) -> Path:
    """A folder in which every command that writes has something to replace."""
    folder(
        {"acme/contract.yaml": RECORD, "acme/scope.md": SCOPE, "other/scope.md": SCOPE, "report.json": "old"}
    )
    for command in ("lock acme --force --agreed-on 2026-01-08", "baseline create other"):
        assert run(command.split()) in (0, 1, 2)
    return folder({"acme/contract.yaml": RECORD.replace("price: 5", "price: 6, platfrom: x")})


WRITING = (
    "check --fix --no-cache",
    "check --output json:report.json --no-cache",
    "lock acme --force --agreed-on 2026-02-08",
    "baseline create",
    "init new --title Site --client Acme --price 5",
)


READING = ("open", "stat", "lstat", "scandir", "access")
REPORTS = ("report.json", "scopelint-baseline.json")


def state(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def written(command: str, root: Path) -> tuple[dict[str, bytes], list[tuple[str, int]]]:
    """What a command makes of a folder, and the instants at which it can be stopped; undone afterwards."""
    before = state(root)
    with acting(lambda step, number: None) as seen:
        assert run(command.split()) in (0, 1)
    after = state(root)
    assert after != before
    restore(root, before)
    return after, list(instants(seen))


def restore(root: Path, files: dict[str, bytes]) -> None:
    for path in state(root):
        if path not in files:
            (root / path).unlink()
    for path, data in files.items():
        (root / path).write_bytes(data)


@pytest.mark.slow
@pytest.mark.parametrize("command", WRITING)
def test_whichever_system_call_fails_every_file_is_old_or_new(
    command: str, folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    root = old_and_new(folder)
    before = state(root)
    after, moments = written(command, root)
    capsys.readouterr()
    for step, number in moments:
        if step in READING and command.startswith("init"):
            continue  # It reads nothing but what was installed with it.
        with acting(failing(step, number)):
            code = run(command.split())
        said = capsys.readouterr()
        assert code in (0, 1, 2), (step, number, said.err)
        for path, data in state(root).items():
            # What could not be read makes another report, but a whole one.
            whole = step in READING and path in REPORTS and data.endswith(b"\n")
            assert whole or data in (before.get(path), after.get(path)), (step, number, path)
        restore(root, before)


@pytest.mark.slow
@pytest.mark.parametrize("command", WRITING)
def test_killed_at_any_system_call_every_file_is_old_or_new_and_leftovers_are_swept(
    command: str, folder: Folder
) -> None:
    root = old_and_new(folder)
    before = state(root)
    after, moments = written(command, root)
    for step, number in moments:
        child = os.fork()
        if child == 0:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            with acting(killing(step, number)):
                run(command.split())
            os._exit(0)
        os.waitpid(child, 0)
        found = state(root)
        left = [path for path in found if ".scopelint-" in path]
        for path in found.keys() - left:
            assert found[path] in (before.get(path), after.get(path)), (step, number, path)
        restore(root, {**{path: found[path] for path in left}, **before})
        for path in left:
            os.utime(root / path, (0, 0))
        assert run(command.split()) in (0, 1)
        assert state(root) == after, (step, number)
        restore(root, before)


@pytest.mark.slow
def test_whatever_befalls_the_cache_a_check_finds_what_it_finds_without(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def check() -> int:
        return run(["check"], Replay(["check"], os.environ))

    root = folder({"work/contract.yaml": RECORD})
    cache = root / "cache"
    monkeypatch.chdir(root / "work")
    monkeypatch.setenv("SCOPELINT_CACHE_DIR", str(cache))
    assert run(["check", "--no-cache"]) == 1
    wanted = capsys.readouterr().out
    with acting(lambda step, number: None) as seen:
        check()
    shutil.rmtree(cache)
    for step, number in instants(seen):
        child = os.fork()
        if child == 0:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            with acting(killing(step, number)):
                check()
            os._exit(0)
        os.waitpid(child, 0)
        capsys.readouterr()
        assert check() == 1
        assert capsys.readouterr().out == wanted, (step, number)
        if step not in READING:
            shutil.rmtree(cache)
            with acting(failing(step, number)):
                assert check() == 1
            assert capsys.readouterr().out == wanted, (step, number)
            assert not list(cache.glob("*.tmp")) or step == "unlink"
    (cache / "records-1.json.1.tmp").write_bytes(b"half")
    os.utime(cache / "records-1.json.1.tmp", (0, 0))
    folder({"work/contract.yaml": RECORD.replace("Home", "Start")})
    check()
    assert not list(cache.glob("*.tmp"))


@pytest.mark.slow
@pytest.mark.parametrize("command", WRITING)
def test_a_full_disk(command: str, folder: Folder) -> None:
    root = old_and_new(folder)
    before = state(root)

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3, 3))

    done = subprocess.run(
        [sys.executable, "-P", "-m", "scopelint", *command.split()],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        preexec_fn=no_room,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "cannot be written: File too large" in done.stderr
    assert state(root) == before


def test_a_folder_that_cannot_hold_the_file(folder: Folder) -> None:
    root = folder({"acme/scope.md": SCOPE})
    for command in (
        "check --output json:/proc/report.json",
        "check --output json:acme/scope.md/report.json",
        "init /proc/new --title Site --client Acme --price 5",
        "init acme/scope.md/new --title Site --client Acme --price 5",
        "rules docs --output /proc/docs",
        "rules new some-rule --category scope --folder acme/scope.md",
    ):
        ran = scopelint(*command.split(), cwd=root)
        assert ran.code == 2, ran
        assert "cannot be written" in ran.err
    page = scopelint("check", "--format", "github", cwd=root, env={"GITHUB_STEP_SUMMARY": "/proc/none/x"})
    assert page.code == 2
    assert "cannot be written" in page.err
