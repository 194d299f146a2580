"""A user for whom files can be closed: to the administrator, who may run the tests, none is."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 12345


@contextmanager
def folder_of_nobody() -> Iterator[Path]:
    """A working folder that an ordinary user can reach and owns."""
    before = os.getcwd()
    made = Path(tempfile.mkdtemp())
    try:
        os.chdir(made)
        yield made
    finally:
        os.chdir(before)
        for path in (made, *made.rglob("*")):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o700)
        shutil.rmtree(made)


@contextmanager
def nobody(root: Path) -> Iterator[None]:
    """Do what follows as an ordinary user who owns all below a folder."""
    if os.geteuid() != 0:
        yield
        return
    for path in (root, *root.rglob("*")):
        os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
