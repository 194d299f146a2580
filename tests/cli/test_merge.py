"""A run in parts, and joining what the parts report."""

import json
from pathlib import Path

import pytest

from scopelint.diagnostics.shard import Shard, shard
from tests.cli.program import Ran, scopelint
from tests.conftest import Folder

OPEN_ENDED = "# Site {0}\n\n## Scope\n\n- Site {0} with five pages\n\n## Revisions\n\nAs many as you like.\n"
CONTRACTS = {f"c{number}/scope.md": OPEN_ENDED.format(number) for number in range(12)}
SILENCED = "# Logo\n\n<!-- scopelint: allow missing-termination -- by mail -->\n\nOne logo for $900.\n"


@pytest.fixture
def contracts(folder: Folder) -> Path:
    """Twelve contracts, one with a suppression, and a mistake in the configuration."""
    return folder({**CONTRACTS, "d/scope.md": SILENCED, "scopelint.yaml": "profil: strict\n"})


def parts(root: Path, format: str, of: int = 3) -> list[str]:
    """The reports of all parts, written to files."""
    names = []
    for number in range(1, of + 1):
        name = f"{number}.{format}"
        scopelint("check", "--shard", f"{number}/{of}", "--output", f"{format}:{name}", ".", cwd=root)
        names.append(name)
    return names


def merged(root: Path, *names: str) -> Ran:
    return scopelint("merge", *names, cwd=root)


@pytest.mark.parametrize("format", ["json", "sarif"])
def test_parts_join_into_the_report_of_a_whole_run(contracts: Path, format: str) -> None:
    whole = scopelint("check", "--format", format, "--ignore", "duplicate-id", ".", cwd=contracts)
    names = parts(contracts, format)
    joined = merged(contracts, *reversed(names))
    assert joined.code == whole.code == 2, joined.err
    expected, found = json.loads(whole.out), json.loads(joined.out)
    if format == "json":
        found["not_checked"] = [one for one in found["not_checked"] if one["rule"] != "duplicate-id"]
    assert found == expected


def test_every_contract_is_in_one_part() -> None:
    paths = [f"contracts/client-{number}" for number in range(2000)]
    sizes = [sum(Shard(number, 4).holds(path) for path in paths) for number in range(1, 5)]
    assert sum(sizes) == len(paths)
    assert min(sizes) > 400


def test_a_part_without_contracts_is_clean_and_says_which_part_it_is(folder: Folder) -> None:
    root = folder({"a/scope.md": OPEN_ENDED.format(1)})
    codes = {scopelint("check", "--shard", f"{number}/9", ".", cwd=root).code for number in range(1, 10)}
    assert codes == {0, 1}
    assert "in part 1/1" in scopelint("check", "--shard", "1/1", ".", cwd=root).out


def test_rules_that_compare_contracts_are_said_to_be_not_checked(contracts: Path) -> None:
    (name, *_) = parts(contracts, "json")
    skipped = json.loads((contracts / name).read_text())["not_checked"]
    assert any(one["rule"] == "duplicate-id" and "part of the contracts" in one["reason"] for one in skipped)


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (["1.json", "3.json"], "part 2/3 is missing"),
        (["1.json", "1.json"], "both part 1/3"),
        (["1.json", "2.json", "3.json", "whole.json"], "`whole.json` is of a run over everything"),
        (["1.json", "half.json"], "others are of 3 parts"),
        (["1.json", "1.sarif"], "merge each format by itself"),
        (["1.json", "2.json", "later.json"], "give each run the same --as-of"),
        (["scopelint.yaml"], "`scopelint.yaml` is no JSON"),
        (["list.json"], "`list.json` is no report"),
        (["bare.json"], "`bare.json` is no report of `scopelint check`"),
        (["deep.json"], "`deep.json` is no JSON"),
    ],
)
def test_what_does_not_fit_together_is_refused(contracts: Path, given: list[str], complaint: str) -> None:
    parts(contracts, "json")
    parts(contracts, "sarif", of=1)
    (contracts / "list.json").write_text("[1]")
    (contracts / "bare.json").write_text('{"diagnostics": [1]}')
    (contracts / "deep.json").write_text("[" * 100_000)
    for name, *options in (
        ("whole.json",),
        ("half.json", "--shard", "2/2"),
        ("later.json", "--shard", "3/3", "--as-of", "2030-01-01"),
    ):
        scopelint("check", *options, "--output", f"json:{name}", ".", cwd=contracts)
    refused = merged(contracts, *given)
    assert refused.code == 2
    assert complaint in refused.err
    assert not refused.out


@pytest.mark.parametrize("words", ["", "2", "0/3", "4/3", "a/b", "1/", "-1/3", "\uff11/3"])
def test_a_part_that_is_none_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"as in `2/8`|counted from 1"):
        shard(words)


def test_the_number_of_processes_can_be_chosen(folder: Folder) -> None:
    root = folder({f"c{number}/scope.md": OPEN_ENDED.format(number) for number in range(50)})
    alone = scopelint("check", "--jobs", "1", "--no-cache", ".", cwd=root)
    assert scopelint("check", "--jobs", "2", "--no-cache", ".", cwd=root) == alone
    assert scopelint("check", "--jobs", "0", ".", cwd=root).code == 2
