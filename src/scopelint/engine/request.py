"""What a run was asked to do."""

from collections.abc import Mapping
from datetime import date as Date
from typing import NamedTuple

from scopelint.config.config import Config
from scopelint.diagnostics import Severity
from scopelint.model import Phase


class Request(NamedTuple):
    """The options of ``scopelint check``; what is None or empty is left to the configuration.

    ``config`` is a configuration, or its file, for all contracts. ``today`` None leaves out rules that
    depend on it. ``overlay`` holds contents, by path as shown, that stand in for those on disk (standard
    input, staged files, files being fixed). ``fail_on`` None means findings never fail the run.
    ``use_baseline`` is false when a baseline is being made.
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
    overlay: Mapping[str, bytes] = {}
