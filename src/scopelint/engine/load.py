"""Reading files from disk."""

from collections.abc import Mapping

from scopelint.diagnostics import Finding, Label, Problem
from scopelint.syntax.limits import DEFAULT_LIMITS, Limits
from scopelint.syntax.load import decode
from scopelint.text import SourceFile, Span
from scopelint.text.regular import regular_bytes

NOTHING: Mapping[str, bytes | None] = {}


def load(
    path: str, limits: Limits = DEFAULT_LIMITS, overlay: Mapping[str, bytes | None] = NOTHING
) -> SourceFile | Problem:
    """A file's text, or the problem that says why it could not be read.

    ``overlay`` holds contents that stand in for those on disk. Only regular files are opened, and at
    most the size limit is read.
    """
    laid = overlay.get(path)
    if laid is not None:
        return decode(path, laid, limits)
    try:
        data = regular_bytes(path, limits.file_bytes + 1)
    except OSError as error:
        return _unreadable(path, error.strerror or str(error))
    return decode(path, data, limits)


def _unreadable(path: str, reason: str) -> Problem:
    return Problem(
        "unreadable-file",
        Finding(
            f"`{path}` cannot be read: {reason[:1].lower()}{reason[1:]}",
            Label(Span(path, 0, 0)),
            help="check the path and its permissions",
        ),
    )
