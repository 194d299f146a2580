"""``scopelint rules`` and ``scopelint explain``, as their users run them."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.cli.program import scopelint

RULE = """\
id: undated-milestone
summary: Milestones have due dates.
severity: warning
every: milestone
require:
  due_on: present
message: milestone `{self}` has no due date
examples:
  - name: no date
    kind: fails
    files:
      milestones.yaml: |
        milestones:
          - {id: M1}
    expect: ""
"""


def test_list_tells_each_rule_in_a_line() -> None:
    ran = scopelint("rules", "list")
    assert ran.code == 0
    assert re.search(r"^revisions$", ran.out, re.MULTILINE)
    assert re.search(r"^  missing-revision-limit +error +DOA +core +\S", ran.out, re.MULTILINE)


def test_list_as_json_holds_what_programs_need() -> None:
    rules = {rule["id"]: rule for rule in json.loads(scopelint("rules", "list", "--format", "json").out)}
    rule = rules["missing-revision-limit"]
    assert set(rule) == {"id", "category", "summary", "severity", "phases", "profile", "status", "options"}
    assert (rule["category"], rule["profile"], rule["status"]) == ("revisions", "core", "stable")


def test_explain_shows_why_bad_good_and_when_not() -> None:
    ran = scopelint("explain", "missing-revision-limit")
    assert ran.code == 0
    heads = [line.partition(":")[0] for line in ran.out.splitlines() if line and not line.startswith(" ")]
    assert [head for head in ("Why", "When not to flag", "Bad", "Good") if head in heads] == [
        "Why",
        "When not to flag",
        "Bad",
        "Good",
    ]
    assert "-> " in ran.out


def test_explain_answers_a_mistyped_name_with_the_nearest() -> None:
    ran = scopelint("explain", "missing-revison-limit")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean `missing-revision-limit`?" in ran.err


def test_new_writes_a_page_that_is_blessed_and_then_holds(tmp_path: Path) -> None:
    ran = scopelint("rules", "new", "missing-motto", "--category", "scope", cwd=tmp_path)
    assert ran.code == 0
    page = tmp_path / "rules" / "scope" / "missing-motto.yaml"
    assert ran.out.startswith("rules/scope/missing-motto.yaml\n")
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../rule.schema.json\n")
    assert (tmp_path / "rules" / "rule.schema.json").exists()
    assert text.count("FIXME") > 5
    assert scopelint("rules", "test", "rules", cwd=tmp_path).code == 1
    blessed = scopelint("rules", "test", "--bless", "rules", cwd=tmp_path)
    assert "wrote rules/scope/missing-motto.yaml" in blessed.out


def test_new_refuses_a_taken_id_and_a_wrong_one(tmp_path: Path) -> None:
    taken = scopelint("rules", "new", "missing-scope", "--category", "scope", cwd=tmp_path)
    assert taken.code == 2
    assert "rules/scope/missing-scope.yaml" in taken.err
    wrong = scopelint("rules", "new", "Missing_Motto", "--category", "scope", cwd=tmp_path)
    assert wrong.code == 2
    assert list(tmp_path.iterdir()) == []


def test_test_shows_the_difference_and_bless_writes_it(tmp_path: Path) -> None:
    page = tmp_path / "undated-milestone.yaml"
    page.write_text(RULE, encoding="utf-8")
    line = "milestones.yaml:2:5: warning[undated-milestone]: milestone `M1` has no due date"
    shown = scopelint("rules", "test", str(page))
    assert shown.code == 1
    assert f"+{line}" in shown.out
    assert page.read_text(encoding="utf-8") == RULE
    blessed = scopelint("rules", "test", "--bless", str(page))
    assert blessed.code == 0
    assert page.read_text(encoding="utf-8") == RULE.replace('expect: ""', f"expect: |\n      {line}")
    assert scopelint("rules", "test", str(page)).out == "1 rule, 1 example, 0 complaints\n"


def test_a_page_with_a_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    page = tmp_path / "undated-milestone.yaml"
    page.write_text(RULE.replace("due_on: present", "due_no: present"), encoding="utf-8")
    ran = scopelint("rules", "test", "undated-milestone.yaml", cwd=tmp_path)
    assert ran.code == 2
    assert ran.err == (
        "undated-milestone.yaml:6:3: error[invalid-rule]: no part of a contract is called `due_no` here"
        " (did you mean `due_on`?)\n"
    )


def test_a_path_that_is_not_there_is_said(tmp_path: Path) -> None:
    ran = scopelint("rules", "test", "nowhere", cwd=tmp_path)
    assert ran.code == 2
    assert "`nowhere`" in ran.err


def test_coverage_names_every_part_of_the_guide() -> None:
    ran = scopelint("rules", "coverage")
    assert ran.code == 0
    items = re.findall(r"^(\S+) +\S", ran.out, re.MULTILINE)
    assert [item for item in items if item[0] == "C"] == [f"C{number}" for number in range(1, 16)]
    assert [item for item in items if item[0] == "m"] == [f"m{number}" for number in range(1, 9)]
    assert [item for item in items if item[0] == "§"] == [f"§{number}" for number in range(1, 10)]
    served = {
        item["item"]: item["rules"]
        for item in json.loads(scopelint("rules", "coverage", "--format", "json").out)
    }
    assert "missing-revision-limit" in served["C8"]


class Fetches(HTMLParser):
    """Collects what a page would load, and what it links to."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("src", "srcset", "action", "data") or (tag == "link" and name == "href"):
                self.loads.append(value or "")
            elif name == "href":
                self.links.append(value or "")


@pytest.mark.parametrize("output_format", ["md", "html"])
def test_docs_has_a_page_for_each_rule(tmp_path: Path, output_format: str) -> None:
    ran = scopelint("rules", "docs", "--format", output_format, "--output", str(tmp_path / "site"))
    assert ran.code == 0
    rules = [rule["id"] for rule in json.loads(scopelint("rules", "list", "--format", "json").out)]
    names = {file.name for file in (tmp_path / "site").iterdir()}
    assert names == {f"{name}.{output_format}" for name in ["index", *rules]}


def test_the_site_fetches_nothing_and_its_links_lead_somewhere(tmp_path: Path) -> None:
    scopelint("rules", "docs", "--format", "html", "--output", str(tmp_path))
    for page in tmp_path.iterdir():
        parser = Fetches()
        parser.feed(page.read_text(encoding="utf-8"))
        assert parser.loads == []
        assert all((tmp_path / link).exists() for link in parser.links), page.name


def test_the_site_escapes_what_pages_say(tmp_path: Path) -> None:
    scopelint("rules", "docs", "--format", "html", "--output", str(tmp_path))
    page = (tmp_path / "unknown-rule.html").read_text(encoding="utf-8")
    assert "&lt;!-- scopelint: ignore[missing-exlusions]" in page
    assert "<!-- scopelint" not in page


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("revisions", "`revisions` is a category; its rules are "),
        ("unbounded", "no rule is called `unbounded`: there are unbounded-revisions"),
        ("zebra", "; `scopelint rules list` names them all"),
    ],
)
def test_explain_answers_a_word_that_names_several_rules_or_none(word: str, told: str) -> None:
    ran = scopelint("explain", word)
    assert ran.code == 2
    assert told in ran.err


@pytest.mark.parametrize(
    ("config", "here"),
    [
        ("{}\n", ["on: the profile `default` holds it"]),
        ("ignore: [scope]\n", ["off: `ignore` names `scope` (scopelint.yaml:1)"]),
        ("select: [revisions]\n", ["off: `select` does not name it (scopelint.yaml:1)"]),
        (
            "severity:\n  missing-scope: info\noptions:\n  missing-scope: {min_words: 30}\n",
            [
                "on: so set (scopelint.yaml:2)",
                "severity: info (scopelint.yaml:2)",
                "min_words: 30 (scopelint.yaml:4)",
            ],
        ),
    ],
)
def test_explain_says_what_is_in_force_here_and_which_file_says_so(
    tmp_path: Path, config: str, here: list[str]
) -> None:
    (tmp_path / "scopelint.yaml").write_text(config, encoding="utf-8")
    ran = scopelint("explain", "missing-scope", cwd=tmp_path)
    assert [line.strip() for line in ran.out.partition("\nHere\n")[2].splitlines()] == here
