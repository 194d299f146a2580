"""Writing a file so that it is the old one or the complete new one at every instant."""

import contextlib
import os
import re
import time

_LEFTOVER = re.compile(r"\.scopelint-[a-z0-9_]{8}\.tmp")
_STALE_SECONDS = 60


class WriteError(Exception):
    """A file that was not written; the text says why."""


def write_file(path: str, data: bytes, *, expected: bytes | None = None) -> None:
    """Replace a file's content, or create it; its permissions stay.

    The text goes to a new file in the same folder, reaches the disk, and takes the old one's place in one
    step. With ``expected`` the file must still hold that. A link is never written through. Raises
    ``WriteError``.
    """
    if os.path.lexists(path) and (os.path.islink(path) or not os.path.isfile(path)):
        raise WriteError(f"`{path}` is not a regular file")
    if os.path.exists(path) and not os.access(path, os.W_OK):
        raise WriteError(f"`{path}` is read-only")
    _sweep(os.path.dirname(path) or ".")
    try:
        _check_unchanged(path, expected)
        temporary = _written_beside(path, data)
        try:
            _check_unchanged(path, expected)
            os.replace(temporary, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise
        _flush_folder(os.path.dirname(path) or ".")
    except OSError as error:
        raise _unwritable(path, error) from error


def append(path: str, data: bytes) -> None:
    """Add to the end of a file that others write too. Raises ``WriteError``."""
    try:
        with open(path, "ab") as stream:
            stream.write(data)
    except OSError as error:
        raise _unwritable(path, error) from error


def make_folder(path: str) -> None:
    """Make a folder and those above it, where they are not there yet. Raises ``WriteError``."""
    try:
        os.makedirs(path, exist_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: str, error: OSError) -> WriteError:
    return WriteError(f"`{path}` cannot be written: {error.strerror or error}")


def _check_unchanged(path: str, expected: bytes | None) -> None:
    if expected is None:
        return
    with open(path, "rb") as stream:
        if stream.read() != expected:
            raise WriteError(f"`{path}` has changed meanwhile")


def _written_beside(path: str, data: bytes) -> str:
    """The path of a new file in the same folder that holds the data."""
    import tempfile  # only where something is written

    folder = os.path.dirname(path) or "."
    handle, temporary = tempfile.mkstemp(prefix=".scopelint-", suffix=".tmp", dir=folder)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, _permissions(path))
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    return temporary


def _permissions(path: str) -> int:
    """Those of the file to be replaced, else what a new file gets."""
    if os.path.exists(path):
        return os.stat(path).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _flush_folder(folder: str) -> None:
    """Make the new name last through a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(folder: str) -> None:
    """Remove what an interrupted run left in the folder: our own temporary files, older than a minute."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _LEFTOVER.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                age = time.time() - entry.stat(follow_symlinks=False).st_mtime
                if age > _STALE_SECONDS:
                    with contextlib.suppress(OSError):
                        os.unlink(entry.path)
