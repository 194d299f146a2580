"""Settings for single contracts."""

import os
from functools import cache
from typing import TYPE_CHECKING

from scopelint.config.config import Config, merged_rules
from scopelint.config.glob import path_spec

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@cache
def _spec(paths: tuple[str, ...]) -> "GitIgnoreSpec":
    return path_spec(paths)


def config_for_contract(config: Config, contract: str) -> Config:
    """The configuration with the overrides whose globs match the contract's folder or file."""
    if not config.overrides:
        return config
    path = os.path.relpath(contract, config.root).replace(os.sep, "/")
    for override in config.overrides:
        spec = _spec(override.paths)
        if spec.match_file(path) or spec.match_file(f"{path}/"):
            config = config._replace(
                rules=merged_rules(config.rules, override.rules),
                profile=override.profile or config.profile,
                platform=override.platform or config.platform,
                language=override.language or config.language,
            )
    return config
