"""Writing into the cache: whole files or none, and never a failure of the run."""

import os
from time import time

MOST_BYTES, MOST_FILES = 256_000_000, 500
"""What the cache may hold in all before the oldest files are dropped."""

_OURS = ("replay-", "records-")
_STALE_SECONDS = 60


def keep(path: str, data: bytes) -> None:
    """Put a file into the cache. Where that cannot be done, there is no cache, and nobody is told.

    The file appears in one step; it need not outlast a power cut, since a damaged entry is a miss.
    """
    if len(data) > MOST_BYTES // 4:
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
