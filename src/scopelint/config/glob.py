"""The globs of a configuration: contracts, overrides and rule pages."""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from scopelint.text.glob import is_costly, matches

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

MOST_GLOBS = 1000


def glob_problem(pattern: str) -> str | None:
    """Why a glob of contracts cannot be used, None when it can."""
    if is_costly(pattern):
        return "has too many stars"
    try:
        path_spec([pattern])
    except ValueError:
        return "is no glob that can be matched"
    return None


def path_spec(patterns: Iterable[str]) -> "GitIgnoreSpec":
    """Globs in the form of ``.gitignore``. Raises ValueError for one that is none."""
    from warnings import catch_warnings, simplefilter

    from pathspec import GitIgnoreSpec

    with catch_warnings():
        simplefilter("ignore")
        try:
            return GitIgnoreSpec.from_lines(patterns)
        except Exception as broken:
            # Several libraries may do the matching, each with an error of its own for what it cannot read.
            raise ValueError(str(broken)) from broken


def files_matching(pattern: str, folder: str) -> list[str]:
    """The files below a folder that a glob names, from that folder, in path order; links are left out."""
    start, rest = parted(pattern)
    depth = None if "**" in rest else rest.count("/")
    found = (name for name in _names(os.path.join(folder, start), "", depth) if matches(name, rest))
    return sorted(start + name for name in found)


def parted(pattern: str) -> tuple[str, str]:
    """The folder that a glob names outright, with its slash or empty, and the rest of it."""
    parts = pattern.split("/")
    fixed = next((at for at, part in enumerate(parts) if any(c in part for c in "*?[")), len(parts) - 1)
    return "".join(f"{part}/" for part in parts[:fixed]), "/".join(parts[fixed:])


def _names(folder: str, prefix: str, depth: int | None) -> Iterator[str]:
    """The regular files of a folder and, as deep as wanted, below it; hidden ones are left out."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_file():
            yield prefix + entry.name
        elif entry.is_dir() and depth != 0:
            below = None if depth is None else depth - 1
            yield from _names(entry.path, f"{prefix}{entry.name}/", below)
