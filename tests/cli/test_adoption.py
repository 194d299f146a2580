"""What people need to adopt scopelint in an old repository, by the real program."""

import json

import pytest

from tests.cli.program import scopelint
from tests.conftest import Folder

DRAFT = """# Logo for Acme

## Scope

One logo in three colour versions, drawn after the sketch that the client sent on 2026-01-05.

## Deliverables

- Logo in three colour versions, as SVG and PNG

## Revisions

We change it etc. until the client is happy.
"""
AS_OF = ("--as-of", "2026-02-01")


def test_ignore_comments_silence_every_finding_and_nothing_else(folder: Folder) -> None:
    root = folder({"logo.md": DRAFT})
    before = scopelint("check", "logo.md", "--format", "json", *AS_OF, cwd=root)
    assert json.loads(before.out)["diagnostics"]
    added = scopelint("check", "logo.md", "--add-ignore", "agreed by phone", *AS_OF, cwd=root)
    assert added.code == 0, added
    assert added.err.endswith("in 1 file silenced, 0 left\n")
    after = json.loads(scopelint("check", "logo.md", "--format", "json", *AS_OF, cwd=root).out)
    assert after["diagnostics"] == []
    assert len(after["suppressed"]) == len(json.loads(before.out)["diagnostics"])
    text = (root / "logo.md").read_text()
    assert [line.partition(" <!--")[0] for line in text.splitlines()] == DRAFT.splitlines()


def test_a_diff_writes_nothing(folder: Folder) -> None:
    root = folder({"logo.md": DRAFT})
    ran = scopelint("check", "logo.md", "--add-ignore", "agreed by phone", "--diff", *AS_OF, cwd=root)
    assert ran.code == 1
    assert "+++ b/logo.md" in ran.out
    assert (root / "logo.md").read_text() == DRAFT


def test_a_baseline_lets_old_findings_pass_and_new_ones_fail(folder: Folder) -> None:
    root = folder({"logo.md": DRAFT})
    made = scopelint(
        "baseline", "create", "logo.md", "--reason", "before scopelint", "--by", "Dana", cwd=root
    )
    assert made.code == 0, made
    assert scopelint("check", "logo.md", "--fail-on", "info", cwd=root).code == 0
    (root / "logo.md").write_text(
        "\n\n" + DRAFT.replace("Acme", "Acme Ltd") + "\nAnd whatever else is needed, etc.\n"
    )
    assert scopelint("check", "logo.md", "--fail-on", "info", cwd=root).code == 1


def test_accepting_never_hides_how_much_was_accepted(folder: Folder) -> None:
    root = folder({"logo.md": DRAFT})
    scopelint("baseline", "create", "logo.md", cwd=root)
    assert "Accepted: " in scopelint("check", "logo.md", cwd=root).out
    report = json.loads(scopelint("check", "logo.md", "--format", "json", cwd=root).out)
    assert report["diagnostics"] == []
    assert report["accepted"]


def test_stale_entries_fail_until_pruned(folder: Folder) -> None:
    root = folder({"logo.md": DRAFT})
    scopelint("baseline", "create", "logo.md", "--by", "Dana", cwd=root)
    (root / "logo.md").write_text(DRAFT + "\n## Not included\n\n- Printing\n- Web fonts\n")
    stale = scopelint("check", "logo.md", "--format", "concise", cwd=root)
    assert stale.code == 1
    assert "error[stale-baseline-entry]" in stale.out
    assert scopelint("baseline", "prune", "logo.md", cwd=root).code == 0
    assert "stale-baseline-entry" not in scopelint("check", "logo.md", cwd=root).out
    assert "by Dana" in scopelint("baseline", "show", cwd=root).out


def test_accepting_one_contract_leaves_what_was_accepted_of_others(folder: Folder) -> None:
    root = folder(
        {"a/scope.md": DRAFT, "b/scope.md": DRAFT, "c/contract.yaml": "contract: {id: c, price: x}\n"}
    )
    assert scopelint("baseline", "create", "--by", "Dana", cwd=root).code == 0
    before = (root / "scopelint-baseline.json").read_text()
    assert scopelint("baseline", "create", "a", "--by", "Lee", cwd=root).code == 0
    folder({"c/contract.yaml": "contract: {id: [}\n"})
    assert scopelint("baseline", "create", "--by", "Lee", cwd=root).code == 2
    assert (root / "scopelint-baseline.json").read_text() == before


def test_a_broken_baseline_is_said(folder: Folder) -> None:
    root = folder({"logo.md": DRAFT, "scopelint-baseline.json": "{"})
    ran = scopelint("check", "logo.md", "--format", "concise", cwd=root)
    assert ran.code == 2
    assert "is no baseline that can be read" in ran.out


def test_reports_go_to_files_beside_the_screen(folder: Folder) -> None:
    root = folder({"logo.md": DRAFT})
    ran = scopelint("check", "logo.md", "--output", "json:a.json", "--output", "sarif:b.sarif", cwd=root)
    assert "Checked 1 contract" in ran.out
    assert json.loads((root / "a.json").read_text())["contracts"] == ["logo.md"]
    assert json.loads((root / "b.sarif").read_text())["version"] == "2.1.0"
    assert scopelint("check", "logo.md", "--output", "sarf:b", cwd=root).code == 2


def test_statistics_count_by_rule(folder: Folder) -> None:
    ran = scopelint("check", "logo.md", "--statistics", cwd=folder({"logo.md": DRAFT}))
    assert "warning  missing-exclusions" in ran.out


def test_standard_input_is_judged_as_the_named_file(folder: Folder) -> None:
    ran = scopelint("check", "--stdin-filename", "new.md", "--format", "json", cwd=folder({}), input=DRAFT)
    assert json.loads(ran.out)["contracts"] == ["new.md"]


def test_every_typo_in_the_configuration_is_an_error_with_a_hint(folder: Folder) -> None:
    config = "severity:\n  missing-exclusion: off\noptions:\n  undefined-deliverable: {min_word: 3}\nignore: [scpoe]\n"
    ran = scopelint(
        "check", "logo.md", "--format", "json", cwd=folder({"logo.md": DRAFT, "scopelint.yaml": config})
    )
    assert ran.code == 2
    said = {
        (d["line"], d["message"], d.get("help"))
        for d in json.loads(ran.out)["diagnostics"]
        if d["rule"] == "invalid-config"
    }
    assert said == {
        (2, "no rule is called `missing-exclusion`", "did you mean `missing-exclusions`?"),
        (4, "`undefined-deliverable` has no option `min_word`", "did you mean `min_words`?"),
        (5, "no rule or category is called `scpoe`", "did you mean `scope`?"),
    }


def test_configuration_sets_severities_and_turns_rules_off(folder: Folder) -> None:
    config = "severity:\n  missing-exclusions: off\n  missing-termination: info\n"
    root = folder({"logo.md": DRAFT, "scopelint.yaml": config})
    report = json.loads(scopelint("check", "logo.md", "--format", "json", cwd=root).out)
    severities = {d["rule"]: d["severity"] for d in report["diagnostics"]}
    assert "missing-exclusions" not in severities
    assert severities["missing-termination"] == "info"


def test_configured_globs_win(folder: Folder) -> None:
    root = folder(
        {
            "scopelint.yaml": "contracts: ['clients/*', 'logo.md']\n",
            "clients/a/offer.md": "# A",
            "other/scope.md": "# B",
            "logo.md": "# C",
        }
    )
    report = json.loads(scopelint("check", ".", "--format", "json", cwd=root).out)
    assert report["contracts"] == ["clients/a", "logo.md"]


def test_a_configured_language_beats_detection_and_limits_are_kept(folder: Folder) -> None:
    root = folder({"logo.md": "# Logo\n\n## Leistungen\n\n- Logo\n", "scopelint.yaml": "language: en\n"})
    shown = json.loads(scopelint("show", "logo.md", "--format", "json", cwd=root).out)["contracts"][0]
    assert shown["languages"] == ["en"]
    (root / "scopelint.yaml").write_text("limits: {file_bytes: 10}\n")
    ran = scopelint("check", "logo.md", "--format", "concise", cwd=root)
    assert ran.code == 2
    assert "error[exceeded-limit]" in ran.out


@pytest.mark.parametrize(
    "command",
    [("show",), ("due",), ("baseline", "create"), ("check", "--format", "concise")],
    ids=" ".join,
)
def test_what_cannot_be_read_is_told_with_its_place(folder: Folder, command: tuple[str, ...]) -> None:
    root = folder({"logo.md": DRAFT})
    (root / "angebot.md").write_bytes("# Angebot für Acme\n".encode("latin-1"))
    ran = scopelint(*command, "angebot.md", "logo.md", cwd=root)
    assert ran.code == 2
    assert "angebot.md:1:1: " in ran.out + ran.err
    assert "save it as UTF-8" in ran.err or command[0] == "check"
