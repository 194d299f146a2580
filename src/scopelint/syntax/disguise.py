"""Telling what hides something from what a script, a unit or an emoji needs; read only when in doubt."""

import re
import unicodedata
from collections.abc import Iterator

from scopelint.diagnostics import Finding, Label, Problem
from scopelint.syntax.suspect import LATIN, LIKE_LATIN, SUSPECT
from scopelint.text import SourceFile, Span

_LATIN_LETTER = re.compile(f"[{LATIN}]")
_OTHER = re.compile(f"[{LIKE_LATIN}]")
_WORD = re.compile(r"[^\W\d_]+")

_CYRILLIC_TWINS = (
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0405\u0406\u0408\u04ae"
)
_GREEK_TWINS = "\u03bf\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
_TWINS = frozenset(_CYRILLIC_TWINS + _GREEK_TWINS)
_LATIN_TWINS = frozenset("aeopcyxijshdqwABEKMHOPCTXSIJYZN")

_FILLERS = "\u115f\u1160\u3164\uffa0"

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_JOINING = re.compile(
    "[\u0600-\u06ff\u0700-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]"
)
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff]")
_EMOJI = re.compile("[\u00a9\u00ae\u200d\u203c-\u3299\ufe0f\u20e3\U0001f000-\U0001faff]")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,16}\U000e007f")


def line_problem(source: SourceFile, line: int) -> Problem | None:
    """What a line hides, None when all of it is needed."""
    start, end = source.line_range(line)
    found = list(_hiding(source.text[start:end]))
    if not found:
        return None
    first, last, _ = found[0]
    names = list(dict.fromkeys(words for _, _, words in found))
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    finding = Finding(
        f"the text hides {', '.join(names[:3])}{more}",
        Label(Span(source.path, start + first, start + last)),
        help="delete it, or type the word again",
    )
    return Problem("hidden-characters", finding)


def _hiding(line: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and description of what a line hides."""
    text = _FLAG.sub(lambda flag: "-" * len(flag[0]), line)
    right_to_left = _RIGHT_TO_LEFT.search(text) is not None
    word_end = -1
    for match in re.finditer(SUSPECT, text):
        at = match.start()
        if not match[0].isalpha() or match[0] in _FILLERS:
            if not _is_needed(text, at, right_to_left):
                yield at, at + 1, _name(match[0])
        elif at >= word_end:
            word = _word_around(text, at)
            word_end = word.end()
            names = ", ".join(_name(char) for char in sorted(_borrowed(word[0]))[:3])
            if names:
                yield word.start(), word.end(), f"{names} in a word of another alphabet"


def _word_around(text: str, at: int) -> re.Match[str]:
    while at and text[at - 1].isalpha():
        at -= 1
    word = _WORD.match(text, at)
    assert word is not None, "a suspect letter is a letter"
    return word


def _is_needed(text: str, at: int, right_to_left: bool) -> bool:
    """Whether the script or emoji around an invisible character needs it."""
    char = text[at]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if char in "\u200e\u200f\u061c":
        return right_to_left
    if char in "\u200c\u200d" and (_JOINING.match(before) or _JOINING.match(after)):
        return True
    if char == "\u200d":
        return bool(_EMOJI.match(before) and _EMOJI.match(after))
    return char == "\u200b" and bool(_UNSPACED.match(before) or _UNSPACED.match(after))


def _borrowed(word: str) -> set[str]:
    """The twins a word borrows from another alphabet.

    Units (``kΩ``), formulas and Latin names with native endings use letters that have no twin, or more
    of them than a disguise would.
    """
    other = {char for char in word if _OTHER.match(char)}
    latin = {char for char in word if _LATIN_LETTER.match(char)}
    if sum(map(word.count, other)) <= sum(map(word.count, latin)):
        return other if len(word) > 2 and other <= _TWINS else set()
    return latin if latin <= _LATIN_TWINS else set()


def _name(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, 'unnamed character')}"
