"""The lock beside a contract."""

import os
from collections.abc import Mapping

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


def find_lock(path: str, limits: Limits, overlay: Mapping[str, bytes | None]) -> Lock | Problem | None:
    """The lock of a contract, the problem that makes it unreadable, or None when there is none."""
    place = lock_path(path)
    if overlay[place] is None if place in overlay else not os.path.lexists(place):
        return None
    from scopelint.history.lock import broken_lock, read_lock

    if os.path.islink(place):
        return broken_lock("it is a link", Span(place, 0, 0))
    source = load(place, limits, overlay)
    return read_lock(source) if isinstance(source, SourceFile) else source
