"""A clause is found, or said to be unread, wherever in a document it is hidden."""

import pytest

from scopelint.engine.check import check
from scopelint.engine.request import Request
from scopelint.engine.understand import understand_all
from tests.conftest import Folder

CLAUSE = "unlimited revisions until the client is satisfied"
SAID = {"hidden-characters", "invalid-record", "exceeded-limit", "unreadable-file", "unbounded-revisions"}
"""Rules that find the clause, or say that its place is not read."""
HEAD = "---\nscopelint: 1\n---\n# Website\n\nAnn builds a website for Bob.\n\n"
TERMS = "scopelint: 1\ncontract:\n  title: x\n"

PLACES = {
    "a paragraph": f"The work includes {CLAUSE}.\n",
    "a deep list": "".join("  " * n + "- x\n" for n in range(12)) + "  " * 12 + f"- {CLAUSE}\n",
    "a quote": f"> {CLAUSE}\n",
    "a deep quote": "> " * 12 + CLAUSE + "\n",
    "a list in a quote": f"> - x\n>   - {CLAUSE}\n",
    "too deep a quote": "> " * 120 + CLAUSE + "\n",
    "too deep a list": "- " * 120 + CLAUSE + "\n",
    "an html block": f"<div>\n{CLAUSE}\n</div>\n",
    "details": f"<details><summary>More</summary>\n\n{CLAUSE}\n\n</details>\n",
    "a summary": f"<details><summary>{CLAUSE}</summary></details>\n",
    "display none": f'<p style="display:none">{CLAUSE}</p>\n',
    "display none inline": f'Text <span style="display:none">{CLAUSE}</span>.\n',
    "an attribute": f'<p title="{CLAUSE}">x</p>\n',
    "an attribute over lines": '<p title="' + "\n".join(CLAUSE.split()) + '">x</p>\n',
    "an attribute inline": f'Text <b title="{CLAUSE}">x</b>.\n',
    "a script": f"<script>\n{CLAUSE}\n</script>\n",
    "a style": f"<style>\n{CLAUSE}\n</style>\n",
    "an open style": f"<style>\n{CLAUSE}\n",
    "an open script after code": f"    <script>\n\n{CLAUSE}\n",
    "what follows a style": f"<style>x</style> {CLAUSE}\n",
    "what follows a fence in a style": f"<style>\n```\n</style>\n\n{CLAUSE}\n",
    "what follows a fence in html": f"<pre>\n~~~\n</pre>\n\n{CLAUSE}\n",
    "words that blocks part": CLAUSE.replace(" ", "<div></div>") + "\n",
    "a script within an open tag": f"<table\t<script>{CLAUSE}</script>\n",
    "a comment that a paragraph ends": f"Text <!-- scopelint: ignore[x] y\n\n{CLAUSE}\n\n-->\n",
    "a comment that an item ends": f"- <!-- scopelint: ignore[x] y\n{CLAUSE}\n-->\n",
    "a line below a quote and a comment": f"> Text.\n<!-- -->\n{CLAUSE}\n",
    "what looks like a definition": f"[x]: {CLAUSE}\n",
    "a paragraph's last line like a definition": f"Text\n[x]:{CLAUSE.replace(' ', '&#32;')}\n",
    "an instruction": f"<?x {CLAUSE} ?>\n",
    "cdata": f"<![CDATA[\n{CLAUSE}\n]]>\n",
    "a declaration": f"<!X {CLAUSE}>\n",
    "a link's title": f'See [this](x.md "{CLAUSE}").\n',
    "a link's text": f"See [{CLAUSE}](x.md).\n",
    "a link's target": f"See [this](<{CLAUSE}>).\n",
    "an image's text": f"![{CLAUSE}](x.png)\n",
    "an image's title": f'![x](x.png "{CLAUSE}")\n',
    "a definition": f'[x]: https://a.example "{CLAUSE}"\n',
    "a definition in use": f'See [x].\n\n[x]: https://a.example "{CLAUSE}"\n',
    "a definition on two lines": f'See [x].\n\n[x]: https://a.example\n  "{CLAUSE}"\n',
    "a definition's label": f"[{CLAUSE}]: https://a.example\n",
    "a definition as comment": f"[//]: # ({CLAUSE})\n",
    "a footnote": f"Text[^1].\n\n[^1]: {CLAUSE}\n",
    "a footnote without use": f"[^1]: {CLAUSE}\n",
    "a footnote inline": f"Text^[{CLAUSE}].\n",
    "a fence": f"```\n{CLAUSE}\n```\n",
    "an open fence": f"```\n{CLAUSE}\n",
    "a fence's line": f"``` {CLAUSE}\nx\n```\n",
    "a fence in a list": f"- x\n\n  ```\n  {CLAUSE}\n  ```\n",
    "code by indentation": f"    {CLAUSE}\n",
    "code in a line": f"Also `{CLAUSE}`.\n",
    "a cell": f"| a | b |\n|---|---|\n| x | {CLAUSE} |\n",
    "a cell beyond the columns": f"| a | b |\n|---|---|\n| x | y | {CLAUSE} |\n",
    "a comment": f"<!-- {CLAUSE} -->\n",
    "a comment in a line": f"Text <!-- {CLAUSE} --> more.\n",
    "an open comment": f"<!-- {CLAUSE}\n",
    "a heading": f"## {CLAUSE}\n",
    "struck words": f"~~{CLAUSE}~~\n",
    "far to the right": "Text." + " " * 3_000 + f"{CLAUSE}\n",
    "a mathematical sign": f"$${CLAUSE}$$\n",
    "an entity": f"&#117;{CLAUSE[1:]}\n",
    "a template's comment": f"{{# {CLAUSE} #}}\n",
    "white on white": f'<span style="color:#fff;background:#fff">{CLAUSE}</span>\n',
    "a white font": f'Text <font color="white" size="1">{CLAUSE}</font>.\n',
    "no size": f'<div style="font-size:0;height:0;overflow:hidden">\n\n{CLAUSE}\n\n</div>\n',
    "a hidden element": f"<div hidden>{CLAUSE}</div>\n",
    "a template element": f"<template>{CLAUSE}</template>\n",
    "a title of an abbreviation": f'<abbr title="{CLAUSE}">RV</abbr>\n',
    "a label for screen readers": f'<i aria-label="{CLAUSE}"></i>\n',
    "a style's content": f"<i style=\"content: '{CLAUSE}'\"></i>\n",
    "small type": f"<sub><sup><small>{CLAUSE}</small></sup></sub>\n",
    "a cell's comment": f"| a | b |\n|---|---|\n| x | y <!-- {CLAUSE} --> |\n",
    "a comment in a list": f"- x\n  <!--\n  {CLAUSE}\n  -->\n- y\n",
    "a suppression that is none": f"<!-- scopelint {CLAUSE} -->\n",
    "words cut by invisible signs": CLAUSE.replace("i", "i\u200b") + "\n",
    "words joined by invisible signs": CLAUSE.replace(" ", "\u2060 \u2060") + "\n",
    "tag characters": "Text." + "".join(chr(0xE0000 + ord(char)) for char in CLAUSE) + "\n",
    "a reversed direction": f"\u202e{CLAUSE[::-1]}\u202c\n",
    "letters of another alphabet": CLAUSE.replace("e", "\u0435") + "\n",
    "words cut by entities": CLAUSE.replace("i", "i&#8203;").replace("s", "s&shy;") + "\n",
    "soft hyphens": CLAUSE.replace("s", "s\u00ad") + "\n",
}
SHORT = ("No refunds", "Nonrefundable", "Non-refundable", "不予退款")
"""Clauses that few words, or none between blanks, are enough for."""
PLACES_FOR_FEW = {
    "a comment": "<!-- {} -->\n",
    "a comment in a line": "Text <!--{}--> more.\n",
    "a link's title": 'See [this](x.md "{}").\n',
    "an image's title": '![x](x.png "{}")\n',
    "a definition": '[x]: https://a.example "{}"\n',
    "a definition as comment": "[//]: # ({})\n",
    "an attribute": '<p title="{}">x</p>\n',
    "an attribute of its own": "<p data-{0}='{0}'>x</p>\n",
    "a fence": "```\n{}\n```\n",
    "code by indentation": "Text.\n\n    x = 1; # {}\n",
    "a quote": "> {}\n",
}
WHOLE = {
    "a comment of the front matter": f"---\nscopelint: 1\n# {CLAUSE}\n---\n# Website\n\nText.\n",
    "a key of the front matter": f"---\nscopelint: 1\nnote: {CLAUSE}\n---\n# Website\n\nText.\n",
    "a key of foreign front matter": f"---\nnote: {CLAUSE}\n---\n# Website\n\nText.\n",
    "a list in foreign front matter": f"---\ntags:\n- {CLAUSE}\n---\n# Website\n\nText.\n",
    "a repeated key of foreign front matter": f"---\nx: 1\nx: {CLAUSE}\n---\n# Website\n\nText.\n",
    "an anchor of foreign front matter": f"---\nx: &{CLAUSE.replace(' ', '-')} 1\n---\n# Website\n",
    "front matter in TOML": f"+++\nnote = '{CLAUSE}'\n+++\n# Website\n\nText.\n",
    "front matter ended by dots": f"---\nscopelint: 1\n...\n{CLAUSE}\n",
}
YAML = {
    "an unknown key": f"{TERMS}note: {CLAUSE}\n",
    "an unknown key within": f"{TERMS}  note: {CLAUSE}\n",
    "a second document": f"{TERMS}...\n---\nnote: {CLAUSE}\n",
    "a comment": f"{TERMS}# {CLAUSE}\n",
    "a comment after the end": f"{TERMS}...\n# {CLAUSE}\n",
    "an anchor": f"{TERMS}x: &a {CLAUSE}\n",
    "an anchor's name": f"{TERMS}  id: &{CLAUSE.replace(' ', '-')} x\n",
    "a tag": f"{TERMS}  id: !{CLAUSE.replace(' ', '-')} x\n",
    "a repeated key": f"{TERMS}x: 1\nx: {CLAUSE}\n",
}


def unread(name: str) -> list[str]:
    """What of a document is said to be unread."""
    understanding = understand_all(Request((name,)))
    return [
        one.words(understanding.sources) for contract in understanding.contracts for one in contract.passages
    ]


def is_said(folder: Folder, name: str, text: str) -> bool:
    """Whether a check finds the clause, or says that it is not read."""
    folder({name: text})
    result = check(Request((name,)))
    if any(d.rule in SAID for d in result.diagnostics):
        return True
    said = [one.words(result.sources) for one in result.passages]
    return any("revisions" in words and "client" in words for words in said)


@pytest.mark.parametrize("place", [*PLACES, *WHOLE])
def test_markdown_hides_no_clause(place: str, folder: Folder) -> None:
    assert is_said(folder, "scope.md", HEAD + PLACES[place] if place in PLACES else WHOLE[place])


@pytest.mark.parametrize("place", YAML)
def test_yaml_hides_no_clause(place: str, folder: Folder) -> None:
    assert is_said(folder, "contract.yaml", YAML[place])


@pytest.mark.parametrize("words", SHORT)
@pytest.mark.parametrize("place", PLACES_FOR_FEW)
def test_a_short_clause_is_said_to_be_unread(place: str, words: str, folder: Folder) -> None:
    folder({"scope.md": HEAD + PLACES_FOR_FEW[place].format(words)})
    assert any(words in said for said in unread("scope.md"))


@pytest.mark.parametrize("sheet", ["style", "script"])
def test_sentences_in_a_style_sheet_or_script_are_told_from_its_own(sheet: str, folder: Folder) -> None:
    def said(text: str) -> bool:
        folder({"scope.md": f"{HEAD}<{sheet}>\n{text}\n</{sheet}>\n"})
        return any(one.notable for one in check(Request(("scope.md",))).passages)

    assert said("/* The client owns all earlier work. */")
    assert not said("h1, h2 { color: red; margin: 0 auto } /* title */")


@pytest.mark.parametrize(
    "markup",
    [
        "<br>\n<!-- toc -->\n\n<!-- more -->\n",
        '<div class="card" style="color: red; margin: 0 auto;" id=top>\n\n![x](img/a.png)\n\n</div>\n',
        "See [the plan][plan] and [docs](https://example.com/no-refunds/at-all).\n\n[plan]: plan.md\n",
        "## Work {#the-work}\n\nA&nbsp;&amp;&nbsp;B\n",
        "```python\n```\n",
        "1. one\n2. two\n   a) three\n",
    ],
)
def test_what_only_programs_read_is_no_words(markup: str, folder: Folder) -> None:
    folder({"scope.md": HEAD + markup})
    assert unread("scope.md") == []


def test_what_is_read_is_not_said_to_be_unread(folder: Folder) -> None:
    folder(
        {
            "scope.md": HEAD
            + "## Scope\n\n- five *pages* with `code` and [a link](x.md)\n\n| a | b |\n|---|---|\n| c | d |\n"
        }
    )
    assert unread("scope.md") == []


def test_the_document_around_it_says_nothing(folder: Folder) -> None:
    assert not is_said(folder, "scope.md", HEAD)
    assert not is_said(folder, "contract.yaml", TERMS)
