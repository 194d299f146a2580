"""Writing into the cache: whole files or none, and never a failure of the run."""

import os
from time import time

MOST_BYTES = 256_000_000
"""What the cache may hold in all before the oldest files are dropped."""

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


def _drop_oldest(folder: str) -> None:
    """Drop the oldest files beyond the limit, and with them what interrupted runs left."""
    with os.scandir(folder) as entries:
        found = [entry for entry in entries if entry.is_file(follow_symlinks=False)]
    files = [(entry.stat(follow_symlinks=False), entry.path) for entry in found]
    total = sum(status.st_size for status, _ in files)
    for status, path in sorted(files, key=lambda file: file[0].st_mtime_ns):
        left = path.endswith(".tmp") and status.st_mtime < time() - _STALE_SECONDS
        if left or total > MOST_BYTES:
            os.unlink(path)
            total -= status.st_size
