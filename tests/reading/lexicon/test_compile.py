"""The compiled lexicons are those of the YAML beside them."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import scopelint
from scopelint.reading.lexicon.compile import FOLDER, compiled_files


@pytest.fixture(scope="module")
def compiled() -> dict[str, str]:
    return compiled_files()


@pytest.mark.parametrize("name", ["world", "en", "de", "es", "fr", "pt"])
def test_compiled_file_regenerates_unchanged(name: str, compiled: dict[str, str]) -> None:
    written = (FOLDER / "compiled" / f"{name}.json").read_text(encoding="utf-8")
    assert written == compiled[f"{name}.json"], "run: python -m scopelint.reading.lexicon.compile"


def test_nothing_else_is_compiled(compiled: dict[str, str]) -> None:
    assert {path.name for path in (FOLDER / "compiled").iterdir()} == set(compiled)


def test_every_group_of_wordings_is_read(compiled: dict[str, str]) -> None:
    """A group is asked for by its name, or by its halves: ``"acceptance"`` and ``.unless``, ``nature.`` and a word."""
    code = "".join(path.read_text(encoding="utf-8") for path in Path(scopelint.__file__).parent.rglob("*.py"))
    for name, text in compiled.items():
        domains = json.loads(text).get("domains", {}).values()
        for group in (group for domain in domains for group in domain["groups"]):
            stem, _, end = group.rpartition(".")
            in_halves = (f'"{stem}"' in code and f'.{end}"' in code) or f'"{stem}.{{' in code
            assert f'"{group}"' in code or in_halves, f"nothing reads {group} of {name}"


@pytest.mark.parametrize("name", ["en", "de", "es", "fr", "pt"])
def test_no_wording_is_cut_off_by_a_comment(name: str) -> None:
    """YAML ends ``- due # <unit>`` before the number: such a wording stands in quotes."""
    lines = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.lstrip().startswith("- ") and _is_cut(line)] == []


def _is_cut(line: str) -> bool:
    value = line.lstrip()[2:]
    return value[0] not in "'\"" and " #" in value


@pytest.mark.parametrize("name", ["en", "de", "es", "fr", "pt", "world"])
def test_no_group_is_written_twice(name: str) -> None:
    """Of two groups of one name YAML keeps the second, and the wordings of the first are lost in silence."""
    node = yaml.compose((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    assert list(_repeated(node)) == []


def _repeated(node: yaml.Node | None) -> Iterator[str]:
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        yield from (key for key in set(keys) if keys.count(key) > 1)
        for _, value in node.value:
            yield from _repeated(value)
