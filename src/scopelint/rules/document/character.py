"""Characters that nobody sees, and letters that look like others."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from scopelint.diagnostics import Finding, Fix, Label
from scopelint.model import Contract, Document
from scopelint.model.naming import counted, quoted
from scopelint.rules.document.record import reported
from scopelint.rules.rule import Context
from scopelint.text import Edit, Span

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_INVISIBLE = re.compile(
    "[\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_COMMANDS = frozenset("\x08\x1b\x7f\x90\x9b\x9d")
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_MARKS = frozenset("\u200e\u200f\u061c")
_JOINERS = frozenset("\u200c\u200d")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JOINING = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufefc]"
)
_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff]"
"""Letters of scripts without blanks between words: there a zero-width space says where a line may break."""
_PICTURE = re.compile("[\u2190-\u2bff\u3030-\u303d\u3297\u3299\U0001f000-\U0001faff\ufe0f\u20e3\u200d]")
_TAGS = "".join(map(chr, range(0xE0000, 0xE0080)))
_LONGEST_FLAG = 17
_FLAG = "\U0001f3f4"

_GREEK_OR_CYRILLIC = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_LOOKALIKES = frozenset(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u051b\u051d\u04bb"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405"
    "\u03bf\u03bd\u03b1\u03c1\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
)
"""Greek and Cyrillic letters that are drawn like a Latin one."""


class _Kind(NamedTuple):
    """A kind of hidden character: how a message counts it, what it does, and the case."""

    noun: str
    effect: str
    case: str | None


_TURN = _Kind("bidirectional control", "can make the text read differently from what it says", None)
_TAG = _Kind("tag character", "holds text that nobody sees", None)
_SPLIT = _Kind("zero-width character", "hides inside a word", None)
_STRAY = _Kind("invisible character", "stands between words", "stray")
_COMMAND = _Kind("control character", "can command a terminal", None)
_CODE = _Kind("control character", "does not belong in text", "stray")


def hidden_characters(contract: Contract, cx: Context) -> Iterator[Finding]:
    """The document holds characters that a reader cannot see or tell apart."""
    yield from reported(contract, "hidden-characters")
    for document in contract.documents:
        yield from _hidden(document)
        if not document.text.isascii() and _GREEK_OR_CYRILLIC.search(document.text):
            yield from _mixed(document)


def _hidden(document: Document) -> Iterator[Finding]:
    found: dict[_Kind, list[Span]] = {}
    for pattern in (_CONTROL,) if document.text.isascii() else (_CONTROL, _INVISIBLE):
        for match in pattern.finditer(document.text):
            kind = _kind(document.text, match.start())
            if kind:
                found.setdefault(kind, []).append(Span(document.path, *match.span()))
    for kind, spans in found.items():
        code = f"U+{ord(document.text[spans[0].start]):04X}"
        number = counted(len(spans), kind.noun)
        yield Finding(
            f"{number} ({code}) that {kind.effect}"
            if len(spans) == 1
            else f"{number} ({code} …): each {kind.effect}",
            Label(spans[0]),
            case=kind.case,
            related=tuple(Label(span) for span in spans[1:]),
            fix=Fix("remove what cannot be seen", tuple(Edit(span, "") for span in spans)),
        )


def _kind(text: str, at: int) -> _Kind | None:
    """What a hidden character does where it stands; None where it belongs."""
    char = text[at]
    if _CONTROL.match(char):
        return _COMMAND if char in _COMMANDS else _CODE
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if char in _BIDI:
        return _TURN
    if char in _MARKS:
        near = text[max(0, at - 40) : at + 40]
        return None if _RIGHT_TO_LEFT.search(near) else _STRAY
    if char == "\u200b" and (re.match(_UNSPACED, before) or re.match(_UNSPACED, after)):
        return None
    if char in _JOINERS and (_JOINING.match(before) or _PICTURE.match(before)):
        return None
    if char >= "\U000e0000":
        return None if _ends_flag(text, at) else _TAG
    return _SPLIT if before.isalnum() and after.isalnum() else _STRAY


def _ends_flag(text: str, at: int) -> bool:
    """Whether the tags before a place open with a black flag, as in the flag of Wales."""
    before = text[max(0, at - _LONGEST_FLAG) : at].rstrip(_TAGS)
    return before.endswith(_FLAG)


def _mixed(document: Document) -> Iterator[Finding]:
    """Words of Latin letters in which letters of another alphabet stand for Latin ones."""
    for match in _WORD.finditer(document.text):
        word = match[0]
        if word.isascii() or not _LATIN.search(word):
            continue
        foreign = [char for char in word if _GREEK_OR_CYRILLIC.match(char)]
        if foreign and all(char in _LOOKALIKES for char in foreign):
            codes = ", ".join(f"U+{ord(char):04X}" for char in dict.fromkeys(foreign))
            yield Finding(
                f"{quoted(word)} mixes alphabets: {codes} only looks like a Latin letter",
                Label(Span(document.path, *match.span())),
                help="type the word again",
            )
