"""Trees as plain data, for files whose format is ours: configuration and rule pages.

Contract documents do not take this road: their scalars stay text until the model asks for a type.
"""

import re
from decimal import Decimal
from typing import Any, TypeAlias

from scopelint.syntax.node import Mapping, Node, Scalar, Sequence

Data: TypeAlias = Any
"""None, bool, int, Decimal, str, or lists and dicts of these."""

_LONGEST_INTEGER = 400
_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(\.[0-9]+)?\Z")
_WORDS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def data_of(node: Node) -> Data:
    """The tree as plain data. A plain scalar is typed by a subset of the YAML 1.2 core schema.

    Octal, hexadecimal and exponent forms stay text, so that an id such as ``12e4567`` is never a number.
    """
    if isinstance(node, Scalar):
        return scalar_of(node)
    if isinstance(node, Sequence):
        return [data_of(item) for item in node.items]
    return {entry.key.text: data_of(entry.value) for entry in node.entries}


def scalar_of(scalar: Scalar) -> Data:
    """The value of one scalar."""
    if not scalar.plain:
        return scalar.text
    if scalar.is_null:
        return None
    if scalar.text in _WORDS:
        return _WORDS[scalar.text]
    number = _NUMBER.match(scalar.text)
    if number:
        return Decimal(scalar.text) if number[1] or len(scalar.text) > _LONGEST_INTEGER else int(scalar.text)
    return scalar.text


def node_at(node: Node, route: tuple[str | int, ...]) -> Node:
    """The node under keys and indexes; the deepest that exists when the route leads nowhere."""
    for step in route:
        below: Node | None = None
        if isinstance(node, Mapping) and isinstance(step, str):
            below = node.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            below = node.items[step]
        if below is None:
            return node
        node = below
    return node
