"""What a run looked at, for the signature of its replay."""

import os
from collections.abc import Iterator

from scopelint.catalog.package import rule_packages
from scopelint.config.glob import parted
from scopelint.config.load import NAMES
from scopelint.engine.cache.git_state import repository_of
from scopelint.engine.cache.signature import FILE, GIT, LIST, PRESENCE, WALK
from scopelint.engine.check import Examined
from scopelint.engine.configuration import baseline_path
from scopelint.engine.request import Request


def looked_at(request: Request, examined: Examined) -> list[tuple[str, str]]:
    """The paths whose state decides what a run finds, each with the way it is looked at."""
    walked = [path for path in request.paths if os.path.isdir(path)]
    folders = {os.path.dirname(path) or "." for path in request.paths if path not in walked}
    folders |= {_folder_of(one.path) for one in examined.found.contracts}
    lone = sorted(folder for folder in folders if not _below(folder, walked))
    roots = [*((WALK, path) for path in walked), *((LIST, folder) for folder in lone)]
    roots += sorted({probe for folder in (*walked, *lone) for probe in _above(folder)})
    roots += sorted(set(_configured(examined)))
    roots += [(WALK, os.path.dirname(package.pages)) for package in rule_packages()]
    return roots + sorted(_repositories(examined))


def _repositories(examined: Examined) -> set[tuple[str, str]]:
    """The repositories that were asked for a contract's history."""
    return {(GIT, repository_of(_folder_of(one.path))) for one in examined.judged if one.of_history}


def _folder_of(contract: str) -> str:
    return contract if os.path.isdir(contract) else os.path.dirname(contract) or "."


def _below(folder: str, walked: list[str]) -> bool:
    """Whether a walk comes by: names are enough, since a walk follows no links."""
    full = os.path.join(os.path.abspath(folder), "")
    parts = full.split(os.sep)
    hidden = any(part.startswith(".") for part in parts)
    return not hidden and any(full.startswith(os.path.join(os.path.abspath(path), "")) for path in walked)


def _above(folder: str) -> Iterator[tuple[str, str]]:
    """Settings that would count in a folder, up to the root of its repository or of the disk."""
    full = os.path.abspath(folder)
    while True:
        yield PRESENCE, os.path.join(full, ".git")
        for name in (*NAMES, ".gitignore"):
            yield FILE, os.path.join(full, name)
        above = os.path.dirname(full)
        if above == full or os.path.lexists(os.path.join(full, ".git")):
            return
        full = above


def _configured(examined: Examined) -> Iterator[tuple[str, str]]:
    """Configurations and what they name: files they extend, rule pages, baselines."""
    for path in examined.configuration.sources:
        yield FILE, path
    for config in examined.configuration.configs:
        yield FILE, baseline_path(config)
        for pattern in config.rule_files:
            yield WALK, os.path.join(config.root, parted(pattern)[0])
