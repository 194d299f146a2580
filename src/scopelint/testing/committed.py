"""A git repository for an example, written without git: the same states give the same commits anywhere."""

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

Folder: TypeAlias = "dict[str, bytes | Folder]"

_WHO = "Example <example@example.com>"


def commit_states(root: Path, states: Sequence[Mapping[str, Any]]) -> None:
    """Make a folder a repository whose commits are these states, oldest first.

    A state has a ``date``, the ``files`` it changes, and maybe a ``tag``. The working tree is not touched.
    """
    repository = _Repository(root / ".git")
    files: Folder = {}
    parent = ""
    for state in states:
        for name, text in state["files"].items():
            _put(files, name.split("/"), text.encode())
        parent = repository.commit(files, parent, state["date"])
        if "tag" in state:
            repository.point(f"refs/tags/{state['tag']}", parent)
    repository.point("refs/heads/main", parent)
    (root / ".git" / "HEAD").write_bytes(b"ref: refs/heads/main\n")


def _put(folder: Folder, path: Sequence[str], data: bytes) -> None:
    for name in path[:-1]:
        inner = folder.setdefault(name, {})
        assert isinstance(inner, dict)
        folder = inner
    folder[path[-1]] = data


class _Repository:
    """Loose objects and refs: all that git needs to read a history."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def commit(self, files: Folder, parent: str, date: str) -> str:
        moment = int(datetime.fromisoformat(f"{date}T12:00:00").replace(tzinfo=UTC).timestamp())
        lines = [f"tree {self._tree(files)}"]
        lines += [f"parent {parent}"] if parent else []
        lines += [f"{role} {_WHO} {moment} +0000" for role in ("author", "committer")]
        return self._object("commit", "\n".join([*lines, "", f"State of {date}", ""]).encode())

    def point(self, name: str, commit: str) -> None:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"{commit}\n".encode())

    def _tree(self, files: Folder) -> str:
        # git sorts folders as if their names ended in a slash.
        names = sorted(files, key=lambda name: name + "/" * isinstance(files[name], dict))
        return self._object("tree", b"".join(self._entry(name, files[name]) for name in names))

    def _entry(self, name: str, content: "bytes | Folder") -> bytes:
        if isinstance(content, bytes):
            mode, digest = "100644", self._object("blob", content)
        else:
            mode, digest = "40000", self._tree(content)
        return f"{mode} {name}\0".encode() + bytes.fromhex(digest)

    def _object(self, kind: str, data: bytes) -> str:
        stored = f"{kind} {len(data)}\0".encode() + data
        digest = hashlib.sha1(stored).hexdigest()
        path = self._folder / "objects" / digest[:2] / digest[2:]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(zlib.compress(stored))
        return digest
