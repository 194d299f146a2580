"""Compiles the platforms people edit (``upwork.yaml``) to one file that loads in a moment.

Run it after every change: ``python -m scopelint.config.platform.compile``.
"""

import json
from pathlib import Path
from typing import Any

from scopelint.syntax.data import data_of
from scopelint.syntax.yaml_tree import parse_yaml
from scopelint.text import SourceFile

FOLDER = Path(__file__).parent
COMPILED = FOLDER / "compiled.json"


def compiled_text() -> str:
    """The compiled form as the text of its file."""
    platforms = {path.stem: facts_of(path) for path in sorted(FOLDER.glob("*.yaml"))}
    return json.dumps(platforms, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def facts_of(path: Path) -> dict[str, list[Any]]:
    """A platform's facts by name, each with value, source and date; raises ValueError for a broken file."""
    tree = parse_yaml(SourceFile(path.name, path.read_text(encoding="utf-8")))
    data = data_of(tree.node) if tree.node else {}
    if tree.problems or data.get("id") != path.stem:
        raise ValueError(f"{path.name} is no platform: {[p.finding.message for p in tree.problems]}")
    return {name: [fact["value"], fact["source"], fact["checked_on"]] for name, fact in data["facts"].items()}


if __name__ == "__main__":
    COMPILED.write_text(compiled_text(), encoding="utf-8")
