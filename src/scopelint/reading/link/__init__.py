"""Linking: the fragments of one engagement to its one contract."""

from scopelint.reading.link.contract import link

__all__ = ["link"]
