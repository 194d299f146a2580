"""Bytes of a file to text, or one clear problem."""

import codecs

from scopelint.diagnostics import Finding, Label, Problem
from scopelint.syntax.limits import DEFAULT_LIMITS, Limits
from scopelint.text import SourceFile, Span

_OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_RESAVE = "save it as UTF-8 text"


def decode(path: str, data: bytes, limits: Limits = DEFAULT_LIMITS) -> SourceFile | Problem:
    """The text of a file: UTF-8, its byte order mark taken off and remembered."""
    if len(data) > limits.file_bytes:
        return _problem(
            path,
            "exceeded-limit",
            f"the file is larger than {limits.file_bytes:,} bytes, and is not read",
            "split it, or raise `limits: {file_bytes: …}` in scopelint.yaml if it is really a contract",
        )
    for mark, name in _OTHER_ENCODINGS:
        if data.startswith(mark):
            return _problem(path, "unreadable-file", f"the file is {name}, not UTF-8", _RESAVE)
    bom = data.startswith(codecs.BOM_UTF8)
    body = data[len(codecs.BOM_UTF8) :] if bom else data
    skipped = len(data) - len(body)
    nul = body.find(b"\0")
    if nul >= 0:
        where = _where(body, nul, skipped)
        return _problem(path, "unreadable-file", f"a NUL byte at {where}: this is no text file", _RESAVE)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        where = _where(body, error.start, skipped)
        shown = f"0x{body[error.start]:02x}"
        return _problem(path, "unreadable-file", f"the byte {shown} at {where} is not UTF-8", _RESAVE)
    return SourceFile(path, text, bom=bom)


def _where(body: bytes, at: int, skipped: int) -> str:
    before = body[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return f"line {before.count(10) + 1} (byte {at + skipped})"


def _problem(path: str, rule: str, message: str, advice: str) -> Problem:
    return Problem(rule, Finding(message, Label(Span(path, 0, 0)), help=advice))
