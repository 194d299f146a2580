"""What platforms allow and demand, as data: one file each, overridable by configuration.

No ``pathlib`` here: a check of one contract loads this.
"""

import json
import os
from collections.abc import Mapping
from datetime import date as Date
from functools import cache
from typing import Any

from scopelint.model import PlatformFact, PlatformProfile

FALLBACK = "direct"
"""The platform of contracts that name none, and whose facts hold where nobody knows better."""

_COMPILED = f"{os.path.dirname(os.path.abspath(__file__))}/compiled.json"


def platform_profile(
    platform: str | None = None, overrides: Mapping[str, Mapping[str, Any]] | None = None
) -> PlatformProfile:
    """The facts of a platform, those of ``overrides`` first.

    A platform nobody knows has the facts of a contract made directly, and what is configured for it.
    """
    id = platform_id(platform or FALLBACK)
    known = compiled_facts()
    facts = {name: _fact(*fact) for name, fact in known.get(id, known[FALLBACK]).items()}
    for name, value in (overrides or {}).get(id, {}).items():
        facts[name] = PlatformFact(value, "configuration", Date.max)
    return PlatformProfile(id, facts)


def platform_id(written: str) -> str:
    """The id of a platform as people write it: "Freelancer.com" is ``freelancer_com``."""
    return written.strip().lower().replace(".", "_").replace(" ", "_").replace("-", "_")


@cache
def compiled_facts() -> dict[str, dict[str, list[Any]]]:
    """Platform to fact to value, source and ISO date."""
    with open(_COMPILED, encoding="utf-8") as file:
        facts: dict[str, dict[str, list[Any]]] = json.load(file)
    return facts


def _fact(value: object, source: str, checked_on: str) -> PlatformFact:
    return PlatformFact(value, source, Date.fromisoformat(checked_on))
