"""Writing YAML that people review: block style, one value a line, read the same by YAML 1.1 and 1.2."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Tree: TypeAlias = "str | Raw | Sequence[Tree] | Mapping[str, Tree]"

# Words that start with a letter and hold no sign YAML could take for its own.
_PLAIN = re.compile(r"[^\W\d_][\w ,.()/%'+-]*")
_WORDS_OF_YAML = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class Raw(str):
    """A number, date or id that is written as it is, without quotes."""

    __slots__ = ()


def yaml_text(tree: Mapping[str, Tree]) -> str:
    """The text of a mapping. Empty collections are left out: what is absent is not written."""
    return "".join(f"{line}\n" for line in _lines(tree))


def _lines(tree: Tree) -> Iterator[str]:
    if isinstance(tree, str):
        yield _scalar(tree)
    elif isinstance(tree, Mapping):
        for key, value in tree.items():
            yield from _entry(key, value)
    else:
        for item in tree:
            first, *rest = _lines(item)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)


def _entry(key: str, value: Tree) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{key}: {_scalar(value)}"
    elif value:
        yield f"{key}:"
        indent = "  " if isinstance(value, Mapping) else ""
        yield from (f"{indent}{line}" for line in _lines(value))


def _scalar(text: str) -> str:
    if isinstance(text, Raw):
        return text
    plain = _PLAIN.fullmatch(text) and not text.endswith(" ") and text.casefold() not in _WORDS_OF_YAML
    return text if plain else '"' + "".join(map(_escaped, text)) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    return char if char.isprintable() else f"\\U{ord(char):08x}"
