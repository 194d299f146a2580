"""The raw forms in which git's plumbing prints trees, listings and differences."""

import os
from collections.abc import Iterator
from typing import NamedTuple

FILE_MODES = (b"100644", b"100755")


class Delta(NamedTuple):
    """A file as one commit left it.

    ``blob`` is None where the commit took it away, ``before`` where it had not been.
    """

    path: str
    blob: str | None
    before: str | None = None


class CommitDelta(NamedTuple):
    """A commit, when it was made (seconds since 1970), and what it changed in its first parent."""

    commit: str
    time: int
    deltas: tuple[Delta, ...]


def tree_entries(tree: bytes, width: int) -> Iterator[tuple[str, tuple[bytes, str]]]:
    """Name, mode and object of each entry of a tree; ``width`` is the length of an object id in bytes."""
    at = 0
    while at < len(tree):
        end = tree.index(b"\0", at)
        mode, _, name = tree[at:end].partition(b" ")
        at = end + 1 + width
        yield os.fsdecode(name), (mode, tree[end + 1 : at].hex())


def listed_files(listing: bytes, blob_at: int) -> Iterator[tuple[str, str]]:
    """Path and blob of each regular file of ``ls-tree -z`` (blob third) or ``ls-files -s -z`` (second).

    The last word of the index's listing is the stage: only 0 is free of conflict.
    """
    for entry in listing.split(b"\0")[:-1]:
        facts, _, path = entry.partition(b"\t")
        words = facts.split()
        if words[0] in FILE_MODES and words[-1] in (words[blob_at], b"0"):
            yield os.fsdecode(path), words[blob_at].decode()


def commit_deltas(raw: bytes) -> Iterator[tuple[str, tuple[Delta, ...]]]:
    """The files that ``diff-tree --stdin --raw -z`` lists, by commit."""
    commit, changed = "", list[Delta]()
    parts = iter(raw.split(b"\0")[:-1])
    for part in parts:
        if part.startswith(b":"):
            changed.append(_delta(part, next(parts)))
            continue
        if commit:
            yield commit, tuple(changed)
        commit, changed = part.decode(), []
    if commit:
        yield commit, tuple(changed)


def _delta(facts: bytes, path: bytes) -> Delta:
    """A raw entry ``:MODE MODE BLOB BLOB STATUS``: before and after."""
    old_mode, new_mode, old, new, _ = facts[1:].split()
    return Delta(os.fsdecode(path), _blob(new_mode, new), _blob(old_mode, old))


def _blob(mode: bytes, blob: bytes) -> str | None:
    return blob.decode() if mode in FILE_MODES else None
