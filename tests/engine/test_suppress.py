"""Suppressions silence exactly what they name, where they say, and tell when they do not."""

from datetime import date as Date

import pytest

from scopelint.engine.check import check
from scopelint.engine.request import Request
from tests.conftest import Folder

TODAY = Date(2026, 2, 1)


def told(folder: Folder, text: str, name: str = "logo.md", *select: str) -> tuple[set[str], set[str]]:
    """The rules that spoke and those that were silenced."""
    folder({name: text})
    result = check(Request((name,), today=TODAY, select=select))
    return {d.rule for d in result.diagnostics}, {d.rule for d in result.suppressed}


def test_a_heading_may_carry_its_suppression(folder: Folder) -> None:
    spoke, silenced = told(
        folder, "# Logo <!-- scopelint: ignore[missing-termination] agreed by phone -->\n\nA logo.\n"
    )
    assert "missing-termination" in silenced
    assert "missing-termination" not in spoke
    assert "missing-scope" in spoke


def test_without_a_reason_nothing_is_silenced(folder: Folder) -> None:
    spoke, silenced = told(folder, "# Logo <!-- scopelint: ignore[missing-termination] -->\n\nA logo.\n")
    assert {"missing-termination", "missing-suppression-reason"} <= spoke
    assert silenced == set()


@pytest.mark.parametrize(("day", "expired"), [("2026-01-31", True), ("2026-02-01", False)])
def test_a_suppression_lasts_until_its_day(folder: Folder, day: str, expired: bool) -> None:
    spoke, silenced = told(
        folder, f"# Logo <!-- scopelint: ignore[missing-termination] until={day} agreed -->\n\nA logo.\n"
    )
    assert ("expired-suppression" in spoke) is expired
    assert ("missing-termination" in silenced) is not expired


def test_an_unknown_rule_is_an_error(folder: Folder) -> None:
    spoke, _ = told(folder, "# Logo <!-- scopelint: ignore[missing-terminatio] agreed -->\n\nA logo.\n")
    assert {"unknown-rule", "missing-termination"} <= spoke


def test_a_suppression_is_not_unused_when_its_rule_did_not_run(folder: Folder) -> None:
    text = "# Logo <!-- scopelint: ignore[free-work] agreed -->\n\nA logo.\n"
    assert "unused-suppression" in told(folder, text)[0]
    assert "unused-suppression" not in told(folder, text, "logo.md", "missing-termination")[0]


@pytest.mark.parametrize(
    "text",
    [
        "# Logo\n\nWrite `<!-- scopelint: ignore[missing-termination] x -->` to silence it.\n",
        "# Logo\n\nscopelint: ignore[missing-termination] because we say so\n",
        "# Logo\n\n```\n<!-- scopelint: ignore[missing-termination] x -->\n```\n",
    ],
)
def test_prose_and_code_that_mention_a_suppression_do_nothing(folder: Folder, text: str) -> None:
    spoke, silenced = told(folder, text)
    assert "missing-termination" in spoke
    assert silenced == set()


def test_a_whole_file_can_be_silenced_for_one_rule(folder: Folder) -> None:
    text = "# Logo\n\nA logo.\n\n<!-- scopelint: ignore-file[missing-termination] agreed -->\n"
    spoke, silenced = told(folder, text)
    assert silenced == {"missing-termination"}
    assert "missing-scope" in spoke


def test_a_yaml_comment_silences_its_record(folder: Folder) -> None:
    text = (
        "scopelint: 1\ncontract: {id: logo, status: active}\nmilestones:\n"
        "  # scopelint: ignore[unfunded-milestone] paid in cash\n  - {id: M1, amount: 10, started_on: 2026-01-10}\n"
        "  - {id: M2, amount: 10, started_on: 2026-01-10}\n"
    )
    folder({"contract.yaml": text})
    result = check(Request(("contract.yaml",), today=TODAY, select=("unfunded-milestone",)))
    assert len(result.suppressed) == 1
    assert [d.finding.message for d in result.diagnostics if "M2" in d.finding.message]
