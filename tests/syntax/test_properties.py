"""What holds for every text: parsers never raise, places are exact, and no word is lost."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from scopelint.syntax.directive import outline_directives, yaml_directives
from scopelint.syntax.limits import Limits
from scopelint.syntax.load import decode
from scopelint.syntax.markdown import parse_markdown
from scopelint.syntax.node import Mapping, Node, Scalar, Sequence
from scopelint.syntax.yaml_tree import parse_yaml
from scopelint.text import SourceFile, Span
from tests.syntax.reading import codes, texts

ANY_TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=300)
MARKS = (
    "# ¦## 1. ¦- ¦* ¦+ ¦1. ¦> ¦    ¦\t¦| ¦ | ¦|---|¦---¦===¦```¦~~~¦**¦__¦*¦_¦~~¦`¦[¦]¦](¦)¦![¦<¦>¦<!--¦-->"
    "¦<!-- scopelint: ignore[¦&amp;¦\\¦:¦.¦(a) ¦☐ ¦✅ ¦- [ ] ¦{{¦}}¦<%¦%>¦[%¦\n¦\r\n¦\n\n¦\r¦word¦Key: "
    "¦CAPS LINE¦é¦😀¦\u202e¦\u200b¦+++¦title: x¦#Title¦<br>¦[a]: b"
    "¦<h1>¦<h6>¦</h2>¦<ul>¦</ul>¦<li>¦<div align='x'>¦</div>¦<style>¦</style>¦<p>"
)
MARKED = st.lists(st.sampled_from(MARKS.split("¦")), max_size=60).map("".join)
YAML_MARKS = (
    "a¦b: ¦- ¦\n¦  ¦[¦]¦{¦}¦,¦'¦\"¦|¦>¦&x ¦*x¦# c¦---\n¦? ¦!t ¦<<: ¦\t¦é¦\u2028¦\r\n¦%¦@¦...¦1:30¦~¦:¦\x07"
)
YAMLISH = st.lists(st.sampled_from(YAML_MARKS.split("¦")), max_size=50).map("".join)


@settings(max_examples=150)
@given(st.one_of(ANY_TEXT, MARKED))
def test_markdown_is_read_whatever_it_is(text: str) -> None:
    source = SourceFile("a.md", text)
    outline, problems = parse_markdown(source)
    directives, complaints = outline_directives(outline)
    spans = [text.span() for text in texts(outline)]
    spans += [section.span for section in outline.root.walk()]
    spans += [directive.covers for directive in directives]
    spans += [problem.finding.at.span for problem in (*problems, *complaints)]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)


@settings(max_examples=150)
@given(st.one_of(ANY_TEXT, MARKED))
def test_an_excerpt_is_what_the_text_says(text: str) -> None:
    source = SourceFile("a.md", text)
    for shown in texts(parse_markdown(source)[0]):
        for match in re.finditer(r"[^\W_]+", shown.plain):
            excerpt = source.excerpt(shown.span(match.start(), match.end()))
            if not re.search(r"[^\w]", excerpt):
                assert excerpt == match[0]
            elif "&" not in excerpt:
                assert (
                    re.sub(r"<!--.*?-->|[*_~`\\\[\]\u00ad]|\(.*?\)|<[^>]*>", "", excerpt, flags=re.DOTALL)
                    == match[0]
                )
        assert "".join(part.plain + "\n" for part in shown.lines()) == shown.plain + "\n"


PREFIXES = "¦# ¦## 1. ¦- ¦  - ¦1. ¦> ¦> - ¦    ¦| ¦**¦☐ ¦(a) ¦- [ ] ¦#¦##¦```\n¦\t"
SUFFIXES = "¦:¦**¦ |¦ | x |¦\n---¦\n===¦\n|---|¦.¦  ¦\\¦ #¦\n```"
PREFIX, SUFFIX = st.sampled_from(PREFIXES.split("¦")), st.sampled_from(SUFFIXES.split("¦"))
LINES = st.lists(st.tuples(PREFIX, st.integers(1, 4), SUFFIX, st.sampled_from(["\n", "\n\n"])), max_size=25)


@settings(max_examples=150)
@given(LINES)
def test_no_word_is_lost(lines: list[tuple[str, int, str, str]]) -> None:
    words: list[str] = []
    text = ""
    for prefix, count, suffix, end in lines:
        some = [f"word{len(words) + n}x" for n in range(count)]
        words += some
        text += prefix + " ".join(some) + suffix + end
    outline, _ = parse_markdown(SourceFile("a.md", text))
    seen = " ".join(text.plain for text in texts(outline))
    seen += " ".join(f" {code.language} {code.content}" for code in codes(outline))
    assert sorted(re.findall(r"word\d+x", seen), key=lambda word: int(word[4:-1])) == words


def _nodes(node: Node | None) -> list[Node]:
    if isinstance(node, Mapping):
        return [node, *(below for entry in node.entries for part in entry for below in _nodes(part))]
    if isinstance(node, Sequence):
        return [node, *(below for item in node.items for below in _nodes(item))]
    return [] if node is None else [node]


@settings(max_examples=150)
@given(st.one_of(ANY_TEXT, YAMLISH))
def test_yaml_is_read_whatever_it_is(text: str) -> None:
    source = SourceFile("a.yaml", text)
    tree = parse_yaml(source)
    spans: list[Span] = [node.span for node in _nodes(tree.node)]
    spans += [comment.span for comment in tree.comments]
    spans += [problem.finding.at.span for problem in tree.problems]
    spans += [directive.covers for directive in yaml_directives(source, tree)[0]]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    for node in _nodes(tree.node):
        if isinstance(node, Scalar) and node.plain and re.fullmatch(r"[\w]+", node.text):
            assert node.text in source.excerpt(node.span)


@given(st.binary(max_size=60))
def test_bytes_are_text_or_one_problem(data: bytes) -> None:
    result = decode("a.md", data, Limits(file_bytes=50))
    if isinstance(result, SourceFile):
        assert result.text.encode() == (data[3:] if result.bom else data)
    else:
        assert result.rule in ("unreadable-file", "exceeded-limit")
