"""What a run looked at, as the file system tells it without opening a file.

Only ``os`` is imported here: this runs before anything else does.
"""

import os

from scopelint.engine.cache.git_state import git_state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "site-packages", "venv"})
"""Folders that no walk enters, as hidden ones."""

RACY_NANOSECONDS = 2_000_000_000
"""The coarsest clock of a file system in use: a file as young as this may change again unseen."""

WALK, LIST, FILE, PRESENCE, GIT = "walk", "list", "file", "presence", "git"
"""How a path is looked at.

A folder with all below it; a folder alone; one file, which may be absent; whether something is there; the
commits of a repository.
"""


class Signature:
    """The state of some paths; ``data`` is equal as long as nothing there has changed.

    ``newest`` is the time of the youngest change in nanoseconds since 1970, by the clock that no program sets
    back. ``complete`` is false where the state of a repository could not be told.
    """

    def __init__(self, roots: "Iterable[tuple[str, str]]") -> None:
        self.newest = 0
        self.complete = True
        self.data = os.fsencode("\n".join(self._root(kind, path) for kind, path in roots))

    def _root(self, kind: str, path: str) -> str:
        if kind == FILE:
            return self._file(path)
        if kind == PRESENCE:
            return f"{path}\0{os.path.lexists(path)}"
        if kind == GIT:
            state = git_state(path)
            self.complete &= state is not None
            return f"{path}\0{state}"
        return self._folders(path, deep=kind == WALK)

    def _file(self, path: str) -> str:
        try:
            return self._state(path, os.stat(path))
        except (OSError, ValueError):
            return f"{path}\0-"

    def _folders(self, path: str, *, deep: bool) -> str:
        parts = []
        stack = [path]
        while stack:
            folder = stack.pop()
            parts.append(folder)
            try:
                with os.scandir(folder) as entries:
                    for entry in entries:
                        name = entry.name
                        if entry.is_dir(follow_symlinks=False):
                            parts.append(name)
                            if deep and not name.startswith(".") and name not in SKIPPED_FOLDERS:
                                stack.append(entry.path)
                        else:
                            parts.append(self._entry(entry, name))
            except OSError as error:
                parts.append(f"\0{error.errno}")
        return "\n".join(parts)

    def _entry(self, entry: "os.DirEntry[str]", name: str) -> str:
        try:
            return self._state(name, entry.stat())
        except OSError:
            return f"{name}\0-"

    def _state(self, name: str, status: os.stat_result) -> str:
        changed = status.st_ctime_ns if os.name == "posix" else status.st_mtime_ns
        if changed > self.newest:
            self.newest = changed
        return f"{name}\0{status.st_size}\0{changed}\0{status.st_ino}"


def is_racy(newest: int, started: int) -> bool:
    """Whether a change so young could be followed by another that looks the same; both in nanoseconds."""
    return newest > started - RACY_NANOSECONDS
