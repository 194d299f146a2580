"""Plain scalars that YAML 1.1 and YAML 1.2 readers understand differently."""

import re
from functools import cache

_FIRST = frozenset("0123456789+-.yYnNtTfFoO")
_BOOLEANS = frozenset(
    form for word in ("yes", "no", "on", "off", "y", "n") for form in (word, word.upper(), word.title())
)
_NUMBERS = (
    (r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?", "a number in base 60"),
    (r"[-+]?0[0-9_]+", "a number in base 8"),
    (r"0o[0-7]+", "a number in base 8"),
    (r"[-+]?0b[01_]+", "a number in base 2"),
    (r"[-+]?[0-9]+(?:_+[0-9]+)+(?:\.[0-9_]*)?", "a number"),
    (r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)[eE][-+]?[0-9]+", "a number with an exponent"),
)


def is_ambiguous(text: str) -> bool:
    """Whether an unquoted scalar means something else to readers of another YAML version.

    Numbers and ISO dates that all readers agree on are not ambiguous. Quoted scalars never are:
    ask only for those that are ``plain``.
    """
    return other_reading(text) is not None


def other_reading(text: str) -> str | None:
    """What some readers make of an unquoted scalar ("a number in base 60"), None when all agree."""
    if not text or text[0] not in _FIRST:
        return None
    if text in _BOOLEANS:
        return "true or false"
    match = _number().fullmatch(text)
    return _NUMBERS[match.lastindex - 1][1] if match and match.lastindex else None


@cache
def _number() -> re.Pattern[str]:
    """Any of the forms, each a group."""
    return re.compile("|".join(f"({form})" for form, _ in _NUMBERS))
