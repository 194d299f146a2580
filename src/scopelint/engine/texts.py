"""The texts of files that may never be asked for."""

from collections.abc import Iterable, Iterator, Mapping

from scopelint.engine.load import load
from scopelint.syntax.limits import DEFAULT_LIMITS, Limits
from scopelint.text import SourceFile


class Texts(Mapping[str, SourceFile]):
    """Files by their path, each read when somebody looks into it, unless it is among those ``kept``.

    KeyError for one that cannot be read.
    """

    def __init__(
        self,
        paths: Iterable[str],
        limits: Limits = DEFAULT_LIMITS,
        kept: Mapping[str, SourceFile] | None = None,
    ) -> None:
        self._paths = dict.fromkeys(paths)
        self._limits = limits
        self._kept = kept or {}

    def __getitem__(self, path: str) -> SourceFile:
        if path not in self._paths:
            raise KeyError(path)
        source = self._kept.get(path) or load(path, self._limits)
        if not isinstance(source, SourceFile):
            raise KeyError(path)
        return source

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)
