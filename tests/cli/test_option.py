"""Options that choose what is judged, by which rules, and how it looks, by the real program."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import SOURCE, scopelint
from tests.conftest import Folder

LOGO = """# Logo for Acme

## Deliverables

- Logo in three colour versions, as SVG and PNG

## Revisions

We change it until the client is happy.
"""
RECORD = """scopelint: 1
contract: {id: logo, status: active, currency: USD, price: 100}
milestones:
- {id: M1, title: Logo, amount: 100, due_on: 2026-02-10}
"""
GROUNDLESS = RECORD + "# scopelint: ignore[unfunded-milestone] paid in cash\n"
TABLE = """# Logo

## Deliverables

| ID | Deliverable | Acceptance criteria |
|----|-------------|---------------------|
| D1 | Logo in three colour versions, as SVG | |
"""
QUIET = "severity:\n  unbounded-revisions: off\n"


def found(root: Path, *arguments: str) -> dict[str, str]:
    """The rules that speak, each with its severity."""
    ran = scopelint("check", "--format", "json", "--as-of", "2026-03-01", *arguments, cwd=root)
    return {d["rule"]: d["severity"] for d in json.loads(ran.out)["diagnostics"]}


def test_rules_and_categories_are_left_out(folder: Folder) -> None:
    root = folder({"logo.md": LOGO})
    assert {"unbounded-revisions", "missing-termination"} <= set(found(root, "logo.md"))
    left = found(root, "logo.md", "--ignore", "revisions,missing-termination")
    assert left
    assert {"unbounded-revisions", "missing-termination"}.isdisjoint(left)


def test_profiles_contain_each_other(folder: Folder) -> None:
    root = folder({"logo.md": LOGO, "site/contract.yaml": RECORD})
    core, default, strict = (
        set(found(root, ".", "logo.md", "--profile", name)) for name in ("core", "default", "strict")
    )
    assert core < default <= strict


def test_severities_fail_as_asked(folder: Folder) -> None:
    root = folder({"logo.md": LOGO})
    only = ("logo.md", "--select", "missing-exclusions")
    codes = [
        scopelint("check", *only, "--fail-on", word, cwd=root).code for word in ("error", "warning", "never")
    ]
    assert codes == [0, 1, 0]


def test_the_calendar_is_left_out(folder: Folder) -> None:
    root = folder({"contract.yaml": RECORD})
    assert "overdue-milestone" in found(root)
    assert "overdue-milestone" not in found(root, "--no-calendar")


def test_a_hook_leaves_files_alone_that_are_no_contracts(folder: Folder) -> None:
    root = folder({"README.md": LOGO, "site/contract.yaml": RECORD})
    assert "unbounded-revisions" in found(root, "README.md")
    assert found(root, "--only-contracts", "README.md") == {}
    assert found(root, "--only-contracts", "README.md", "site/contract.yaml")


def test_a_draft_is_asked_for_less(folder: Folder) -> None:
    root = folder({"logo.md": LOGO})
    assert found(root, "logo.md", "--phase", "draft") != found(root, "logo.md", "--phase", "offered")
    shown = scopelint("show", "logo.md", "--phase", "closed", "--format", "json", cwd=root)
    assert json.loads(shown.out)["contracts"][0]["phase"] == "closed"


@pytest.mark.parametrize(
    "command",
    [("check",), ("show",), ("due",), ("baseline", "create"), ("baseline", "prune")],
    ids=" ".join,
)
def test_another_configuration_is_followed_and_its_typos_are_told(
    folder: Folder, command: tuple[str, ...]
) -> None:
    root = folder({"logo.md": LOGO, "quiet.yaml": QUIET, "typo.yaml": "severitty: {}\n"})
    assert scopelint(*command, "--config", "quiet.yaml", "logo.md", cwd=root).code in (0, 1)
    wrong = scopelint(*command, "--config", "typo.yaml", "logo.md", cwd=root)
    assert wrong.code == 2
    assert "severitty" in wrong.out + wrong.err


def test_the_configuration_named_decides_alone(folder: Folder) -> None:
    root = folder({"logo.md": LOGO, "quiet.yaml": QUIET})
    assert "unbounded-revisions" not in found(root, "logo.md", "--config", "quiet.yaml")


def test_wording_is_printed_when_asked_for(folder: Folder) -> None:
    root = folder({"logo.md": LOGO})
    assert "you could write:" not in scopelint("check", "logo.md", cwd=root).out
    assert "you could write:" in scopelint("check", "logo.md", "--wording", cwd=root).out


def test_a_diff_shows_what_a_fix_then_writes(folder: Folder) -> None:
    root = folder({"contract.yaml": GROUNDLESS})
    shown = scopelint("check", "--diff", cwd=root)
    assert shown.code == 1
    assert "-# scopelint: ignore[unfunded-milestone] paid in cash" in shown.out
    assert (root / "contract.yaml").read_text() == GROUNDLESS
    fixed = scopelint("check", "--fix", cwd=root)
    assert "1 finding in 1 file fixed" in fixed.err
    assert (root / "contract.yaml").read_text() == RECORD


def test_stubs_are_written_only_when_asked_for(folder: Folder) -> None:
    root = folder({"scope.md": TABLE})
    for asked in (("--fix",), ("--unsafe-fixes",), ("--unsafe-fixes", "--diff")):
        scopelint("check", *asked, cwd=root)
        assert "FIXME" not in (root / "scope.md").read_text()


@pytest.mark.parametrize(
    "command",
    [
        ("check", "logo.md"),
        ("show", "logo.md"),
        ("explain", "missing-scope"),
        ("demo",),
        ("lock", "logo.md"),
        ("diff", "logo.md"),
    ],
    ids=" ".join,
)
def test_colour_comes_only_when_wanted(folder: Folder, command: tuple[str, ...]) -> None:
    root = folder({"logo.md": LOGO, "logo.md.lock": ""})
    assert "\x1b[" not in scopelint(*command, "--color", "never", cwd=root, env={"FORCE_COLOR": "1"}).out
    assert "\x1b[" not in scopelint(*command, "--color", "auto", cwd=root).out
    always = scopelint(*command, "--color", "always", cwd=root).out
    assert ("\x1b[" in always) == bool(always)


def test_a_bug_is_told_in_a_line_and_traced_when_asked_for(folder: Folder) -> None:
    root = folder({"logo.md": LOGO, "broken/markdown_it/__init__.py": "raise RuntimeError('no')\n"})
    env = {"PYTHONPATH": f"{root / 'broken'}:{SOURCE}"}
    short = scopelint("check", "logo.md", cwd=root, env=env)
    assert (short.code, len(short.err.splitlines())) == (3, 1)
    long = scopelint("check", "logo.md", "--debug", cwd=root, env=env)
    assert (long.code, "Traceback" in long.err) == (3, True)


def test_a_new_rule_goes_to_the_folder_named(folder: Folder) -> None:
    root = folder({})
    ran = scopelint("rules", "new", "missing-mascot", "--category", "scope", "--folder", "house", cwd=root)
    assert ran.code == 0, ran
    assert (root / "house" / "scope" / "missing-mascot.yaml").exists()


def output(root: Path, form: str) -> str:
    """What a check prints in a format."""
    return scopelint("check", "logo.md", "--format", form, "--select", "unbounded-revisions", cwd=root).out


def test_every_format_names_the_rule_and_its_place(folder: Folder) -> None:
    root = folder({"logo.md": LOGO})
    lines: list[dict[str, Any]] = [json.loads(line) for line in output(root, "jsonl").splitlines()]
    assert any(line.get("rule") == "unbounded-revisions" and line.get("line") == 9 for line in lines)
    assert output(root, "github").startswith("::error file=logo.md,line=9,")
    gitlab = json.loads(output(root, "gitlab"))
    assert gitlab[0]["location"]["path"] == "logo.md"
    assert "unbounded-revisions" in output(root, "junit")
    assert output(root, "concise").startswith("logo.md:9:")


def test_the_version_is_told(folder: Folder) -> None:
    told = {scopelint(option, cwd=folder({})).out for option in ("-V", "--version")}
    assert len(told) == 1
    assert told.pop().startswith("scopelint ")
