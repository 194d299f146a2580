"""What a run was asked to do."""

from datetime import date as Date
from typing import NamedTuple

from scopelint.config.config import DEFAULTS, Config
from scopelint.diagnostics import Severity
from scopelint.model import Phase


class Request(NamedTuple):
    """The options of ``scopelint check``. ``today`` None leaves out rules that depend on it.

    ``fail_on`` None means findings never fail the run.
    """

    paths: tuple[str, ...]
    config: Config = DEFAULTS
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    phase: Phase | None = None
    today: Date | None = None
    fail_on: Severity | None = Severity.ERROR
    only_contracts: bool = False
