"""Giving again what a run printed, before anything else is imported.

An entry is one file: a line with lengths, then what the run depends on (program, arguments, folder,
environment, date), the paths it looked at, their signature, and its output. Anything that does not fit,
also a damaged file, is a miss.
"""

import os
import sys
from binascii import crc32
from time import gmtime, strftime, time_ns

from scopelint.engine.cache.keep import keep, kept
from scopelint.engine.cache.place import cache_folder
from scopelint.engine.cache.program import program_state
from scopelint.engine.cache.signature import Signature, is_racy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_FORMAT = "scopelint-replay-1"
_VARIABLES = ("CI", "FORCE_COLOR", "NO_COLOR", "PATH", "TERM")
_OTHERWISE = (
    "--add-ignore",
    "--config-from",
    "--debug",
    "--diff",
    "--fix",
    "--no-cache",
    "--output",
    "--since",
    "--staged",
    "--stdin-filename",
    "--unsafe-fixes",
)
"""Options with which a run writes, reads or depends on more than its output and the files on disk."""


class Replay:
    """What a command may give again: its entry, if it can have one."""

    def __init__(self, arguments: "Sequence[str]", environment: "Mapping[str, str]") -> None:
        self.started = time_ns()
        self.folder = cache_folder(environment) if _replayable(arguments, environment) else None
        try:
            here = os.getcwd()
        except OSError:  # it is gone
            self.folder = None
        if self.folder is None:
            return
        asked = repr((here, arguments, [environment.get(name) for name in _VARIABLES], _on_terminal()))
        self._key = "\n".join((asked, strftime("%Y-%m-%d", gmtime()), program_state())).encode()
        self._path = os.path.join(self.folder, f"replay-{crc32(asked.encode()):08x}")

    def answer(self) -> tuple[bytes, int] | None:
        """The output and exit code of the last such run, None when anything it looked at has changed."""
        if self.folder is None:
            return None
        data = kept(self._path)
        if data is None:
            return None
        try:
            head, _, body = data.partition(b"\n")
            name, checksum, code, *lengths = head.split()
            if name.decode() != _FORMAT or crc32(body) != int(checksum):
                return None
            key, roots, signature, output = _cut(body, *map(int, lengths))
            if key != self._key or Signature(_pairs(roots)).data != signature:
                return None
            return output, int(code)
        except (OSError, ValueError, TypeError, OverflowError):
            return None

    def keep(self, roots: "Iterable[tuple[str, str]]", output: str, code: int) -> None:
        """Keep what a run printed that looked at ``roots``, unless something there is too young to tell."""
        if self.folder is None:
            return
        looked = tuple(roots)
        signature = Signature(looked)
        if not signature.complete or is_racy(signature.newest, self.started):
            return
        words = "\0".join(word for root in looked for word in root)
        parts = [self._key, os.fsencode(words), signature.data]
        lengths = " ".join(str(len(part)) for part in parts)
        body = b"".join((*parts, output.encode("utf-8", "backslashreplace")))
        keep(self._path, f"{_FORMAT} {crc32(body)} {code} {lengths}\n".encode() + body)


def _replayable(arguments: "Sequence[str]", environment: "Mapping[str, str]") -> bool:
    """Whether a run does nothing but read files and print."""
    return (
        arguments[:1] == ["check"]
        and not any(argument.startswith(_OTHERWISE) for argument in arguments)
        and "GITHUB_STEP_SUMMARY" not in environment
    )


def _on_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _cut(body: bytes, key: int, roots: int, signature: int) -> "Iterator[bytes]":
    """The parts of an entry, which follow one another, given the length of each but the last."""
    at = 0
    for length in (key, roots, signature):
        yield body[at : at + length]
        at += length
    yield body[at:]


def _pairs(roots: bytes) -> list[tuple[str, str]]:
    words = os.fsdecode(roots).split("\0")
    return list(zip(words[::2], words[1::2], strict=True))
