"""Questions to ``git cat-file``, kept open: one process answers for every contract."""

from collections.abc import Callable
from contextlib import suppress
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

MOST_BYTES = 1 << 20


class Batch:
    """One process of ``git cat-file --batch`` or ``--batch-check``, started when first asked."""

    def __init__(self, start: "Callable[[], subprocess.Popen[bytes]]") -> None:
        self._start = start
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, name: str) -> bytes:
        """The line git answers to a name."""
        questions, answers = self._pipes()
        try:
            questions.write(name.encode("utf-8", "surrogateescape") + b"\n")
            questions.flush()
            return answers.readline()
        except OSError:
            return b""

    def read(self, name: str) -> tuple[bytes, bytes] | None:
        """Kind and content of an object; None when it is missing or too long to be a document."""
        header = self.ask(name).split()
        if len(header) != 3 or not header[2].isdigit():
            return None
        size = int(header[2])
        _, answers = self._pipes()
        if size > MOST_BYTES and header[1] == b"blob":
            _pass_over(answers, size + 1)
            return None
        return header[1], answers.read(size + 1)[:size]

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None:
            self._process = self._start()
        questions, answers = self._process.stdin, self._process.stdout
        if questions is None or answers is None:
            raise ValueError("the process was started without pipes")
        return questions, answers

    def close(self) -> None:
        """End the process, which only reads: nothing is waited for, not even an answer that never comes."""
        if self._process is not None:
            for pipe in self._pipes():
                with suppress(OSError):
                    pipe.close()
            self._process.kill()
            self._process.wait()
            self._process = None


def _pass_over(stream: IO[bytes], count: int) -> None:
    while count > 0:
        count -= len(stream.read(min(count, MOST_BYTES))) or count
