"""What ``.gitignore`` files leave out of a folder walk."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Ignored:
    """Answers whether git ignores a path, reading ``.gitignore`` files up to the repository's root."""

    def __init__(self) -> None:
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

    @staticmethod
    def _load(file: str) -> "GitIgnoreSpec | None":
        try:
            with open(file, encoding="utf-8", errors="replace") as stream:
                lines = stream.read().splitlines()
        except OSError:
            return None
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(lines)
