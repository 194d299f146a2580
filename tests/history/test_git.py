"""Reading real repositories of every shape."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scopelint.history.git import NotARepository, Repository
from tests.history.scripted import ScriptedRepository


@pytest.fixture
def scripted(tmp_path: Path) -> ScriptedRepository:
    return ScriptedRepository(tmp_path / "work")


def opened(folder: Path) -> Repository:
    repository = Repository.open(folder)
    assert isinstance(repository, Repository), repository
    return repository


def changed(repository: Repository, *folders: str) -> list[tuple[str, list[str]]]:
    head = repository.head
    assert head
    return [(each.commit, [delta.path for delta in each.deltas]) for each in repository.log(head, folders)]


def test_a_folder_outside_any_repository_has_no_history(tmp_path: Path) -> None:
    assert Repository.open(tmp_path) == NotARepository("not a git repository")


def test_without_git_there_is_no_history(
    scripted: ScriptedRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert Repository.open(scripted.root) == NotARepository("git is not installed")


def test_a_program_named_git_in_the_checked_folder_is_not_git(
    scripted: ScriptedRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripted.put("git", "#!/bin/sh\ntouch ran\n").chmod(0o755)
    monkeypatch.chdir(scripted.root)
    monkeypatch.setenv("PATH", ".")
    assert Repository.open(scripted.root) == NotARepository("git is not installed")
    assert not (scripted.root / "ran").exists()


def test_before_the_first_commit(scripted: ScriptedRepository) -> None:
    scripted.put("scope.md", "# Scope")
    scripted.git("add", "scope.md")
    with opened(scripted.root) as repository:
        assert repository.head is None
        assert set(repository.staged_files()) == {"scope.md"}


def test_the_log_tells_what_each_commit_changed(scripted: ScriptedRepository) -> None:
    first = scripted.commit("acme/scope.md", "one")
    second = scripted.commit("beta/scope.md", "two")
    (scripted.root / "acme/scope.md").unlink()
    third = scripted.commit()
    with opened(scripted.root) as repository:
        assert changed(repository) == [
            (first, ["acme/scope.md"]),
            (second, ["beta/scope.md"]),
            (third, ["acme/scope.md"]),
        ]
        assert changed(repository, "beta") == [(second, ["beta/scope.md"])]
        days = [datetime.fromtimestamp(each.time, UTC).date().day for each in repository.log(third)]
        assert days == [1, 2, 3]


def test_a_merge_counts_as_what_it_brought_in(scripted: ScriptedRepository) -> None:
    scripted.commit("scope.md", "base\n")
    scripted.git("checkout", "--quiet", "-b", "side")
    scripted.commit("side.md", "tried\n")
    scripted.commit("side.md", "side\n")
    scripted.git("checkout", "--quiet", "main")
    main = scripted.commit("main.md", "main\n")
    scripted.git("merge", "--quiet", "--no-commit", "side")
    merge = scripted.commit("scope.md", "changed while merging\n")
    with opened(scripted.root) as repository:
        found = changed(repository)
        assert found[1:] == [(main, ["main.md"]), (merge, ["scope.md", "side.md"])]


def test_files_of_a_commit(scripted: ScriptedRepository) -> None:
    commit = scripted.commit("clients/acme/scope.md", "agreed")
    scripted.put("clients/acme/sub/deep.md", "deeper")
    (scripted.root / "clients/acme/link.md").symlink_to("scope.md")
    commit = scripted.commit()
    with opened(scripted.root) as repository:
        files = repository.files_at(commit, "clients/acme")
        assert list(files) == ["clients/acme/scope.md"]
        assert repository.blob(files["clients/acme/scope.md"]) == b"agreed"
        assert repository.files_at(commit, "nowhere") == {}
        assert repository.files_at(commit, "clients/acme/scope.md") == {}
        assert sorted(repository.all_files_at(commit)) == [
            "clients/acme/scope.md",
            "clients/acme/sub/deep.md",
        ]


@pytest.mark.parametrize(
    "name",
    ['quote".md', "space here.md", "-dash.md", "ünï.md", "tab\there.md", "line\nbreak.md", ":colon.md"],
)
def test_odd_file_names(scripted: ScriptedRepository, name: str) -> None:
    commit = scripted.commit(name, "odd")
    with opened(scripted.root) as repository:
        assert changed(repository) == [(commit, [name])]
        assert list(repository.files_at(commit)) == [name]
        assert list(repository.all_files_at(commit)) == [name]
        assert list(repository.staged_files()) == [name]
        assert repository.relative(str(scripted.root / name)) == name


def test_odd_folder_names_limit_the_log_literally(scripted: ScriptedRepository) -> None:
    scripted.commit("a/scope.md", "no")
    commit = scripted.commit("*[a]/scope.md", "yes")
    with opened(scripted.root) as repository:
        assert changed(repository, "*[a]") == [(commit, ["*[a]/scope.md"])]


def test_names_that_documents_give(scripted: ScriptedRepository) -> None:
    commit = scripted.commit("scope.md", "agreed")
    scripted.git("tag", "agreed/2026-01-08")
    scripted.git("tag", "--annotate", "--message", "signed", "annotated")
    scripted.commit("scope.md", "later")
    with opened(scripted.root) as repository:
        for name in ("agreed/2026-01-08", "annotated", commit, commit[:10]):
            assert repository.commit(name) == commit
        for name in (
            "nothing",
            "",
            "-x",
            ":/agreed",
            "HEAD:scope.md",
            "HEAD..main",
            "@{-1}",
            "a\nb",
            "HEAD^",
        ):
            assert repository.commit(name) is None


def test_revisions_of_the_command_line(scripted: ScriptedRepository) -> None:
    first = scripted.commit("scope.md", "one")
    second = scripted.commit("scope.md", "two")
    with opened(scripted.root) as repository:
        assert repository.revision("HEAD~1") == first
        assert repository.revision("main") == second
        assert repository.revision("nothing") is None
        assert repository.revision("--output=file") is None
        assert repository.merge_base(first, second) == first


def test_staged_content_is_told_apart_from_the_working_tree(scripted: ScriptedRepository) -> None:
    scripted.commit("scope.md", "committed")
    scripted.put("scope.md", "staged")
    scripted.git("add", "scope.md")
    scripted.put("scope.md", "unstaged")
    with opened(scripted.root) as repository:
        assert repository.blob(repository.staged_files()["scope.md"]) == b"staged"


def test_detached(scripted: ScriptedRepository) -> None:
    first = scripted.commit("scope.md", "one")
    scripted.commit("scope.md", "two")
    scripted.git("checkout", "--quiet", "--detach", first)
    with opened(scripted.root) as repository:
        assert repository.head == first


def test_a_linked_worktree(scripted: ScriptedRepository, tmp_path: Path) -> None:
    commit = scripted.commit("scope.md", "one")
    scripted.git("worktree", "add", "--quiet", str(tmp_path / "linked"))
    with opened(tmp_path / "linked") as repository:
        assert repository.root == (tmp_path / "linked").resolve()
        assert repository.head == commit


def test_a_submodule_is_a_repository_of_its_own(scripted: ScriptedRepository, tmp_path: Path) -> None:
    inner = ScriptedRepository(tmp_path / "inner")
    commit = inner.commit("scope.md", "inner")
    scripted.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner.root), "client")
    outer = scripted.commit()
    with opened(scripted.root / "client") as repository:
        assert repository.head == commit
    with opened(scripted.root) as repository:
        assert "client" not in repository.all_files_at(outer)
        assert "client" not in repository.staged_files()


def test_a_bare_repository(tmp_path: Path) -> None:
    ScriptedRepository(tmp_path / "bare", "--bare")
    assert Repository.open(tmp_path / "bare") == NotARepository("a bare repository holds no documents")


def test_a_shallow_clone(scripted: ScriptedRepository, tmp_path: Path) -> None:
    first = scripted.commit("scope.md", "one")
    second = scripted.commit("scope.md", "two")
    scripted.git("clone", "--quiet", "--depth=1", scripted.root.as_uri(), str(tmp_path / "clone"))
    with opened(tmp_path / "clone") as repository:
        assert repository.shallow
        assert repository.commit(first) is None
        assert repository.parents(second) == (first,)
        assert not repository.holds(first)
    with opened(scripted.root) as repository:
        assert not repository.shallow
        assert repository.holds(first)


def test_content_longer_than_a_document_is_passed_over(scripted: ScriptedRepository) -> None:
    commit = scripted.commit("long.md", "x" * (1 << 21))
    scripted.put("short.md", "short")
    commit = scripted.commit()
    with opened(scripted.root) as repository:
        files = repository.files_at(commit)
        assert repository.blob(files["long.md"]) is None
        assert repository.blob(files["short.md"]) == b"short"


def test_a_folder_reached_through_a_link(scripted: ScriptedRepository, tmp_path: Path) -> None:
    scripted.commit("acme/scope.md", "one")
    (tmp_path / "link").symlink_to(scripted.root)
    with opened(tmp_path / "link" / "acme") as repository:
        assert repository.root == scripted.root.resolve()
        assert repository.relative(str(tmp_path / "link" / "acme" / "scope.md")) == "acme/scope.md"
        assert repository.relative(str(tmp_path / "elsewhere.md")) is None


def test_a_sha256_repository(tmp_path: Path) -> None:
    scripted = ScriptedRepository(tmp_path / "work", "--object-format=sha256")
    commit = scripted.commit("acme/scope.md", "agreed")
    with opened(scripted.root) as repository:
        assert repository.head == commit
        files = repository.files_at(commit, "acme")
        assert repository.blob(files["acme/scope.md"]) == b"agreed"


def test_a_broken_repository_is_a_reason_not_a_crash(scripted: ScriptedRepository) -> None:
    scripted.commit("scope.md", "one")
    shutil.rmtree(scripted.root / ".git" / "objects")
    answer = Repository.open(scripted.root)
    if isinstance(answer, Repository):
        assert answer.head is None or answer.files_at(answer.head) == {}
