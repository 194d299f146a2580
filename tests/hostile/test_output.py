"""Text from documents reaches every reader as text: no terminal, runner, browser or parser obeys it."""

import json
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree

import pytest

from scopelint.diagnostics import (
    Diagnostic,
    Finding,
    Fix,
    Label,
    Passage,
    Result,
    RuleInfo,
    Severity,
    SkippedRule,
)
from scopelint.report import FORMATS, rendered, summary
from scopelint.report.escape import printable, unhashed
from scopelint.text import Edit, SourceFile
from tests.hostile.runner import LEVELS, commands
from tests.hostile.texts import TEXTS

OURS = re.compile(r"\x1b\[[\d;]*m")
every_text = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)


def file_named(text: str) -> str:
    """A path that holds the text, as the system gives it: what is no UTF-8 comes as low surrogates."""
    return f"a/{text}.md".replace("\ud83d", "\udced\udca0\udcbd")


def hostile_result(text: str) -> Result:
    """A result in which every word that can come from a repository is the text."""
    path = file_named(text)
    source = SourceFile(path, f"{text}\n{text}\n")
    label = Label(source.span(0, len(text)), text)
    fix = Fix(text, (Edit(label.span, text),), safe=True)
    finding = Finding(text, label, related=(label,), help=text, fix=fix, counter_text=f"{text}\n{text}")
    one = Diagnostic("conflicting-terms", Severity.ERROR, finding, path)
    return Result(
        diagnostics=(one,),
        suppressed=(one,),
        accepted=(one,),
        not_checked=(SkippedRule("conflicting-terms", path, text),),
        contracts=(path,),
        documents=1,
        passages=(Passage("comment", label.span, shown=False),),
        unread=((path, "not part of the contract by its name"),),
        sources={path: source},
        exit_code=1,
        rules={"conflicting-terms": RuleInfo("conflicting-terms", "scope", text, Severity.ERROR, text)},
    )


def assert_harmless(output: str, *, ours: int = 0) -> None:
    """No control character but line feeds and tabs, nothing hidden, and no command but so many of ours."""
    assert not {c for c in output if not c.isprintable()} - {"\n", "\t"}
    found = commands(output)
    assert len(found) == ours
    assert all(command.name in LEVELS for command in found)
    output.encode()


@every_text
@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_text_act(name: str, text: str) -> None:
    assert_harmless(rendered(name, hostile_result(text)), ours=int(name == "github"))


@every_text
def test_colours_are_the_only_sequences(text: str) -> None:
    shown = rendered("text", hostile_result(text), colour=True, wording=True)
    assert_harmless(OURS.sub("", shown))
    assert not commands(shown)


@every_text
def test_json_gives_the_text_back(text: str) -> None:
    result = hostile_result(text)
    (line,) = rendered("jsonl", result).splitlines()
    report = json.loads(rendered("json", result))
    for found in (json.loads(line), *(report[name][0] for name in ("diagnostics", "suppressed", "accepted"))):
        assert found["message"] == found["help"] == found["related"][0]["message"] == text
        assert found["fix"]["title"] == found["fix"]["edits"][0]["replacement"] == text
        assert found["path"] == found["contract"] == file_named(text)
        assert found["counter_text"] == f"{text}\n{text}"
    assert report["not_checked"][0]["reason"] == text
    assert report["unread"][0]["path"] == report["unread_text"][0]["path"] == file_named(text)
    assert report["unread_text"][0]["text"] == text


@every_text
def test_sarif_shows_the_text_and_names_the_file(text: str) -> None:
    run = json.loads(rendered("sarif", hostile_result(text)))["runs"][0]
    found = run["results"][0]
    place = found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote_to_bytes(place) == file_named(text).encode("utf-8", "surrogateescape")
    words = [
        found["relatedLocations"][0]["message"]["text"],
        found["fixes"][0]["description"]["text"],
        run["tool"]["driver"]["rules"][0]["shortDescription"]["text"],
    ]
    # A viewer makes links of `[…](…)` and drops the backslash before a bracket (SARIF 2.1.0, 3.11.6).
    assert all(not re.search(r"(?<!\\)\[[^\]]*\]\(", each) for each in words)
    assert {each.replace("\\[", "[") for each in words} == {printable(text)}
    assert found["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == text
    assert "<" not in run["tool"]["driver"]["rules"][0]["help"]["markdown"]


@every_text
def test_gitlab_shows_the_text_and_names_the_file(text: str) -> None:
    (issue,) = json.loads(rendered("gitlab", hostile_result(text)))
    assert issue["description"] == printable(text)
    assert issue["location"]["path"] == file_named(text)


@every_text
def test_junit_shows_the_text(text: str) -> None:
    root = ElementTree.fromstring(rendered("junit", hostile_result(text)))
    (failure,) = root.iter("failure")
    assert failure.get("message") == printable(text)
    assert str(failure.text).endswith(f"\nhelp: {printable(text)}")
    assert [suite.get("name") for suite in root] == [printable(file_named(text))]


@every_text
def test_github_shows_the_text_in_its_own_command(text: str) -> None:
    (command,) = commands(rendered("github", hostile_result(text)))
    words, file = (
        unhashed("\n".join(map(printable, each.split("\n"))))
        for each in (f"{text}\nHelp: {text}", file_named(text))
    )
    assert command.data == words
    assert command.properties["title"] == "conflicting-terms"
    assert command.properties["file"] == file


def cells(row: str) -> Iterator[str]:
    yield from (unescape(cell.strip()) for cell in row.strip("|").split("|"))


@every_text
def test_the_step_summary_shows_the_text(text: str) -> None:
    page = summary.render(hostile_result(text))
    assert_harmless(page)
    row = next(line for line in reversed(page.splitlines()) if line.startswith("|"))
    assert list(cells(row))[2] == printable(" ".join(text.split()))
    assert not re.search(r"[<>`\[\]*_@$~!\\:]", row.replace("|", "", 1))
