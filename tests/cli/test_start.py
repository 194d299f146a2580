"""First steps, by the real program."""

import json

import pytest

from tests.cli.program import scopelint
from tests.conftest import Folder

NAMES = ("--title", "Site: phase 1", "--client", "Acme & Sons #1", "--freelancer", "Dana")


@pytest.mark.parametrize("kind", ["fixed_price", "hourly"])
@pytest.mark.parametrize("platform", ["direct", "upwork", "fiverr", "freelancer_com"])
def test_a_new_contract_is_clean(folder: Folder, kind: str, platform: str) -> None:
    root = folder({})
    made = scopelint(
        "init", "acme", *NAMES, "--price", "1,200", "--type", kind, "--platform", platform, cwd=root
    )
    assert made.code == 0, made
    report = json.loads(scopelint("check", "acme", "--format", "json", cwd=root).out)
    assert [(d["rule"], d["message"]) for d in report["diagnostics"]] == []
    shown = json.loads(scopelint("show", "acme", "--format", "json", cwd=root).out)["contracts"][0]
    assert (shown["phase"], shown["title"]["value"]) == ("draft", "Site: phase 1")


def test_what_is_left_to_fill_in_speaks_once_the_client_has_it(folder: Folder) -> None:
    root = folder({})
    scopelint("init", "acme", *NAMES, cwd=root)
    report = json.loads(scopelint("check", "acme", "--phase", "offered", "--format", "json", cwd=root).out)
    assert "unfilled-placeholder" in {d["rule"] for d in report["diagnostics"]}


def test_editors_find_the_schema(folder: Folder) -> None:
    root = folder({})
    scopelint("init", "acme", *NAMES, cwd=root)
    first = (root / "acme" / "contract.yaml").read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=./.scopelint/contract.schema.json"
    assert json.loads((root / "acme" / ".scopelint" / "contract.schema.json").read_text())["type"] == "object"


def test_nothing_is_overwritten(folder: Folder) -> None:
    root = folder({"acme/scope.md": "# Mine\n"})
    ran = scopelint("init", "acme", *NAMES, cwd=root)
    assert ran.code == 2
    assert [path.name for path in (root / "acme").iterdir()] == ["scope.md"]


@pytest.mark.parametrize("arguments", [("--price", "lots"), ("--price", "-3"), ("--currency", "dollars")])
def test_wrong_answers_are_said(folder: Folder, arguments: tuple[str, ...]) -> None:
    ran = scopelint("init", "acme", *NAMES, *arguments, cwd=folder({}))
    assert ran.code == 2
    assert arguments[0] in ran.err


DOCUMENT = """# Logo for Acme

**Client:** Acme Ltd
**Price:** $900

## Deliverables

- Logo in three colour versions, as SVG and PNG
- Style sheet of two pages, as PDF

## Not included

- Printing

## Revisions

Two rounds of revisions are included; a further round costs $60.

## Payment

- 50 % before work begins: $450
- 50 % on delivery: $450
"""


def test_a_document_becomes_a_contract_folder(folder: Folder) -> None:
    root = folder({"logo.md": DOCUMENT})
    made = scopelint("init", "acme", "--from", "logo.md", cwd=root)
    assert made.code == 0, made
    assert "termination" in made.out
    before, after = (
        json.loads(scopelint("show", name, "--format", "json", cwd=root).out)["contracts"][0]
        for name in ("logo.md", "acme")
    )
    assert [item["text"] for item in after["deliverables"]] == [
        item["text"] for item in before["deliverables"]
    ]
    assert [item["text"] for item in after["exclusions"]] == ["Printing"]
    assert after["price"]["amount"] == "900.00"
    assert [m["amount"] for m in after["milestones"]] == ["450.00", "450.00"]
    assert after["clauses"]["revision-limit"]["rounds"] == 2
    assert (root / "logo.md").read_text() == DOCUMENT


RETAINER = """# Retainer for the Harbour Cafe

I work up to 20 hours a month at EUR 65 per hour.

## What is included

- Updating the weekly menu page, one update each week

## Payment

I invoice on the last day of each month, payable within 14 days.
"""


def test_a_retainer_keeps_its_rate_and_its_terms_of_payment(folder: Folder) -> None:
    root = folder({"retainer.md": RETAINER})
    assert scopelint("init", "cafe", "--from", "retainer.md", cwd=root).code == 0
    report = json.loads(scopelint("check", "cafe", "--format", "json", cwd=root).out)
    assert {"invalid-record", "missing-payment-schedule"}.isdisjoint(d["rule"] for d in report["diagnostics"])
    shown = json.loads(scopelint("show", "cafe", "--format", "json", cwd=root).out)["contracts"][0]
    assert (shown["type"]["value"], shown["rate"]["value"]) == ("hourly", "65 EUR")


def test_a_configuration_for_an_old_repository(folder: Folder) -> None:
    root = folder({"clients/a/scope.md": "# A\n", "clients/b/sow.md": "# B\n"})
    assert scopelint("init", "--write-config", cwd=root).code == 0
    report = json.loads(scopelint("check", "--format", "json", cwd=root).out)
    assert report["contracts"] == ["clients/a", "clients/b"]
    assert not [d for d in report["diagnostics"] if d["rule"] == "invalid-config"]


def test_the_demonstration_shows_findings_and_succeeds(folder: Folder) -> None:
    ran = scopelint("demo", cwd=folder({}))
    assert ran.code == 0
    assert "error[unfunded-milestone]" in ran.out
    assert "bakery-website/milestones.yaml:" in ran.out


@pytest.mark.parametrize("name", ["config", "contract", "rule"])
def test_schemas_are_printed(folder: Folder, name: str) -> None:
    ran = scopelint("schema", name, cwd=folder({}))
    assert json.loads(ran.out)["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_an_unknown_schema_gets_a_hint(folder: Folder) -> None:
    ran = scopelint("schema", "contrat", cwd=folder({}))
    assert (ran.code, "did you mean `contract`?" in ran.err) == (2, True)


def test_coming_dates_are_listed_with_words_to_send(folder: Folder) -> None:
    record = (
        "scopelint: 1\ncontract: {id: logo, platform: upwork, status: active}\nmilestones:\n"
        "- {id: M1, title: Logo, amount: 10, due_on: 2026-02-10, funded: {date: 2026-01-02, amount: 10}, started_on: 2026-01-03}\n"
    )
    root = folder({"contract.yaml": record})
    ran = scopelint("due", "--as-of", "2026-02-08", "--wording", cwd=root)
    assert ran.code == 0
    assert "2026-02-10  in 2 days" in ran.out
    listed = json.loads(scopelint("due", "--as-of", "2026-02-08", "--format", "json", cwd=root).out)
    assert listed["due"][0]["on"] == "2026-02-10"
    assert scopelint("due", "--as-of", "2026-01-01", "--days", "0", cwd=root).out == "Nothing falls due.\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_complete_commands(folder: Folder, shell: str) -> None:
    root = folder({})
    assert "_SCOPELINT_COMPLETE" in scopelint("completion", shell, cwd=root).out
    asked = scopelint(
        cwd=root,
        env={"_SCOPELINT_COMPLETE": "bash_complete", "COMP_WORDS": "scopelint ch", "COMP_CWORD": "1"},
    )
    assert "check" in asked.out
