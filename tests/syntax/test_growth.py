"""Reading four times as much takes about four times as long, whatever the shape."""

import gc
import time
from collections.abc import Callable

import pytest

from scopelint.syntax.directive import outline_directives
from scopelint.syntax.limits import Limits
from scopelint.syntax.markdown import parse_markdown
from scopelint.syntax.unread import unread_in_markdown
from scopelint.syntax.yaml_tree import parse_yaml
from scopelint.text import SourceFile

MARKDOWN = {
    "paragraphs": "Some words and **bold ones**, a [link](http://x.y) and `code`.\n\n",
    "one paragraph": "Some *words* and **bold ones** go on.\n",
    "headings": "## 1.1 Title of it\n\n**Client:** Acme\n\n",
    "nested lists": "- a\n  - b\n    - c\n      - d\n",
    "flat list": "- one item with words\n",
    "quotes": "> > > quoted\n>\n",
    "open brackets": "[",
    "images": "![",
    "links": "[a](",
    "link titles": '[a](b "',
    "closed brackets": "[a][b]",
    "pipes": "|",
    "rows": "| a | b | c |\n",
    "backticks": "`a ``b ",
    "growing backticks": "`a` ``b`` ",
    "asterisks": "*a **b ",
    "underscores": "_a __b",
    "mixed emphasis": "*_a",
    "closers": "a** ",
    "tildes": "~~a ",
    "comment openings": "<!-- ",
    "comments": "a <!-- b --> c\n",
    "code and comments": "`<!--` <!-- a --> ",
    "tags": "<b <del>",
    "entities": "&amp &amp; &x",
    "templates": "{{ <% [% {% ",
    "glyphs": "☐ open\n✅ yes\n",
    "letters": "(a) clause\n(b) clause\n",
    "keys": "**Key:** value\n",
    "fences": "```\ncode\n```\n",
    "definitions": "[a]: b\n[a]\n",
    "escapes": "\\*\\[",
    "suppressions": "- a <!-- scopelint: ignore[r] x -->\n",
    "hidden": "p\u0430y\u200bment \u202e\n",
    "blank lines": "\n",
    "setext": "a\n---\n",
    "spaces": "a    ",
}
WRAPPED = {
    "capitals in an item": ("- ", "A", "1"),
    "capital words in an item": ("- ", "AB ", "1"),
    "title case": ("", "Ab-", "!\n\n- x\n"),
    "ampersands": ("A ", "& ", "!\n\n- x\n"),
    "direction marks": ("", "\u200e", "\n"),
    "flags": ("", "\U0001f3f4\U000e0067\U000e007f", "\n"),
    "alphabets": ("", "a\u0436", "\n"),
    "digits": ("## ", "1.1", " x\n"),
    "bold words": ("**", "word ", "x\n"),
    "indented": ("- a\n", "  ", "- b\n"),
    "an attribute of words": ('<b title="', "word ", '">x</b>\n'),
    "an attribute of hyphens": ('<b title="', "a-b", '">x</b>\n'),
    "an attribute of dots": ('<b title="x ', "a.", '">x</b>\n'),
    "attributes without values": ("<b ", "ab = ", ">x</b>\n"),
    "declarations": ('<b style="', "ab: cd ", '">x</b>\n'),
    "lines of a title": ('[x](y "a', "\n", '")\n'),
}
UNBOUNDED = Limits(markdown_lines=10**9, prose_words=10**9)
"""What stands after a limit is only passed over: the time would leap there, and no longer tell growth."""

YAML = {
    "records": "- {id: M1, title: 'one # two'} # comment\n",
    "comments": "# a # b\n",
    "quotes": "- 'a # b'\n",
    "flow": "[a, ",
}


def _seconds(read: Callable[[str], object], text: str) -> float:
    """The best of some runs, the garbage collector off as it is during a check."""
    best = float("inf")
    gc.disable()
    try:
        for _ in range(4):
            start = time.process_time()
            read(text)
            best = min(best, time.process_time() - start)
    finally:
        gc.enable()
    return best


def _read_markdown(text: str) -> None:
    source = SourceFile("a.md", text)
    outline = parse_markdown(source, UNBOUNDED)[0]
    outline_directives(outline)
    unread_in_markdown(outline)


def _read_yaml(text: str) -> None:
    parse_yaml(SourceFile("a.yaml", text))


def _grows_in_line(read: Callable[[str], object], text: Callable[[int], str]) -> bool:
    """Whether one of three measurements, on a machine that does other things too, stays in bounds."""
    return any(_ratio(read, text) <= 6 for _ in range(3))


def _ratio(read: Callable[[str], object], text: Callable[[int], str]) -> float:
    """The time for four times the text over the time for it, at a size where time can be told."""
    size = 500
    once = _seconds(read, text(size))
    while once < 0.02 and len(text(size)) < 150_000:
        size *= 2
        once = _seconds(read, text(size))
    return _seconds(read, text(size * 4)) / max(once, 0.005)


@pytest.mark.slow
@pytest.mark.parametrize("shape", MARKDOWN)
def test_markdown_grows_in_line(shape: str) -> None:
    assert _grows_in_line(_read_markdown, lambda size: MARKDOWN[shape] * size)


@pytest.mark.slow
@pytest.mark.parametrize("shape", WRAPPED)
def test_one_long_piece_grows_in_line(shape: str) -> None:
    before, piece, after = WRAPPED[shape]
    assert _grows_in_line(_read_markdown, lambda size: before + piece * size + after)


@pytest.mark.slow
@pytest.mark.parametrize("shape", YAML)
def test_yaml_grows_in_line(shape: str) -> None:
    assert _grows_in_line(_read_yaml, lambda size: YAML[shape] * size)


@pytest.mark.slow
def test_many_keys_grow_in_line() -> None:
    assert _grows_in_line(_read_yaml, lambda size: "".join(f"key{n}: {n}\n" for n in range(size)))
