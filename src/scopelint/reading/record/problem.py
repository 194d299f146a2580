"""What a record's author is told about a value that does not fit."""

from collections.abc import Iterable

from scopelint.diagnostics import Finding, Fix, Label, Problem
from scopelint.syntax.node import Mapping, Node, Scalar
from scopelint.text import Edit, Span

_SHOWN = 60

# What each kind of value is called, and an example to copy.
_EXPECTED = {
    "citation": ("an evidence id, a link, or an evidence record", "EV-1"),
    "addition": ("the id of a deliverable, or a deliverable", "D4"),
    "approval_link": ("the id of an approval, or an approval", "AP-1"),
    "code": ("text", "USD"),
    "count": ("a whole number", "2"),
    "date": ("a date", "2026-01-31"),
    "fee": ("an amount, or words that price it", "60.00"),
    "flag": ("true or false", "true"),
    "id": ("an id", "M1"),
    "link": ("a link or a path", "https://example.com/messages/1"),
    "money": ("an amount of money", "1200.00"),
    "number": ("a number", "7.5"),
    "percentage": ("a percentage", "30 %"),
    "share": ("a number from 0 to 1", "0.4"),
    "text": ("text", "Five pages"),
    "words": ("text or a number", "5 pages"),
}


def shown(text: str) -> str:
    """The user's words as a message quotes them: one line, not too long."""
    line = " ".join(text.split()).replace("`", "'")
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def misfit(key: str, kind: str, node: Node, about: tuple[Span, ...]) -> Problem:
    """A value that is not of its key's type."""
    expected, example = _EXPECTED.get(kind, (f"the keys of one {kind.replace('_', ' ')}", None))
    label = Label(node.span, f"expected {expected}")
    if isinstance(node, Scalar):
        message = f"`{key}` is not {expected}: `{shown(node.text)}`"
    else:
        given = "a mapping" if isinstance(node, Mapping) else "a list"
        message = f"`{key}` holds {given}, not {expected}"
    advice = f"write it like `{example}`" if example else "write its keys below it, one a line"
    return _invalid(Finding(message, label, help=advice, about=about))


def wrong_word(key: str, words: Iterable[str], node: Scalar, about: tuple[Span, ...]) -> Problem:
    """A word that is none of those the key may have."""
    from scopelint.text.name import nearest_name

    known = tuple(words)
    near = nearest_name(node.text[:_SHOWN], known)
    options = ", ".join(f"`{word}`" for word in known)
    advice = f"did you mean `{near}`? It may be {options}" if near else f"use one of {options}"
    message = f"`{key}` cannot be `{shown(node.text)}`"
    return _invalid(Finding(message, Label(node.span), help=advice, about=about))


def unknown_key(key: Scalar, known: Iterable[str], about: tuple[Span, ...]) -> Problem:
    """A key that the schema does not have; its value is not read."""
    from scopelint.text.name import nearest_name

    names = tuple(known)
    near = nearest_name(key.text[:_SHOWN], names)
    advice = f"did you mean `{near}`?" if near else f"known here: {', '.join(f'`{name}`' for name in names)}"
    message = f"the key `{shown(key.text)}` is not known here and is not read"
    return _invalid(Finding(message, Label(key.span), case="unknown-key", help=advice, about=about))


def missing_key(key: str, record: str, span: Span) -> Problem:
    """A record without the one key it needs."""
    message = f"this {record.replace('_', ' ')} has no `{key}`"
    advice = f"give it one, so that other records can name it: `{key}: …`"
    return _invalid(
        Finding(message, Label(Span(span.file, span.start, span.start)), help=advice, about=(span,))
    )


def endless(key: str, most: int, first: Node, about: tuple[Span, ...]) -> Problem:
    """A list that is longer than any contract needs; the rest of it is not read."""
    start = first.span.start
    finding = Finding(
        f"`{key}` holds more than {most:,} entries: the rest is not read",
        Label(Span(first.span.file, start, start), "not read from here"),
        help="split the contract",
        about=about,
    )
    return Problem("exceeded-limit", finding)


def no_such_day(node: Scalar, about: tuple[Span, ...]) -> Problem:
    """A date of the right form that no calendar has."""
    finding = Finding(f"there is no day `{node.text}`", Label(node.span), about=about)
    return Problem("impossible-dates", finding)


def other_date_form(key: str, node: Scalar, iso: str, about: tuple[Span, ...]) -> Problem:
    """A date that can only mean one day, but is not written the way records write dates."""
    finding = Finding(
        f"`{key}` is not written as an ISO date: `{shown(node.text)}`",
        Label(node.span, f"read as {iso}"),
        help=f"write it as `{iso}`",
        fix=Fix(f"write `{iso}`", (Edit(node.span, iso),), safe=True),
        about=about,
    )
    return _invalid(finding)


def ambiguous(node: Scalar, reading: str, meant: str, about: tuple[Span, ...]) -> Problem:
    """An unquoted scalar that some YAML readers take for something else than what is meant."""
    finding = Finding(
        f"some programs read `{shown(node.text)}` as {reading}",
        Label(node.span),
        help=f"write `{meant}`",
        fix=Fix(f"write `{meant}`", (Edit(node.span, meant),), safe=True),
        about=about,
    )
    return Problem("ambiguous-scalar", finding)


def quoted(text: str) -> str:
    """The text as a YAML scalar that every reader takes for text."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _invalid(finding: Finding) -> Problem:
    return Problem("invalid-record", finding)
