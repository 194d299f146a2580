"""What runs in other people's CI, as far as it can be run without their services."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.program import SOURCE
from tests.conftest import Folder

PROJECT = Path(__file__).resolve().parent.parent.parent
LOGO = "# Logo\n\n## Revisions\n\nWe change it until the client is happy.\n"


def loaded(name: str) -> Any:
    """A YAML file of the project."""
    return yaml.safe_load((PROJECT / name).read_text(encoding="utf-8"))


def act(root: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the step of the action as a runner does: everything it is told is in variables."""
    program = root / "bin" / "scopelint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m scopelint "$@"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    variables = {
        **os.environ,
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(SOURCE),
        "GITHUB_OUTPUT": str(root / "output"),
        "GITHUB_STEP_SUMMARY": str(root / "summary.md"),
        **{f"SCOPELINT_{name.upper()}": value for name, value in settings.items()},
    }
    step = ["bash", str(PROJECT / ".ci" / "action")]
    return subprocess.run(step, cwd=root, env=variables, capture_output=True, text=True, check=False)


def test_the_action_annotates_summarises_and_tells_its_code(folder: Folder) -> None:
    root = folder({"logo.md": LOGO})
    ran = act(root, paths="logo.md", sarif="out.sarif")
    assert ran.returncode == 1, ran.stderr
    assert "::error file=logo.md,line=5," in ran.stdout
    assert (root / "output").read_text() == "exit-code=1\n"
    assert "unbounded-revisions" in (root / "summary.md").read_text()
    assert json.loads((root / "out.sarif").read_text())["version"] == "2.1.0"


def test_the_action_fails_as_it_is_told(folder: Folder) -> None:
    assert act(folder({"logo.md": LOGO}), paths="logo.md", fail_on="never").returncode == 0


@pytest.mark.parametrize(
    "text", ["$(touch seized)", "; touch seized", "--output=json:seized", "`touch seized`"]
)
def test_no_input_of_the_action_becomes_a_command(folder: Folder, text: str) -> None:
    root = folder({"logo.md": LOGO})
    act(root, paths=text, since=text, config_from=text)
    assert not (root / "seized").exists()


def test_the_action_hands_every_input_to_its_step() -> None:
    action = loaded("action.yml")
    (step,) = (step for step in action["runs"]["steps"] if step.get("id") == "check")
    assert step["env"].keys() == {
        "SCOPELINT_PATHS",
        "SCOPELINT_FAIL_ON",
        "SCOPELINT_SINCE",
        "SCOPELINT_CONFIG_FROM",
        "SCOPELINT_SARIF",
    }
    handed = "".join(step["env"].values())
    assert all(f"inputs.{name} " in handed for name in action["inputs"])
    script = (PROJECT / ".ci" / "action").read_text(encoding="utf-8")
    assert all(name in script for name in step["env"])
    assert not any("${{" in one.get("run", "") for one in action["runs"]["steps"])


def test_the_templates_use_what_there_is() -> None:
    workflow = loaded("docs/ci/github.yml")
    assert workflow["permissions"] == {"contents": "read"}
    (uses,) = (s for s in workflow["jobs"]["scopelint"]["steps"] if s["uses"].startswith("scopelint/"))
    assert uses["with"].keys() <= loaded("action.yml")["inputs"].keys()
    job = loaded("docs/ci/gitlab.yml")["scopelint"]
    for kind, file in (
        ("gitlab", job["artifacts"]["reports"]["codequality"]),
        ("junit", job["artifacts"]["reports"]["junit"]),
    ):
        assert f"--output {kind}:{file}" in job["script"][-1]


def test_every_hook_starts_a_check_of_contracts_only() -> None:
    hooks = loaded(".pre-commit-hooks.yaml")
    assert [hook["id"] for hook in hooks] == ["scopelint", "scopelint-fix", "scopelint-calendar"]
    for hook in hooks:
        assert hook["entry"].startswith("scopelint check --only-contracts")
        assert hook["require_serial"]
        assert hook["verbose"]
