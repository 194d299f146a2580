"""What people install works from any folder: the wheel, and a checkout installed in place."""

import json
import os
import shutil
import subprocess
import venv
from pathlib import Path

import pytest

from scopelint import __version__
from scopelint.catalog import load_catalog
from scopelint.syntax.schema import schema_names

PROJECT = Path(__file__).resolve().parent.parent.parent
LOGO = "# Logo\n\n## Revisions\n\nWe change it until the client is happy.\n"

pytestmark = pytest.mark.slow


def ran(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """A program run with nothing importable but what was installed."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module", params=["wheel", "editable"])
def program(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of an installed ``scopelint``."""
    root = tmp_path_factory.mktemp(request.param)
    venv.create(root / "venv", with_pip=True)
    scripts = root / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(scripts / "python"), "-m", "pip"]
    source = root / "source"
    unneeded = shutil.ignore_patterns(".git", ".venv", "build", "dist", ".*cache", "__pycache__")
    shutil.copytree(PROJECT, source, ignore=unneeded)
    if request.param == "editable":
        installed = ran([*pip, "install", "--quiet", "--editable", str(source)], root)
    else:
        built = ran([*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", str(root), str(source)], root)
        assert built.returncode == 0, built.stderr
        shutil.rmtree(source)
        (wheel,) = root.glob("scopelint-*.whl")
        installed = ran([*pip, "install", "--quiet", str(wheel)], root)
    assert installed.returncode == 0, installed.stderr
    return str(scripts / "scopelint")


def test_an_installed_program_has_all_it_needs(program: str, tmp_path: Path) -> None:
    def told(*arguments: str, code: int = 0) -> str:
        done = ran([program, *arguments], tmp_path)
        assert done.returncode == code, done.stderr
        return done.stdout

    assert told("--version") == f"scopelint {__version__}\n"
    rules = {rule["id"] for rule in json.loads(told("rules", "list", "--format", "json"))}
    assert rules == set(load_catalog(packages=False).rules)
    assert {line.split()[0] for line in told("schema").splitlines()} == set(schema_names())
    assert json.loads(told("schema", "contract"))["type"] == "object"
    assert "error[unfunded-milestone]" in told("demo")
    assert "Bad: " in told("explain", "missing-scope")
    assert "§9" in told("rules", "coverage")
    (tmp_path / "logo.md").write_text(LOGO, encoding="utf-8")
    assert "error[unbounded-revisions]" in told("check", "logo.md", code=1)
    told("init", "acme", "--title", "Site", "--client", "Acme", "--freelancer", "Dana")
    assert "no findings" in told("check", "acme")
