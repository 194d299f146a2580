"""The tree that YAML, front matter and Markdown tables are read into.

One shape for both languages: a table row is a mapping with the same keys as the YAML record, so that
one binder makes model values of either.
"""

from typing import NamedTuple, TypeAlias

from scopelint.text import Span


class Scalar(NamedTuple):
    """A leaf: text as written, untyped until the model asks for a type.

    ``plain`` is true for an unquoted YAML scalar and for a table cell: only those can mean null, a
    number or a date; a quoted one is text.
    """

    text: str
    span: Span
    plain: bool = True

    @property
    def is_null(self) -> bool:
        """Whether the value is absent (YAML 1.2 core schema, and an empty cell)."""
        return self.plain and self.text in ("", "~", "null", "Null", "NULL")


class Sequence(NamedTuple):
    """A list of nodes."""

    items: tuple["Node", ...]
    span: Span


class Entry(NamedTuple):
    """A key and its value."""

    key: Scalar
    value: "Node"


class Mapping(NamedTuple):
    """Entries in written order; keys are unique (a repeated key is a problem, its first value stands)."""

    entries: tuple[Entry, ...]
    span: Span

    def get(self, key: str) -> "Node | None":
        """The value under a key, or None."""
        for entry in self.entries:
            if entry.key.text == key:
                return entry.value
        return None


Node: TypeAlias = Scalar | Sequence | Mapping
