"""Headings as people write them: decided line by line where CommonMark sees only a paragraph."""

import re
from typing import NamedTuple

from scopelint.syntax.markdown.line import Line
from scopelint.syntax.markdown.number import take_number
from scopelint.syntax.markdown.prose import Prose
from scopelint.syntax.outline import Text
from scopelint.text import Span


class Heading(NamedTuple):
    """A heading before sections are nested. ``level`` counts for ``#`` and underlined ones only."""

    title: Text
    number: str | None
    level: int
    mark: str
    span: Span


class Opening(NamedTuple):
    """A heading found at the start of a line, and what follows it there."""

    heading: Heading
    rest: Line | None


_PREFIX = r"(?:[\d.]{1,8}\s+|[^\w\s*_\[(<|`{#]{1,4}\s*)?"
_BOLD = re.compile(rf"{_PREFIX}(\*{{2,3}}|__)(?=\S)([^*]{{1,200}}?)(?<=\S)\1(?:[ \t]*(:))?")
_ITALIC = re.compile(r"([*_])(?=[^\s*_])([^*_]{1,80}?[.:])\1\s+")
_DASH = re.compile(r"\s+[–—-]+\s+")
_HASHES = re.compile(r"(#{1,6})(?:(?=[^\s#\d!/])|(?=\d{1,2}[.)])|\xa0+)")
_TAGGED = re.compile(r"<h([1-6])(?:\s[^<>]*)?>(.+)</h\1>", re.IGNORECASE)
_UNDERLINED = re.compile(r"<u>(.+)</u>(:?)", re.IGNORECASE)
_DECORATED = re.compile(r"([-=~*#─━═])\1{1,40} *([^-=~*#─━═|\n]{2,100}?) *\1{2,41}")
_NUMBERED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){1,4}\.?|(?:Section|Article|Artikel|Clause|Cl[áa]usula|Abschnitt|Art[ií]culo|Artigo|§)"
    r"\s{0,2}(?:\d{1,3}|[IVXLC]{1,6})[.:]?)\s+(?:[–—-]\s+)?",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?=[^\W\d_])([^.:;|\n]{2,80}?)[.:](?:[-–—]+)?(?:\s+|$)")
_ASIDE = re.compile(r"\s\([^()]{1,60}\)$")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_ENDS_SENTENCE = ("!", "?", ";", ",", ".")
_MAX_WORDS = 14
_SHORT, _SHORTEST = 6, 4
"""Fewer letters than these are no title in capitals, beside other lines and alone."""


def missing_space(line: Line, prose: Prose, alone: bool) -> Opening | None:
    """``##Title``; a single ``#`` only where the line is no string of hashtags."""
    match = _HASHES.match(line.text)
    if match is None:
        return None
    title = line.after(match.end())
    if len(match[1]) == 1 and not (alone and title.text[:1].isupper() and "#" not in title.text):
        return None
    title = Line(title.text.rstrip("#").rstrip(), title.start)
    return _opening(prose.text([title]), "missing-space", line, prose, None, len(match[1]))


def tagged_title(line: Line, prose: Prose) -> Opening | None:
    """A heading written in HTML."""
    match = _TAGGED.fullmatch(line.text)
    if match is None:
        return None
    return _opening(prose.text([line]), "atx", line, prose, None, int(match[1]))


def bold_title(line: Line, prose: Prose) -> Opening | None:
    """A line that is bold from end to end and reads as a title, not as an emphasised sentence."""
    underlined = _UNDERLINED.fullmatch(line.text)
    match = _BOLD.fullmatch(underlined[1] if underlined else line.text)
    if match is None or not _is_title(match[2]):
        return None
    return _opening(prose.text([line]), "bold", line, prose, None)


def bold_key(line: Line) -> re.Match[str] | None:
    """Bold words opening a line and closed by a colon: a key, its value may be absent."""
    match = _BOLD.match(line.text)
    if match is None or not (match[3] or match[2].rstrip().endswith(":")):
        return None
    return match


def run_in(line: Line, prose: Prose) -> Opening | None:
    """Bold words that open a clause: ``**Title:** text``, ``**Title.** text``, ``**Title** – text``."""
    match = _BOLD.match(line.text)
    if match is None:
        return _italic_run_in(line, prose)
    inner = match[2].rstrip()
    end = match.end()
    if not (match[3] or inner.endswith((":", ".", "?"))):
        dash = _DASH.match(line.text, end)
        if dash is None:
            return None
        end = dash.end()
    if not line.text[end:].strip() or not _has_words(inner) or len(inner.split()) > _MAX_WORDS:
        return None
    head = Line(line.text[: match.end()], line.start)
    return _opening(prose.text([head]), "run-in", line, prose, line.after(end))


def _italic_run_in(line: Line, prose: Prose) -> Opening | None:
    match = _ITALIC.match(line.text)
    if match is None or not match[2][0].isupper() or len(match[2].split()) > 6:
        return None
    head = Line(line.text[: match.end()].rstrip(), line.start)
    return _opening(prose.text([head]), "run-in", line, prose, line.after(match.end()))


def caps_title(line: Line, prose: Prose, alone: bool) -> Opening | None:
    """A line in capitals: two words or one long one, a short one alone; an aside in brackets may be small."""
    text = _ASIDE.sub("", line.text).rstrip(":. ")
    if (
        text.upper() != text
        or not 1 <= len(text.split()) <= 8
        or len(text) > 80
        or "|" in text
        or "__" in text
    ):
        return None
    if text[0] in "[{<(" or "@" in text:
        return None
    words = _LETTERS.findall(text)
    if (
        not words
        or sum(map(len, words)) < (_SHORTEST if alone else _SHORT)
        or sum(c.isdigit() for c in text) > 4
    ):
        return None
    return _opening(prose.text([line]), "caps", line, prose, None)


def decorated_title(line: Line, prose: Prose) -> Opening | None:
    """A title between two rows of signs: ``--- Payment ---``, ``=== SCOPE ===``."""
    match = _DECORATED.fullmatch(line.text)
    if match is None or match[2][0].islower() or not _is_title(match[2]):
        return None
    title = Line(match[2], line.start + match.start(2))
    return _opening(prose.text([title]), "bold", line, prose, None)


def numbered_title(line: Line, prose: Prose) -> Opening | None:
    """A plain line that a section number makes a heading, or a clause it opens: ``1.1 Term. The …``."""
    match = _NUMBERED.match(line.text)
    if match is None:
        return None
    body = line.text[match.end() :]
    lead = _LEAD.match(body)
    if lead and len(lead[1].split()) <= 8 and body[lead.end() :].strip():
        end = match.end() + lead.end()
        head = Line(line.text[:end].rstrip(), line.start)
        return _opening(prose.text([head]), "run-in", line, prose, line.after(end))
    if (
        len(body.split()) <= 8
        and len(body) <= 80
        and body[:1].isupper()
        and not body.endswith((".", ";", ","))
    ):
        return _opening(prose.text([line]), "numbered", line, prose, None)
    return None


def heading(title: Text, level: int, mark: str, span: Span) -> Heading:
    """A heading, its number taken off the title."""
    number, rest = take_number(title)
    return Heading(rest, number, level, mark, span)


def _opening(title: Text, mark: str, line: Line, prose: Prose, rest: Line | None, level: int = 0) -> Opening:
    title = title.stripped()
    kept = title.plain.rstrip(":.").rstrip() or title.plain
    end = rest.start if rest else line.end
    return Opening(heading(title.part(0, len(kept)), level, mark, Span(prose.file, line.start, end)), rest)


def _is_title(words: str) -> bool:
    stripped = words.strip()
    count = len(stripped.split())
    if count > _MAX_WORDS or len(stripped) > 100 or not _has_words(stripped):
        return False
    return count <= 6 or not stripped.endswith(_ENDS_SENTENCE)


def _has_words(text: str) -> bool:
    """Whether a text names something, rather than being an amount or a blank to fill."""
    words = [word for word in text.split() if not any(c.isdigit() or c in "$€£₹¥" for c in word)]
    if len(words) < len(text.split()):
        words = [word for word in words if not (word.isupper() and len(word) == 3)]
    return _LETTERS.search(" ".join(words)) is not None
