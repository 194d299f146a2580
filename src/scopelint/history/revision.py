"""The files of a commit, or of the index, under the paths that a run shows."""

import os
from collections.abc import Mapping
from pathlib import Path

from scopelint.history.git import GitError, NotARepository, Repository, blob_id
from scopelint.text.glob import matches


class Snapshot:
    """Files as git holds them. Paths are as shown: absolute, or from the working folder."""

    def __init__(self, repository: Repository, files: Mapping[str, str], commit: str | None = None) -> None:
        self.commit = commit
        self._repository = repository
        self._files = files

    @classmethod
    def of_revision(cls, revision: str, folder: str, *, forked: bool = False) -> "Snapshot | NotARepository":
        """The files of a revision; with ``forked``, of where the commit checked out left its line."""
        repository = Repository.open(Path(folder))
        if isinstance(repository, NotARepository):
            return repository
        commit = repository.revision(revision)
        if commit is None:
            return NotARepository(_unknown(revision, repository))
        head = repository.head
        base = (repository.merge_base(commit, head) if forked and head else None) or commit
        return cls(repository, repository.all_files_at(base), base)

    @classmethod
    def of_index(cls, folder: str) -> "Snapshot | NotARepository":
        """The files as they are staged for the next commit."""
        repository = Repository.open(Path(folder))
        if isinstance(repository, NotARepository):
            return repository
        try:
            return cls(repository, repository.staged_files())
        except GitError as error:
            return NotARepository(str(error))

    def __enter__(self) -> "Snapshot":
        return self

    def __exit__(self, *_: object) -> None:
        self._repository.close()

    def read(self, path: str) -> bytes | None:
        """A file's bytes, None when it is not there."""
        blob = self._blob(path)
        return self._repository.blob(blob) if blob else None

    def __contains__(self, path: str) -> bool:
        return self._blob(path) is not None

    def holds(self, path: str, data: bytes | None) -> bool:
        """Whether a file is there with exactly that content; None is for not being there. Reads nothing."""
        blob = self._blob(path)
        if blob is None or data is None:
            return blob is None and data is None
        return blob == blob_id(data, len(blob))

    def names_in(self, folder: str) -> tuple[str, ...]:
        """The shown paths of the files directly in a folder, in name order."""
        return tuple(_joined(folder, name) for name in self._inside(folder) if "/" not in name)

    def names_below(self, folder: str) -> tuple[str, ...]:
        """The shown paths of all files in a folder and below, in path order."""
        return tuple(_joined(folder, name) for name in self._inside(folder))

    def matching(self, pattern: str, folder: str) -> list[str]:
        """The files below a folder that a glob names, from that folder, in path order."""
        return [name for name in self._inside(folder) if matches(name, pattern)]

    def _inside(self, folder: str) -> list[str]:
        place = self._repository.relative(os.path.join(folder, "x"))
        if place is None:
            return []
        prefix = place[:-1]
        return sorted(path[len(prefix) :] for path in self._files if path.startswith(prefix))

    def _blob(self, path: str) -> str | None:
        place = self._repository.relative(path)
        return self._files.get(place) if place is not None else None


def _joined(folder: str, name: str) -> str:
    return os.path.normpath(os.path.join(folder, name)).replace(os.sep, "/")


def _unknown(revision: str, repository: Repository) -> str:
    hint = "; this is a shallow clone, fetch it first" if repository.shallow else ""
    return f"git knows no commit `{revision}`{hint}"
