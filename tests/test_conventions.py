"""What the code and the catalogue keep to, so that nobody has to remember it."""

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from scopelint.engine.folder import KEYS

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
PAGES = sorted((ROOT / "rules").glob("*/*.yaml"))
TEXTS = {".py", ".md", ".yaml", ".yml", ".json", ".toml", ".txt", ""}

LONGEST_MODULE = 300
LONGEST_FUNCTION = 60
MOST_FUNCTIONS = 30
MOST_PARAMETERS = 6
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


class Function(NamedTuple):
    """A function and where it stands."""

    place: str
    node: FunctionNode

    @property
    def lines(self) -> int:
        return (self.node.end_lineno or self.node.lineno) - self.node.lineno + 1

    @property
    def parameters(self) -> int:
        written = [*self.node.args.posonlyargs, *self.node.args.args, *self.node.args.kwonlyargs]
        return len([each for each in written if each.arg not in ("self", "cls")])


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions() -> Iterator[Function]:
    for path in SOURCES:
        for node in ast.walk(tree(path)):
            if isinstance(node, FunctionNode):
                yield Function(f"{shown(path)}:{node.name}", node)


def test_modules_are_small() -> None:
    lengths = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert not {path: length for path, length in lengths.items() if length > LONGEST_MODULE}


def test_functions_are_short_and_ask_for_little() -> None:
    assert not [each.place for each in functions() if each.lines > LONGEST_FUNCTION]
    assert not [each.place for each in functions() if each.parameters > MOST_PARAMETERS]
    lengths = sorted(each.lines for each in functions())
    assert lengths[len(lengths) * 95 // 100] <= MOST_FUNCTIONS


def test_modules_say_in_their_first_line_what_they_hold() -> None:
    for path in SOURCES:
        first = (ast.get_docstring(tree(path)) or "").partition("\n")[0]
        assert first.endswith((".", ":")), shown(path)


def test_modules_are_named_after_what_they_hold() -> None:
    assert not [
        shown(path) for path in SOURCES if path.stem in EMPTY_NAMES or path.parent.name in EMPTY_NAMES
    ]


def test_public_names_are_documented() -> None:
    assert not [name for path in SOURCES for name in undocumented(tree(path), shown(path))]


def undocumented(node: ast.Module | ast.ClassDef, place: str) -> Iterator[str]:
    for each in node.body:
        if isinstance(each, ast.ClassDef | FunctionNode) and not each.name.startswith("_"):
            if ast.get_docstring(each) is None:
                yield f"{place}:{each.name}"
            if isinstance(each, ast.ClassDef):
                yield from undocumented(each, f"{place}:{each.name}")


def test_no_complaint_of_a_tool_is_silenced_without_a_reason() -> None:
    silenced = re.compile(r"#\s*(?:type:\s*ignore|pragma: no cover|noqa(?!: \w+ - \w))")
    checked = [*SOURCES, *(ROOT / "tests").rglob("*.py"), *(ROOT / "bench").rglob("*.py")]
    assert not [shown(path) for path in checked if silenced.search(path.read_text(encoding="utf-8"))]


def test_no_module_imports_itself_by_a_detour() -> None:
    """Imports for type checking and within functions count too."""
    imports = {name: set(imported(path)) for name, path in modules().items()}
    left = dict(imports)
    while leaves := [name for name, wanted in left.items() if wanted.isdisjoint(left)]:
        for name in leaves:
            del left[name]
    assert not left


@cache
def modules() -> dict[str, Path]:
    return {name_of(path): path for path in SOURCES}


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for each in node.names:
                inner = f"{node.module}.{each.name}"
                yield inner if inner in modules() else node.module


def test_nothing_names_the_machine_it_was_written_on() -> None:
    machine = re.compile(r"(?<![\w.])/(?:home|Users|root|work)/\w")
    for folder in ("src", "rules", "schemas", "docs", "fixtures", "bench", ".ci"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix in TEXTS and "__pycache__" not in path.parts:
                assert not machine.search(path.read_text(encoding="utf-8")), shown(path)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_pages_are_written_alike(page: Path) -> None:
    """Keys stand in the order of the schema, so that a reader finds each where it always is."""
    text = page.read_text(encoding="utf-8")
    order = list(
        json.loads((ROOT / "schemas" / "rule.schema.json").read_text(encoding="utf-8"))["properties"]
    )
    keys = list(yaml.safe_load(text))
    assert keys == sorted(keys, key=order.index)
    assert not re.search(r"[ \t]+$|\t|\n\n\n", text, re.MULTILINE)
    assert text.endswith("\n")


def test_folders_know_every_key_of_a_record() -> None:
    """Telling our YAML from others' must not cost the reading of the schema, so its keys stand twice."""
    schema = json.loads((ROOT / "schemas" / "contract.schema.json").read_text(encoding="utf-8"))
    assert not [key for key in schema["properties"] if not KEYS.match(f"{key}:")]


def test_every_fixture_is_used() -> None:
    users = [*(ROOT / "tests").rglob("*.py"), ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in users)
    fixtures = [path.name for path in (ROOT / "fixtures").iterdir() if not path.name.startswith(".")]
    assert not [name for name in fixtures if name not in text]


def test_every_document_is_reachable_from_the_first() -> None:
    texts = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    linked = "\n".join(path.read_text(encoding="utf-8") for path in texts)
    assert not [
        shown(path) for path in (ROOT / "docs").rglob("*.*") if path.is_file() and path.name not in linked
    ]
