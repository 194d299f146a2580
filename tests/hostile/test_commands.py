"""Every command over a repository whose texts try to act."""

import os
from pathlib import Path

import pytest

from scopelint.cli import run
from tests.hostile.test_output import OURS, assert_harmless, every_text
from tests.hostile.texts import TEXTS

OVER_DOCUMENTS = (
    "check",
    "check --format concise --output json:report.json --output junit:report.xml --output concise:report.txt",
    "check --statistics --wording",
    "check --unsafe-fixes --diff",
    "check --add-ignore later --diff",
    "check --only-contracts nothing ::error::x",
    "show",
    "show --format json",
    "due --days 900 --as-of 2025-12-01 --wording",
    "due --days 900 --as-of 2025-12-01 --format json",
    "baseline create",
    "baseline show",
    "lock acme --force --agreed-on 2026-01-08",
    "lock acme",
    "check acme",
    "diff acme",
    "diff acme --format json",
)
OVER_SETTINGS = (
    "check",
    "rules list",
    "rules list --format json",
    "rules test house-rule.yaml",
    "rules coverage",
    "rules docs --output pages",
    "explain house-rule",
    "explain missing-scope",
    "show",
    "baseline create",
    "lock acme",
)


def quoted(text: str) -> str:
    """A text as a YAML scalar of printable characters."""
    shown = "".join(c if " " <= c <= "~" and c not in '"\\' else f"\\U{ord(c):08x}" for c in text)
    return f'"{shown}"'


def put(root: Path, name: str, text: str) -> None:
    """Write a file whose name may be no UTF-8 and hold line ends."""
    place = os.fsencode(root) + b"/" + name.encode("utf-8", "surrogateescape")
    with open(place, "wb") as stream:
        stream.write(text.encode("utf-8", "surrogateescape"))


def documents(root: Path, text: str) -> None:
    """A contract with the text for every value, id, heading, sentence and name of a file."""
    (root / "acme").mkdir()
    word = quoted(text)
    put(
        root,
        "acme/contract.yaml",
        f"scopelint: 1\n"
        f"contract: {{id: {word}, title: {word}, status: active, currency: {word}, price: 5, type: {word},"
        f" platform: {word}, accepted_on: 2026-01-01, agreed_ref: {word}, {word}: 3}}\n"
        f"parties:\n- {{name: {word}, role: client}}\n"
        f"deliverables:\n- {{id: {word}, deliverable: {word}}}\n- {{id: D2, deliverable: pages etc.}}\n"
        f"exclusions:\n- {{id: E1, item: {word}}}\n"
        f"milestones:\n- {{id: {word}, title: {word}, amount: {word}, due_on: 2026-02-01}}\n"
        f"- {{id: M2, title: {word}, amount: 5, currency: {word}, due_on: 2026-03-01, deliverables: [{word}]}}\n"
        f"changes:\n- {{id: {word}, request: {word}, requested_on: 2026-01-03}}\n"
        f"# scopelint: ignore[open-ended-wording] {word}\n",
    )
    put(
        root,
        "acme/scope.md",
        f"# {text}\n\n## Scope\n\n{text}\n\n## Deliverables\n\n- {text}\n- {text} etc.\n\n"
        f"<!-- scopelint: ignore[open-ended-wording] {text} -->\n\n{text} unlimited revisions, as needed.\n",
    )
    name = text.replace("/", "").replace("\0", "")
    put(root, f"acme/{name}.yaml", "scopelint: 1\n")
    for place in (f"{name}.md", f"acme/{name}.md", f"acme/{name}"):
        put(root, place, "---\nscopelint: 1\n---\n# T\n\nunlimited revisions\n")


def settings(root: Path, text: str) -> None:
    """A configuration and a rule page with the text wherever there may be one."""
    word = quoted(text)
    put(
        root,
        "house-rule.yaml",
        f"id: house-rule\nsummary: {word}\nseverity: error\nevery: contract\nphases: [active]\n"
        f"require: {{revisions.included: present}}\nmessage: {word}\nhelp: {word}\nwhy: {word}\n"
        f"not_when: {word}\ncounter_text: {word}\nsince: 0.1.0\n"
        f"examples:\n- {{name: {word}, kind: fails, files: {{scope.md: {word}}}, expect: {word}}}\n",
    )
    put(
        root,
        "scopelint.yaml",
        f"rules: [house-rule.yaml, {word}]\nselect: [all, {word}]\n{word}: 4\nextends: {word}\n"
        f"language: {word}\nseverity: {{{word}: {word}}}\noptions: {{missing-scope: {{{word}: {word}}}}}\n"
        f"overrides: [{{paths: [{word}], severity: {{{word}: error}}}}]\nbaseline: {word}\n",
    )


def said(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command prints, harmless on both streams."""
    code = run(command.split(" "))
    out, err = capsys.readouterr()
    assert code in (0, 1, 2), (command, err)
    assert_harmless(out)
    assert_harmless(err)
    return out


@every_text
def test_no_command_lets_text_act(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    text = text.replace("\ud83d", "")
    documents(tmp_path, text)
    for command in OVER_DOCUMENTS:
        said(command, capsys)
    for report in tmp_path.glob("report.*"):
        assert_harmless(report.read_text())
    settings(tmp_path, text)
    for command in OVER_SETTINGS:
        said(command, capsys)
    for page in (tmp_path / "pages").rglob("*.md"):
        assert_harmless(page.read_text())


def test_the_texts_are_shown_not_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    documents(tmp_path, "\x1b[31m ##[x]")
    shown = r"\u{1b}[31m \u{23}#[x]"
    assert said("check", capsys).count(shown) > 10
    assert said("show acme", capsys).count(shown) == 5
    assert shown in said("due --days 900 --as-of 2025-12-01", capsys)
    assert shown in said("check --diff --unsafe-fixes", capsys)
    said("lock acme --force --agreed-on 2026-01-08", capsys)
    put(tmp_path, "acme/contract.yaml", "scopelint: 1\ncontract: {id: other, status: active}\n")
    assert shown in said("diff acme", capsys)
    settings(tmp_path, "\x1b[31m ##[x]")
    assert shown in said("explain house-rule", capsys)


def test_colours_are_all_that_commands_add(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    text = TEXTS["colour"] + TEXTS["clipboard"] + "::error::x ##[group]"
    documents(tmp_path, text)
    run(["lock", "acme", "--force", "--agreed-on", "2026-01-08"])
    settings(tmp_path, text)
    capsys.readouterr()
    for command in ("check", "show", "diff acme", "explain house-rule", "explain missing-scope"):
        run([*command.split(), "--color", "always"])
        assert_harmless(OURS.sub("", capsys.readouterr().out))
