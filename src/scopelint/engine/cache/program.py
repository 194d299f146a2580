"""The state of the program itself: another version, or an edited checkout, finds other things.

Only ``os`` and ``sys`` are imported here: this runs before anything else does.
"""

import os
import sys

from scopelint import __version__
from scopelint.engine.cache.signature import FILE, WALK, Signature


def program_state() -> str:
    """Version, interpreter, own files, what is installed beside them, and git, by times and sizes."""
    above = _above()
    checkout = os.path.dirname(above)
    if _is_checkout(above):
        own = [(WALK, os.path.join(checkout, name)) for name in ("src", "rules", "schemas")]
    else:
        own = [(FILE, os.path.join(above, "scopelint", "__init__.py"))]
    # Installing or removing any package changes the folder it lies in.
    shared = [(FILE, folder) for folder in _shared()]
    return "\n".join((__version__, sys.version, _git(), repr(Signature((*own, *shared)).data)))


def program_content() -> str:
    """The same by content, equal wherever the same packages are installed; OSError where nothing tells it."""
    above = _above()
    if _is_checkout(above):
        return program_state()
    record = os.path.join(above, f"scopelint-{__version__}.dist-info", "RECORD")
    with open(record, encoding="utf-8") as file:
        own = file.read()
    beside = sorted(name for folder in _shared() for name in os.listdir(folder) if name.endswith("-info"))
    return "\n".join((__version__, sys.version, _git(), own, *beside))


def _above() -> str:
    """What holds this package: a folder of packages, or ``src`` of a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    return os.path.dirname(package)


def _is_checkout(above: str) -> bool:
    return os.path.isfile(os.path.join(os.path.dirname(above), "pyproject.toml"))


def _shared() -> list[str]:
    return [entry for entry in sys.path if entry.rstrip("/\\").endswith("-packages") and os.path.isdir(entry)]


def _git() -> str:
    """Where git is found, empty when it is not installed."""
    folders = os.environ.get("PATH", "").split(os.pathsep)
    return next((folder for folder in folders if os.path.isfile(os.path.join(folder, "git"))), "")
