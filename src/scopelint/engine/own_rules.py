"""The rule pages that a repository keeps: data, never code."""

import glob
import os

from scopelint.config.config import Config
from scopelint.engine.load import load
from scopelint.text import SourceFile


def own_pages(config: Config) -> tuple[SourceFile, ...]:
    """The pages that the globs under ``rules:`` in a configuration match, in the order of their paths.

    A file that cannot be read as text is left to the loader of contracts to complain about.
    """
    if not config.rule_files:
        return ()
    found = {
        os.path.normpath(path)
        for pattern in config.rule_files
        for path in glob.glob(os.path.join(config.root, pattern), recursive=True)
    }
    read = [load(path) for path in sorted(found) if os.path.isfile(path)]
    return tuple(source for source in read if isinstance(source, SourceFile))
