import json
import os
import subprocess
import sys

import pytest

from tests.cli.program import SOURCE, scopelint
from tests.conftest import Folder

RECORD = "scopelint: 1\ncontract: {id: logo, status: draft}\n"


def test_nothing_found_is_no_silent_pass(folder: Folder) -> None:
    ran = scopelint("check", cwd=folder({}))
    assert ran.code == 2
    assert "no contract found here" in ran.out


def test_one_bad_file_hides_no_other(folder: Folder) -> None:
    root = folder({"a/contract.yaml": "contract: {id: [}\n", "b/contract.yaml": RECORD})
    (root / "c").mkdir()
    (root / "c" / "scope.md").write_bytes(b"\xff\xfe\x00")
    ran = scopelint("check", "--format", "json", ".", "missing.md", cwd=root)
    report = json.loads(ran.out)
    assert ran.code == 2
    assert report["contracts"] == ["a", "b", "c"]
    unreadable = {d["path"] for d in report["diagnostics"] if d["rule"] == "unreadable-file"}
    assert unreadable == {"a/contract.yaml", "c/scope.md", "missing.md"}


def test_an_unknown_rule_is_said_with_the_nearest_name(folder: Folder) -> None:
    ran = scopelint(
        "check", "--select", "unknown-rul", "--format", "concise", cwd=folder({"scope.md": "# A"})
    )
    assert ran.code == 2
    assert "unknown-rul" in ran.out


@pytest.mark.parametrize(
    "arguments",
    [("chekc",), ("check", "--fromat", "json"), ("check", "--as-of", "soon"), ("check", "--phase", "late")],
)
def test_wrong_usage_is_exit_2_in_one_breath(folder: Folder, arguments: tuple[str, ...]) -> None:
    ran = scopelint(*arguments, cwd=folder({}))
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert ran.err


def test_an_unknown_command_gets_a_hint(folder: Folder) -> None:
    assert "did you mean `check`?" in scopelint("chekc", cwd=folder({})).err


def test_a_closed_pipe_keeps_the_exit_code_and_says_nothing(folder: Folder) -> None:
    root = folder({f"c{n}/contract.yaml": "contract: {id: [}\n" for n in range(200)})
    command = f"{sys.executable} -P -m scopelint check; echo $? >code"
    done = subprocess.run(
        ["bash", "-c", f"({command}) | head -1"],
        cwd=root,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert (root / "code").read_text() == "2\n"


def test_an_interrupt_is_exit_130(folder: Folder) -> None:
    root = folder({})
    code = "import os, signal\nfrom scopelint.cli import run\nimport scopelint.engine.check as c\n"
    code += "def stop(request, progress):\n    os.kill(os.getpid(), signal.SIGINT)\n    import time; time.sleep(5)\n"
    code += "c.examine = stop\nraise SystemExit(run(['check']))\n"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=root,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        check=False,
    )
    assert done.returncode == 130
    assert done.stderr.strip() == "scopelint: interrupted"


def test_the_checked_folder_is_never_imported(folder: Folder) -> None:
    root = folder({"contract.yaml": RECORD, "yaml.py": "open('ran', 'w')", "click.py": "open('ran', 'w')"})
    done = subprocess.run(
        [sys.executable, "-m", "scopelint", "check", "."],
        cwd=root,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        check=False,
    )
    assert done.returncode in (0, 1)
    assert not (root / "ran").exists()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
@pytest.mark.parametrize(
    "command", [("check",), ("show",), ("diff", "."), ("baseline", "create")], ids=" ".join
)
def test_a_full_disk_is_no_bug(folder: Folder, command: tuple[str, ...]) -> None:
    root = folder({"contract.yaml": RECORD, "scope.lock": ""})
    with open("/dev/full", "w") as full:
        ran = subprocess.run(
            [sys.executable, "-P", "-m", "scopelint", *command],
            cwd=root,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(SOURCE)},
            check=False,
        )
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
