"""The compiled catalogue: read in a millisecond, made anew when a page of a checkout has changed."""

import json
from decimal import Decimal
from typing import NamedTuple

from scopelint.catalog.bundle import Bundle, signature_of
from scopelint.catalog.entry import FORMAT, Entry
from scopelint.diagnostics import Problem


class Compiled(NamedTuple):
    """The compiled catalogue: an entry for each rule, what became of removed ones, and unusable pages."""

    entries: tuple[Entry, ...]
    removed: dict[str, str]
    problems: tuple[Problem, ...] = ()


def load_compiled(place: Bundle) -> Compiled:
    """The compiled catalogue, made anew in a checkout whose pages have changed."""
    signature = None if place.packaged else signature_of(place)
    try:
        with open(place.compiled, encoding="utf-8") as file:
            data = json.load(file, parse_float=Decimal)
    except (OSError, ValueError):
        data = None
    if not _current(data, signature):
        from scopelint.catalog.compiler import compile_bundle

        data, problems = compile_bundle(place, signature)
        return Compiled(tuple(data["rules"]), data["removed"], problems)
    return Compiled(tuple(data["rules"]), data["removed"])


def _current(data: object, signature: str | None) -> bool:
    """Whether a compiled form is one that this version can use, made of the pages as they are."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        return False
    return signature is None or data.get("signature") == signature
