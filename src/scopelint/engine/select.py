"""Which rules run."""

from collections.abc import Iterable

from scopelint.catalog import Catalog
from scopelint.engine.request import Request
from scopelint.rules.rule import Rule

PROFILES = ("core", "default", "strict")


def selected(catalog: Catalog, request: Request) -> tuple[Rule, ...]:
    """The rules of the profile, or those selected, less those ignored; in catalogue order.

    Names are rule ids or categories; selecting a rule by id brings it in whatever its profile.
    """
    select = request.select or request.config.select
    ignore = {*request.ignore, *request.config.ignore}
    profile = PROFILES.index(request.profile or request.config.profile)
    return tuple(
        rule
        for rule in catalog.rules.values()
        if rule.id not in ignore and rule.category not in ignore and _wanted(rule, select, profile, request)
    )


def _wanted(rule: Rule, select: Iterable[str], profile: int, request: Request) -> bool:
    setting = request.config.rules.get(rule.id)
    if setting and setting.off:
        return False
    if select:
        return rule.id in select or (rule.category in select and PROFILES.index(rule.profile) <= profile)
    return PROFILES.index(rule.profile) <= profile or bool(setting and setting.severity)
