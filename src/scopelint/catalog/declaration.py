"""What only the model can tell about a declarative page: paths that lead nowhere, words that do not fit."""

from collections.abc import Iterator
from datetime import date as Date
from typing import Any

from scopelint.catalog.path_type import PathType, UnknownNameError, path_type
from scopelint.catalog.pattern import MOST_PATTERNS, PatternError, searcher
from scopelint.catalog.template import SPECIAL, fields
from scopelint.diagnostics import Finding, Label
from scopelint.syntax.data import data_of
from scopelint.syntax.node import Entry, Mapping, Node, Scalar, Sequence
from scopelint.text.name import name_hint

_FITS = {
    "at_least": ("number", "date"),
    "at_most": ("number", "date"),
    "before": ("date",),
    "after": ("date",),
    "sums_to": ("number",),
    "matches": ("text",),
    "forbids": ("text",),
}
_KINDS = {
    "date": "a date",
    "number": "a number or an amount",
    "text": "text",
    "flag": "true or false",
    "record": "a record with keys of its own",
}
_PATH_OPERANDS = ("at_least", "at_most", "before", "after", "sums_to")


def disagreements(every: str, options: dict[str, Any], page: Mapping) -> Iterator[Finding]:
    """Every mistake in the conditions and texts of a page that conforms to the schema."""
    known = _Known(every, options)
    for key in ("where", "require"):
        written = page.get(key)
        if isinstance(written, Mapping):
            yield from known.conditions(written)
    for key in ("message", "help", "related", "counter_text"):
        text = page.get(key)
        if isinstance(text, Scalar):
            yield from known.template(text)
        elif isinstance(text, Mapping):
            for entry in text.entries:
                if isinstance(entry.value, Scalar):
                    yield from known.template(entry.value)


class _Known:
    """What names a page may use: the record's fields and the page's options."""

    def __init__(self, every: str, options: dict[str, Any]) -> None:
        self.every = every
        self.options = options
        self.patterns = 0

    def conditions(self, written: Mapping) -> Iterator[Finding]:
        """The mistakes in a ``where`` or ``require``."""
        for entry in written.entries:
            if entry.key.text == "any_of" and isinstance(entry.value, Sequence):
                for group in entry.value.items:
                    if isinstance(group, Mapping):
                        yield from self.conditions(group)
            else:
                yield from self.condition(entry)

    def condition(self, entry: Entry) -> Iterator[Finding]:
        """The mistakes in one path with its tests."""
        try:
            found = path_type(self.every, entry.key.text)
        except UnknownNameError as error:
            yield _unknown(entry.key, error)
            return
        if isinstance(entry.value, Mapping):
            for test in entry.value.entries:
                yield from self.test(found, entry.key.text, test)

    def test(self, found: PathType, path: str, test: Entry) -> Iterator[Finding]:
        """The mistakes in one test of a path."""
        word = test.key.text
        wanted = _FITS.get(word)
        if wanted and found.kind not in wanted:
            told = " or ".join(_KINDS[kind] for kind in wanted)
            message = f"`{word}` judges {told}, and `{path}` is {_KINDS[found.kind]}"
            yield Finding(message, Label(test.key.span))
        elif word in _PATH_OPERANDS:
            yield from self.operand(test.value)
        elif word == "length" and isinstance(test.value, Mapping):
            for bound in test.value.entries:
                yield from self.operand(bound.value)
        elif word == "refers_to":
            yield from self.targets(test.value)
        elif word == "forbids" and isinstance(test.value, Scalar):
            yield from self.path(test.value, test.value.text)
        elif word == "equals" and isinstance(test.value, Scalar):
            text = test.value.text
            if text[:1] + text[-1:] == "{}":
                yield from self.path(test.value, text[1:-1])
        elif word == "matches":
            yield from self.pattern(test.value)

    def pattern(self, node: Node) -> Iterator[Finding]:
        """The mistake in a pattern; none of those above the limit is looked at."""
        self.patterns += 1
        if self.patterns <= MOST_PATTERNS:
            yield from _pattern(node)
        elif self.patterns == MOST_PATTERNS + 1:
            advice = "join patterns of one path with `|`, or write a second rule"
            yield Finding(f"a page holds at most {MOST_PATTERNS} patterns", Label(node.span), help=advice)

    def operand(self, node: Node) -> Iterator[Finding]:
        """The mistakes in what a value is compared with: a literal, ``today``, or a path."""
        value = data_of(node)
        if not isinstance(value, str) or value == "today":
            return
        if value[:1].isdigit():
            try:
                Date.fromisoformat(value)
            except ValueError:
                yield Finding(f"`{value}` is no date", Label(node.span), help="write it as 2026-01-31")
            return
        yield from self.path(node, value)

    def targets(self, node: Node) -> Iterator[Finding]:
        """The mistakes in the lists that an id may lead to, which are paths of the contract."""
        contract = _Known("contract", self.options)
        for target in node.items if isinstance(node, Sequence) else (node,):
            if isinstance(target, Scalar):
                yield from contract.path(target, target.text)

    def template(self, text: Scalar) -> Iterator[Finding]:
        """The fields of a text that are not known."""
        for name in fields(text.text):
            if name not in SPECIAL:
                yield from self.path(text, name)

    def path(self, node: Node, path: str) -> Iterator[Finding]:
        """The mistake in a path that stands in a value, if there is one."""
        first, _, rest = path.partition(".")
        if first == "options":
            if rest not in self.options:
                yield Finding(
                    f"the page has no option `{rest}`", Label(node.span), help=name_hint(rest, self.options)
                )
            return
        try:
            path_type(self.every, path)
        except UnknownNameError as error:
            yield _unknown(node, error)


def _pattern(node: Node) -> Iterator[Finding]:
    try:
        searcher(str(data_of(node)))
    except PatternError as error:
        yield Finding(error.message, Label(node.span), help=error.advice)


def _unknown(node: Node, error: UnknownNameError) -> Finding:
    known = ", ".join(f"`{name}`" for name in error.known)
    advice = name_hint(error.name, error.known) or (f"known here: {known}" if known else None)
    return Finding(f"no part of a contract is called `{error.name}` here", Label(node.span), help=advice)
