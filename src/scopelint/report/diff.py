"""What fixing would change, as a unified diff."""

from collections.abc import Iterator, Mapping
from difflib import unified_diff

from scopelint.report.escape import printable


def render(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> str:
    """A diff of every changed file, in path order."""
    return "".join(line for path in sorted(after) for line in _file(path, before[path], after[path]))


def _file(path: str, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (data.decode("utf-8-sig").split("\n") for data in (before, after))
    for line in unified_diff(old, new, f"a/{path}", f"b/{path}", lineterm=""):
        yield printable(line.rstrip("\r").replace("\t", "    ")) + "\n"
