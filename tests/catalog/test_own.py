"""A repository's own rules: data that is used, mistakes that are told, code that is never run."""

from pathlib import Path

import pytest

from tests.cli.program import Ran, scopelint

PAGE = """\
id: named-approver
summary: The client names an approver.
severity: error
require:
  client.approver: present
message: "`{client.name}` names nobody who may approve"
help: ask {client.name} who decides
counter_text: Who at {client.name} may approve my work?
examples: []
"""
CONTRACT = """\
scopelint: 1
contract: {id: acme}
parties:
  client: {name: Acme Ltd}
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "scopelint.yaml").write_text("rules: [house/**/*.yaml]\n", encoding="utf-8")
    (tmp_path / "contract.yaml").write_text(CONTRACT, encoding="utf-8")
    (tmp_path / "house" / "scope").mkdir(parents=True)
    return tmp_path


def run(repository: Path, page: str, *arguments: str, name: str = "named-approver") -> Ran:
    (repository / "house" / "scope" / f"{name}.yaml").write_text(page, encoding="utf-8")
    return scopelint("check", "--format", "concise", *arguments, cwd=repository)


def test_a_rule_of_the_repository_judges_its_contracts(repository: Path) -> None:
    ran = run(repository, PAGE)
    assert "contract.yaml:4:11: error[named-approver]: `Acme Ltd` names nobody who may approve" in ran.out
    assert ran.code == 1


def test_it_is_selected_ignored_and_explained_like_any_other(repository: Path) -> None:
    assert "named-approver" not in run(repository, PAGE, "--ignore", "named-approver").out
    only = run(repository, PAGE, "--select", "named-approver").out
    assert only.count("error[") == 1
    assert "The client names an approver." in scopelint("explain", "named-approver", cwd=repository).out


def test_a_mistake_in_it_is_told_and_the_other_rules_run(repository: Path) -> None:
    ran = run(repository, PAGE.replace("client.approver: present", "client.aprover: present"))
    assert (
        "house/scope/named-approver.yaml:5:3: error[invalid-rule]: no part of a contract is called `aprover`"
        in ran.out
    )
    assert "error[missing-scope]" in ran.out
    assert ran.code == 2


def test_it_cannot_take_the_place_of_a_known_rule(repository: Path) -> None:
    ran = run(repository, PAGE.replace("named-approver", "missing-scope"), name="missing-scope")
    assert (
        "house/scope/missing-scope.yaml:1:5: error[invalid-rule]: the id `missing-scope` is taken by"
        in ran.out
    )
    assert "error[missing-scope]" in ran.out
    assert ran.code == 2


def test_no_code_of_the_repository_is_run_for_it(repository: Path) -> None:
    mark = repository / "executed"
    evil = f"open({str(mark)!r}, 'w').close()\n"
    for name in (
        "checks.py",
        "house.py",
        "house/checks.py",
        "house/scope/named_approver.py",
        "yaml.py",
        "re2.py",
    ):
        (repository / name).write_text(evil, encoding="utf-8")
    info = repository / "evil-1.0.dist-info"
    info.mkdir()
    (info / "entry_points.txt").write_text("[scopelint.rules]\nevil = house\n", encoding="utf-8")
    declared = PAGE.partition("require:")[0] + "check: python\nexamples: []\n"
    ran = run(repository, declared)
    assert (
        "error[invalid-rule]: a repository's own rules are data: no Python check is run for them" in ran.out
    )
    assert not mark.exists()


def test_a_page_that_is_no_text_is_told(repository: Path) -> None:
    (repository / "house" / "scope" / "broken.yaml").write_bytes(b"id: \xff\n")
    ran = run(repository, PAGE)
    assert "house/scope/broken.yaml" in ran.out
    assert "error[named-approver]" in ran.out
    assert ran.code == 2
