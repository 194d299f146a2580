"""The state of the program itself: another version, or an edited checkout, finds other things.

Only ``os`` and ``sys`` are imported here: this runs before anything else does.
"""

import os
import sys

from scopelint import __version__
from scopelint.engine.cache.signature import FILE, WALK, Signature


def program_state() -> str:
    """Version, interpreter, own files, and what is installed beside them, in words without surrogates."""
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    checkout = os.path.dirname(os.path.dirname(package))
    if os.path.isfile(os.path.join(checkout, "pyproject.toml")):
        own = [(WALK, package), *((WALK, os.path.join(checkout, name)) for name in ("rules", "schemas"))]
    else:
        own = [(FILE, os.path.join(package, "__init__.py"))]
    # Installing or removing any package changes the folder it lies in.
    shared = [(FILE, entry) for entry in sys.path if entry.rstrip("/\\").endswith("-packages")]
    return "\n".join((__version__, sys.version, repr(Signature((*own, *shared)).data)))
