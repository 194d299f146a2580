"""Names in prose: parties with a legal form, defined terms, and references to sections."""

import re
from collections.abc import Iterator
from functools import lru_cache

from scopelint.diagnostics import Confidence
from scopelint.model import Statement
from scopelint.reading.lexicon import Lexicon, fold, load_world
from scopelint.reading.prose.nature import read_nature
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import Sentence, counts
from scopelint.syntax.outline import Text
from scopelint.text import Spanned

_DEFINED = re.compile(r"\((?:[^()\"“”]{0,40})[\"“]([^\"“”]{2,60})[\"”]\)")
_WHOSE = re.compile(r"(?:\([^)]{1,8}\)){0,9},? ([^\W\d_]+) ([\w'’]+(?: [\w'’]+)?)")
"""What follows the number of a section: "2(a) of the Copyright Act"."""
_IN_A_NAME = re.compile(r" (?:[A-Z][\w.&'’-]* ){1,9}[A-Z]")
"""What goes on with a name that a number is part of: "Section 14 El Molino Growers"."""
_NUMBER = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3}){0,3})")


_LABELLED = re.compile(
    r"[*_ ]{0,80}[:|][*_ ]{0,80}([^\W\d_][\w&'’.,-]*(?: [\w&'’.,-]+){1,5})[*_ ]{0,80}(?:\n|$)"
)
"""The rest of a line after a label: "Prepared for: Ann Lee"."""


@lru_cache(maxsize=1)
def _party() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(load_world().legal_forms, key=len, reverse=True))
    name = r"[A-Z][\w&'’-]{1,40}(?: (?:&|and|of|[A-Z][\w&'’-]{0,40})){0,4}"
    return re.compile(rf"\b({name}),? ({forms})(?![\w])")


def read_names(reading: Reading) -> Iterator[Statement]:
    """Names of parties, definitions of terms and references to sections."""
    texts: dict[int, Text] = {}
    for sentence in reading.sentences:
        texts.setdefault(id(sentence.text), sentence.text)
    yield from _sides(reading)
    # An addendum refers to the sections of what it changes.
    for sentence in () if read_nature(reading).record else reading.saying("reference"):
        yield from _references(sentence, reading.lexicon)
    whole = reading.outline.source.text
    forms = [form for form in load_world().legal_forms if f" {form}" in whole]
    for text in texts.values():
        yield from _parties(text, forms, reading.lexicon.words["before_names"])
        yield from _terms(text)


def _sides(reading: Reading) -> Iterator[Statement]:
    """Who is named as the client, and who as the other side, in lines that begin with such a label."""
    dummy = reading.lexicon.words["dummy"]
    for side in ("client", "provider"):
        for sentence in reading.saying(f"term.{side}-name"):
            if not counts(sentence, ("signatures",)):
                continue
            plain = sentence.text.plain
            for hit in sentence.hits[f"term.{side}-name"]:
                start = sentence.words.starts[hit.first]
                if start == sentence.start or plain[start - 1] == "\n":
                    match = _LABELLED.match(plain, sentence.words.ends[hit.last], sentence.end)
                    if match and dummy.isdisjoint(map(fold, match[1].split())):
                        shown = Spanned(match[1], sentence.text.span(match.start(1), match.end(1)))
                        yield Statement("party-side", fold(match[1]), shown, side)


def _parties(text: Text, forms: list[str], before: frozenset[str]) -> Iterator[Statement]:
    """Names with a legal form; ``forms`` are those that the document holds at all.

    ``before`` are words that may stand capitalised before a name and are none of it.
    """
    if not any(form in text.plain for form in forms):
        return
    for match in _party().finditer(text.plain):
        words = match[1].split(" ")
        while len(words) > 1 and fold(words[0]) in before:
            words = words[1:]
        name = " ".join(words)
        start = match.end(1) - len(name)
        shown = Spanned(text.plain[start : match.end()], text.span(start, match.end()))
        form = load_world().legal_forms[match[2]]
        yield Statement("party-name", form, shown, fold(name), Confidence.MEDIUM)


def _terms(text: Text) -> Iterator[Statement]:
    if "(" in text.plain:
        for match in _DEFINED.finditer(text.plain):
            shown = Spanned(match[1], text.span(match.start(1), match.end(1)))
            yield Statement("term-definition", fold(match[1]), shown)


def _references(sentence: Sentence, lexicon: Lexicon) -> Iterator[Statement]:
    """Each "Section 4.2" inside a sentence; not in a heading, where it is the section itself."""
    if sentence.place == "heading":
        return
    for hit in sentence.hits.get("reference", ()):
        if hit.first == 0 and sentence.words.starts[0] == sentence.start and len(sentence.words) < 6:
            continue
        start = sentence.words.starts[hit.first]
        number = _NUMBER.match(sentence.text.plain, sentence.words.ends[hit.first])
        if number is not None and not _belongs_elsewhere(sentence.text.plain, number.end(), lexicon):
            shown = Spanned(
                sentence.text.plain[start : number.end()], sentence.text.span(start, number.end())
            )
            yield Statement("section-reference", number[1], shown, confidence=Confidence.MEDIUM)


def _belongs_elsewhere(plain: str, after: int, lexicon: Lexicon) -> bool:
    """Whether the number before a place is part of a name, or of a law or another document."""
    if _IN_A_NAME.match(plain, after) is not None:
        return True
    whose = _WHOSE.match(plain, after)
    if whose is None or fold(whose[1]) not in lexicon.words["of"]:
        return False
    return lexicon.words["this_one"].isdisjoint(map(fold, whose[2].split()))
