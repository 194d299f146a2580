"""What fixing would change, as a unified diff that ``patch`` applies."""

from collections.abc import Iterator, Mapping
from difflib import unified_diff

from scopelint.report.escape import inert, printable

BOM = "\ufeff"


def render(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> str:
    """A diff of every changed file, in path order.

    Line ends, tabs and the byte order mark stay; what else cannot be printed is escaped as everywhere, so
    a change beside such a character is for reading only.
    """
    return inert("".join(line for path in sorted(after) for line in _file(path, before[path], after[path])))


def _file(path: str, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (_lines(data.decode()) for data in (before, after))
    shown = printable(path)
    for line in unified_diff(old, new, f"a/{shown}", f"b/{shown}", lineterm="\n"):
        yield _shown(line) if line.endswith("\n") else f"{_shown(line)}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """The lines with their ends; only a line feed ends one, as ``patch`` has it."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _shown(line: str) -> str:
    body = line.rstrip("\r\n")
    mark = BOM if body[1:2] == BOM else ""
    words = body[0] + body[2:] if mark else body
    tabs = "\t".join(map(printable, words.split("\t")))
    return f"{tabs[:1]}{mark}{tabs[1:]}{line[len(body) :]}"
