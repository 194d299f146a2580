"""A configuration to begin with."""

import os
from collections.abc import Iterable

from scopelint.syntax.yaml_text import yaml_text

HEAD = """# Configuration of scopelint; `scopelint schema config` prints every key.

# Which set of rules runs: core (what nearly every dispute begins with), default, or strict.
profile: default

# The platform of contracts that name none: upwork, fiverr, freelancer_com or direct.
platform: direct
"""
TAIL = """
# Single rules; `scopelint explain RULE` says why each is there.
# severity:
#   missing-termination: info
#   missing-deposit: off
# options:
#   undefined-deliverable: {min_words: 4}
"""


def config_text(contracts: Iterable[str], folder: str) -> str:
    """The text of a scopelint.yaml for the contracts that were found below a folder."""
    paths = sorted({os.path.relpath(path, folder).replace(os.sep, "/") for path in contracts} - {"."})
    parents = sorted({os.path.dirname(path) for path in paths})
    globs = [f"{parent}/*" for parent in parents if parent] + [path for path in paths if "/" not in path]
    listed = f"\n# What counts as a contract.\n{yaml_text({'contracts': globs})}" if globs else ""
    return HEAD + listed + TAIL
