"""Judging contracts in processes of our own, which send what they found through pipes."""

import json
import os
import select
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, NoReturn

from scopelint.engine.codec import judged_json
from scopelint.engine.discover import ContractFiles
from scopelint.engine.judge import Judged, Verdict
from scopelint.engine.recall import Memory

_CHUNK = 1 << 16


class Court(NamedTuple):
    """How a contract is judged, and how what a process sends of it is read."""

    judge: Callable[[ContractFiles, Memory], Verdict]
    judged_of: Callable[[Any, ContractFiles], Judged]


def judge_apart(contracts: Sequence[ContractFiles], court: Court, processes: int) -> Iterator[Verdict]:
    """What the court says of each contract, in order, found by that many processes.

    A contract on which a process ended is judged here, where its failure is told as any other.
    """
    found: dict[int, Any] = {}
    children: list[_Child] = []
    try:
        for number in range(processes):
            work = range(number, len(contracts), processes)
            children.append(_Child(contracts, court, work, [child.reader for child in children]))
        with Memory() as memory:
            for number, files in enumerate(contracts):
                while number not in found and any(child.open for child in children):
                    found.update(_heard(children))
                if number in found:
                    judged, record = found.pop(number)
                    yield court.judged_of(judged, files), record
                else:
                    yield court.judge(files, memory)
    finally:
        for child in children:
            child.end()


class _Child:
    """One process: the contracts of some numbers, sent back line by line.

    ``readers`` are those of the processes started before. It keeps neither them nor its own: a reader that
    somebody holds open would let a process write for ever when the one that reads was killed.
    """

    def __init__(
        self, contracts: Sequence[ContractFiles], court: Court, numbers: range, readers: Sequence[int]
    ) -> None:
        self.reader, writer = os.pipe()
        self.open = True
        self.rest = b""
        self.pid = os.fork()
        if self.pid == 0:
            for reader in (*readers, self.reader):
                os.close(reader)
            _work(writer, contracts, court, numbers)
        os.close(writer)

    def lines(self) -> list[bytes]:
        """The lines that have come meanwhile."""
        data = os.read(self.reader, _CHUNK)
        self.open = bool(data)
        *lines, self.rest = (self.rest + data).split(b"\n")
        return lines

    def end(self) -> None:
        """Stop the process if it still works, and let it go."""
        os.close(self.reader)
        if self.open:
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def _heard(children: Sequence[_Child]) -> Iterator[tuple[int, Any]]:
    """What has come from any process, once something has."""
    working = {child.reader: child for child in children if child.open}
    for reader in select.select(working, (), ())[0]:
        for line in working[reader].lines():
            number, *verdict = json.loads(line)
            yield number, verdict


def _work(writer: int, contracts: Sequence[ContractFiles], court: Court, numbers: range) -> NoReturn:
    """Judge and send; whatever happens, nothing of the parent's is flushed or closed twice."""
    try:
        with Memory() as memory, os.fdopen(writer, "wb") as pipe:
            for number in numbers:
                judged, record = court.judge(contracts[number], memory)
                pipe.write(json.dumps([number, judged_json(judged), record]).encode("ascii") + b"\n")
                pipe.flush()
    finally:
        os._exit(0)
