"""What a repository asks of scopelint."""

from collections.abc import Mapping
from datetime import date as Date
from typing import Any, NamedTuple

from scopelint.diagnostics import Severity


class RuleSetting(NamedTuple):
    """What a configuration says about one rule. ``severity`` None leaves the page's; ``off`` wins."""

    severity: Severity | None = None
    off: bool = False
    options: Mapping[str, Any] = {}


class Override(NamedTuple):
    """Settings for the contracts below some paths; globs as in ``.gitignore``."""

    paths: tuple[str, ...]
    rules: Mapping[str, RuleSetting] = {}
    profile: str | None = None
    platform: str | None = None
    language: str | None = None


class Config(NamedTuple):
    """A resolved configuration. ``path`` is the file it came from, None for the built-in defaults."""

    path: str | None = None
    profile: str = "default"
    contracts: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: Mapping[str, RuleSetting] = {}
    overrides: tuple[Override, ...] = ()
    platform: str | None = None
    platform_facts: Mapping[str, Mapping[str, Any]] = {}
    workdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    holidays: tuple[Date, ...] = ()
    language: str | None = None
    limits: Mapping[str, int] = {}
    rule_files: tuple[str, ...] = ()


DEFAULTS = Config()
