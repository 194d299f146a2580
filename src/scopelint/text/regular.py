"""Reading regular files and nothing else: a pipe would wait for ever, a device never end."""

import os
import stat

_AT_ONCE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def regular_bytes(path: str, most: int = -1) -> bytes:
    """A regular file's first ``most`` bytes, or all; raises OSError for anything else.

    It is looked at before it is opened, since opening some devices acts, and again afterwards, since
    another file may have taken its place.
    """
    _expect_regular(os.stat(path))
    handle = os.open(path, _AT_ONCE)
    with open(handle, "rb") as stream:
        _expect_regular(os.fstat(handle))
        return stream.read(most)


def _expect_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise OSError("not a regular file")
