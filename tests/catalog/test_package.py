"""Rules from installed packages: found where pip puts them, and nowhere else."""

import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

from scopelint.catalog import load_catalog
from scopelint.catalog.package import rule_packages

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
CONTRACT = """\
milestones:
  - {id: M1, title: Everything, amount: 5.00, deliverables: [D1, D2, D3]}
"""


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """Each test finds the package anew."""
    yield
    for name in [name for name in sys.modules if name.startswith("scopelint_acme")]:
        del sys.modules[name]


def laid_out(root: Path) -> Path:
    """What pip leaves in a folder after installing the package."""
    shutil.copytree(HERE / "package" / "scopelint_acme", root / "scopelint_acme")
    info = root / "scopelint_acme-1.0.0.dist-info"
    info.mkdir()
    (info / "entry_points.txt").write_text("[scopelint.rules]\nacme = scopelint_acme\n", encoding="utf-8")
    return root


def test_an_installed_package_brings_its_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(laid_out(tmp_path / "lib" / "site-packages"))
    catalog = load_catalog()
    assert {"crowded-milestone", "tiny-milestone"} <= set(catalog.named("milestones"))


def test_a_taken_id_is_told_with_both_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = laid_out(tmp_path / "site-packages")
    page = folder / "scopelint_acme" / "rules" / "milestones" / "unknown-rule.yaml"
    text = (page.parent / "tiny-milestone.yaml").read_text(encoding="utf-8")
    page.write_text(text.replace("tiny-milestone", "unknown-rule"), encoding="utf-8")
    monkeypatch.syspath_prepend(folder)
    catalog = load_catalog()
    (problem,) = catalog.problems
    assert problem.finding.message == "the id `unknown-rule` is taken by rules/document/unknown-rule.yaml"
    assert problem.finding.at.span.file == str(page)
    assert catalog.rules["unknown-rule"].category == "document"


def test_a_working_folder_brings_no_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(laid_out(tmp_path / "contracts"))
    assert list(rule_packages()) == []
    monkeypatch.chdir(laid_out(tmp_path / "site-packages"))
    monkeypatch.syspath_prepend("")
    assert list(rule_packages()) == []


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Scripts of an environment with scopelint and the package installed by pip, their sources gone."""
    root = tmp_path_factory.mktemp("installed")
    venv.create(root / "venv", with_pip=True)
    folder = root / "venv" / ("Scripts" if os.name == "nt" else "bin")
    source = root / "source"
    unneeded = shutil.ignore_patterns(".git", ".venv", "build", "dist", ".*cache", "__pycache__")
    shutil.copytree(PROJECT, source, ignore=unneeded)
    for package in (source, source / "tests" / "catalog" / "package"):
        command = [str(folder / "python"), "-m", "pip", "install", "--quiet", str(package)]
        subprocess.run(command, check=True, env=environment(), cwd=root)
    shutil.rmtree(source)
    return folder


def environment() -> dict[str, str]:
    """An environment in which only what was installed can be imported."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


def output(scripts: Path, folder: Path, *arguments: str) -> str:
    """What the installed program prints."""
    command = [str(scripts / "scopelint"), *arguments]
    run = subprocess.run(command, check=False, env=environment(), cwd=folder, capture_output=True, text=True)
    assert run.returncode in (0, 1), run.stderr
    return run.stdout


@pytest.mark.slow
def test_the_wheel_carries_its_catalogue(scripts: Path, tmp_path: Path) -> None:
    listed = json.loads(output(scripts, tmp_path, "rules", "list", "--format", "json"))
    assert {rule["id"] for rule in listed} >= set(load_catalog(packages=False).rules)
    assert "silently" in output(scripts, tmp_path, "explain", "unknown-rule")


@pytest.mark.slow
def test_a_package_installed_with_pip_is_used(scripts: Path, tmp_path: Path) -> None:
    (tmp_path / "milestones.yaml").write_text(CONTRACT, encoding="utf-8")
    names = "crowded-milestone,tiny-milestone"
    told = json.loads(output(scripts, tmp_path, "check", "--format", "json", "--select", names))
    assert {diagnostic["rule"] for diagnostic in told["diagnostics"]} >= set(names.split(","))
    assert "A milestone delivers few things." in output(scripts, tmp_path, "explain", "crowded-milestone")
