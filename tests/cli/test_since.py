"""A change is answered for what it does, wherever its consequence stands."""

from pathlib import Path

import pytest

from tests.cli.program import Ran, scopelint
from tests.history.scripted import ScriptedRepository

CONTRACT = """\
scopelint: 1
contract:
  id: acme
  title: Company site
  status: active
"""
MILESTONES = """\
milestones:
  - id: M1
    title: Design
    started_on: 2026-01-03
    submitted_on: [2026-01-05]
    approval: AP-1
  - id: M2
    title: Build
    started_on: 2026-01-08
"""
APPROVALS = """\
approvals:
  - id: AP-1
    subject: M1
    date: 2026-01-06
    method: explicit
"""


@pytest.fixture
def scripted(tmp_path: Path) -> ScriptedRepository:
    scripted = ScriptedRepository(tmp_path)
    scripted.put("acme/contract.yaml", CONTRACT)
    scripted.put("acme/milestones.yaml", MILESTONES)
    scripted.put("acme/approvals.yaml", APPROVALS)
    scripted.put("beta/scope.md", "# Logo\n\nAs many changes as you like, unlimited revisions.\n")
    scripted.commit()
    return scripted


def check(scripted: ScriptedRepository, *options: str) -> Ran:
    return scopelint("check", "--as-of", "2026-01-10", "--format", "concise", *options, cwd=scripted.root)


def found(ran: Ran) -> set[str]:
    return {
        line.split(": ")[0].partition(":")[0] + " " + line.partition("[")[2].partition("]")[0]
        for line in ran.out.splitlines()
        if "[" in line
    }


def test_nothing_changed_nothing_to_answer_for(scripted: ScriptedRepository) -> None:
    assert check(scripted).code == 1
    ran = check(scripted, "--since", "HEAD")
    assert (ran.code, found(ran)) == (0, set())


def test_the_consequence_may_stand_in_an_untouched_file(scripted: ScriptedRepository) -> None:
    (scripted.root / "acme/approvals.yaml").unlink()
    ran = check(scripted, "--since", "HEAD")
    assert "acme/milestones.yaml broken-reference" in found(ran)
    assert not any(each.startswith("beta") for each in found(ran))


def test_a_removed_suppression_is_a_change(scripted: ScriptedRepository) -> None:
    text = "# Logo\n\n<!-- scopelint: ignore-file[unbounded-revisions] we know them -->\n\nUnlimited revisions.\n"
    scripted.commit("gamma/scope.md", text)
    scripted.put("gamma/scope.md", "# Logo\n\nUnlimited revisions.\n")
    assert "gamma/scope.md unbounded-revisions" in found(check(scripted, "--since", "HEAD"))


def test_a_new_contract_is_answered_for_whole(scripted: ScriptedRepository) -> None:
    scripted.put("gamma/scope.md", "# Logo\n\nUnlimited revisions.\n")
    assert "gamma/scope.md unbounded-revisions" in found(check(scripted, "--since", "HEAD"))


def test_contracts_that_share_an_id_are_told_when_one_of_them_changed(scripted: ScriptedRepository) -> None:
    scripted.commit("gamma/contract.yaml", CONTRACT)
    rule = ("--select", "duplicate-id")
    assert found(check(scripted, *rule))
    assert found(check(scripted, *rule, "--since", "HEAD")) == set()
    assert found(check(scripted, *rule, "--since", "HEAD~1"))


def test_what_the_base_branch_did_meanwhile_is_not_this_change(scripted: ScriptedRepository) -> None:
    scripted.git("checkout", "--quiet", "-b", "work")
    scripted.put("acme/contract.yaml", CONTRACT + "  price: 900\n")
    scripted.commit()
    scripted.git("checkout", "--quiet", "main")
    scripted.commit("beta/scope.md", "# Logo\n\nTwo revision rounds are included.\n")
    scripted.git("checkout", "--quiet", "work")
    assert not any(each.startswith("beta") for each in found(check(scripted, "--since", "main")))


def test_a_rewritten_record_is_told_only_by_the_change_that_rewrote_it(scripted: ScriptedRepository) -> None:
    scripted.commit("acme/approvals.yaml", APPROVALS.replace("2026-01-06", "2026-01-07"))
    rule = ("--select", "rewritten-record")
    assert "acme/approvals.yaml rewritten-record" in found(check(scripted, *rule, "--since", "HEAD~1"))
    assert found(check(scripted, *rule, "--since", "HEAD")) == set()


def test_staged_content_is_judged(scripted: ScriptedRepository) -> None:
    scripted.put("beta/scope.md", "# Logo\n\nAn unlimited number of revisions, and etc.\n")
    scripted.git("add", "beta")
    scripted.put("beta/scope.md", "# Logo\n\nTwo revision rounds are included.\n")
    rule = ("--select", "unbounded-revisions", "beta")
    assert "beta/scope.md unbounded-revisions" in found(check(scripted, "--staged", *rule))
    assert found(check(scripted, *rule)) == set()


def test_an_unstaged_file_is_not_part_of_the_commit(scripted: ScriptedRepository) -> None:
    (scripted.root / "acme/approvals.yaml").unlink()
    scripted.git("add", "--all")
    scripted.put("acme/approvals.yaml", APPROVALS)
    rule = ("--select", "unrecorded-approval", "acme")
    assert "acme/milestones.yaml unrecorded-approval" in found(check(scripted, "--staged", *rule))
    assert found(check(scripted, *rule)) == set()


def test_a_change_cannot_weaken_its_own_check(scripted: ScriptedRepository) -> None:
    scripted.put(
        "beta/scope.md",
        "# Logo\n\n<!-- scopelint: ignore-file[unbounded-revisions] fine -->\n\nUnlimited revisions.\n",
    )
    scripted.put("scopelint.yaml", "severity:\n  unbounded-revisions: off\n")
    assert "beta/scope.md unbounded-revisions" not in found(check(scripted, "beta"))
    ran = check(scripted, "--config-from", "HEAD", "beta")
    assert {"beta/scope.md unbounded-revisions", "beta/scope.md added-suppression"} <= found(ran)


def test_a_change_cannot_hide_a_file_from_its_own_check(scripted: ScriptedRepository) -> None:
    scripted.put("beta/scope.md", "# Logo\n\nUnlimited revisions.\n")
    scripted.put(".gitignore", "beta/\n")
    assert "beta/scope.md unbounded-revisions" not in found(check(scripted, "."))
    assert "beta/scope.md unbounded-revisions" in found(check(scripted, "--config-from", "HEAD", "."))


def test_what_the_base_says_counts(scripted: ScriptedRepository) -> None:
    scripted.put("scopelint.yaml", "severity:\n  unbounded-revisions: off\n")
    scripted.commit()
    (scripted.root / "scopelint.yaml").unlink()
    assert "beta/scope.md unbounded-revisions" in found(check(scripted, "beta"))
    assert "beta/scope.md unbounded-revisions" not in found(check(scripted, "--config-from", "HEAD", "beta"))


@pytest.mark.parametrize(
    "weakened",
    [
        "limits: {markdown_lines: 40000, prose_words: 400000, file_bytes: 16777216}\n",
        "limits: {file_bytes: 10}\n",
        "limits: {markdown_lines: 1}\n",
        "limits: {prose_words: 1}\n",
        "limits: [\n",
        "baseline: mine.json\nignore: [revisions]\nrules: [mine.yaml]\nextends: ./mine.yaml\n",
    ],
)
def test_limits_are_those_of_the_base(scripted: ScriptedRepository, weakened: str) -> None:
    scripted.put("scopelint.yaml", "limits: {markdown_lines: 3}\n")
    scripted.commit()
    scripted.put("beta/scope.md", "# Logo\n\nUnlimited revisions.\n\nOne.\n\nTwo.\n\nUnlimited rounds.\n")
    before = check(scripted, "--config-from", "HEAD", "beta")
    assert before.code == 2
    assert {"beta/scope.md exceeded-limit", "beta/scope.md unbounded-revisions"} <= found(before)
    scripted.put("scopelint.yaml", weakened)
    scripted.put("beta/scopelint.yaml", weakened)
    assert check(scripted, "--config-from", "HEAD", "beta") == before


@pytest.mark.parametrize("option", ["--since", "--config-from"])
def test_an_unknown_revision_is_wrong_usage(scripted: ScriptedRepository, option: str) -> None:
    ran = check(scripted, option, "nothing")
    assert ran.code == 2
    assert "git knows no commit `nothing`" in ran.err


def test_outside_a_repository(tmp_path: Path) -> None:
    (tmp_path / "scope.md").write_text("# Logo\n")
    for options in (("--since", "HEAD"), ("--staged",), ("--config-from", "HEAD")):
        ran = scopelint("check", *options, cwd=tmp_path)
        assert (ran.code, "not a git repository" in ran.err) == (2, True)
