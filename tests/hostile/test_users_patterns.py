"""Patterns of rule pages go to RE2: what it does not have, and that it is not there, is said."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import Ran, scopelint

LACKING = {
    "look-ahead": ("web(?=site)", "`(?=` is a look-ahead", "write what follows as part of the pattern"),
    "negative-look-ahead": ("web(?!site)", "`(?!` is a negative look-ahead", "say what may follow"),
    "look-behind": ("(?<=web)site", "`(?<=` is a look-behind", "write what stands before as part"),
    "negative-look-behind": ("(?<!web)site", "`(?<!` is a negative look-behind", "say what may stand before"),
    "back-reference": (r"(web) \1", r"`\1` is a back-reference", "write the text again"),
    "named-back-reference": ("(?P<a>web) (?P=a)", "`(?P=` is a back-reference", "write the text again"),
    "other-back-reference": (r"(?P<a>web) \k<a>", r"`\k` is a back-reference", "write the text again"),
    "atomic-group": ("(?>web)", "`(?>` is an atomic group", "write a plain group, `(?:`"),
    "possessive": ("we*+b", "`*+` is a possessive repeat", "write a plain `*`"),
    "possessive-count": ("we{2}+b", "`{2}+` is a possessive repeat", "write a plain `{2}`"),
    "conditional": ("(a)?(?(1)b|c)", "`(?(` is a conditional", "write both cases out"),
    "comment": ("web(?#site)", "`(?#` is a comment", "leave it out"),
    "verbose": ("(?x) web", "`(?x` is an operator or a flag", "the flags are `i`, `m`, `s` and `U`"),
    "end": (r"site\Z", r"`\Z` is an escape", r"write `\z`"),
    "number": (r"\u00e9", r"`\u` is an escape", r"write the character itself, or its number as in `\x{e9}`"),
    "horizontal": (r"\h", r"`\h` is an escape", r"write `[ \t]`"),
    "too-many": ("a{1001}", "`{1001}` is a repeat of more than 1000 times", "write at most `{1000}`"),
    "too-many-nested": (
        "(a{50}){50}",
        "`{50}` is a repeat of more than 1000 times",
        "write at most `{1000}`",
    ),
    "far-too-many": ("a{9999999999}", "`{9999999999}` is a repeat of more", "write at most `{1000}`"),
    "no-least": ("a{,5}", "`{,5}` is a repeat", "write `{0,5}`"),
}
"""What RE2 does not have: a pattern, what is said of it, and what to write instead."""

BROKEN = {
    "open-group": ("(web", "a `(` is not closed"),
    "open-class": ("[web", "a `[` is not closed"),
    "closed": ("web)", "a `)` closes nothing"),
    "nothing-repeated": ("*web", "there is nothing that `*` could repeat"),
    "range": ("[b-a]", "`b-a` is no range of characters, and no class"),
    "trailing": ("web\\", "nothing follows the `\\` at its end"),
    "memory": (r"(?:\pL{900}\pL{900})", "it takes too much memory"),
    "long": ("(" * 9_000, "a `(` is not closed"),
}
WORKING = r"""(?i)\b(?:web|site)s?\b|[{,5}]|\{,5}|a{1000}|a{2,}|x*?|(?P<name>y)|\x{e9}|\pL"""
HOSTILE = "\n::error::owned\n##[error]owned\u001b]0;owned\u0007(?="
HEAD = "id: {}\nsummary: x\nseverity: error\nevery: milestone\nmessage: x\nexamples: []\n"
CONTRACT = "scopelint: 1\ncontract: {id: acme}\nmilestones: [{id: M1, title: Websites, price: 5 EUR}]\n"


def page(name: str, *patterns: str) -> str:
    """A rule page that searches the titles of milestones; each pattern stands at column 24."""
    tests = "".join(f"    - title: {{matches: {json.dumps(pattern)}}}\n" for pattern in patterns)
    return f"{HEAD.format(name)}require:\n  any_of:\n{tests}    - due_on: present\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "house").mkdir()
    (tmp_path / "scopelint.yaml").write_text("rules: [house/*.yaml]\n", encoding="utf-8")
    (tmp_path / "contract.yaml").write_text(CONTRACT, encoding="utf-8")
    return tmp_path


def write(repository: Path, name: str, *patterns: str) -> None:
    (repository / "house" / f"{name}.yaml").write_text(page(name, *patterns), encoding="utf-8")


def said(ran: Ran) -> dict[str, list[dict[str, Any]]]:
    """What is wrong with each page."""
    found: dict[str, list[dict[str, Any]]] = {}
    for each in json.loads(ran.out)["diagnostics"]:
        if each["rule"] == "invalid-rule":
            found.setdefault(each["path"].removeprefix("house/").removesuffix(".yaml"), []).append(each)
    return found


def check(repository: Path, *arguments: str, **variables: str) -> Ran:
    return scopelint("check", *(arguments or ("--format", "json")), cwd=repository, env=variables)


def test_what_re2_does_not_have_is_named_with_what_to_write_instead(repository: Path) -> None:
    for name, (pattern, _, _) in LACKING.items():
        write(repository, name, pattern)
    ran = check(repository)
    assert (ran.code, ran.err) == (2, "")
    told = said(ran)
    assert told.keys() == LACKING.keys()
    for name, (_, message, advice) in LACKING.items():
        (one,) = told[name]
        assert (one["line"], one["column"]) == (9, 24)
        assert one["message"].startswith(message)
        assert one["message"].endswith(", which RE2 does not have")
        assert one["help"].startswith(advice)


def test_what_is_no_pattern_is_told_in_few_words(repository: Path) -> None:
    for name, (pattern, _) in BROKEN.items():
        write(repository, name, pattern)
    ran = check(repository)
    assert (ran.code, ran.err) == (2, "")
    told = {name: [each["message"] for each in found] for name, found in said(ran).items()}
    assert told == {name: [f"this pattern cannot be used: {words}"] for name, (_, words) in BROKEN.items()}


def test_what_re2_has_works(repository: Path) -> None:
    write(repository, "working", WORKING)
    ran = check(repository)
    assert said(ran) == {}
    assert ran.code != 2


@pytest.mark.parametrize("format", ["text", "github", "concise"])
def test_a_refused_pattern_acts_on_nobody(repository: Path, format: str) -> None:
    """RE2 itself would print it to standard error as it stands."""
    write(repository, "hostile", HOSTILE)
    ran = check(repository, "--format", format)
    assert (ran.code, ran.err) == (2, "")
    assert "\x1b" not in ran.out
    assert "##[" not in ran.out
    assert not [line for line in ran.out.splitlines() if line.startswith("::error::")]


def test_a_page_holds_no_more_patterns_than_can_be_compiled_soon(repository: Path) -> None:
    write(repository, "many", *(rf"\pL{{{500 - n}}}" for n in range(2_000)))
    (*others, last) = said(check(repository))["many"]
    assert {each["message"] for each in others} == {"this pattern cannot be used: it takes too much memory"}
    assert last["message"] == "a page holds at most 20 patterns"
    assert last["line"] == 29
    write(repository, "many", *(f"web{n}" for n in range(20)))
    assert said(check(repository)) == {}


def test_without_re2_a_rule_with_a_pattern_is_told_and_nothing_passes_for_checked(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    blocked = tmp_path_factory.mktemp("blocked") / "site-packages"
    blocked.mkdir()
    (blocked / "re2.py").write_text("raise ModuleNotFoundError(name='re2')\n", encoding="utf-8")
    write(repository, "patterned", "shop")
    (repository / "house" / "plain.yaml").write_text(
        f"{HEAD.format('plain')}require: {{due_on: present}}\n", encoding="utf-8"
    )
    path = f"{blocked}:{Path(__file__).parents[2] / 'src'}"
    ran = check(repository, PYTHONPATH=path)
    assert ran.code == 2
    (one,) = said(ran)["patterned"]
    assert (one["path"], one["line"], one["column"]) == ("house/patterned.yaml", 9, 24)
    assert one["message"] == "patterns need google-re2, which is not installed"
    assert one["help"] == "run `pip install 'scopelint[re2]'`"
    rules = {each["rule"] for each in json.loads(ran.out)["diagnostics"]}
    assert "plain" in rules
    assert "patterned" in {each["rule"] for each in json.loads(check(repository).out)["diagnostics"]}
    assert check(repository, PYTHONPATH=path).code == 2
