"""``[tool.scopelint]`` of a pyproject.toml as a tree with places.

The standard parser gives values without places, so keys are found again by reading table headers and
``key =`` lines. A value written over several lines has the place of its first line.
"""

import re
import tomllib
from collections.abc import Mapping as MappingType
from typing import Any

from scopelint.diagnostics import Finding, Label, Problem
from scopelint.syntax.limits import DEFAULT_LIMITS
from scopelint.syntax.node import Entry, Mapping, Node, Scalar, Sequence
from scopelint.text import Position, SourceFile, Span

TABLE = ("tool", "scopelint")
_HEADER = re.compile(r"[ \t]*\[\[?([^\]\n]+)\]\]?")
_KEY = re.compile(r"[ \t]*(?=[^ \t])([^=\n#]*)=[ \t]*")
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")

_DEEP_KEY = re.compile(r"(?<![\w-])(?:(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*\.[ \t]*){64}")
"""A dotted key of more parts than a configuration is deep, on which the standard parser takes minutes."""

Route = tuple[str, ...]


def toml_tree(source: SourceFile) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """The table, None when the file has none or cannot be parsed (then with a problem)."""
    if deep := _DEEP_KEY.search(source.text):
        return None, (_too_deep(source, deep.start()),)
    try:
        data = tomllib.loads(source.text)
    except RecursionError:
        return None, (_too_deep(source, 0),)
    except ValueError as error:
        return None, (_problem(error, source),)
    if _is_deep(data):
        return None, (_too_deep(source, 0),)
    for name in TABLE:
        data = data.get(name, {})
        if not isinstance(data, dict):
            return None, ()
    if not data:
        return None, ()
    places = _places(source)
    whole = places.get(TABLE, (source.span(0, 0), source.span(0, 0)))[0]
    return _mapping(data, TABLE, whole, places), ()


def _too_deep(source: SourceFile, at: int) -> Problem:
    message = f"`{source.path}` cannot be read: more than {DEFAULT_LIMITS.yaml_depth} levels of nesting"
    return Problem("invalid-config", Finding(message, Label(source.span(at, at))))


def _problem(error: ValueError, source: SourceFile) -> Problem:
    found = _AT.search(str(error))
    line, column = (int(found[1]), int(found[2])) if found else (1, 1)
    at = source.offset(Position(min(line, source.line_count), column))
    reason = _AT.sub("", str(error)).strip()
    message = f"`{source.path}` cannot be read: {reason[:1].lower()}{reason[1:]}"
    return Problem("invalid-config", Finding(message, Label(source.span(at, at))))


def _is_deep(data: object) -> bool:
    """Whether values are nested deeper than a configuration can be; told without going down by calls."""
    level = [data]
    for _ in range(DEFAULT_LIMITS.yaml_depth):
        within: list[object] = []
        for value in level:
            within += value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        level = within
    return bool(level)


def _places(source: SourceFile) -> dict[Route, tuple[Span, Span]]:
    """Where each key and its value stand, by their route; entries of table arrays share one route."""
    places: dict[Route, tuple[Span, Span]] = {}
    table: Route = ()
    for line in range(1, source.line_count + 1):
        start, end = source.line_range(line)
        text = source.text[start:end]
        header = _HEADER.match(text)
        if header:
            table = _route(header[1])
            places.setdefault(table, (source.span(start, end), source.span(start, end)))
            continue
        key = _KEY.match(text)
        if key:
            place = source.span(start + key.start(1), start + key.start(1) + len(key[1].rstrip()))
            places.setdefault((*table, *_route(key[1])), (place, source.span(start + key.end(), end)))
    return places


def _route(dotted: str) -> Route:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))


def _mapping(
    data: MappingType[str, Any], route: Route, at: Span, places: MappingType[Route, tuple[Span, Span]]
) -> Mapping:
    entries = []
    for key, value in data.items():
        below = (*route, key)
        key_span, value_span = places.get(below, (at, at))
        entries.append(Entry(Scalar(key, key_span), _node(value, below, value_span, places)))
    return Mapping(tuple(entries), at)


def _node(value: Any, route: Route, at: Span, places: MappingType[Route, tuple[Span, Span]]) -> Node:
    if isinstance(value, dict):
        return _mapping(value, route, at, places)
    if isinstance(value, list):
        return Sequence(tuple(_node(item, route, at, places) for item in value), at)
    if isinstance(value, bool):
        return Scalar("true" if value else "false", at)
    return Scalar(str(value), at, plain=not isinstance(value, str))
