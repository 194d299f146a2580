"""Section numbers inside heading text: found, and taken off the title."""

import re

from scopelint.syntax.outline import Text

_DIGITS = r"\d{1,3}(?:\.\d{1,2}){0,6}[a-z]?"
_ROMAN = r"(?:X{0,3}(?:IX|IV|VI{0,3}|I{1,3})|X{1,3})"
_NUMBER = re.compile(
    rf"[^\w(]*(?:(\d{{1,2}}(?:\.\d{{1,2}}){{1,6}}[a-z]?)[.):]*\s+(?:[-–—]\s+)?"
    rf"|\(([a-z]|[ivx]{{1,4}}|\d{{1,2}})\)\s+"
    rf"|({_DIGITS}|{_ROMAN}|[A-Z]|[a-z](?=\)))(?:[.):]+\s+|[.):]*\s*[-–—]+\s(?=[^\d\s])))"
)
_WORD = re.compile(r"[^\w§]*(§+|[^\W\d_]+)\.?\s?")
_END = r"\s*(?:[.):]{0,20}[-–—]{1,40}\s|[.):]{1,20}(?:\s|$)|$)"
_TH = r"(?:\.?[ªº°]|er|re|ère|e)?"
"""What makes a number an ordinal: "Article 1er", "Cláusula 1.ª"."""
_AFTER_WORD = re.compile(rf"({_DIGITS}|{_ROMAN}|[A-Z]|[^\W\d_]{{5,12}}+){_TH}(?:{_END}|\s)")
_AFTER_ORDINAL = re.compile(_END)

_SECTION_WORDS = (
    "section article artikel art clause cláusula clausula klausel abschnitt ziffer artículo articulo artigo "
    "seção secao sección seccion"
)
_WORDS = frozenset(_SECTION_WORDS.split())
_ORDINALS = (
    "primera primer primeira primeiro segunda segundo tercera tercero terceira terceiro cuarta cuarto quarta "
    "quarto quinta quinto sexta sexto séptima séptimo septima sétima sétimo octava octavo oitava oitavo "
    "novena noveno nona nono décima décimo decima undécima undécimo duodécima duodécimo"
)
_KNOWN_ORDINALS = frozenset(_ORDINALS.split())


def take_number(title: Text) -> tuple[str | None, Text]:
    """The section number a title begins with, without its punctuation, and the title without it.

    An emoji before the number goes with it. A title that is nothing but a number keeps its words.
    """
    number, end = _found(title.plain)
    if number is None:
        return None, title
    rest = title.part(end).stripped()
    return number, rest if rest.plain else title


def _found(plain: str) -> tuple[str | None, int]:
    match = _NUMBER.match(plain)
    if match is not None:
        return next(group for group in match.groups() if group), match.end()
    word = _WORD.match(plain)
    if word is None:
        return None, 0
    folded = word[1].casefold()
    if folded in _KNOWN_ORDINALS:
        end = _AFTER_ORDINAL.match(plain, word.end(1))
        return (word[1], end.end()) if end else (None, 0)
    if folded not in _WORDS and word[1][0] != "§":
        return None, 0
    after = _AFTER_WORD.match(plain, word.end())
    if after is None or (len(after[1]) > 4 and after[1].casefold() not in _KNOWN_ORDINALS):
        return None, 0
    sign = "§" if word[1][0] == "§" else ""
    return sign + after[1], after.end()
