"""The lock beside a contract."""

import os
from collections.abc import Mapping
from typing import NamedTuple

from scopelint.diagnostics import Problem
from scopelint.engine.load import load
from scopelint.model.contract import Lock
from scopelint.syntax.limits import Limits
from scopelint.text import SourceFile, Span


def lock_path(path: str) -> str:
    """Where the lock of a contract is: ``scope.lock`` in its folder, else beside the file."""
    if not os.path.isdir(path):
        return f"{path}.lock"
    return os.path.normpath(os.path.join(path, "scope.lock")).replace(os.sep, "/")


class LockFile(NamedTuple):
    """The lock file of a contract: what it says or why it cannot be read, and its text."""

    said: Lock | Problem
    source: SourceFile | None = None


def find_lock(path: str, limits: Limits, overlay: Mapping[str, bytes | None]) -> LockFile | None:
    """The lock file of a contract, None when there is none."""
    place = lock_path(path)
    if overlay[place] is None if place in overlay else not os.path.lexists(place):
        return None
    from scopelint.history.lock import broken_lock, read_lock

    if os.path.islink(place):
        return LockFile(broken_lock("it is a link", Span(place, 0, 0)))
    source = load(place, limits, overlay)
    return LockFile(read_lock(source), source) if isinstance(source, SourceFile) else LockFile(source)
