"""One part of a run that several machines share."""

from typing import NamedTuple
from zlib import crc32


class Shard(NamedTuple):
    """Part ``number`` of ``of`` parts, counted from 1; together they hold every contract once."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    def holds(self, contract: str) -> bool:
        """Whether a contract, by its path as shown, is in this part.

        The path alone decides: another contract more or less moves none to another machine and its cache.
        """
        return crc32(contract.encode("utf-8", "surrogateescape")) % self.of == self.number - 1


def shard(words: str) -> Shard:
    """The part that ``2/8`` names; ValueError when it names none."""
    number, slash, of = words.partition("/")
    if not (slash and number.isascii() and number.isdigit() and of.isascii() and of.isdigit()):
        raise ValueError(f"`{words}` is not I/N, as in `2/8`")
    if not 1 <= int(number) <= int(of):
        raise ValueError(f"`{words}`: parts are counted from 1 to {int(of)}")
    return Shard(int(number), int(of))
