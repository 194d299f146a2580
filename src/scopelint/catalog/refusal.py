"""Why RE2 refuses a pattern: what it does not have, and what to write instead."""

import re
from typing import NamedTuple

_SYNTAX = "https://github.com/google/re2/wiki/Syntax"
_MOST_REPEATS = 1000
_LONGEST = 30
_COUNTS = "only whether the pattern occurs counts, and not what of it is found"
_NO_WAY_BACK = "write a plain {}: RE2 never tries a text twice, so nothing is gained"

_OPERATORS = {
    "(?=": ("a look-ahead", f"write what follows as part of the pattern: {_COUNTS}"),
    "(?!": (
        "a negative look-ahead",
        "say what may follow, as in `word(?:[^a-z]|$)`, or list the words under `forbids`",
    ),
    "(?<=": ("a look-behind", f"write what stands before as part of the pattern: {_COUNTS}"),
    "(?<!": ("a negative look-behind", "say what may stand before, as in `(?:^|[^a-z])word`"),
    "(?>": ("an atomic group", _NO_WAY_BACK.format("group, `(?:`")),
    "(?(": ("a conditional", 'write both cases out, as in `(?:"[a-z]+"|[a-z]+)`'),
    "(?P=": ("a back-reference", "write the text again, or each case out, as in `(?:\"[a-z]+\"|'[a-z]+')`"),
    "(?P": ("an operator", "a group is named as in `(?P<name>…)`"),
    "(?#": ("a comment", "leave it out; the page's own YAML can hold it"),
    "(?": ("an operator or a flag", f"the flags are `i`, `m`, `s` and `U`; all is listed at {_SYNTAX}"),
}
_ESCAPES = {
    **dict.fromkeys("123456789kg", _OPERATORS["(?P="]),
    **dict.fromkeys("uUN", ("an escape", "write the character itself, or its number as in `\\x{e9}`")),
    "Z": ("an escape", "write `\\z`"),
    "h": ("an escape", "write `[ \\t]`"),
    "R": ("an escape", "write `\\r?\\n`"),
}
_BROKEN = {
    "missing )": "a `(` is not closed",
    "unexpected )": "a `)` closes nothing",
    "missing ]": "a `[` is not closed",
    "no argument for repetition operator": "there is nothing that `{}` could repeat",
    "invalid character class range": "`{}` is no range of characters, and no class",
    "trailing \\": "nothing follows the `\\` at its end",
    "pattern too large - compile failed": "it takes too much memory",
}
_AS_TEXT = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*+|(?P<first>\{,\d+\})|(?P<large>\{(?:\d{9,}(?:,\d*)?|\d+,\d{9,})\})",
    re.DOTALL,
)


class Refusal(NamedTuple):
    """What is wrong with a pattern, and what to do."""

    message: str
    advice: str | None


def refusal(pattern: str, reason: str) -> Refusal:
    """What RE2's reason for refusing a pattern means."""
    kind, _, written = reason.partition(": ")
    if kind == "invalid perl operator":
        shown = "(?P=" if written == "(?P" and "(?P=" in pattern else written
        return _lacking(shown, next(told for sign, told in _OPERATORS.items() if shown.startswith(sign)))
    if kind == "invalid escape sequence":
        other = ("an escape", f"the escapes are listed at {_SYNTAX}")
        return _lacking(written, _ESCAPES.get(written[1:2], other))
    if kind == "bad repetition operator":
        if written.endswith("+"):
            return _lacking(written, ("a possessive repeat", _NO_WAY_BACK.format(f"`{written[:-1]}`")))
        return _lacking(
            written, ("a repeat of a repeat", "put the inner one into a group, as in `(?:a*){2}`")
        )
    if kind == "invalid repetition size":
        return _size(written)
    words = _BROKEN[kind].format(_shortened(written)) if kind in _BROKEN else _shortened(reason)
    return Refusal(f"this pattern cannot be used: {words}", f"the syntax is that of {_SYNTAX}")


def misread(pattern: str) -> Refusal | None:
    """What looks like a repeat and is plain text to RE2, if anything."""
    for match in _AS_TEXT.finditer(pattern):
        if match["first"]:
            return _lacking(match[0], ("a repeat", f"write `{{0{match[0][1:]}`"))
        if match["large"]:
            return _size(match[0])
    return None


def _size(written: str) -> Refusal:
    least, _, most = written.strip("{}").partition(",")
    if len(least + most) <= _LONGEST and most and int(most) < int(least):
        return Refusal(f"`{written}` repeats at least {least} and at most {most} times", "swap the two")
    what = f"a repeat of more than {_MOST_REPEATS} times, those around it multiplied"
    return _lacking(written, (what, f"write at most `{{{_MOST_REPEATS}}}`, or `*` or `+` for any number"))


def _lacking(written: str, told: tuple[str, str]) -> Refusal:
    what, instead = told
    return Refusal(f"`{_shortened(written)}` is {what}, which RE2 does not have", instead)


def _shortened(written: str) -> str:
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"
