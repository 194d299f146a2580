"""What ``.gitignore`` files leave out of a folder walk."""

import os
from typing import TYPE_CHECKING

from scopelint.config.glob import glob_problem, path_spec
from scopelint.config.load import Reader, read_from_disk
from scopelint.text.glob import is_costly

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_LARGEST = 65_536


class Ignored:
    """Answers whether git ignores a path, reading ``.gitignore`` files up to the repository's root.

    Lines that git would not understand, or that would take long to match, hide nothing; nor does a file
    larger than such files are. ``read`` reads a file, None when there is none.
    """

    def __init__(self, read: Reader = read_from_disk) -> None:
        self._read = read
        self._specs: dict[str, GitIgnoreSpec | None] = {}
        self._parents: dict[str, str | None] = {}

    def covers(self, path: str, *, folder: bool) -> bool:
        """Whether a ``.gitignore`` of a folder above the path names it."""
        full = os.path.abspath(path)
        above = os.path.dirname(full)
        while above:
            spec = self._spec(above)
            if spec is not None:
                relative = os.path.relpath(full, above).replace(os.sep, "/")
                if spec.match_file(relative + "/" if folder else relative):
                    return True
            above = self._parent(above) or ""
        return False

    def _parent(self, folder: str) -> str | None:
        """The folder above, None at the root of the repository or of the disk."""
        if folder not in self._parents:
            above = os.path.dirname(folder)
            top = above == folder or os.path.lexists(os.path.join(folder, ".git"))
            self._parents[folder] = None if top else above
        return self._parents[folder]

    def _spec(self, folder: str) -> "GitIgnoreSpec | None":
        if folder not in self._specs:
            self._specs[folder] = self._load(os.path.join(folder, ".gitignore"))
        return self._specs[folder]

    def _load(self, file: str) -> "GitIgnoreSpec | None":
        data = self._read(file)
        if data is None or len(data) > _LARGEST:
            return None
        lines = [line for line in data.decode("utf-8", "replace").splitlines() if not is_costly(line)]
        try:
            return path_spec(lines)
        except ValueError:
            return path_spec(line for line in lines if glob_problem(line) is None)
