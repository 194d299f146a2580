"""Globs over paths, in time that no pattern can stretch."""

import re
from functools import lru_cache

_STARS = re.compile(r"\*+")
_MOST_STARS = 3


def is_costly(pattern: str) -> bool:
    """Whether a glob in the form of ``.gitignore`` has more stars than a matcher that backtracks can bear.

    What counts are the stars of one part between slashes, and the parts that are stars alone.
    """
    parts = pattern.split("/")
    deep = sum(part.startswith("**") for part in parts)
    return deep > _MOST_STARS or any(len(_STARS.findall(part)) > _MOST_STARS for part in parts)


def matches(name: str, pattern: str) -> bool:
    """Whether a path matches a glob part by part; ``**`` stands for any folders, also none."""
    parts = _parts(pattern)
    here = {0}
    for part in name.split("/"):
        here = {after for at in _reachable(here, parts) for after in _steps(at, part, parts)}
    return len(parts) in _reachable(here, parts)


@lru_cache(maxsize=64)
def _parts(pattern: str) -> tuple[str, ...]:
    return tuple(pattern.split("/"))


def _reachable(places: set[int], parts: tuple[str, ...]) -> set[int]:
    """The places in a pattern from which matching can go on, ``**`` standing for nothing."""
    found = set(places)
    for at in places:
        while at < len(parts) and parts[at] == "**":
            at += 1
            found.add(at)
    return found


def _steps(at: int, part: str, parts: tuple[str, ...]) -> set[int]:
    """Where matching goes on after one part of a path."""
    if at == len(parts):
        return set()
    if parts[at] == "**":
        return {at}
    from fnmatch import fnmatchcase

    return {at + 1} if fnmatchcase(part, parts[at]) else set()
