"""What a check without a cache may import: a run is short, and most of it would be importing."""

import subprocess
import sys

from tests.cli.program import SOURCE
from tests.conftest import Folder

_ASIDE = {
    "difflib",
    "fastjsonschema",
    "hashlib",
    "importlib.metadata",
    "jsonschema",
    "multiprocessing",
    "pygls",
    "rapidfuzz",
    "re2",
    "rich",
    "scopelint.config.parse",
    "scopelint.config.toml_tree",
    "scopelint.engine.fix",
    "scopelint.engine.since",
    "scopelint.reading.lexicon.compile",
    "scopelint.reading.lexicon.notation",
    "scopelint.testing",
    "sqlite3",
    "subprocess",
    "tempfile",
    "tomllib",
    "unittest",
}
_CHECK = """
import sys
from scopelint.cli import run
run(["check", "--no-cache", "--format", "concise", "."])
print("\\nimported:", *sorted(sys.modules))
"""


def imported(folder: Folder, files: dict[str, str]) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-P", "-c", _CHECK],
        cwd=folder(files),
        env={"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.rpartition("imported:")[2].split())


def test_a_contract_is_checked_without_what_only_other_commands_need(folder: Folder) -> None:
    files = {
        "scope.md": "# Logo\n\n## Deliverables\n\n- [ ] Logo in two colours\n\nWe charge $400.\n",
        "contract.yaml": "scopelint: 1\ncontract: {id: logo, status: active}\n",
    }
    assert imported(folder, files) & _ASIDE == set()


def test_a_record_alone_is_checked_without_reading_markdown(folder: Folder) -> None:
    files = {"contract.yaml": "scopelint: 1\ncontract: {id: logo, status: draft}\n"}
    assert imported(folder, files) & {*_ASIDE, "markdown_it"} == set()
