"""Suppression comments, and what each covers."""

from datetime import date as Date
from typing import NamedTuple

from scopelint.text import Span, Spanned


class Directive(NamedTuple):
    """A comment ``scopelint: ignore[rule, …] reason`` (or ``ignore-section``, ``ignore-file``).

    ``covers`` is the node it precedes or trails, its section, or the whole file. ``reason`` is what
    follows the bracket less the ``until=DATE`` and ``by=NAME`` parts, None when empty.
    """

    span: Span
    kind: str
    rules: tuple[Spanned[str], ...]
    reason: Spanned[str] | None
    covers: Span
    until: Spanned[Date] | None = None
    by: Spanned[str] | None = None
