"""Looking after the folder of the cache."""

import os
from typing import NamedTuple

from scopelint.engine.cache.keep import own_files


class Kept(NamedTuple):
    """What the cache holds: the number of its files and their size in bytes."""

    files: int
    size: int


def kept(folder: str) -> Kept:
    """What is in the cache; nothing when there is no such folder."""
    sizes = [entry.stat(follow_symlinks=False).st_size for entry in _entries(folder)]
    return Kept(len(sizes), sum(sizes))


def clear(folder: str) -> Kept:
    """Delete the cache's own files, and nothing else. Raises OSError for one that cannot be deleted."""
    before = kept(folder)
    for entry in _entries(folder):
        os.unlink(entry.path)
    return before


def _entries(folder: str) -> "list[os.DirEntry[str]]":
    try:
        return own_files(folder)
    except FileNotFoundError:
        return []
