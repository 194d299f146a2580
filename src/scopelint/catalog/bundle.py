"""Where the catalogue that comes with scopelint lies.

A wheel carries ``catalog/data``. An editable checkout has ``rules/`` and ``schemas/`` at its top; there
the compiled form is kept in ``build/``. No ``pathlib`` here: it costs as much to import as the whole
catalogue to load, several times over.
"""

import os
from typing import NamedTuple

from scopelint.syntax.schema import data_root

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


def bundle() -> Bundle:
    """What this installation carries."""
    root, packaged = data_root()
    return Bundle(root, f"{root}/catalog.json" if packaged else f"{root}/build/catalog.json", packaged)


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
