"""Every regular expression that comes with scopelint, and how it is tried."""

import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from typing import Any, NamedTuple

from tests.cli.program import SOURCE
from tests.hostile.pattern_sites import ANYWHERE, Site, sites

ROOT = SOURCE.parent
_NOT_AMID_BLANKS = r"(?:(?<!\s)|(?=\S))"
_ANYWHERE_AS = {
    ANYWHERE: "{}",
    "match at": _NOT_AMID_BLANKS + "(?:{})",
    "fullmatch at": _NOT_AMID_BLANKS + r"(?:{})\Z",
}

Seen = defaultdict[tuple[str, int, int], set[tuple[str, int]]]


class Pattern(NamedTuple):
    """A regular expression as one place in scopelint tries it."""

    text: str
    flags: int
    tried: str

    def compiled(self) -> re.Pattern[str]:
        """In a form that can be tried anywhere, unless it is only tried at the start of texts.

        Where the code begins at a place that it knows, that place is not amid blanks.
        """
        return re.compile(_ANYWHERE_AS.get(self.tried, "{}").replace("{}", self.text, 1), self.flags)


class Collection(NamedTuple):
    """The patterns, each with who says it, and the places whose patterns nobody could tell."""

    patterns: dict[Pattern, str]
    unknown: list[str]


def collected() -> Collection:
    """The patterns in the code, and those in the schemas, which values of documents are held against."""
    seen = _seen()
    patterns: dict[Pattern, str] = {}
    unknown = []
    for site in sites():
        said = seen[site.place] | set(_evaluated(site))
        if not said:
            unknown.append(str(site))
        if not site.given:
            tried = [Pattern(text, flags, way) for text, flags in said for way in site.tried]
            patterns.update(dict.fromkeys(tried, str(site)))
    for text, schema in _in_schemas():
        patterns[Pattern(text, int(re.UNICODE), ANYWHERE)] = schema
    return Collection(patterns, unknown)


def _evaluated(site: Site) -> Iterator[tuple[str, int]]:
    """The pattern that the names of its module tell."""
    if site.fixed:
        names = vars(import_module(site.module))
        text, flags = (eval(source, dict(names)) for source in (site.pattern, site.flags))
        yield text, re.compile(text, flags).flags


def _seen() -> Seen:
    """What a process that uses scopelint compiled, by place."""
    ran = subprocess.run(
        [sys.executable, "-P", "-m", "tests.hostile.observing", str(ROOT / "fixtures")],
        env={"PYTHONPATH": f"{SOURCE}:{ROOT}", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=True,
    )
    found = Seen(set)
    for module, line, column, text, flags in json.loads(ran.stdout):
        found[module, line, column].add((text, flags))
    return found


def _in_schemas() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "schemas").glob("*.json")):
        for text in _patterns_of(json.loads(path.read_text(encoding="utf-8"))):
            yield text, path.name


def _patterns_of(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("pattern"), str):
            yield schema["pattern"]
        yield from schema.get("patternProperties", ())
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _patterns_of(part)
