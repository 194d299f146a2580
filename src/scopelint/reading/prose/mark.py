"""Marks that stand for a value not filled in: brackets, template code, blanks, rows of X.

What a mark looks like is the same in every language; which words make a bracket a slot is the lexicon's.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from scopelint.diagnostics import Confidence
from scopelint.reading.lexicon import Lexicon, fold, load_world, split_words
from scopelint.syntax.outline import Text

_MARK = re.compile(
    r"(?P<code>\{\{[^{}]{1,80}\}\}|<%(?:[^%]|%(?!>)){0,400}+%>|\$\{[^{}]{1,80}\}|<<[^<>]{1,60}>>|«(?=\w*(?:_|[a-z][A-Z]))\w{1,60}»"
    r"|%[A-Z][A-Z_]{2,40}%|%[a-z]{2,20}_[a-z_]{2,20}%|@@[A-Z][A-Z_]{1,40}@@)"
    r"|(?P<bracket>\[[^\[\]]{1,240}\])"
    r"|(?P<brace>\{[^{}\n]{1,240}\})"
    r"|(?P<angle><[^\W\d_][^<>@/=\n]{1,60}>)"
    r"|(?P<blank>[_\uff3f]{3,}|\.{5,}+(?!\s*(?:[$€£₹]\s?\d|\d[\d.,]*\s?(?:[$€£₹]|[A-Z]{3}\b)))|…{2,}|(?<![\w*_])__(?=\s?[%€\w])|(?<=[$€£₹])\s?_+|(?<=\()_{2}(?=\)))"
    r"|(?P<mask>(?<![\w])(?:20XX|20_{2}|20\d[X_]|(?:DD|TT|JJ)[/.]MM[/.](?:YYYY|JJJJ|AAAA)|MM/DD/YYYY|[X]{1,3}(?:[.,]X{2,3})+"
    r"|_{1,2}[.,]_{2}|X{3,}|x{4,}|(?<![.\d])xx(?![.,\d])|0{1,2}[/.]0{1,2}[/.]0{2,4}"
    r"|_{2}[-/.]_{2}[-/.](?:_{2,4}|\d{2,4})|XX(?: XX){2,}|0\.000,00|\(00\) 0{4,5}-0000"
    r"|\(?(?:555\)?[-. ]555[-. ]5555|123\)?[-. ]456[-. ]7890)"
    r"|0{3}[-. /](?:0{3}[-. ]0{3,4}(?:-00)?|0{5,8})|9{4,5}-9{4}|[A-Z]{2}00(?: 0000){2,}(?: 00?)?"
    r"|(?<=[\s:])#{3,}|00\.0{3}\.0{3}/000[01]-00"
    r"|(?<!,)0{1,3}(?:,000)+(?:\.00)?|xx[.,]xx)(?!\w)|(?<=[$€£₹])\s?[Xx]+(?!\w))"
    r"|(?P<count>(?<![\w.$-])(?:X{1,3}|N)(?=\s?[%€$£]|\s[^\W\d_]{2,}))"
    r"|(?P<snake>(?<![\w/.])[A-Z]{2,20}(?:_[A-Z]{2,20}){1,3}(?![\w/.=]))"
)
_SIGN = re.compile(
    r"[\[({<«…\uff3f]|__|20\dX|456|555|000|9999|###"
    r"|\.{5}|XX|xx|[$€£₹]\s?[Xx_]|0[/.,-]00|0[/.]0|000 000|MM/|\.MM\."
    r"|%[A-Za-z]|@@|[A-Z]_[A-Z]|[XN](?:\s|[%€])"
)
_PAREN = re.compile(r"\([^\W\d_][^()\[\]\n]{3,80}\)")
_WORD = re.compile(r"\s*(\w+)")
_NUMBERS = re.compile(r"[\d\s.,–/-]+%?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_COUNT = re.compile(r"(?:^|[\s$€£₹/–-])(?:X|N|XX)(?:$|[\s%.,/–-])")
_MASK = re.compile(r"X{2,}|x{3,}")
_CODE = re.compile(r"[;=\"'`\\|]|:\s?\S|=>|\w\(|^[\d, ]+$")
_QUOTED_WORD = re.compile(r"\[[a-z_]+\]")
_NEVER_OPENS = "^!.…@#%:-–\\"
_SIGNS = frozenset("%€$£₹")
_MANY_WORDS = 14
_FILLED = ("blank", "bracket")


class Mark(NamedTuple):
    """A slot in a run of text: a range of ``plain``, what it looks like, and how surely it is one."""

    start: int
    end: int
    kind: str
    confidence: Confidence


def marks(text: Text, lexicon: Lexicon) -> Iterator[Mark]:
    """The slots of a run of text, from left to right; what stands in code or in a link is none."""
    plain = text.plain
    if _SIGN.search(plain) is None:
        return
    links = tuple((a, b) for a, b, _ in text.links)
    codes = frozenset(text.code)
    for start, end, kind in _looks(plain):
        # A blank set as code is still a blank to fill in; other code is an example.
        quoted = covered(start, text.code) and not (
            kind in _FILLED and _is_filled_in(plain, start, end, codes)
        )
        if quoted or covered(start, links):
            continue
        confidence = _confidence(kind, plain, start, end, lexicon)
        if confidence is not None:
            yield Mark(start, end, kind, confidence)


def _is_filled_in(plain: str, start: int, end: int, codes: frozenset[tuple[int, int]]) -> bool:
    """Whether code is nothing but a slot: `[Name]`, while `[id]` is a part of a path."""
    return (start, end) in codes and _QUOTED_WORD.fullmatch(plain, start, end) is None


def _looks(plain: str) -> Iterator[tuple[int, int, str]]:
    """Whatever looks like a slot: its range and what it looks like, from left to right."""
    found = [(*match.span(), match.lastgroup or "") for match in _MARK.finditer(plain)]
    if "(" in plain:
        # Brackets of prose hold slots too, so they are looked for apart.
        found += [(*match.span(), "paren") for match in _PAREN.finditer(plain)]
        found.sort()
    yield from found


def covered(at: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    """Whether a place lies in one of some ranges, which are in order and do not overlap."""
    before = bisect_right(ranges, at, key=itemgetter(0))
    return before > 0 and at < ranges[before - 1][1]


def _confidence(kind: str, plain: str, start: int, end: int, lexicon: Lexicon) -> Confidence | None:
    if kind == "bracket":
        return _bracket(plain, start, end, lexicon)
    if kind in ("brace", "angle"):
        before_it = plain[start - 1 : start]
        inside_code = before_it.isalnum() or before_it in ("}", "\\", "$")
        content = plain[start + 1 : end - 1]
        in_path = before_it == "/" and plain[start - 2 : start] != "//"
        if inside_code or in_path or (kind == "brace" and _CODE.search(content)):
            return None
        if _named(content, lexicon):
            return Confidence.MEDIUM
        before = plain[:start].rstrip(" *_")[-1:] or ("" if plain[end:].strip() else ":")
        return _brace(content, before) if kind == "brace" else None
    if kind in ("paren", "snake"):
        wanted = {"slot.fill", "slot.noun"} if kind == "paren" else {"slot.bare"}
        told = lexicon.matcher("items").groups_in(plain[start:end].strip("()").replace("_", " "))
        return Confidence.MEDIUM if wanted <= told else None
    if kind == "count":
        counted = _counts(plain, end, lexicon) or (
            _leads(plain, start) and _counts_things(plain, end, lexicon)
        )
        return Confidence.MEDIUM if counted else None
    if kind == "blank":
        return None if _leads_to_page(plain, end) or _in_a_word(plain, start, end) else Confidence.HIGH
    return Confidence.HIGH


def _counts(plain: str, end: int, lexicon: Lexicon) -> bool:
    """Whether what follows a letter is what a number counts: "X days", "N %", "XX EUR"."""
    word = _WORD.match(plain, end)
    if word is None:
        return plain[end : end + 2].strip()[:1] in _SIGNS
    return fold(word[1]) in lexicon.units or word[1] in load_world().currencies


def _counts_things(plain: str, end: int, lexicon: Lexicon) -> bool:
    """Whether what follows a letter is several things: "X pages"."""
    word = _WORD.match(plain, end)
    things = fold(word[1]) if word else ""
    return things.endswith("s") and things.removesuffix("s") in lexicon.subjects


def _leads(plain: str, start: int) -> bool:
    """Whether a letter belongs to no name: "up to X pages" is a number, "Model X pages" is none."""
    before = plain[:start].split()
    return not before or before[-1].islower() or not before[-1][-1].isalnum()


def _leads_to_page(plain: str, end: int) -> bool:
    """Whether dots lead to the page number of a table of contents."""
    return plain[end - 1] == "." and plain[end : end + 5].strip().isdigit()


def _in_a_word(plain: str, start: int, end: int) -> bool:
    """Whether underscores or dots belong to a name such as ``a___b``, or end a trailing thought."""
    before, after = plain[start - 1 : start], plain[end : end + 1]
    return (before.isalnum() and after.isalnum()) or (plain[start] in ".…" and before.isalpha())


def _bracket(plain: str, start: int, end: int, lexicon: Lexicon) -> Confidence | None:
    content = plain[start + 1 : end - 1].strip()
    before, after = plain[start - 1 : start], plain[end : end + 1]
    in_path = before == "/" and plain[start - 2 : start] != "//"
    if before.isalnum() or in_path or (before and before in "]!@\\") or (after and after in "(["):
        return None
    priced = not content and plain[:start].rstrip(" ")[-1:] in _SIGNS
    if priced or (content in ("", "x") and _counts(plain, end, lexicon)):
        return Confidence.HIGH
    if not content or content[0] in _NEVER_OPENS or content in ("x", "✓", "✔", "✗", "-"):
        return None
    if _DATE.fullmatch(content) or (content[0] in _SIGNS and content[1:2].isdigit()):
        return None
    if content in ("X", "N"):
        return Confidence.HIGH if before in _SIGNS or _counts(plain, end, lexicon) else Confidence.LOW
    if _NUMBERS.fullmatch(content):
        return Confidence.MEDIUM if re.search(r"\d\s?[/–-]\s?\d", content) else Confidence.LOW
    return _wording(content, bool(after.strip()) or after == " ", lexicon)


def _wording(content: str, more_follows: bool, lexicon: Lexicon) -> Confidence | None:
    words = split_words(content)
    groups = lexicon.matcher("items").groups(words)
    if "slot.editorial" in groups:
        return None
    if (
        groups & {"slot.noun", "slot.instruction", "slot.unfilled"}
        or _COUNT.search(content)
        or _MASK.fullmatch(content)
    ):
        return Confidence.HIGH if content != "X" or more_follows else Confidence.LOW
    if len(words) > _MANY_WORDS:
        return Confidence.LOW
    if "/" in content or (content.isupper() and len(words) > 1):
        return Confidence.HIGH
    return Confidence.MEDIUM if len(words) > 1 and content[0].isupper() else Confidence.LOW


def _brace(content: str, before: str) -> Confidence | None:
    """How surely braces in prose are a slot: as a value or a sum, as words; ``{"key": 1}`` is code."""
    if not any(map(str.isalpha, content)):
        return None
    is_word = re.fullmatch(r"[\w-]+", content) is not None
    if before in _SIGNS or (before == ":" and is_word):
        return Confidence.MEDIUM
    return Confidence.MEDIUM if " " in content and content[0].isupper() else Confidence.LOW


def _named(content: str, lexicon: Lexicon) -> bool:
    return "slot.noun" in lexicon.matcher("items").groups_in(content.replace("_", " "))
