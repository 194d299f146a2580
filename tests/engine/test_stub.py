"""Stubs: what is appended where a contract is silent, and what never is."""

import re
from collections.abc import Mapping

import pytest

from scopelint.catalog import load_catalog
from scopelint.catalog.library import all_pages
from scopelint.engine.check import check
from scopelint.engine.fix import fixed, write_fixed
from scopelint.engine.request import Request
from tests.conftest import Folder

STUBS = [
    (page.id, language, text)
    for page in all_pages(load_catalog(packages=False))
    for language, text in (page.data.get("stub") or {}).items()
]
SITE = "# Website for Acme\n\nStatus: offered\n\n## Deliverables\n\n- Five pages in WordPress, from the mock-ups of 2 March\n"
RECORD = "contract:\n  id: acme\n  title: Website\n  platform: direct\n  status: offered\n"


def stubbed(path: str, *select: str) -> Mapping[str, str]:
    result = fixed(Request((path,), select=select), unsafe=True)
    return {path: data.decode() for path, data in result.after.items()}


@pytest.mark.parametrize(("rule", "language", "text"), STUBS)
def test_no_stub_states_a_fact_about_another_person(rule: str, language: str, text: str) -> None:
    assert "FIXME" in text
    assert not re.search(r"\d{4}-\d\d|\d+[./]\d+|\d\d+", text), "a date or an amount"
    assert not re.search(r"[$€£¥%]|\b(?:USD|EUR|GBP)\b", text), "an amount"
    assert not re.search(r"\b(?:AP|EV|CO)-?\d|approval:|approved_on|evidence:|https?:", text), "a record"


def test_a_stub_becomes_a_section_at_the_end(folder: Folder) -> None:
    folder({"site.md": SITE})
    after = stubbed("site.md", "missing-exclusions")["site.md"]
    assert after.startswith(SITE + "\n## Not included\n\n- FIXME: ")
    assert after.endswith("\n")


def test_several_stubs_follow_one_another(folder: Folder) -> None:
    folder({"site.md": SITE})
    after = stubbed("site.md", "missing-exclusions", "missing-termination", "missing-change-process")
    headings = re.findall("^## (.*)$", after["site.md"], re.MULTILINE)
    assert sorted(headings) == ["Changes", "Deliverables", "Ending early", "Not included"]


def test_what_was_silent_is_a_reminder_now(folder: Folder) -> None:
    folder({"site.md": SITE})
    request = Request(("site.md",), select=("missing-exclusions", "unfilled-placeholder"))
    assert [d.rule for d in check(request).diagnostics] == ["missing-exclusions"]
    write_fixed(fixed(request, unsafe=True))
    assert [d.rule for d in check(request).diagnostics] == ["unfilled-placeholder"]
    assert not fixed(request, unsafe=True).after


def test_only_records_get_a_key(folder: Folder) -> None:
    folder({"contract.yaml": RECORD})
    after = stubbed("contract.yaml", "missing-revision-limit")["contract.yaml"]
    assert after.startswith(RECORD + "revisions:\n  included: 2 # FIXME")


@pytest.mark.parametrize(
    "text",
    [
        RECORD + "revisions:\n  per: milestone\n",
        RECORD + "---\nmilestones: []\n",
        "{contract: {id: acme, title: Website, platform: direct, status: offered}}\n",
    ],
)
def test_what_cannot_be_extended_is_left_alone(folder: Folder, text: str) -> None:
    folder({"contract.yaml": text})
    assert not stubbed("contract.yaml", "missing-revision-limit")


def test_the_wording_goes_to_the_document_and_not_to_the_records(folder: Folder) -> None:
    folder({"job/contract.yaml": RECORD, "job/scope.md": "## Deliverables\n\n- Five pages in WordPress\n"})
    assert list(stubbed("job", "missing-exclusions")) == ["job/scope.md"]


def test_a_contract_in_another_language_gets_no_english(folder: Folder) -> None:
    folder(
        {
            "angebot.md": "# Angebot\n\n## Leistungen\n\n- Fünf Seiten in WordPress nach den Entwürfen vom 2. März\n"
        }
    )
    assert not stubbed("angebot.md")


def test_a_stub_that_cannot_be_read_is_not_repeated(folder: Folder) -> None:
    folder({"site.md": SITE + "\n```\nan open fence\n"})
    request = Request(("site.md",), select=("missing-exclusions",))
    write_fixed(fixed(request, unsafe=True))
    assert not fixed(request, unsafe=True).after
