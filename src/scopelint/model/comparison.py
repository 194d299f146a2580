"""What a comparison of a contract comes to, handed to a reporter."""

from collections.abc import Mapping
from typing import NamedTuple

from scopelint.model.difference import Difference
from scopelint.text import SourceFile


class Compared(NamedTuple):
    """A difference, the ids of the changes that account for it, and what they leave open.

    ``lack`` is None when nothing is open, or when there are no changes at all.
    """

    difference: Difference
    changes: tuple[str, ...] = ()
    lack: str | None = None


class Comparison(NamedTuple):
    """What changed in a contract since ``against``, with the texts that the places lie in."""

    path: str
    against: str
    rows: tuple[Compared, ...]
    sources: Mapping[str, SourceFile]
