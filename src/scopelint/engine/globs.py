"""Configured globs of contracts."""

import os
from typing import TYPE_CHECKING

from scopelint.config.config import Config
from scopelint.config.glob import path_spec

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Globs:
    """The ``contracts`` globs of a configuration, relative to its folder."""

    def __init__(self, root: str, spec: "GitIgnoreSpec") -> None:
        self.root = root
        self.spec = spec

    def contract_of(self, path: str, *, folder: bool) -> str | None:
        """The topmost folder or file on the way to ``path`` that a glob names: its contract."""
        relative = os.path.relpath(path, self.root).replace(os.sep, "/")
        if relative.startswith("../"):
            return None
        parts = relative.split("/")
        for count in range(1, len(parts) + 1):
            part = "/".join(parts[:count])
            whole = count == len(parts)
            if self.spec.match_file(part if whole and not folder else f"{part}/"):
                above = os.path.normpath(os.path.join(self.root, part)).replace(os.sep, "/")
                return path if whole else above
        return None


def globs_of(config: Config) -> Globs | None:
    """The globs of a configuration, None when it names no contracts."""
    if not config.contracts:
        return None
    return Globs(config.root, path_spec(config.contracts))
