"""What was judged, contract by contract, known by the content of everything it depends on."""

import json
import os
from collections.abc import Mapping
from datetime import date as Date
from hashlib import sha256
from time import time_ns
from typing import Any, TypeAlias

from scopelint.catalog.package import rule_packages
from scopelint.engine.cache.git_state import git_state, repository_of
from scopelint.engine.cache.keep import checked, keep, kept, unchecked
from scopelint.engine.cache.program import program_content, program_state
from scopelint.engine.cache.signature import RACY_NANOSECONDS, WALK, Signature
from scopelint.engine.cache.watched import Watched
from scopelint.engine.codec import judged_json, judged_of
from scopelint.engine.configuration import Governing
from scopelint.engine.discover import ContractFiles
from scopelint.engine.judge import Judged
from scopelint.engine.lockfile import lock_path
from scopelint.engine.request import Request
from scopelint.engine.settle import BUG_RULE
from scopelint.engine.understand import INPUT_RULES
from scopelint.text import SourceFile
from scopelint.text.regular import regular_bytes

Record: TypeAlias = dict[str, Any]
"""What was judged of a contract with all that it depends on, as JSON types."""

_FORMAT = 1
_MALFORMED = (ArithmeticError, LookupError, TypeError, ValueError, AttributeError, OSError)


class Records:
    """The records of one working folder and one way of asking: one file, read and written at once.

    ``folder`` is that of the cache. A record of a file holds its path, its digest (None when it is absent),
    and size, time of change in nanoseconds and number, by which it is known without being opened. The time
    is 0 where the file was too young for that.
    """

    def __init__(self, folder: str, request: Request) -> None:
        asked = (request.select, request.ignore, request.profile, request.phase, request.today is None)
        self._path = os.path.join(folder, f"records-{_digest(repr((os.getcwd(), asked)))[:16]}.json")
        self._program = _digest(repr((_FORMAT, _program())))
        self._started = time_ns()
        self._kept: dict[str, Record] = self._read()
        self._changed = False
        self._settings: dict[int, tuple[Governing, str]] = {}
        self._git: dict[str, str | None] = {}

    @staticmethod
    def watched(today: Date | None) -> Watched | None:
        """The date to judge by, so that the record can say until when it holds."""
        return None if today is None else Watched(today)

    def recalled(self, files: ContractFiles, governing: Governing, today: Date | None) -> Judged | None:
        """What was judged of a contract, None when it must be judged again."""
        record = self._kept.get(files.path)
        try:
            if record is None or not self._holds(record, files, governing, today):
                return None
            return judged_of(record["judged"], governing.config.limits)
        except _MALFORMED:
            return None

    def of(
        self, files: ContractFiles, governing: Governing, judged: Judged, today: Watched | None
    ) -> Record | None:
        """The record of what was judged by ``today``, a date from `watched`; None when not all was read."""
        state = self._git_state(files) if judged.of_history else ""
        if state is None or any(d.rule in INPUT_RULES or d.rule == BUG_RULE for d in judged.diagnostics):
            return None
        until = today.until if today else None
        return {
            "setting": self._setting(governing, files.path),
            "from": today.isoformat() if today else None,
            "until": until.isoformat() if until else None,
            "git": state or None,
            "files": [self._state(path, judged.sources) for path in _inputs(files)],
            "judged": judged_json(judged),
        }

    def keep(self, contract: str, record: Record | None) -> None:
        """Keep a record in place of the contract's last one; None forgets that."""
        self._changed |= self._kept.pop(contract, None) is not None or record is not None
        if record is not None:
            self._kept[contract] = record

    def save(self) -> None:
        """Write the records, without those of contracts that are gone."""
        if self._changed:
            living = {path: record for path, record in self._kept.items() if os.path.lexists(path)}
            data = json.dumps({"program": self._program, "contracts": living}, separators=(",", ":"))
            keep(self._path, checked(data.encode("ascii")))

    def _read(self) -> dict[str, Record]:
        body = unchecked(kept(self._path))
        try:
            data = json.loads(body or b"{}")
            return dict(data["contracts"]) if data["program"] == self._program else {}
        except (*_MALFORMED, RecursionError):
            return {}

    def _holds(self, record: Record, files: ContractFiles, governing: Governing, today: Date | None) -> bool:
        if record["setting"] != self._setting(governing, files.path):
            return False
        if today is not None:
            day = today.isoformat()
            if day < record["from"] or (record["until"] is not None and day >= record["until"]):
                return False
        if record["git"] is not None and record["git"] != self._git_state(files):
            return False
        inputs = _inputs(files)
        return len(record["files"]) == len(inputs) and all(
            self._is_unchanged(path, state) for path, state in zip(inputs, record["files"], strict=True)
        )

    def _is_unchanged(self, path: str, state: list[Any]) -> bool:
        """Whether a file is as it was; one that was touched is read, and then known by its new time."""
        name, digest, *known = state
        if name != path:
            return False
        try:
            found = self._known(os.stat(path))
        except OSError:
            return digest is None and not os.path.lexists(path)
        if digest is None or found[0] != known[0]:
            return False
        if found == known and found[1]:
            return True
        if _digest(regular_bytes(path)) != digest:
            return False
        state[2:] = found
        self._changed = True
        return True

    def _state(self, path: str, sources: Mapping[str, SourceFile]) -> list[Any]:
        source = sources.get(path)
        try:
            status = os.stat(path)
            if source is not None:
                return [path, _digest(source.data), *self._known(status)]
            return [path, _digest(regular_bytes(path)), *self._known(status)]
        except OSError:
            return [path, None]

    def _known(self, status: os.stat_result) -> list[int]:
        changed = status.st_ctime_ns if os.name == "posix" else status.st_mtime_ns
        settled = changed <= self._started - RACY_NANOSECONDS
        return [status.st_size, changed if settled else 0, status.st_ino]

    def _setting(self, governing: Governing, contract: str) -> str:
        """A digest of configuration, own rule pages and accepted findings."""
        config, catalog, baseline = governing
        known = self._settings.get(id(config))
        if known is None or known[0].config is not config or known[0].catalog is not catalog:
            pages = [source.text for source in catalog.sources]
            known = (governing, _digest(repr((config, pages))))
            self._settings[id(config)] = known
        accepted = baseline.of(contract) if baseline else None
        return known[1] if accepted is None else _digest(repr((known[1], accepted)))

    def _git_state(self, files: ContractFiles) -> str | None:
        root = repository_of(os.path.dirname(files.files[0]))
        if root not in self._git:
            state = git_state(root)
            self._git[root] = None if state is None else _digest(state)
        return self._git[root]


def _program() -> tuple[str, bytes]:
    """The program by content, where its installation tells it, and the rule packages beside it."""
    packages = [(WALK, os.path.dirname(package.pages)) for package in rule_packages()]
    try:
        return program_content(), Signature(packages).data
    except OSError:
        return program_state(), Signature(packages).data


def _inputs(files: ContractFiles) -> tuple[str, ...]:
    """The files that a contract is read from, whether or not they are there."""
    return (*files.files, lock_path(files.path))


def _digest(data: str | bytes) -> str:
    return sha256(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data).hexdigest()
