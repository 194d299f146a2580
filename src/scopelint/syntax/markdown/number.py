"""Section numbers inside heading text: found, and taken off the title."""

import re

from scopelint.syntax.outline import Text

_WORDS = (
    r"section|article|artikel|art\.|clause|cl[áa]usula|klausel|abschnitt|ziffer|"
    r"art[ií]culo|artigo|se[çc][ãa]o|secci[óo]n|§+"
)
_ORDINALS = (
    r"(?:d[ée]cim[ao]\s?)?(?:primer[ao]?|primeir[ao]|segund[ao]|tercer[ao]?|terceir[ao]|cuart[ao]|quart[ao]|"
    r"quint[ao]|sext[ao]|s[ée]ptim[ao]|s[ée]tim[ao]|octav[ao]|oitav[ao]|noven[ao]|non[ao])|"
    r"d[ée]cim[ao]|und[ée]cim[ao]|duod[ée]cim[ao]"
)
_DIGITS = r"\d{1,3}(?:\.\d{1,2})*[a-z]?"
_ROMAN = r"(?:X{0,3}(?:IX|IV|VI{0,3}|I{1,3})|X{1,3})"
_END = r"\s*(?:[.):]*[-–—]+\s|[.):]+(?:\s+|$)|$)"
_PATTERN = re.compile(
    rf"[^\w§(]*(?:(?:{_WORDS})\s?({_DIGITS}|{_ROMAN}|[A-Z]|{_ORDINALS})(?:{_END}|\s+)"
    rf"|\(?({_DIGITS}|{_ROMAN}|[A-Za-z])(?:[.):]+\s+|[.):]*\s*[-–—]+\s(?=[^\d\s]))"
    rf"|(\d{{1,2}}(?:\.\d{{1,2}})+[a-z]?)\s+"
    rf"|({_ORDINALS}){_END})",
    re.IGNORECASE,
)
_LIKELY = re.compile(
    r"[^\w§]*(?:§|\(?\w{1,2}[.):\s–—-]|\d"
    r"|sec|sek|se[çc]|art|cl|kl|abs|zif|d[ée]c|un|du|pri|seg|ter|cua|qu|sex|s[ée]|oct|oit|no)",
    re.IGNORECASE,
)


def take_number(title: Text) -> tuple[str | None, Text]:
    """The section number a title begins with, without its punctuation, and the title without it.

    An emoji before the number goes with it. A title that is nothing but a number keeps its words.
    """
    plain = title.plain
    if _LIKELY.match(plain) is None:
        return None, title
    match = _PATTERN.match(plain)
    if match is None:
        return None, title
    number = next(group for group in match.groups() if group)
    if number.isalpha() and len(number) <= 6 and not number.isupper() and not _is_marked(plain, match):
        return None, title
    sign = "§" if "§" in match[0] else ""
    rest = title.part(match.end()).stripped()
    return sign + number, rest if rest.plain else title


def _is_marked(plain: str, match: re.Match[str]) -> bool:
    """Whether small letters stand as a number: ``(a) Title`` or ``a) Title``, or a word for one."""
    return match[4] is not None or match[1] is not None or plain[match.end(2) : match.end(2) + 1] == ")"
