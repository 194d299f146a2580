"""Rule packages: pages, and Python checks, that somebody installed with pip.

An installed distribution names its package in the entry-point group ``scopelint.rules``::

    [project.entry-points."scopelint.rules"]
    acme = "scopelint_acme"

The package holds pages as ``rules/<category>/<rule-id>.yaml`` and, for ``check: python``, functions of
the rules' names in its module ``checks``. Only what stands in an installation folder is looked at:
never the checked repository, never the working folder.
"""

import os
import sys
from collections.abc import Iterator
from typing import NamedTuple

GROUP = "scopelint.rules"
_FOLDERS = ("site-packages", "dist-packages")


class RulePackage(NamedTuple):
    """An installed package of rules: its import name and the folder of its pages."""

    name: str
    pages: str

    @property
    def checks(self) -> str:
        """The module that holds its Python checks."""
        return f"{self.name}.checks"


def rule_packages() -> Iterator[RulePackage]:
    """Every installed package that offers rules, in the order of their names."""
    for name in sorted({name for folder in _installed() for name in _offered(folder)}):
        pages = _pages_of(name)
        if pages is not None:
            yield RulePackage(name, pages)


def _installed() -> Iterator[str]:
    """The folders that pip installs into."""
    for entry in sys.path:
        if os.path.isabs(entry) and os.path.basename(entry.rstrip("/\\")) in _FOLDERS:
            yield entry


def _offered(folder: str) -> Iterator[str]:
    """The packages that distributions in a folder offer; reading 60 of them costs about a millisecond.

    ``importlib.metadata`` would take longer to import than a whole check takes.
    """
    try:
        found = [entry.path for entry in os.scandir(folder) if entry.name.endswith(".dist-info")]
    except OSError:
        return
    for path in found:
        try:
            with open(f"{path}/entry_points.txt", "rb") as file:
                written = file.read()
        except OSError:
            continue
        if GROUP.encode() in written:
            yield from _names(written.decode("utf-8", "replace"))


def _names(entry_points: str) -> Iterator[str]:
    inside = False
    for line in entry_points.splitlines():
        line = line.strip()
        if line.startswith("["):
            inside = line == f"[{GROUP}]"
        elif inside and "=" in line:
            yield line.partition("=")[2].partition(":")[0].strip()


def _pages_of(name: str) -> str | None:
    """The folder of a package's pages, found without running the package's code."""
    from importlib.util import find_spec

    if not all(part.isidentifier() for part in name.split(".")):
        return None
    parts = name.split(".")
    spec = find_spec(parts[0])
    for place in (spec.submodule_search_locations or ()) if spec else ():
        pages = "/".join([place, *parts[1:], "rules"])
        if os.path.isdir(pages):
            return pages
    return None
