"""What a commit would hold: staged contents in place of those on disk."""

import os
from collections.abc import Iterable, Iterator

from scopelint.engine.folder import MARKDOWN, YAML
from scopelint.history.git import NotARepository
from scopelint.history.revision import Snapshot
from scopelint.text.regular import regular_bytes

_READ = (*MARKDOWN, *YAML, ".lock")


def staged_overlay(paths: Iterable[str]) -> dict[str, bytes | None] | NotARepository:
    """The staged contents of documents that are otherwise on disk; None for what is not staged at all."""
    overlay: dict[str, bytes | None] = {}
    for folder in sorted({path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths}):
        snapshot = Snapshot.of_index(folder)
        if isinstance(snapshot, NotARepository):
            return snapshot
        with snapshot:
            overlay.update(_differing(folder, snapshot))
    return overlay


def _differing(folder: str, snapshot: Snapshot) -> Iterator[tuple[str, bytes | None]]:
    names = [name for name in snapshot.names_below(folder) if name.lower().endswith(_READ)]
    for name in names:
        if not snapshot.holds(name, _bytes(name)):
            yield name, snapshot.read(name)
    staged = set(names)
    for place in sorted({os.path.dirname(name) for name in names}):
        yield from ((name, None) for name in _documents(place) if name not in staged)


def _documents(folder: str) -> Iterator[str]:
    with os.scandir(folder or ".") as entries:
        for entry in entries:
            if entry.name.lower().endswith(_READ) and entry.is_file(follow_symlinks=False):
                yield f"{folder}/{entry.name}" if folder else entry.name


def _bytes(path: str) -> bytes | None:
    try:
        return regular_bytes(path)
    except OSError:
        return None
