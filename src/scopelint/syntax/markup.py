"""The words of markup that are meant for people, between what is read of a document."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from scopelint.diagnostics import Passage
from scopelint.syntax.markdown.inline import fold_label
from scopelint.text import SourceFile
from scopelint.text.word import speaks

_LABEL = re.compile(r"(?<=\[)([^\[\]\n]{1,200})(?=\]:)")
_LINKED = re.compile(r"\[([^\[\]\n]{1,200})\](?!:)")
_MACHINE = (
    r"\]\([^\s()<>]*",  # where a link leads
    r"\]\[[^\[\]\s]*\]",  # the label a link uses
    r"(?<=\]:)[ \t]*[^\s<]*",  # where a link definition leads
    r"</?[A-Za-z][\w:-]*",  # the name of a tag
    r"""(?<![\w:-])(?:class|id|style|href|src|srcset|width|height|v?align|(?:bg)?color|border|target|rel"""
    r"""|type|name|lang|dir|face|size)\s*=\s*(?:"[^"\s]*"|'[^'\s]*'|[^\s"'<>]+)""",  # names and numbers
    r"(?<![\w:-])[\w:-]+\s*=(?=\s*[\"'])",  # the name of any other
    r"(?<![\w-])[a-z-]+\s*:[^;:'\"<>]*;",  # a declaration of a style
    r"(?<![\w+.-])[a-z][a-z0-9+.-]*:/[^\s<>]*",  # an address
    r"\{[#.:][^{}\s]*\}",  # the anchor of a heading
    r"&#?\w+;",  # a character by its name
)


def markup_for_people(source: SourceFile, runs: Iterable[tuple[int, int]]) -> Iterator[Passage]:
    """The runs, each by its start and end in the text, that hold words for people."""
    text = source.text
    linked = _linked(text)

    def told_elsewhere(label: re.Match[str]) -> str:
        return " " if fold_label(label[1]) in linked else label[0]

    for start, end in runs:
        run = text[start:end]
        if speaks(_machine().sub(" ", _LABEL.sub(told_elsewhere, run) if "]:" in run else run)):
            first = start + len(run) - len(run.lstrip())
            yield Passage("markup", source.span(first, first + len(run.strip())), shown=False)


def _linked(text: str) -> frozenset[str]:
    """The labels that links use: seen as their text, or told with them."""
    if "]:" not in text:
        return frozenset()
    return frozenset(fold_label(found[1]) for found in _LINKED.finditer(text))


@cache
def _machine() -> re.Pattern[str]:
    """What in markup only programs read; compiled when there is markup with letters."""
    return re.compile("|".join(_MACHINE))
