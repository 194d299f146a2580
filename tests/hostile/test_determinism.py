"""The same input gives the same bytes: whatever the order, the seed, the place, the clock and the processes."""

import json
import os
import random
from pathlib import Path

import pytest

from scopelint.report import FORMATS
from tests.cli.program import Ran, scopelint
from tests.conftest import Folder

CONTRACTS = 48
OUTPUTS = [part for name in FORMATS for part in ("--output", f"{name}:../reports/{name}")]
WAYS: dict[str, tuple[list[str], dict[str, str]]] = {
    "again": ([], {}),
    "another seed": ([], {"PYTHONHASHSEED": "1"}),
    "one more seed": ([], {"PYTHONHASHSEED": "4242"}),
    "the C locale": ([], {"LC_ALL": "C", "LANG": "C"}),
    "the POSIX locale without UTF-8": (
        [],
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ),
    "a Turkish locale": ([], {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    "a time zone ahead": ([], {"TZ": "Pacific/Kiritimati"}),
    "a time zone behind": ([], {"TZ": "Etc/GMT+12"}),
    "one process": (["--jobs", "1"], {}),
    "three processes": (["--jobs", "3"], {}),
    "no cache": (["--no-cache"], {}),
    "no cache and two processes": (["--no-cache", "--jobs", "2"], {"PYTHONHASHSEED": "7"}),
}


@pytest.fixture
def repository(folder: Folder) -> Path:
    files = {"work/scopelint.yaml": "profile: strict\n"}
    for number in range(CONTRACTS):
        place = f"work/c{number}"
        files |= {
            f"{place}/contract.yaml": f"scopelint: 1\ncontract: {{id: c{number}, status: active, price: 90{number},"
            " currency: EUR, accepted_on: 2026-01-05, platfrom: x}\n"
            "deliverables:\n- {id: D1, deliverable: İstanbul INDIGO etc.}\n",
            f"{place}/milestones.yaml": "milestones:\n- {id: M1, amount: 5, started_on: 2026-01-10}\n- {id: M1, amount: x}\n",
            f"{place}/scope.md": "# Größe INVOICE\n\n## Deliverables\n\n- Some pages, as needed\n\n## Revisions\n\nUNLIMITED.\n",
        }
    root = folder(files)
    (root / "reports").mkdir()
    return root


def check(root: Path, *arguments: str, **environment: str) -> Ran:
    cache = {"SCOPELINT_CACHE_DIR": str(root / "cache"), "PYTHONIOENCODING": "utf-8"}
    given = ("check", "--as-of", "2026-02-01", *arguments)
    return scopelint(*given, cwd=root / "work", env={**cache, **environment})


def reports(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "reports").iterdir()}


@pytest.mark.slow
def test_every_way_of_running_gives_the_same_bytes(repository: Path) -> None:
    first = check(repository, *OUTPUTS)
    wanted = reports(repository)
    assert first.code == 1
    assert all(wanted[name] for name in FORMATS)
    paths = [f"c{number}" for number in range(CONTRACTS)]
    for way, (arguments, environment) in WAYS.items():
        random.Random(way).shuffle(paths)
        ran = check(repository, *OUTPUTS, *arguments, *paths, **environment)
        assert ran == first, way
        assert reports(repository) == wanted, way


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS)
def test_what_is_given_again_is_what_was_printed(name: str, repository: Path) -> None:
    for path in (repository / "work").rglob("*"):
        os.utime(path, (0, 0))
    printed = [check(repository, "--format", name, LC_ALL=place) for place in ("C.UTF-8", "C", "C.UTF-8")]
    fresh = check(repository, "--format", name, "--no-cache")
    assert printed == [fresh] * 3


@pytest.mark.slow
@pytest.mark.parametrize("name", ["json", "sarif"])
def test_any_number_of_parts_joins_to_the_same_report(name: str, repository: Path) -> None:
    asked = ("--profile", "default")
    whole = json.loads(check(repository, *asked, "--format", name).out)
    joined = []
    for count in (2, 5):
        parts = [f"../reports/{part}" for part in range(1, count + 1)]
        for number, part in enumerate(parts, 1):
            check(repository, *asked, "--shard", f"{number}/{count}", "--output", f"{name}:{part}")
        joined.append(scopelint("merge", *reversed(parts), cwd=repository / "work"))
    assert joined[0] == joined[1]
    # No part sees the others' contracts, and each says which rules could not judge for that.
    report = json.loads(joined[0].out)
    assert {**report, "not_checked": None} == {**whole, "not_checked": None}
