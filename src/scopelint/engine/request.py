"""What a run was asked to do."""

from collections.abc import Mapping
from datetime import date as Date
from typing import TYPE_CHECKING, NamedTuple

from scopelint.config.config import Config
from scopelint.diagnostics import Severity, Shard
from scopelint.model import Phase

if TYPE_CHECKING:
    from scopelint.history.revision import Snapshot


class Request(NamedTuple):
    """The options of ``scopelint check``; what is None or empty is left to the configuration.

    ``config`` is a configuration, or its file, for all contracts. ``today`` None leaves out rules that
    depend on it. ``overlay`` holds contents, by path as shown, that stand in for those on disk (standard
    input, staged files, files being fixed); None is for what counts as not there. With ``since`` only what
    is new against those files is answered for; configuration, rules, suppressions and baseline are those
    of ``trusted``, when it is given. ``fail_on`` None means findings never fail the run.
    ``use_baseline`` is false when a baseline is being made. ``shard`` leaves out the contracts of other
    parts. ``cache`` is the folder that holds what was judged before, None for no such memory.
    ``jobs`` is the number of processes to judge in.
    """

    paths: tuple[str, ...]
    config: Config | str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    phase: Phase | None = None
    today: Date | None = None
    fail_on: Severity | None = Severity.ERROR
    only_contracts: bool = False
    use_baseline: bool = True
    overlay: Mapping[str, bytes | None] = {}
    since: "Snapshot | None" = None
    trusted: "Snapshot | None" = None
    shard: Shard | None = None
    cache: str | None = None
    jobs: int = 1

    @property
    def of_disk(self) -> bool:
        """Whether nothing but files on disk is judged, by their own configuration."""
        return not self.overlay and self.since is None and self.trusted is None
