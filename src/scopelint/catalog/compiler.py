"""Making the compiled catalogue from the pages."""

import json
import os
from decimal import Decimal
from typing import Any

from scopelint.catalog.bundle import Bundle, page_files
from scopelint.catalog.entry import FORMAT, Entry, entry_of
from scopelint.catalog.page import Page, read_page
from scopelint.diagnostics import Problem
from scopelint.syntax.data import data_of
from scopelint.syntax.node import Mapping
from scopelint.syntax.yaml_tree import parse_yaml
from scopelint.text import SourceFile


def read_pages(place: Bundle) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Every page of the bundle, with what is wrong with those that cannot be used."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for file in page_files(place):
        page, found = read_page(source_file(place, file), file.partition("/")[0])
        problems += found
        if page:
            pages.append(page)
    return tuple(pages), tuple(problems)


def source_file(place: Bundle, file: str) -> SourceFile:
    """A page's text; ``file`` is relative to ``rules/``."""
    with open(f"{place.rules}/{file}", encoding="utf-8", newline="") as handle:
        return SourceFile(f"rules/{file}", handle.read())


def compile_bundle(place: Bundle, signature: str | None = None) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The compiled form and what is wrong with pages; kept in its file when nothing is."""
    pages, problems = read_pages(place)
    entries: list[Entry] = [entry_of(page) for page in pages]
    data = {"format": FORMAT, "signature": signature, "rules": entries, "removed": removed_rules(place)}
    if not problems and not place.packaged:
        _write(place.compiled, compiled_text(data))
    return data, problems


def removed_rules(place: Bundle) -> dict[str, str]:
    """Ids that earlier versions knew, with what to use instead."""
    tree = parse_yaml(source_file(place, "removed.yaml"))
    return dict(data_of(tree.node)) if isinstance(tree.node, Mapping) else {}


def compiled_text(data: dict[str, Any]) -> str:
    """The compiled form as the text of its file."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=_number)


def _number(value: object) -> float:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"{value!r} cannot be written as JSON")


def _write(path: str, text: str) -> None:
    """Write a cache file whole or not at all; a checkout that cannot be written to does without."""
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        part = f"{path}.{os.getpid()}"
        with open(part, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(part, path)
    except OSError:
        return
