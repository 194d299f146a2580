"""The only place that runs git.

A repository may come from a stranger, and its configuration can name programs to run. So nothing is
called but plumbing that obeys no such setting, in an environment that inherits nothing of git's, and
after names are resolved only object ids are passed on.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from scopelint.history.batch import Batch
from scopelint.history.raw import (
    FILE_MODES,
    CommitDelta,
    commit_deltas,
    listed_files,
    tree_entries,
)

if TYPE_CHECKING:
    import subprocess

_SETTINGS = (
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "safe.bareRepository=explicit",
)
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_SECONDS = 60
_NAME = re.compile(r"[^\W_][\w./+@#=-]{0,199}")
_OBJECT_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


class NotARepository(NamedTuple):
    """Why there is no history to read: said once, and the rest of the check runs."""

    reason: str


class GitError(Exception):
    """git could not answer; the text says why, in words fit for a report."""


class Repository:
    """A git work tree, read through a handful of long-lived plumbing processes."""

    def __init__(self, program: str, root: Path, shallow: bool) -> None:
        self.root = root
        self.shallow = shallow
        self._program = program
        self._objects = Batch(partial(self._start, "cat-file", "--batch"))
        self._names = Batch(partial(self._start, "cat-file", "--batch-check"))
        self._commits: dict[str, str | None] = {}
        self._folders: dict[str, str | None] = {}
        self._roots: dict[str, str | None] = {}
        self._trees: dict[str, dict[str, tuple[bytes, str]]] = {}

    @classmethod
    def open(cls, folder: Path) -> "Repository | NotARepository":
        """The repository whose work tree holds a folder, or the reason why there is none."""
        import shutil

        program = shutil.which("git")
        if program is None or not Path(program).is_absolute():
            return NotARepository("git is not installed")
        place = Path(os.path.realpath(folder))
        probe = cls(program, place, shallow=False)
        try:
            answer = probe.run("rev-parse", "--show-toplevel", "--is-shallow-repository")
        except GitError as error:
            return NotARepository(_refusal(str(error)))
        top, _, rest = os.fsdecode(answer).rpartition("\n")[0].rpartition("\n")
        root = Path(os.path.realpath(top))
        if not place.is_relative_to(root):
            return NotARepository("the repository's work tree lies elsewhere")
        return cls(program, root, shallow=rest == "true")

    def close(self) -> None:
        """End the processes kept open."""
        self._objects.close()
        self._names.close()

    def __enter__(self) -> "Repository":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def head(self) -> str | None:
        """The commit checked out, None before the first one."""
        return self.commit("HEAD")

    def commit(self, name: str) -> str | None:
        """The commit a document's text names (tag, branch or hash), None when git knows no such one.

        A name is never more than that: no ranges, no paths, no searches.
        """
        if name not in self._commits:
            self._commits[name] = self._resolved(name)
        return self._commits[name]

    def _resolved(self, name: str) -> str | None:
        if not _NAME.fullmatch(name) or ".." in name or "@{" in name:
            return None
        answer = self._names.ask(f"{name}^{{commit}}").split()
        return answer[0].decode() if len(answer) == 3 and answer[1] == b"commit" else None

    def revision(self, expression: str) -> str | None:
        """The commit that a revision typed on the command line means, None when it means none."""
        try:
            answer = self.run("rev-parse", "--verify", "--end-of-options", f"{expression}^{{commit}}")
        except GitError:
            return None
        found = answer.decode("ascii", "replace").strip()
        return found if _OBJECT_ID.fullmatch(found) else None

    def merge_base(self, one: str, other: str) -> str | None:
        """The newest common ancestor of two commits, None when they share none here."""
        try:
            return self.run("merge-base", one, other).decode().strip() or None
        except GitError:
            return None

    def relative(self, path: str) -> str | None:
        """A path as git names it, None outside the work tree."""
        folder, name = os.path.split(path)
        if folder not in self._folders:
            place = Path(os.path.realpath(folder))
            inside = place.is_relative_to(self.root)
            self._folders[folder] = place.relative_to(self.root).as_posix() if inside else None
        known = self._folders[folder]
        return name if known == "." else f"{known}/{name}" if known is not None else None

    def blob(self, blob: str) -> bytes | None:
        """The content of a committed file; None when it is not here or longer than a document may be."""
        found = self._objects.read(blob)
        return found[1] if found and found[0] == b"blob" else None

    def parents(self, commit: str) -> tuple[str, ...]:
        """The parents a commit names, whether or not they are here."""
        found = self._objects.read(commit)
        header = found[1].partition(b"\n\n")[0].decode("utf-8", "replace") if found else ""
        return tuple(line[7:] for line in header.split("\n") if line.startswith("parent "))

    def holds(self, object_id: str) -> bool:
        """Whether an object is here: a shallow clone lacks the parents of its oldest commits."""
        return self._names.ask(object_id).split()[1:] != [b"missing"]

    def files_at(self, commit: str, folder: str = "") -> Mapping[str, str]:
        """The regular files directly in a folder of a commit: their paths and blobs."""
        tree = self._tree(commit)
        for part in folder.split("/") if folder else ():
            mode, found = self._entries(tree).get(part, (b"", None)) if tree else (b"", None)
            tree = found if mode == b"40000" else None
        entries = self._entries(tree) if tree else {}
        prefix = f"{folder}/" if folder else ""
        return {prefix + name: blob for name, (mode, blob) in entries.items() if mode in FILE_MODES}

    def _tree(self, commit: str) -> str | None:
        if commit not in self._roots:
            found = self._objects.read(commit)
            header = found[1] if found else b""
            is_commit = header.startswith(b"tree ")
            self._roots[commit] = header[5:].partition(b"\n")[0].decode() if is_commit else None
        return self._roots[commit]

    def _entries(self, tree: str) -> dict[str, tuple[bytes, str]]:
        """What a tree holds, read once: the folders above many contracts are the same."""
        if tree not in self._trees:
            found = self._objects.read(tree)
            is_tree = found is not None and found[0] == b"tree"
            self._trees[tree] = dict(tree_entries(found[1], len(tree) // 2)) if found and is_tree else {}
        return self._trees[tree]

    def all_files_at(self, commit: str) -> Mapping[str, str]:
        """Every regular file of a commit: its path and blob."""
        listed = self.run("ls-tree", "-r", "-z", "--full-tree", commit)
        return dict(listed_files(listed, blob_at=2))

    def staged_files(self) -> Mapping[str, str]:
        """Every regular file of the index: its path and blob. A file in conflict is left out."""
        listed = self.run("ls-files", "-s", "-z", within=self.root)
        return dict(listed_files(listed, blob_at=1))

    def log(self, commit: str, folders: Iterable[str] = ()) -> Iterator[CommitDelta]:
        """What each commit up to one changed, oldest first; in ``folders`` only, when any are given.

        The main line is followed: a merge counts as what it brought in, and what was tried and undone on
        a side branch never happened.
        """
        limits = [f":(top,literal){folder}" for folder in folders]
        line = ("--timestamp", "--parents", "--first-parent", "--topo-order", "--reverse")
        listed = self.run("rev-list", *line, commit, "--", *limits).decode().splitlines()
        times = {each.split()[1]: int(each.split()[0]) for each in listed}
        # Given a commit and its first parent, diff-tree compares just these two.
        pairs = "".join(" ".join(each.split()[1:3]) + "\n" for each in listed).encode()
        shape = ("--raw", "-z", "--no-renames", "--no-abbrev", "--root", "-r")
        raw = self.run("diff-tree", "--stdin", *shape, "--", *limits, given=pairs)
        for each, changed in commit_deltas(raw):
            yield CommitDelta(each, times[each], changed)

    def run(self, *command: str, given: bytes = b"", within: Path | None = None) -> bytes:
        """What one plumbing command prints; raises GitError with its complaint when it fails."""
        import subprocess  # only where there is a repository

        try:
            done = subprocess.run(
                [self._program, *_SETTINGS, *command],
                cwd=within or self.root,
                env=_environment(),
                input=given,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise GitError(f"git {command[0]} did not answer within {_SECONDS} seconds") from error
        except OSError as error:
            raise GitError(f"git could not be started: {error.strerror}") from error
        if done.returncode != 0:
            complaint = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
            raise GitError(complaint or f"git {command[0]} failed")
        return done.stdout

    def _start(self, *command: str) -> "subprocess.Popen[bytes]":
        import subprocess

        return subprocess.Popen(
            [self._program, *_SETTINGS, *command],
            cwd=self.root,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )


def blob_id(data: bytes, digits: int = 40) -> str:
    """The id git gives to a file's content, in a repository whose ids have that many digits."""
    import hashlib

    content = b"blob %d\0" % len(data) + data
    return (hashlib.sha1(content) if digits == 40 else hashlib.sha256(content)).hexdigest()


def _environment() -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    return {**inherited, **_ENVIRONMENT}


def _refusal(complaint: str) -> str:
    if "dubious ownership" in complaint:
        return "git does not trust this folder, it belongs to somebody else (safe.directory)"
    if "must be run in a work tree" in complaint or "bare repository" in complaint:
        return "a bare repository holds no documents"
    if "not a git repository" in complaint:
        return "not a git repository"
    return complaint.removeprefix("fatal: ")
