"""What a repository asks of scopelint."""

from collections.abc import Mapping
from datetime import date as Date
from typing import Any, NamedTuple

from scopelint.diagnostics import Severity
from scopelint.text import Spanned


class RuleSetting(NamedTuple):
    """What a configuration says about one rule, each value with the place that says so.

    ``severity`` None leaves the page's own; a severity with the value None turns the rule off.
    """

    severity: Spanned[Severity | None] | None = None
    options: Mapping[str, Spanned[Any]] = {}

    @property
    def off(self) -> bool:
        """Whether the rule is turned off."""
        return self.severity is not None and self.severity.value is None


class Override(NamedTuple):
    """Settings for the contracts that match some globs, relative to the configuration's folder."""

    paths: tuple[str, ...]
    rules: Mapping[str, RuleSetting] = {}
    profile: str | None = None
    platform: str | None = None
    language: str | None = None


class Config(NamedTuple):
    """A resolved configuration.

    ``path`` is the file it came from, None for the built-in defaults; ``root`` is the folder that its
    globs are relative to. ``select`` and ``ignore`` hold rule ids and categories. ``workdays`` are
    numbers of weekdays, Monday being 0.
    """

    path: str | None = None
    root: str = "."
    profile: str = "default"
    contracts: tuple[str, ...] = ()
    select: tuple[Spanned[str], ...] = ()
    ignore: tuple[Spanned[str], ...] = ()
    rules: Mapping[str, RuleSetting] = {}
    rule_files: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
    platform: str | None = None
    platform_facts: Mapping[str, Mapping[str, Any]] = {}
    workdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    holidays: tuple[Date, ...] = ()
    language: str | None = None
    limits: Mapping[str, int] = {}
    baseline: str | None = None


DEFAULTS = Config()


def merged_rules(base: Mapping[str, RuleSetting], over: Mapping[str, RuleSetting]) -> dict[str, RuleSetting]:
    """Settings of rules, key by key; those of ``over`` win."""
    out = dict(base)
    for rule, setting in over.items():
        below = out.get(rule, RuleSetting())
        out[rule] = RuleSetting(setting.severity or below.severity, {**below.options, **setting.options})
    return out
