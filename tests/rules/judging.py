"""Rules asked as the engine asks them: with the options of their page and the facts of the platform."""

from datetime import date as Date
from typing import Any

from scopelint.catalog import load_catalog
from scopelint.config.platform import platform_profile
from scopelint.diagnostics import Finding, NotChecked
from scopelint.model import Calendar, Contract
from scopelint.model.traversal import each
from scopelint.rules.rule import Context


def outcomes(rule: str, whole: Contract, today: str | None = None, **options: Any) -> list[Any]:
    """All that a rule says of a contract, judged on a day."""
    page = load_catalog().rules[rule]
    cx = Context(
        whole,
        {**page.options, **options},
        platform_profile(whole.platform.value if whole.platform else None),
        Calendar(),
        Date.fromisoformat(today) if today else None,
    )
    return [outcome for record in each(whole, page.every) for outcome in page.check(record, cx)]


def judged(rule: str, whole: Contract, today: str | None = None, **options: Any) -> list[Finding]:
    """The findings of a rule."""
    return [one for one in outcomes(rule, whole, today, **options) if isinstance(one, Finding)]


def said(rule: str, whole: Contract, today: str | None = None, **options: Any) -> list[str]:
    """The messages of a rule."""
    return [finding.message for finding in judged(rule, whole, today, **options)]


def unjudged(rule: str, whole: Contract, today: str | None = None) -> list[str]:
    """Why a rule could not judge."""
    return [one.reason for one in outcomes(rule, whole, today) if isinstance(one, NotChecked)]
