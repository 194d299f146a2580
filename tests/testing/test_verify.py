"""What the harness makes of an example."""

from pathlib import Path
from textwrap import dedent

import pytest

from scopelint.catalog import load_catalog
from scopelint.catalog.library import page_of
from scopelint.syntax.load import decode
from scopelint.testing.bless import blessed
from scopelint.testing.suite import suite
from scopelint.testing.verify import Complaint, complaints
from scopelint.text import SourceFile

RULE = """\
id: undated-milestone
summary: Milestones have due dates.
severity: warning
every: milestone
require:
  due_on: present
message: milestone `{self}` has no due date
examples:
  - name: one of two
    kind: KIND
    files:
      milestones.yaml: |
        milestones:
          - {id: M1, due_on: 2026-02-01}
          - {id: M2}
    expect: EXPECT
"""
LINE = "milestones.yaml:3:5: warning[undated-milestone]: milestone `M2` has no due date"


def complain(tmp_path: Path, kind: str, expect: str) -> list[Complaint]:
    file = tmp_path / "undated-milestone.yaml"
    file.write_text(RULE.replace("KIND", kind).replace("EXPECT", expect), encoding="utf-8")
    source = decode(str(file), file.read_bytes())
    assert isinstance(source, SourceFile)
    catalog = load_catalog([source], packages=False)
    return list(complaints(page_of(catalog, "undated-milestone"), [str(file)]))


def test_an_example_that_holds_is_no_complaint(tmp_path: Path) -> None:
    assert complain(tmp_path, "fails", f"|\n      {LINE}") == []


def test_other_findings_than_expected_are_shown_as_a_diff(tmp_path: Path) -> None:
    (complaint,) = complain(tmp_path, "fails", '""')
    assert complaint.message == f"the findings differ\n--- expected\n+++ actual\n@@ -0,0 +1 @@\n+{LINE}"


def test_a_near_miss_may_not_fail(tmp_path: Path) -> None:
    (complaint,) = complain(tmp_path, "near-miss", f"|\n      {LINE}")
    assert complaint.message == "its kind is `near-miss`, and 1 findings are expected"


@pytest.mark.parametrize(
    "expect", ['""', "|\n      ?", "|\n      contract.md:1:1: error[other-rule]: something"]
)
def test_blessing_writes_what_the_rule_says_and_nothing_else(tmp_path: Path, expect: str) -> None:
    told = complain(tmp_path, "fails", expect)
    text = blessed(told[0].page, told)
    assert text == RULE.replace("KIND", "fails").replace("EXPECT", f"|\n      {LINE}")


def test_a_suite_is_every_rule_or_the_pages_named(tmp_path: Path) -> None:
    assert len(suite().pages) == len(load_catalog().rules)
    page = tmp_path / "scope" / "titled.yaml"
    page.parent.mkdir()
    page.write_text(
        dedent("""\
            id: titled
            summary: The contract has a title.
            severity: info
            require: {title: present}
            message: no title
            examples: []
            """),
        encoding="utf-8",
    )
    chosen = suite([str(tmp_path)])
    assert [page.id for page in chosen.pages] == ["titled"]
    assert chosen.catalog.rules["titled"].category == "scope"
    with pytest.raises(FileNotFoundError):
        suite([str(tmp_path / "nowhere")])
