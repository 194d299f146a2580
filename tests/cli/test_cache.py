"""What a check remembers never changes what it finds."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from scopelint.cli import run
from scopelint.engine import understand
from scopelint.engine.cache import keep, record, signature
from scopelint.engine.cache.replay import Replay
from scopelint.reading.document import read_document
from scopelint.reading.fragment import Fragment
from scopelint.syntax.limits import Limits
from scopelint.text import SourceFile
from tests.cli.program import SOURCE, scopelint
from tests.conftest import Folder

SCOPE = """# Site {0}

## Deliverables

- Five pages, see `pages.md`
- As many photographs as needed, etc.

## Revisions

Changes until you are happy.
"""
CONTRACT = """contract: {id: bakery, title: Bakery, status: active, price: 900, currency: EUR, due_on: 2026-05-01}
deliverables: [{id: D1, title: Five pages}]
approvals: [{id: A1, subject: scope, by: Lee, date: 2026-03-01}]
"""
FETCHED = """contract: {id: fetched, title: Site, status: active, agreed_ref: origin/agreed}
deliverables: [{id: D1, title: Five pages}]
"""
RULE = """id: {0}
summary: A deliverable promises without hedging.
severity: warning
every: deliverable
require:
  text: {{forbids: options.phrases}}
message: "`{{value}}` leaves it open"
options: {{phrases: {{default: [{1}], meaning: The phrases that hedge.}}}}
examples: []
"""
FILES = {
    "a/scope.md": SCOPE.format("A"),
    "b/scope.md": SCOPE.format("B"),
    "bakery/contract.yaml": CONTRACT,
    "fetched/contract.yaml": FETCHED,
    "scopelint.yaml": "extends: ./base.yaml\nrules: [pages/*.yaml]\n",
    "pages/hedged.yaml": RULE.format("hedged", "as many"),
    ".gitignore": "ignored/\n",
    "ignored/scope.md": SCOPE.format("I"),
    "base.yaml": "severity: {missing-termination: info}\n",
}


class Checked(NamedTuple):
    """What a check printed, its code, how many documents it read, and whether all was given again."""

    output: str
    code: int
    read: int
    replayed: bool


Check = Callable[..., Checked]


@pytest.fixture
def check(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
) -> Check:
    """Checks the working folder, in this process, with a cache that trusts the youngest files."""
    monkeypatch.setenv("SCOPELINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setattr(signature, "RACY_NANOSECONDS", 0)
    monkeypatch.setattr(record, "RACY_NANOSECONDS", 0)
    documents: list[str] = []

    def counted(source: SourceFile, language: str | None, limits: Limits) -> Fragment:
        documents.append(source.path)
        return read_document(source, language, limits)

    monkeypatch.setattr(understand, "read_document", counted)

    def checked(*arguments: str) -> Checked:
        documents.clear()
        kept = Replay(["check", *arguments], os.environ)
        known = kept.answer()
        if known is not None:
            return Checked(known[0].decode(), known[1], 0, replayed=True)
        code = run(["check", *arguments], kept)
        return Checked(capsys.readouterr().out, code, len(documents), replayed=False)

    return checked


@pytest.fixture
def repository(folder: Folder) -> Path:
    """Three contracts, one with approvals, under git, with configuration, a rule page and an ignored folder."""
    root = folder(FILES)
    git("init", "-q")
    commit("first")
    return root


def git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=Lee", "-c", "user.email=lee@example.org", *arguments], check=True)


def commit(words: str) -> None:
    git("add", "-A")
    git("commit", "-qm", words)


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_text(text)


def edit(path: str, before: str, after: str) -> None:
    text = Path(path).read_text()
    assert before in text
    Path(path).write_text(text.replace(before, after, 1))


def edit_unseen(path: str, before: str, after: str) -> None:
    """An edit of the same length that sets the time of the file back."""
    status = os.stat(path)
    edit(path, before, after)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert os.stat(path).st_size == status.st_size


def another_branch() -> None:
    git("checkout", "-qb", "other")
    rewrite_history()
    git("checkout", "-q", "-")


def rewrite_history() -> None:
    edit("bakery/contract.yaml", "date: 2026-03-01", "date: 2026-03-02")
    commit("second")


MUTATIONS: dict[str, Callable[[], object]] = {
    "a document": lambda: edit("a/scope.md", "Five pages", "Six pages and more"),
    "a document, same size and time": lambda: edit_unseen("a/scope.md", "Five", "Nine"),
    "a document touched": lambda: os.utime("a/scope.md"),
    "a document added": lambda: write(
        "a/milestones.yaml", "milestones: [{id: M1, title: All, amount: 900}]\n"
    ),
    "a document removed": lambda: os.unlink("a/scope.md"),
    "a document renamed": lambda: os.rename("a/scope.md", "a/sow.md"),
    "a contract added": lambda: write("c/scope.md", SCOPE.format("C")),
    "a contract moved": lambda: os.rename("a", "z"),
    "a lock": lambda: scopelint("lock", "bakery"),
    "a configuration": lambda: edit("scopelint.yaml", "extends", "profile: strict\nextends"),
    "a configuration gone": lambda: os.unlink("scopelint.yaml"),
    "a configuration nearer": lambda: write("a/scopelint.yaml", "ignore: [missing-revision-limit]\n"),
    "an extended configuration": lambda: edit("base.yaml", "info", "error"),
    "a broken configuration": lambda: edit("base.yaml", "info", "[loud"),
    "a rule page": lambda: edit("pages/hedged.yaml", "as many", "pages"),
    "a rule page added": lambda: write("pages/paged.yaml", RULE.format("paged", "pages")),
    "a rule page removed": lambda: os.unlink("pages/hedged.yaml"),
    "a baseline": lambda: scopelint("baseline", "create", "--reason", "old", "."),
    "a suppression": lambda: edit(
        "b/scope.md", "## Rev", "<!-- scopelint: ignore-file[open-ended-wording] ok -->\n\n## Rev"
    ),
    "what is ignored": lambda: edit(".gitignore", "ignored/", "a/"),
    "a commit": rewrite_history,
    "another branch": another_branch,
    "a tag": lambda: git("tag", "agreed"),
    "a branch of another's": lambda: git("update-ref", "refs/remotes/origin/agreed", "HEAD"),
    "no repository": lambda: os.rename(".git", "dotgit"),
}


@pytest.mark.parametrize("format", ["text", "json"])
@pytest.mark.parametrize("change", MUTATIONS.values(), ids=MUTATIONS)
def test_after_any_change_a_check_finds_what_one_without_a_cache_finds(
    repository: Path, check: Check, change: Callable[[], object], format: str
) -> None:
    arguments = ("--format", format, "--as-of", "2026-04-01", ".")
    first, again = check(*arguments), check(*arguments)
    assert again == first._replace(read=0, replayed=True)
    change()
    anew = check("--no-cache", *arguments)
    after = check(*arguments)
    assert (after.output, after.code) == (anew.output, anew.code)
    assert check(*arguments)[:2] == anew[:2]


@pytest.mark.parametrize(
    "other",
    [
        ("--select", "revisions"),
        ("--ignore", "revisions"),
        ("--profile", "strict"),
        ("--phase", "draft"),
        ("--no-calendar",),
        ("--fail-on", "info"),
        ("--as-of", "2026-07-01"),
        ("--as-of", "2020-01-01"),
        ("--format", "concise"),
        ("--statistics",),
        ("--wording",),
        ("--color", "always"),
        ("--shard", "1/2"),
        ("--config", "base.yaml"),
        ("--only-contracts",),
        ("a", "b"),
    ],
)
def test_another_way_of_asking_has_another_answer(
    repository: Path, check: Check, other: tuple[str, ...]
) -> None:
    check("--as-of", "2026-04-01", ".")
    paths = () if other == ("a", "b") else (".",)
    assert check(*other, *paths)[:2] == check("--no-cache", *other, *paths)[:2]


def test_only_what_has_changed_is_judged_again(repository: Path, check: Check) -> None:
    assert check(".").read == 4
    edit("a/scope.md", "Five", "Seven")
    assert check(".").read == 1


def test_a_fresh_clone_reads_no_document_again(
    repository: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = check("--no-calendar", "a", "b")
    moved = repository.parent / "kept"
    os.rename(repository, moved)
    subprocess.run(["git", "clone", "-q", str(moved), str(repository)], check=True)
    os.chdir(repository)
    assert check("--no-calendar", "a", "b") == before._replace(read=0)


def test_a_day_passes_only_for_contracts_that_wait_for_it(repository: Path, check: Check) -> None:
    assert check("--as-of", "2026-04-01", ".").read == 4
    later = check("--as-of", "2026-04-02", ".")
    assert later.read == 1
    assert later[:2] == check("--no-cache", "--as-of", "2026-04-02", ".")[:2]


@pytest.mark.parametrize(
    "damage", [b"", b"scopelint-replay-1", b"\0" * 99, b"[" * 100_000, b'{"program": 1}']
)
def test_a_damaged_cache_is_no_cache(repository: Path, check: Check, damage: bytes) -> None:
    first = check(".")
    for file in Path(os.environ["SCOPELINT_CACHE_DIR"]).iterdir():
        file.write_bytes(damage)
    assert check(".") == first
    assert check(".").replayed


@pytest.mark.parametrize("cut", [1, 50, 400, 2000])
def test_a_torn_entry_is_a_miss(repository: Path, check: Check, cut: int) -> None:
    first = check(".")
    for file in Path(os.environ["SCOPELINT_CACHE_DIR"]).iterdir():
        file.write_bytes(file.read_bytes()[:-cut])
    assert check(".")[:2] == first[:2]


def test_where_nothing_can_be_written_there_is_no_cache(
    repository: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCOPELINT_CACHE_DIR", str(repository / "a" / "scope.md" / "cache"))
    assert check(".") == check(".")


def test_a_file_as_young_as_the_run_is_not_trusted(
    repository: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signature, "RACY_NANOSECONDS", 10**18)
    check(".")
    assert not check(".").replayed


def test_what_could_not_be_read_is_tried_again(repository: Path, check: Check) -> None:
    Path("a/scope.md").write_bytes(b"\xff")
    assert check(".").code == 2
    assert not check(".").replayed


def test_the_oldest_entries_make_room_and_nothing_else_does(
    repository: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Path(os.environ["SCOPELINT_CACHE_DIR"])
    (place / "notes.txt").write_text("mine")
    monkeypatch.setattr(keep, "MOST_FILES", 3)
    for day in ("2026-04-01", "2026-04-02", "2026-04-03", "2026-04-04"):
        check("--select", "revisions", "--as-of", day, "a")
    assert len(list(place.iterdir())) == 3 + 1
    assert (place / "notes.txt").exists()
    assert check("--select", "revisions", "--as-of", "2026-04-04", "a").replayed


def test_showing_and_clearing(repository: Path, check: Check, capsys: pytest.CaptureFixture[str]) -> None:
    check(".")
    place = Path(os.environ["SCOPELINT_CACHE_DIR"])
    (place / "notes.txt").write_text("mine")
    assert run(["cache"]) == 0
    assert "2 files" in capsys.readouterr().out
    assert run(["cache", "clear"]) == 0
    assert [file.name for file in place.iterdir()] == ["notes.txt"]


def test_nothing_is_imported_for_what_is_given_again(repository: Path) -> None:
    """The warm path stays free of click, parsers and typing."""
    program = (
        "import sys; from scopelint.engine.cache.replay import Replay; from scopelint.cli import give\n"
        "Replay(['check', '.'], {'SCOPELINT_CACHE_DIR': 'cache'}).answer(); give(b'', 0)\n"
        "print(*sys.modules)"
    )
    plain = modules("import sys; print(*sys.modules)")
    assert modules(program) - plain <= {
        "binascii",
        "time",
        *(f"scopelint{name}" for name in ("", ".cli", ".cli.terminal", ".engine", ".engine.cache")),
        *(
            f"scopelint.engine.cache.{name}"
            for name in ("git_state", "keep", "place", "program", "replay", "signature")
        ),
    }


def modules(program: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-P", "-c", program],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())
