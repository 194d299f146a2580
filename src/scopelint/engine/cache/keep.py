"""Files of the cache: written whole or not at all, read if they are ours, and no failure of the run."""

import os
import stat
from binascii import crc32
from time import time

MOST_BYTES, MOST_FILES = 256_000_000, 500
"""What the cache may hold in all before the oldest files are dropped."""

MOST_OF_ONE = MOST_BYTES // 4
"""How large one file of the cache may be."""

_AT_ONCE = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)
_OURS = ("replay-", "records-")
_STALE_SECONDS = 60


def keep(path: str, data: bytes) -> None:
    """Put a file into the cache. Where that cannot be done, there is no cache, and nobody is told.

    The file appears in one step; it need not outlast a power cut, since a damaged entry is a miss.
    """
    if len(data) > MOST_OF_ONE:
        return
    folder = os.path.dirname(path)
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
        _drop_oldest(folder)
    except OSError:
        return


def kept(path: str) -> bytes | None:
    """What was put into the cache; None for a link, a pipe, what is too large, or what another user wrote."""
    try:
        with open(os.open(path, _AT_ONCE), "rb") as file:
            status = os.fstat(file.fileno())
            return file.read(MOST_OF_ONE) if _is_ours(status) else None
    except OSError:
        return None


def _is_ours(status: os.stat_result) -> bool:
    if not stat.S_ISREG(status.st_mode) or status.st_size > MOST_OF_ONE:
        return False
    # What the system's administrator wrote is no stranger's.
    return os.name != "posix" or status.st_uid in (0, os.geteuid())


def checked(data: bytes) -> bytes:
    """Data with its checksum before it."""
    return b"%d\n" % crc32(data) + data


def unchecked(data: bytes | None) -> bytes | None:
    """The data behind its checksum, None where that does not fit."""
    head, _, body = (data or b"").partition(b"\n")
    return body if head == b"%d" % crc32(body) else None


def own_files(folder: str) -> "list[os.DirEntry[str]]":
    """The files of the cache; whatever else lies in its folder is somebody's. Raises OSError."""
    with os.scandir(folder) as entries:
        return [one for one in entries if one.name.startswith(_OURS) and one.is_file(follow_symlinks=False)]


def _drop_oldest(folder: str) -> None:
    """Drop the oldest files beyond the limit, and with them what interrupted runs left."""
    files = [(entry.stat(follow_symlinks=False), entry.path) for entry in own_files(folder)]
    files.sort(key=lambda file: file[0].st_mtime_ns, reverse=True)
    total = 0
    for number, (status, path) in enumerate(files, 1):
        total += status.st_size
        left = path.endswith(".tmp") and status.st_mtime < time() - _STALE_SECONDS
        if left or total > MOST_BYTES or number > MOST_FILES:
            os.unlink(path)
