"""The compiled catalogue: made when a page changes, never trusted when it is broken."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scopelint.catalog.bundle import Bundle, bundle
from scopelint.catalog.compiled import load_compiled
from scopelint.catalog.compiler import compile_bundle, compiled_text

PAGE = """\
id: missing-title
summary: The contract has a title.
severity: warning
require: {title: present}
message: no title
options:
  share: {default: 0.1, meaning: A share.}
examples: []
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Bundle:
    """A checkout of one rule."""
    (tmp_path / "rules" / "scope").mkdir(parents=True)
    (tmp_path / "rules" / "scope" / "missing-title.yaml").write_text(PAGE, encoding="utf-8")
    (tmp_path / "rules" / "removed.yaml").write_text("old-rule: use `missing-title`\n", encoding="utf-8")
    shutil.copytree(Path(bundle().root) / "schemas", tmp_path / "schemas")
    return Bundle(str(tmp_path), str(tmp_path / "build" / "catalog.json"), packaged=False)


def test_the_compiled_form_says_what_the_pages_say(checkout: Bundle) -> None:
    made = load_compiled(checkout)
    again = load_compiled(checkout)
    assert again == made
    (entry,) = again.entries
    assert (entry["id"], entry["category"], entry["page"]) == (
        "missing-title",
        "scope",
        "rules/scope/missing-title.yaml",
    )
    assert again.removed == {"old-rule": "use `missing-title`"}
    assert str(entry["options"]["share"]) == "0.1"


def test_it_holds_nothing_that_only_readers_need(checkout: Bundle) -> None:
    data, _ = compile_bundle(checkout)
    assert not {"why", "not_when", "examples", "serves"} & {key for entry in data["rules"] for key in entry}


def test_a_changed_a_new_and_a_removed_page_are_noticed(checkout: Bundle) -> None:
    load_compiled(checkout)
    page = Path(checkout.rules, "scope", "missing-title.yaml")
    page.write_text(PAGE.replace("no title", "there is no title"), encoding="utf-8")
    assert load_compiled(checkout).entries[0]["message"] == "there is no title"
    other = page.with_name("untitled.yaml")
    other.write_text(PAGE.replace("missing-title", "untitled"), encoding="utf-8")
    assert [entry["id"] for entry in load_compiled(checkout).entries] == ["missing-title", "untitled"]
    page.unlink()
    assert [entry["id"] for entry in load_compiled(checkout).entries] == ["untitled"]


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"format": 0}', "null"])
def test_a_broken_cache_is_a_miss(checkout: Bundle, broken: str) -> None:
    made = load_compiled(checkout)
    Path(checkout.compiled).write_text(broken, encoding="utf-8")
    assert load_compiled(checkout) == made


def test_a_page_with_a_mistake_is_told_and_the_others_count(checkout: Bundle) -> None:
    wrong = Path(checkout.rules, "scope", "untitled.yaml")
    wrong.write_text(PAGE.replace("severity", "severty"), encoding="utf-8")
    compiled = load_compiled(checkout)
    assert [entry["id"] for entry in compiled.entries] == ["missing-title"]
    assert "unknown key `severty`" in [problem.finding.message for problem in compiled.problems]


def test_a_checkout_that_cannot_be_written_to_does_without(checkout: Bundle) -> None:
    Path(checkout.root, "build").write_text("in the way", encoding="utf-8")
    assert load_compiled(checkout).entries


def test_compiling_twice_gives_the_same_bytes(checkout: Bundle) -> None:
    first, second = (compiled_text(compile_bundle(checkout)[0]) for _ in range(2))
    assert first == second
    json.loads(first)


def test_loading_imports_no_parser() -> None:
    code = (
        "import sys; from scopelint.catalog import load_catalog; load_catalog(packages=False);"
        "print(sorted({'yaml', 'jsonschema', 'markdown_it', 'pathlib', 'rapidfuzz', 're2', 'click',"
        " 'importlib.metadata', 'dataclasses', 'scopelint.rules.scope'} & set(sys.modules)))"
    )
    load_compiled(bundle())
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "[]"
