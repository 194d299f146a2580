"""The same documents written in other ways, and with a rule silenced."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple


class Variant(NamedTuple):
    """Files that say the same, and how they differ."""

    name: str
    files: Mapping[str, str]


def variants(files: Mapping[str, str]) -> Iterator[Variant]:
    """Line ends of another system, a byte order mark, no final line end: none may change a finding."""
    yield Variant("with CRLF line ends", {name: text.replace("\n", "\r\n") for name, text in files.items()})
    yield Variant("with a byte order mark", {name: f"\ufeff{text}" for name, text in files.items()})
    yield Variant("without a final line end", {name: text.rstrip("\n") for name, text in files.items()})


def silenced(files: Mapping[str, str], rule: str, names: Iterable[str]) -> dict[str, str]:
    """The files with a comment that silences a rule at the end of those named."""
    out = dict(files)
    for name in names:
        comment = f"scopelint: ignore-file[{rule}] shown by an example"
        written = f"<!-- {comment} -->" if name.endswith((".md", ".markdown")) else f"# {comment}"
        out[name] = f"{files[name].rstrip()}\n\n{written}\n"
    return out
