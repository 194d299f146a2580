"""Nothing in the checked repository runs, is imported or is fetched, whatever it says and however we start."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.program import SOURCE
from tests.conftest import Folder
from tests.history.scripted import ScriptedRepository

RECORD = "scopelint: 1\ncontract: {id: logo, status: active, agreed_ref: v1}\n"
MODULES = (
    *("yaml", "click", "markdown_it", "jsonschema", "pathspec", "rapidfuzz", "re2", "typing", "json", "re"),
    *(
        "sitecustomize",
        "usercustomize",
        "conftest",
        "setup",
        "evil",
        "encodings",
        "zoneinfo",
        "tomllib",
        "_yaml",
    ),
)
# Whoever resolves a name, connects, or starts another program than git, ends at once.
GUARD = """import os, sys
def guard(event, args):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.gethost", "urllib.", "http.")):
        os._exit(99)
    if event in ("os.system", "os.exec", "os.posix_spawn", "os.startfile", "pty.spawn"):
        os._exit(98)
    if event == "subprocess.Popen" and os.path.basename(args[1][0]) != "git":
        os._exit(97)
sys.addaudithook(guard)
"""
COMMANDS = ("check", "check --since HEAD --no-cache", "diff .", "lock . --force", "explain missing-scope")


def plant(root: Path) -> None:
    """Fill a repository with code that leaves a marker when it runs, and with settings that name it."""
    code = f"open({str(root.parent / 'ran')!r}, 'w')\n"
    for name in MODULES:
        (root / f"{name}.py").write_text(code)
    for package in ("evil_package", "rules", "scopelint_plugin"):
        (root / package).mkdir()
        (root / package / "__init__.py").write_text(code)
        (root / package / "scopelint.yaml").write_text("{}\n")
    (root / "evil.pth").write_text(f"import sys; {code}")
    for place in ("evil-1.0.dist-info", "evil.egg-info"):
        (root / place).mkdir()
        (root / place / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n")
        points = "".join(
            f"[{group}]\nevil = evil:run\n" for group in ("scopelint.rules", "console_scripts", "pytest11")
        )
        (root / place / "entry_points.txt").write_text(points)
    (root / "evil-rule.yaml").write_text(
        "id: evil-rule\nsummary: x\nseverity: error\nevery: contract\ncheck: python\nwhy: x\nnot_when: x\n"
        "module: evil\nentry_point: evil:run\nexamples: []\n"
    )
    (root / "scopelint.yaml").write_text(
        "extends: evil_package\nrules: [evil-rule.yaml, evil.py, 'rules/*.py', evil]\nplugins: [evil]\n"
        "language: evil\nplatform: evil\nselect: [all, evil]\n"
    )
    (root / "pyproject.toml").write_text(
        '[build-system]\nrequires = ["evil"]\nbuild-backend = "evil"\nbackend-path = ["."]\n'
        '[project.entry-points."scopelint.rules"]\nevil = "evil:run"\n[tool.scopelint]\nplugins = ["evil"]\n'
    )


@pytest.fixture
def planted(tmp_path: Path) -> ScriptedRepository:
    scripted = ScriptedRepository(tmp_path / "work")
    scripted.put("contract.yaml", RECORD)
    plant(scripted.root)
    scripted.commit()
    scripted.git("tag", "v1")
    scripted.put("contract.yaml", RECORD + "deliverables:\n- {id: D1, deliverable: a logo etc.}\n")
    scripted.git("config", "remote.origin.url", "https://example.invalid/x.git")
    scripted.git("config", "remote.origin.promisor", "true")
    scripted.git("config", "extensions.partialClone", "origin")
    return scripted


@pytest.fixture
def starts(tmp_path: Path) -> Mapping[str, list[str]]:
    script = tmp_path / "bin" / "scopelint"
    script.parent.mkdir()
    script.write_text(
        "import sys\nfrom scopelint.__main__ import main\nif __name__ == '__main__':\n    sys.exit(main())\n"
    )
    return {
        "as a module": [sys.executable, "-m", "scopelint"],
        "as a module without the folder": [sys.executable, "-P", "-m", "scopelint"],
        "by the console script": [sys.executable, str(script)],
    }


@pytest.mark.slow
@pytest.mark.parametrize("start", ["as a module", "as a module without the folder", "by the console script"])
@pytest.mark.parametrize("path", ["{source}:{guard}", ":{source}:{guard}:", ".:{source}:{guard}"])
def test_no_code_of_the_repository_runs(
    start: str, path: str, planted: ScriptedRepository, starts: Mapping[str, list[str]], tmp_path: Path
) -> None:
    guard = tmp_path / "guard"
    guard.mkdir()
    # A module that every start imports, in a folder of its own: the guard must be there before all else.
    (guard / "sitecustomize.py").write_text(GUARD)
    python_path = path.format(source=SOURCE, guard=guard).replace(":", os.pathsep)
    if path.startswith((":", ".")):
        # An empty entry is the folder one stands in: the interpreter itself looks there for these.
        for name in ("sitecustomize", "usercustomize", "encodings", "typing", "re", "json"):
            (planted.root / f"{name}.py").unlink()
    for command in COMMANDS:
        ran = subprocess.run(
            [*starts[start], *command.split()],
            cwd=planted.root,
            env={**os.environ, "PYTHONPATH": python_path, "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode in (0, 1, 2), (command, ran)
        assert "Traceback" not in ran.stderr
    assert not (tmp_path / "ran").exists()


def test_the_guard_springs(tmp_path: Path) -> None:
    for code, number in (
        ("import socket; socket.create_connection(('localhost', 1))", 99),
        ("import os; os.system('true')", 98),
        ("import subprocess; subprocess.run(['true'])", 97),
    ):
        ran = subprocess.run([sys.executable, "-c", GUARD + code], check=False, capture_output=True)
        assert ran.returncode == number


def test_a_working_folder_that_is_gone(folder: Folder) -> None:
    root = folder({"gone/scope.md": "# Site\n"})
    code = "import os, shutil, sys; shutil.rmtree('../gone'); sys.argv = ['scopelint', 'check']\n"
    code += "from scopelint.__main__ import main\nmain()\n"
    ran = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=root / "gone",
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
