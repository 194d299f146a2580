"""Where the cache lies: outside the checked repository, which may come from a stranger."""

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "SCOPELINT_CACHE_DIR"


def cache_folder(environment: "Mapping[str, str]") -> str | None:
    """The folder of the cache, None where the system names none.

    ``SCOPELINT_CACHE_DIR`` wins; else ``scopelint`` in the user's folder for caches (XDG base directory
    specification, ``%LOCALAPPDATA%`` on Windows).
    """
    chosen = environment.get(VARIABLE)
    if chosen:
        return os.path.abspath(chosen)
    home = os.path.expanduser("~")
    fallback = os.path.join(home, ".cache") if os.path.isabs(home) else None
    base = environment.get("XDG_CACHE_HOME") or environment.get("LOCALAPPDATA") or fallback
    return os.path.join(base, "scopelint") if base and os.path.isabs(base) else None
