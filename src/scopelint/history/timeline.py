"""The committed states of every file, walked once for all contracts of a repository."""

import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from scopelint.history.raw import CommitDelta, Delta
from scopelint.model.past import Commit

_ENDINGS = (".md", ".markdown", ".txt", ".yaml", ".yml")


class State(NamedTuple):
    """A file as a commit left it; ``order`` counts commits from the oldest."""

    order: int
    commit: Commit
    path: str
    blob: str


class Timeline:
    """States of documents by path and folder, renames followed."""

    def __init__(self, log: Iterable[CommitDelta]) -> None:
        self._commits: list[Commit] = []
        self._gone: dict[int, list[Delta]] = {}
        self._touched: dict[str, list[tuple[int, Delta]]] = {}
        self._folders: dict[str, list[str]] = {}
        for order, each in enumerate(log):
            self._commits.append(Commit(each.commit, datetime.fromtimestamp(each.time, UTC).date()))
            for delta in each.deltas:
                if delta.path.lower().endswith(_ENDINGS):
                    self._touch(order, delta)

    def _touch(self, order: int, delta: Delta) -> None:
        known = self._touched.get(delta.path)
        if known is None:
            known = self._touched[delta.path] = []
            self._folders.setdefault(delta.path.rpartition("/")[0], []).append(delta.path)
        known.append((order, delta))
        if delta.blob is None:
            self._gone.setdefault(order, []).append(delta)

    def paths_in(self, folder: str) -> tuple[str, ...]:
        """The documents that were ever directly in a folder."""
        return tuple(self._folders.get(folder, ()))

    def states(self, paths: Iterable[str]) -> tuple[State, ...]:
        """The states of files, oldest first, also under the names they had before."""
        found = {state for path in paths for state in self._states(path)}
        return tuple(sorted(found, key=lambda state: (state.order, state.path)))

    def _states(self, path: str) -> Iterator[State]:
        pending: list[tuple[str, int]] = [(path, len(self._commits))]
        seen: set[str] = set()
        while pending:
            name, end = pending.pop()
            if name in seen:
                continue
            seen.add(name)
            for order, delta in self._touched.get(name, ()):
                if order >= end:
                    break
                if delta.blob is not None:
                    yield State(order, self._commits[order], name, delta.blob)
                    earlier = self._earlier_name(order, delta)
                    pending += [(earlier, order)] if earlier else []

    def _earlier_name(self, order: int, new: Delta) -> str | None:
        """The name a file had before the commit that put it here: same content, else the only namesake."""
        gone = self._gone.get(order)
        if new.before is not None or gone is None:
            return None
        same = [delta.path for delta in gone if delta.before == new.blob]
        namesakes = [d.path for d in gone if os.path.basename(d.path) == os.path.basename(new.path)]
        return same[0] if same else namesakes[0] if len(namesakes) == 1 else None
