import os

import pytest

from scopelint.engine.discover import Discovery, discover
from tests.conftest import Folder

MARKED = "---\nscopelint: 1\n---\n# Notes\n"
OWN = "---\nscopelint: 1\ncontract: {id: logo}\n---\n# Logo\n"


def contracts(found: Discovery) -> dict[str, tuple[str, ...]]:
    return {contract.path: contract.files for contract in found.contracts}


def refusals(found: Discovery) -> list[str]:
    return [f"{refusal.path}: {refusal.message}" for refusal in found.refusals]


def test_a_folder_with_a_scope_is_one_contract(folder: Folder) -> None:
    folder(
        {
            "acme/scope.md": "# Site",
            "acme/milestones.yaml": "milestones: []",
            "acme/messages.yaml": "evidence: []",
        }
    )
    assert contracts(discover(["."])) == {
        "acme": ("acme/messages.yaml", "acme/milestones.yaml", "acme/scope.md")
    }


@pytest.mark.parametrize("name", ["SOW.md", "Agreement.markdown", "contract.md", "approvals.md"])
def test_names_are_case_blind(folder: Folder, name: str) -> None:
    folder({name: "# Site"})
    assert contracts(discover(["."])) == {".": (name,)}


@pytest.mark.parametrize("name", ["changelog.md", "CHANGELOG.md", "changes.yaml", "messages.yaml"])
def test_some_names_belong_to_a_contract_but_never_make_one(folder: Folder, name: str) -> None:
    folder({f"project/{name}": "changes: []\n"})
    assert contracts(discover(["project"])) == {}


def test_yaml_counts_only_with_our_keys(folder: Folder) -> None:
    folder({"deploy/contract.yaml": "services: {web: 1}\n"})
    found = discover(["."])
    assert contracts(found) == {}
    assert refusals(found) == [".: no contract found here"]


def test_other_yaml_with_our_keys_joins_the_folder(folder: Folder) -> None:
    folder({"scope.md": "# Site", "hours.yaml": "timelog: []\n", "docker-compose.yaml": "services: {}\n"})
    assert contracts(discover(["."])) == {".": ("hours.yaml", "scope.md")}


def test_a_repository_of_many_contracts(folder: Folder) -> None:
    folder({"a/scope.md": "# A", "b/c/sow.md": "# C", "logo.md": OWN, "README.md": "# Contracts"})
    assert contracts(discover(["."])) == {
        "a": ("a/scope.md",),
        "b/c": ("b/c/sow.md",),
        "logo.md": ("logo.md",),
    }


def test_marked_markdown_without_a_contract_of_its_own_joins_the_folder(folder: Folder) -> None:
    folder({"scope.md": "# Site", "extra.md": MARKED})
    assert contracts(discover(["."])) == {".": ("extra.md", "scope.md")}


def test_the_mark_counts_only_in_front_matter(folder: Folder) -> None:
    folder({"notes.md": "# Notes\n\nscopelint: 1\ncontract: x\n"})
    assert contracts(discover(["."])) == {}


def test_what_was_left_unread_beside_a_contract_is_named(folder: Folder) -> None:
    folder({"scope.md": "# Site", "README.md": "# Read me"})
    assert discover(["."]).unread == (("README.md", "not part of the contract by its name"),)


def test_records_that_hold_nothing_of_a_contract_are_named(folder: Folder) -> None:
    folder(
        {
            "scope.md": "# Site",
            "milestones.yaml": "",
            "changes.yaml": "services: {}\n",
            "compose.yaml": "a: 1\n",
        }
    )
    assert discover(["."]).unread == (
        ("changes.yaml", "no key of a contract in it"),
        ("milestones.yaml", "no key of a contract in it"),
    )


def test_a_record_that_is_no_text_is_read_so_that_its_damage_is_told(folder: Folder) -> None:
    folder({"scope.md": "# Site", "milestones.yaml": "\0\x01PK"})
    assert contracts(discover(["."])) == {".": ("milestones.yaml", "scope.md")}


def test_a_named_file_is_always_checked(folder: Folder) -> None:
    folder({"proposal.md": "# Offer"})
    assert contracts(discover(["proposal.md"])) == {"proposal.md": ("proposal.md",)}


def test_a_named_file_is_checked_with_the_records_beside_it(folder: Folder) -> None:
    folder({"acme/proposal.md": "# Offer", "acme/changelog.yaml": "changes: []\n"})
    assert contracts(discover(["acme/proposal.md"])) == {
        "acme/proposal.md": ("acme/changelog.yaml", "acme/proposal.md")
    }


def test_files_of_one_folder_are_one_contract(folder: Folder) -> None:
    folder({"a/scope.md": "# A", "a/milestones.yaml": "milestones: []"})
    assert list(contracts(discover(["a/scope.md", "a/milestones.yaml"]))) == ["a"]


def test_a_hook_names_only_what_a_walk_would_find(folder: Folder) -> None:
    folder({"README.md": "# Hello", ".github/workflows/ci.yaml": "on: push\n", "a/scope.md": "# A"})
    found = discover(["README.md", ".github/workflows/ci.yaml", "a/scope.md"], only_contracts=True)
    assert contracts(found) == {"a": ("a/scope.md",)}
    assert refusals(found) == []


def test_a_hook_that_finds_nothing_is_content(folder: Folder) -> None:
    folder({"README.md": "# Hello"})
    assert discover(["README.md"], only_contracts=True) == Discovery((), (), ())


def test_gitignore_is_honoured_up_to_the_repository(folder: Folder) -> None:
    root = folder(
        {
            ".gitignore": "old/\nsub/scope.md\n",
            "old/scope.md": "# O",
            "sub/scope.md": "# S",
            "a/scope.md": "# A",
        }
    )
    (root / ".git").mkdir()
    assert list(contracts(discover(["."]))) == ["a"]


def test_a_named_file_beats_gitignore(folder: Folder) -> None:
    folder({".gitignore": "old/\n", "old/scope.md": "# O"})
    assert list(contracts(discover(["old/scope.md"]))) == ["old"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing.md", "missing.md: no such file or folder"),
        ("offer.docx", "offer.docx: .docx files cannot be read"),
        ("offer.pdf", "offer.pdf: .pdf files cannot be read"),
        ("photo.png", "photo.png: neither Markdown nor YAML"),
    ],
)
def test_what_cannot_be_checked_is_said(folder: Folder, name: str, said: str) -> None:
    folder({"offer.docx": "", "offer.pdf": "", "photo.png": ""})
    assert refusals(discover([name])) == [said]


def test_an_empty_folder_is_no_silent_pass(folder: Folder) -> None:
    folder({})
    assert refusals(discover(["."])) == [".: no contract found here"]


def test_the_markdown_that_is_there_is_named_as_a_hint(folder: Folder) -> None:
    folder({"offer.md": "# Offer"})
    assert "`offer.md`" in (discover(["."]).refusals[0].help or "")


def test_pipes_and_links_are_not_opened(folder: Folder) -> None:
    root = folder({"a/scope.md": "# A"})
    os.mkfifo(root / "a" / "milestones.yaml")
    (root / "b").symlink_to(root / "a")
    assert contracts(discover(["."])) == {"a": ("a/scope.md",)}
    assert refusals(discover(["a/milestones.yaml"])) == ["a/milestones.yaml: neither a file nor a folder"]


def test_order_of_paths_does_not_matter(folder: Folder) -> None:
    folder({"a/scope.md": "# A", "b/scope.md": "# B", "c.md": "# C"})
    assert discover(["c.md", "b", "a"]) == discover(["a", "b", "c.md"])


@pytest.mark.parametrize(
    "line", ["!", "[z-a]", "[[:alpha:]]", "\\", "*a*a*a*a*b", "x\n" * 40_000 + "scope.md"]
)
def test_a_gitignore_line_that_cannot_be_matched_hides_nothing(folder: Folder, line: str) -> None:
    folder({"a/scope.md": "# A", "b/scope.md": "# B", ".gitignore": f"{line}\n"})
    assert len(discover(["."]).contracts) == 2


def test_a_pipe_is_no_gitignore(folder: Folder) -> None:
    root = folder({"a/scope.md": "# A"})
    os.mkfifo(root / ".gitignore")
    assert len(discover(["."]).contracts) == 1


def test_a_named_link_out_of_the_repository_is_refused(folder: Folder) -> None:
    root = folder({"secret.md": "# S", "repo/.git/HEAD": "", "repo/own.md": "# O"})
    (root / "repo" / "scope.md").symlink_to(root / "secret.md")
    (root / "repo" / "near.md").symlink_to(root / "repo" / "own.md")
    found = discover(["repo/scope.md", "repo/near.md"])
    assert [refusal.message for refusal in found.refusals] == ["a link that leads out of the repository"]
    assert [contract.path for contract in found.contracts] == ["repo/near.md"]
