"""However a run ends or its output is taken: the right code, no traceback, nothing half-written."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.cli.program import SOURCE, scopelint
from tests.conftest import Folder

RECORD = (
    "scopelint: 1\ncontract: {id: acme, title: Läden 🥐, status: active, price: 5}\n"
    "deliverables:\n- {deliverable: Größere Seite}\nmilestones:\n- {id: M1, title: Café 中, due_on: 2026-03-01}\n"
)
DRAFT = RECORD.replace("status: active", "status: draft")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SOURCE), "NO_COLOR": "1"}
PROGRAM = [sys.executable, "-P", "-m", "scopelint"]
COMMANDS = (
    "check",
    "check --format concise",
    "check --format json",
    "check --format github",
    "check --format junit",
    "check --diff --unsafe-fixes",
    "show",
    "show --format json",
    "due --days 900 --as-of 2026-02-01 --wording",
    "explain missing-scope",
    "rules list",
    "schema contract",
)


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_any_encoding_of_the_output_does(command: str, folder: Folder) -> None:
    root = folder({"acme/contract.yaml": RECORD, "bad.md": "---\nscopelint: 1\n---\n# Läden 🥐\n"})
    (root / "bad.md").rename(os.fsdecode(os.fsencode(root) + b"/bad\xff.md"))
    plain = scopelint(*command.split(), cwd=root, env={"PYTHONIOENCODING": "utf-8"})
    for encoding in ("ascii", "cp1252:strict"):
        name = encoding.partition(":")[0]
        ran = subprocess.run(
            [*PROGRAM, *command.split()],
            cwd=root,
            env={**ENVIRONMENT, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=False,
        )
        assert ran.returncode == plain.code, encoding
        assert "Traceback" not in ran.stderr.decode(name)
        assert plain.out.encode(name, "backslashreplace").decode(name) == ran.stdout.decode(name)


@pytest.mark.slow
@pytest.mark.parametrize("command", [*COMMANDS, "check nothing", "nonsense"])
def test_output_that_nobody_takes_changes_no_code(command: str, folder: Folder) -> None:
    root = folder({"acme/contract.yaml": RECORD})
    plain = scopelint(*command.split(), cwd=root)
    reader, writer = os.pipe()
    os.close(reader)
    for ended, (stdout, closed) in {
        "the reader is gone": (writer, None),
        "there is no output": (subprocess.DEVNULL, 1),
        "there is no error output": (subprocess.DEVNULL, 2),
    }.items():
        ran = subprocess.Popen(
            [*PROGRAM, *command.split()],
            cwd=root,
            env=ENVIRONMENT,
            stdout=stdout,
            stderr=subprocess.PIPE,
            preexec_fn=None if closed is None else partial(os.close, closed),
        )
        _, said = ran.communicate()
        assert ran.returncode == plain.code, ended
        assert b"Traceback" not in said
        assert b"Exception ignored" not in said
    os.close(writer)


def interrupted(
    root: Path, command: list[str], ready: Callable[[], bool], **environment: str
) -> tuple[int, str, float]:
    """Press Ctrl-C, as a terminal does, once a run is where it should be: code, words, and seconds until the end."""
    run = subprocess.Popen(
        command,
        cwd=root,
        env={**ENVIRONMENT, **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    limit = time.monotonic() + 20
    while not ready() and time.monotonic() < limit:
        time.sleep(0.02)
    os.killpg(run.pid, signal.SIGINT)
    pressed = time.monotonic()
    said = run.stderr.read() if run.stderr else ""
    run.wait(timeout=20)
    return run.returncode, said.strip(), time.monotonic() - pressed


def after(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


@pytest.mark.slow
class TestInterrupt:
    def test_while_it_waits_for_input(self, folder: Folder) -> None:
        command = [*PROGRAM, "check", "--stdin-filename", "scope.md"]
        code, said, seconds = interrupted(folder({}), command, after(1))
        assert (code, said) == (130, "scopelint: interrupted")
        assert seconds < 1

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_in_the_middle_of_a_long_run(self, jobs: str, folder: Folder) -> None:
        root = folder({f"c{n}/contract.yaml": RECORD.replace("acme", f"c{n}") for n in range(1500)})
        command = [*PROGRAM, "check", "--no-cache", "--jobs", jobs]
        code, said, seconds = interrupted(root, command, after(1))
        assert (code, said) == (130, "scopelint: interrupted")
        assert seconds < 1

    def test_while_a_file_is_written(self, folder: Folder) -> None:
        root = folder(
            {
                "contract.yaml": DRAFT,
                "slow.py": "import os, sys, time\nos.fsync = lambda file: time.sleep(30)\n"
                "from scopelint.cli import run\nsys.exit(run(['check', '--fix']))\n",
            }
        )
        code, said, seconds = interrupted(
            root, [sys.executable, "-P", "slow.py"], lambda: bool(list(root.glob(".scopelint-*")))
        )
        assert (code, said) == (130, "scopelint: interrupted")
        assert seconds < 1
        assert (root / "contract.yaml").read_text() == DRAFT
        assert not list(root.glob(".scopelint-*"))

    def test_while_git_does_not_answer(self, folder: Folder) -> None:
        root = folder(
            {
                "contract.yaml": RECORD.replace("price", "agreed_ref: v1, price"),
                ".git/HEAD": "ref: refs/heads/main\n",
            }
        )
        git = root / "bin" / "git"
        git.parent.mkdir()
        git.write_text(
            '#!/bin/sh\ncase "$*" in *show-toplevel*) pwd; echo false;; *) touch asked; exec sleep 60;; esac\n'
        )
        git.chmod(0o755)
        path = f"{git.parent}{os.pathsep}{os.environ['PATH']}"
        command = [*PROGRAM, "check", "--no-cache"]
        code, said, seconds = interrupted(root, command, (root / "asked").exists, PATH=path)
        assert (code, said) == (130, "scopelint: interrupted")
        assert seconds < 1
