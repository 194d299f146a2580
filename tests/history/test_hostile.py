"""A stranger's repository must not run anything: every setting that names a program plants a marker."""

import os
from pathlib import Path

import pytest

from scopelint.history.git import GitError, NotARepository, Repository
from tests.cli.program import scopelint
from tests.history.scripted import ScriptedRepository

PROGRAMS = (
    "alias.cat-file",
    "alias.rev-parse",
    "core.alternateRefsCommand",
    "core.askPass",
    "core.editor",
    "core.fsmonitor",
    "core.gitProxy",
    "core.pager",
    "core.sshCommand",
    "credential.helper",
    "diff.external",
    "diff.trap.command",
    "diff.trap.textconv",
    "filter.trap.clean",
    "filter.trap.process",
    "filter.trap.smudge",
    "gpg.program",
    "gpg.ssh.program",
    "interactive.diffFilter",
    "merge.trap.driver",
    "pager.cat-file",
    "pager.diff-tree",
    "pager.ls-files",
    "pager.rev-list",
    "pager.rev-parse",
    "sequence.editor",
    "submodule.trap.update",
    "trailer.trap.command",
    "uploadpack.packObjectsHook",
)
HOOKS = ("post-index-change", "post-checkout", "pre-commit", "reference-transaction", "fsmonitor-watchman")


def marker(scripted: ScriptedRepository) -> Path:
    return scripted.root.parent / "marker"


def every_question(folder: Path) -> None:
    """Ask all that can be asked; what is answered does not matter here."""
    repository = Repository.open(folder)
    if isinstance(repository, NotARepository):
        return
    with repository:
        head = repository.head
        repository.revision("HEAD")
        repository.commit("missing")
        repository.holds("1" * 40)
        repository.blob("2" * 40)
        if head:
            for question in (
                lambda: list(repository.log(head)),
                lambda: repository.all_files_at(head),
                lambda: repository.merge_base(head, head),
                repository.staged_files,
                lambda: [repository.blob(blob) for blob in repository.files_at(head).values()],
                lambda: repository.parents(head),
            ):
                try:
                    question()
                except GitError:
                    continue


@pytest.fixture
def scripted(tmp_path: Path) -> ScriptedRepository:
    scripted = ScriptedRepository(tmp_path / "work")
    scripted.put(".gitattributes", "* filter=trap diff=trap merge=trap\n")
    scripted.commit("scope.md", "# One\n")
    scripted.commit("scope.md", "# Two\n")
    # Changed content with an old time stamp: git is tempted to refresh its index.
    os.utime(scripted.put("scope.md", "# Six\n"), (0, 0))
    return scripted


def trap(scripted: ScriptedRepository) -> Path:
    program = scripted.root.parent / "trap.sh"
    program.write_text(f"#!/bin/sh\ntouch '{marker(scripted)}'\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def test_the_trap_does_spring_for_plain_git(scripted: ScriptedRepository) -> None:
    scripted.git("config", "core.fsmonitor", str(trap(scripted)))
    scripted.git("status")
    assert marker(scripted).exists()


@pytest.mark.parametrize("setting", PROGRAMS)
def test_no_setting_runs_a_program(scripted: ScriptedRepository, setting: str) -> None:
    program = str(trap(scripted))
    scripted.git("config", setting, f"!{program}" if setting.startswith("alias.") else program)
    every_question(scripted.root)
    assert not marker(scripted).exists()


def test_a_setting_in_an_included_file_runs_nothing(scripted: ScriptedRepository) -> None:
    scripted.put(
        "evil.config", f"[core]\n\tfsmonitor = {trap(scripted)}\n\thooksPath = {scripted.root}/hooks\n"
    )
    scripted.git("config", "include.path", "../evil.config")
    every_question(scripted.root)
    assert not marker(scripted).exists()


@pytest.mark.parametrize("where", ["hooks", ".git/hooks"])
def test_no_hook_runs(scripted: ScriptedRepository, where: str) -> None:
    program = trap(scripted)
    for hook in HOOKS:
        place = scripted.root / where / hook
        place.parent.mkdir(exist_ok=True)
        place.symlink_to(program)
    if where == "hooks":
        scripted.git("config", "core.hooksPath", str(scripted.root / "hooks"))
    every_question(scripted.root)
    assert not marker(scripted).exists()


@pytest.mark.parametrize("remote", ["ext::{program}", "ssh://host/repository", "{folder}"])
def test_a_missing_object_is_not_fetched(scripted: ScriptedRepository, remote: str) -> None:
    program = trap(scripted)
    other = ScriptedRepository(scripted.root.parent / "other")
    other.commit("scope.md", "elsewhere")
    url = remote.format(program=program, folder=other.root)
    for name, value in (
        ("core.repositoryFormatVersion", "1"),
        ("core.sshCommand", str(program)),
        ("extensions.partialClone", "origin"),
        ("protocol.allow", "always"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.uploadpack", str(program)),
        ("remote.origin.url", url),
    ):
        scripted.git("config", name, value)
    blob = scripted.git("rev-parse", "HEAD:scope.md")
    (scripted.root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    every_question(scripted.root)
    assert not marker(scripted).exists()


def test_a_work_tree_configured_elsewhere_is_refused(scripted: ScriptedRepository, tmp_path: Path) -> None:
    (tmp_path / "victim").mkdir()
    scripted.git("config", "core.worktree", str(tmp_path / "victim"))
    assert isinstance(Repository.open(scripted.root), NotARepository)


def test_a_bare_repository_hidden_among_the_documents_is_not_used(scripted: ScriptedRepository) -> None:
    hidden = ScriptedRepository(scripted.root / "acme", "--bare")
    hidden.git("config", "core.fsmonitor", str(trap(scripted)))
    every_question(hidden.root)
    assert isinstance(Repository.open(hidden.root), NotARepository)
    assert not marker(scripted).exists()


def test_the_inherited_environment_reaches_nothing(
    scripted: ScriptedRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = ScriptedRepository(tmp_path / "elsewhere")
    elsewhere.commit("other.md", "other")
    program = str(trap(scripted))
    for name, value in {
        "GIT_DIR": str(elsewhere.root / ".git"),
        "GIT_WORK_TREE": str(elsewhere.root),
        "GIT_INDEX_FILE": str(elsewhere.root / ".git/index"),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": program,
        "GIT_EXTERNAL_DIFF": program,
        "GIT_SSH_COMMAND": program,
        "GIT_PAGER": program,
    }.items():
        monkeypatch.setenv(name, value)
    every_question(scripted.root)
    repository = Repository.open(scripted.root)
    assert isinstance(repository, Repository)
    with repository:
        assert repository.head == scripted.git("rev-parse", "HEAD")
    assert not marker(scripted).exists()


def test_asking_changes_no_file(scripted: ScriptedRepository) -> None:
    def state() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in scripted.root.rglob("*") if path.is_file()}

    before = state()
    every_question(scripted.root)
    assert state() == before


def test_only_plumbing_is_called(
    scripted: ScriptedRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.path.realpath(
        str(next(Path(each) / "git" for each in os.get_exec_path() if (Path(each) / "git").exists()))
    )
    calls = tmp_path / "calls"
    shim = tmp_path / "bin" / "git"
    shim.parent.mkdir()
    shim.write_text(
        f'#!/bin/sh\necho "$* // $(env | grep ^GIT_ | sort | tr "\\n" " ")" >> {calls}\nexec {real} "$@"\n'
    )
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", f"{shim.parent}{os.pathsep}{os.environ['PATH']}")
    every_question(scripted.root)
    settings = "-c core.fsmonitor=false -c core.hooksPath=/dev/null -c safe.bareRepository=explicit "
    environment = (
        "GIT_ALLOW_PROTOCOL=none GIT_NO_LAZY_FETCH=1 GIT_NO_REPLACE_OBJECTS=1 "
        "GIT_OPTIONAL_LOCKS=0 GIT_TERMINAL_PROMPT=0 "
    )
    plumbing = {
        "rev-parse",
        "cat-file",
        "merge-base",
        "rev-list",
        "ls-tree",
        "ls-files",
        "diff-tree",
    }
    lines = calls.read_text().splitlines()
    assert {line.removeprefix(settings).split()[0] for line in lines} == plumbing
    assert all(line.startswith(settings) and line.endswith(f"// {environment}") for line in lines)


def test_no_command_runs_anything_with_every_trap_set_at_once(scripted: ScriptedRepository) -> None:
    text = "scopelint: 1\ncontract: {id: acme, status: active, agreed_ref: v1}\n"
    scripted.put(
        "contract.yaml", text + "approvals:\n- {id: AP-1, subject: scope, version: v1, date: 2026-01-02}\n"
    )
    scripted.commit()
    scripted.git("tag", "v1")
    scripted.put("contract.yaml", text)
    program = str(trap(scripted))
    for setting in PROGRAMS:
        scripted.git("config", setting, f"!{program}" if setting.startswith("alias.") else program)
    for hook in HOOKS:
        (scripted.root / ".git/hooks").mkdir(exist_ok=True)
        (scripted.root / ".git/hooks" / hook).symlink_to(program)
    for command in (
        ("check", "--since", "HEAD~1", "--config-from", "HEAD~1"),
        ("check", "--staged"),
        ("diff", ".", "--against", "HEAD"),
        ("lock", ".", "--force"),
    ):
        ran = scopelint(*command, cwd=scripted.root)
        assert ran.code in (0, 1), ran
    assert not marker(scripted).exists()
