"""A process that uses scopelint and says which regular expression was compiled where.

It reads the contracts in the folder it is given, and every example of the catalogue. What it writes is
a list of module, line, column, pattern and flags.
"""

import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

from tests.hostile.pattern_sites import COMPILING

Observed = set[tuple[str, int, int, str, int]]
_compile = re.compile


def observe(folder: str) -> Observed:
    """Listen first, since modules compile as they are imported."""
    found: Observed = set()
    for name in COMPILING:
        setattr(re, name, _noting(getattr(re, name), found))
    import_all()
    _use(folder)
    return found


def _noting(function: Callable[..., Any], found: Observed) -> Callable[..., Any]:
    def noted(pattern: Any, *rest: Any, **named: Any) -> Any:
        if isinstance(pattern, str):
            given = rest[0] if function is _compile and rest else named.get("flags", 0)
            flags = int(_compile(pattern, given).flags)
            found.update((*place, pattern, flags) for place in _places(sys._getframe(1)))
        return function(pattern, *rest, **named)

    return noted


def _places(frame: FrameType | None) -> Iterator[tuple[str, int, int]]:
    """The call that compiles, and the calls around it as far as they are scopelint's."""
    while frame is not None and frame.f_globals.get("__name__", "").startswith("scopelint."):
        line, _, column, _ = list(frame.f_code.co_positions())[frame.f_lasti // 2]
        yield frame.f_globals["__name__"], line or 0, column or 0
        frame = frame.f_back


def import_all() -> None:
    import scopelint

    for module in pkgutil.walk_packages(scopelint.__path__, "scopelint."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _use(folder: str) -> None:
    from scopelint.catalog import load_catalog
    from scopelint.catalog.library import all_pages
    from scopelint.engine.check import check
    from scopelint.engine.request import Request
    from scopelint.testing.run import told

    check(Request((folder,)))
    for page in all_pages(load_catalog(packages=False)):
        for example in page.examples:
            told(page, example)


if __name__ == "__main__":
    json.dump(sorted(observe(sys.argv[1])), sys.stdout)
