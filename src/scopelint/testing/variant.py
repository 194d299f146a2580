"""The same documents written in other ways, which must not change a finding."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Variant(NamedTuple):
    """Files that say the same, and how they differ."""

    name: str
    files: Mapping[str, str]


def variants(files: Mapping[str, str]) -> Iterator[Variant]:
    """Line ends of another system, a byte order mark, no final line end."""
    yield Variant("with CRLF line ends", {name: text.replace("\n", "\r\n") for name, text in files.items()})
    yield Variant("with a byte order mark", {name: f"\ufeff{text}" for name, text in files.items()})
    yield Variant("without a final line end", {name: text.rstrip("\n") for name, text in files.items()})
