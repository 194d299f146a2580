"""Whether a tree conforms to a JSON Schema, with the exact place of each violation.

Covers the draft-07 keywords that our own schemas use, for files whose format is ours: configuration
and rule pages. It takes no second parse to find a place again, and costs no import of ``jsonschema``.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from scopelint.diagnostics import Finding, Label
from scopelint.syntax.data import data_of, scalar_of
from scopelint.syntax.node import Entry, Mapping, Node, Scalar, Sequence
from scopelint.text.name import name_hint

Schema: TypeAlias = dict[str, Any]

_TYPES: dict[str, Callable[[Node], bool]] = {
    "object": lambda node: isinstance(node, Mapping),
    "array": lambda node: isinstance(node, Sequence),
    "null": lambda node: isinstance(node, Scalar) and scalar_of(node) is None,
    "string": lambda node: isinstance(node, Scalar) and isinstance(scalar_of(node), str),
    "boolean": lambda node: isinstance(node, Scalar) and isinstance(scalar_of(node), bool),
    "integer": lambda node: isinstance(node, Scalar) and type(scalar_of(node)) is int,
    "number": lambda node: isinstance(node, Scalar) and _is_number(scalar_of(node)),
}
_TYPE_NAMES = {
    "object": "a mapping",
    "array": "a list",
    "null": "nothing",
    "string": "text",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
}


def violations(node: Node, schema: Schema) -> Iterator[Finding]:
    """Every place where the tree breaks the schema, in document order."""
    return _Walk(schema).node(node, schema, "this")


class _Walk:
    """One walk over a tree; keeps the root schema, which ``$ref`` points into."""

    def __init__(self, root: Schema) -> None:
        self.root = root

    def node(self, node: Node, schema: Schema, name: str) -> Iterator[Finding]:
        """The violations of a node and all below it; ``name`` is what messages call it."""
        schema = self.resolved(schema)
        wanted = _types(schema)
        if wanted and not any(_TYPES[kind](node) for kind in wanted):
            expected = " or ".join(_TYPE_NAMES[kind] for kind in wanted)
            yield _finding(node, f"{name} must be {expected}", _quote_hint(node, wanted))
            return
        yield from self.choice(node, schema, name)
        yield from _value_violations(node, schema, name)
        if isinstance(node, Mapping):
            yield from self.mapping(node, schema, name)
        elif isinstance(node, Sequence):
            yield from self.sequence(node, schema, name)

    def resolved(self, schema: Schema) -> Schema:
        """The schema with a ``$ref`` to one of the root's definitions followed."""
        while "$ref" in schema:
            schema = self.root["definitions"][schema["$ref"].rpartition("/")[2]]
        return schema

    def choice(self, node: Node, schema: Schema, name: str) -> Iterator[Finding]:
        """``anyOf``: no violation when one branch holds, else those of the branch that came nearest."""
        branches = [self.resolved(branch) for branch in schema.get("anyOf", ())]
        if not branches:
            return
        results = [list(self.node(node, branch, name)) for branch in branches]
        if not all(results):
            return
        shaped = [
            result
            for branch, result in zip(branches, results, strict=True)
            if any(_TYPES[kind](node) for kind in _types(branch))
        ]
        if shaped:
            yield from min(shaped, key=len)
        else:
            kinds = list(dict.fromkeys(_TYPE_NAMES[kind] for branch in branches for kind in _types(branch)))
            yield _finding(node, f"{name} must be {' or '.join(kinds)}")

    def mapping(self, node: Mapping, schema: Schema, name: str) -> Iterator[Finding]:
        """Missing and unknown keys, and what stands under the known ones."""
        known: Schema = schema.get("properties", {})
        for key in schema.get("required", ()):
            if node.get(key) is None:
                yield _finding(node, f"key `{key}` is missing")
        if len(node.entries) < schema.get("minProperties", 0):
            yield _finding(node, f"{name} must not be empty")
        for entry in node.entries:
            yield from self.entry(entry, schema, known)

    def entry(self, entry: Entry, schema: Schema, known: Schema) -> Iterator[Finding]:
        """The violations of one key and its value."""
        key = entry.key.text
        rest = schema.get("additionalProperties", True)
        if key in known:
            yield from self.node(entry.value, known[key], f"`{key}`")
        elif rest is False:
            yield _finding(entry.key, f"unknown key `{key}`", name_hint(key, known) or _one_of(known))
        elif isinstance(rest, dict):
            yield from self.node(entry.value, rest, f"`{key}`")
        names = schema.get("propertyNames", {})
        if "pattern" in names and not re.search(names["pattern"], key):
            yield _finding(entry.key, f"`{key}` is no valid name here", names.get("description"))

    def sequence(self, node: Sequence, schema: Schema, name: str) -> Iterator[Finding]:
        """The violations of a list and its items."""
        if len(node.items) < schema.get("minItems", 0):
            yield _finding(node, f"{name} must list at least {schema['minItems']}")
        items = schema.get("items")
        if isinstance(items, dict):
            for item in node.items:
                yield from self.node(item, items, f"an entry of {name}")


def _value_violations(node: Node, schema: Schema, name: str) -> Iterator[Finding]:
    """The violations of keywords that limit one value."""
    if not isinstance(node, Scalar):
        if "enum" in schema or "const" in schema:
            words = schema.get("enum", [schema.get("const")])
            yield _finding(node, f"{name} must be a single word", _one_of(words))
        return
    value = scalar_of(node)
    if "enum" in schema and value not in schema["enum"]:
        words = [str(word) for word in schema["enum"]]
        yield _finding(node, f"{name} cannot be `{node.text}`", name_hint(node.text, words) or _one_of(words))
    if "const" in schema and value != schema["const"]:
        yield _finding(node, f"{name} must be `{schema['const']}`")
    if isinstance(value, str):
        if "pattern" in schema and not re.search(schema["pattern"], value):
            yield _finding(node, f"{name} cannot be `{node.text}`", schema.get("description"))
        if len(value) < schema.get("minLength", 0):
            yield _finding(node, f"{name} must not be empty")
    if _is_number(value):
        if "minimum" in schema and value < schema["minimum"]:
            yield _finding(node, f"{name} must be at least {schema['minimum']}")
        if "maximum" in schema and value > schema["maximum"]:
            yield _finding(node, f"{name} must be at most {schema['maximum']}")


def _types(schema: Schema) -> list[str]:
    wanted = schema.get("type", [])
    return [wanted] if isinstance(wanted, str) else list(wanted)


def _is_number(value: object) -> bool:
    return not isinstance(value, (bool, str, type(None)))


def _quote_hint(node: Node, wanted: list[str]) -> str | None:
    if "string" in wanted and isinstance(node, Scalar) and not isinstance(data_of(node), str | None):
        return f'quote it: "{node.text}"'
    return None


def _one_of(words: Any) -> str:
    return "one of " + ", ".join(f"`{word}`" for word in words)


def _finding(node: Node, message: str, help: str | None = None) -> Finding:
    return Finding(message, Label(node.span), help=help)
