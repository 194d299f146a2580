"""Where the catalogue that comes with scopelint lies, and reading its compiled form.

A wheel carries ``catalog/data``. An editable checkout has ``rules/`` and ``schemas/`` at its top; there
the compiled form is made when a page has changed, and kept in ``build/``. No ``pathlib`` here: it
costs as much to import as the whole catalogue to load, several times over.
"""

import json
import os
from decimal import Decimal
from typing import Any, NamedTuple

from scopelint.catalog.entry import Entry
from scopelint.diagnostics import Problem
from scopelint.syntax.schema import data_root

FORMAT = 1
_HERE = os.path.dirname(os.path.abspath(__file__))


class Bundle(NamedTuple):
    """The folder that holds ``rules/`` and ``schemas/``; ``compiled`` is the file made of them."""

    root: str
    compiled: str
    packaged: bool

    @property
    def rules(self) -> str:
        """The folder of pages, one folder a category."""
        return f"{self.root}/rules"

    def schema(self, name: str) -> dict[str, Any]:
        """One of the JSON Schemas, such as ``rule``; raises FileNotFoundError for a name there is none of."""
        with open(f"{self.root}/schemas/{name}.schema.json", encoding="utf-8") as file:
            found: dict[str, Any] = json.load(file)
        return found


class Compiled(NamedTuple):
    """The compiled catalogue: an entry for each rule, what became of removed ones, and unusable pages."""

    entries: tuple[Entry, ...]
    removed: dict[str, str]
    problems: tuple[Problem, ...] = ()


def bundle() -> Bundle:
    """What this installation carries."""
    root, packaged = data_root()
    return Bundle(root, f"{root}/catalog.json" if packaged else f"{root}/build/catalog.json", packaged)


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


def page_files(place: Bundle) -> list[str]:
    """Every page, relative to ``rules/``, sorted."""
    found = []
    for folder in os.scandir(place.rules):
        if folder.is_dir():
            found += [
                f"{folder.name}/{file.name}" for file in os.scandir(folder) if file.name.endswith(".yaml")
            ]
    return sorted(found)


def signature_of(place: Bundle) -> str:
    """Size and time of everything the compiled form is made of."""
    code = [file.path for file in os.scandir(_HERE) if file.name.endswith(".py")]
    pages = [f"{place.rules}/{file}" for file in page_files(place)]
    data = [f"{place.rules}/removed.yaml", f"{place.root}/schemas/rule.schema.json"]
    parts = []
    for path in sorted(code) + pages + data:
        stat = os.stat(path)
        parts.append(f"{path}:{stat.st_size}:{stat.st_mtime_ns}")
    return "\n".join(parts)
