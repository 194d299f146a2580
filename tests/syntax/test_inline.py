"""Inline Markdown to plain text with places."""

import pytest

from scopelint.syntax.markdown.inline import inline_text
from scopelint.syntax.markdown.line import Line
from scopelint.syntax.outline import Text


def read(raw: str, *references: str) -> Text:
    lines, at = [], 0
    for line in raw.split("\n"):
        lines.append(Line(line, at).stripped())
        at += len(line) + 1
    return inline_text(lines, "a.md", references)


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("plain", "plain"),
        ("*a* **b** ***c*** _d_ __e__ ~~f~~", "a b c d e f"),
        ("snake_case_name 5 * 3 * 2 ~$500 2**3", "snake_case_name 5 * 3 * 2 ~$500 2**3"),
        ("**a *b* c**", "a b c"),
        ("*unclosed **bold**", "*unclosed bold"),
        ("Name: ________ (sign) ____", "Name: ________ (sign) ____"),
        ("[text](http://x.y/a_b 'title') [Name] [ ] [x]", "text [Name] [ ] [x]"),
        ("[a](<b c>) [a](b(c)d) [a] (b)", "a a [a] (b)"),
        ("[a](   b\t  'c d'   ) [a](   'c d') [a](<b>   'c d')", "a a a"),
        ("[a](   b c) [a](<b>'c d')", "[a](   b c) [a]('c d')"),
        ("![alt *x*](img.png) [![badge](a)](b)", "alt x badge"),
        ("[see][ref] [ref] [other][none]", "see ref [other][none]"),
        ("<https://x.y> <a@b.c> <br> <b>bold</b> <Client Name>", "https://x.y a@b.c \n bold <Client Name>"),
        ("a &amp; b &copy; &#65; &nope; AT&T", "a & b © A &nope; AT&T"),
        (r"\*not\* \[x\] \a 5\% a\\b", r"*not* [x] \a 5% a\b"),
        ("`code *x*` ``a ` b`` `open", "code *x* a ` b `open"),
        (
            "<%= a['x'] || *b* %> {{ *c* }} {% if d %} [%e_f_g]",
            "<%= a['x'] || *b* %> {{ *c* }} {% if d %} [%e_f_g]",
        ),
        ("{{ open *a*", "{{ open a"),
        ("one  \n two\\\nthree", "one\ntwo\nthree"),
        ("$5 & <5 days>", "$5 & <5 days>"),
        ("*a**b**c*", "abc"),
        ("**“quoted”** and *(x)*", "“quoted” and (x)"),
    ],
)
def test_a_reader_sees(raw: str, plain: str) -> None:
    assert read(raw, "ref").plain == plain


def test_ranges_are_of_the_plain_text() -> None:
    text = read("a **b** `c` [d *e*](f) ~~g~~ <del>h</del>")
    assert text.plain == "a b c d e g h"
    assert [text.plain[a:b] for a, b in text.bold] == ["b"]
    assert [text.plain[a:b] for a, b in text.code] == ["c"]
    assert [(text.plain[a:b], url) for a, b, url in text.links] == [("d e", "f")]
    assert [text.plain[a:b] for a, b in text.struck] == ["g", "h"]


@pytest.mark.parametrize("word", ["two", "bold", "link", "&", "last"])
def test_a_part_has_its_place(word: str) -> None:
    raw = "one two **bold** [link](x)\n   and &amp; *last*"
    text = read(raw)
    start = text.plain.index(word)
    place = text.span(start, start + len(word))
    assert raw[place.start : place.end] == ("&amp;" if word == "&" else word)
    part = text.part(start, start + len(word))
    assert (part.plain, part.span()) == (word, place)


def test_parts_keep_their_marks() -> None:
    text = read("a **bold words** b")
    part = text.part(5, 13)
    assert (part.plain, part.bold) == ("d words ", ((0, 7),))
    assert [line.plain for line in read("a\nb *c*").lines()] == ["a", "b c"]
    assert text.part(3, 3).span().start == text.span(3).start
    assert read(" x ").stripped().plain == "x"
