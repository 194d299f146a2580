"""Suppression comments, and what each covers."""

import re
from collections.abc import Iterable, Sequence
from datetime import date as Date
from typing import NamedTuple

from scopelint.diagnostics import Finding, Label, Problem
from scopelint.syntax.outline import Comment, Outline
from scopelint.syntax.reach import Reach, outline_reach, yaml_reach
from scopelint.syntax.yaml_tree import YamlTree
from scopelint.text import SourceFile, Span, Spanned

_OPENING = re.compile(r"(?:<!--+|#)\s*scopelint\s*:\s*", re.IGNORECASE)
_KIND = re.compile(r"[\w-]*")
_RULES = re.compile(r"\s*\[([^\[\]]*)\]")
_RULE = re.compile(r"[^\s,]+")
_PART = re.compile(r"(?<!\S)(until|by)=(\"[^\"\n]*\"|'[^'\n]*'|\S*)")
_KINDS = ("ignore", "ignore-section", "ignore-file")


class Directive(NamedTuple):
    """A comment ``scopelint: ignore[rule, …] reason`` (or ``ignore-section``, ``ignore-file``).

    ``covers`` is the node it precedes or trails, its section, or the whole file. ``reason`` is what
    follows the bracket less the ``until=DATE`` and ``by=NAME`` parts, None when empty.
    """

    span: Span
    kind: str
    rules: tuple[Spanned[str], ...]
    reason: Spanned[str] | None
    covers: Span
    until: Spanned[Date] | None = None
    by: Spanned[str] | None = None


Directives = tuple[tuple[Directive, ...], tuple[Problem, ...]]


def outline_directives(outline: Outline) -> Directives:
    """The suppressions of a Markdown document, and those that cannot be understood."""
    addressed = _addressed(outline.comments)
    return _read(outline.source, addressed, outline_reach(outline)) if addressed else ((), ())


def yaml_directives(source: SourceFile, tree: YamlTree) -> Directives:
    """The suppressions of a YAML document, and those that cannot be understood."""
    addressed = _addressed(tree.comments)
    return _read(source, addressed, yaml_reach(source, tree.node)) if addressed else ((), ())


def _addressed(comments: Iterable[Comment]) -> list[Comment]:
    """The comments that speak to this program: those that begin with its name and a colon."""
    return [comment for comment in comments if comment.text[:10].lower().startswith("scopelint")]


def _read(source: SourceFile, comments: Sequence[Comment], reach: Reach) -> Directives:
    directives: list[Directive] = []
    problems: list[Problem] = []
    for comment in comments:
        found = _parse(source, comment, reach)
        if isinstance(found, Directive):
            directives.append(found)
        elif found is not None:
            problems.append(found)
    return tuple(directives), tuple(problems)


def _parse(source: SourceFile, comment: Comment, reach: Reach) -> Directive | Problem | None:
    span = comment.span
    opening = _OPENING.match(source.text, span.start, span.end)
    if opening is None:
        return None
    end = span.end - (3 if source.text.endswith("-->", 0, span.end) else 0)
    kind = _KIND.match(source.text, opening.end(), end)
    word = kind[0] if kind else ""
    if kind is None or word not in _KINDS:
        return _problem(f"`{word}` is no suppression", source.span(opening.end(), end), _advice())
    bracket = _RULES.match(source.text, kind.end(), end)
    rules = _rules(source, bracket) if bracket else ()
    if bracket is None or not rules:
        return _problem("the suppression names no rule", span, f"write `{word}[rule-name] reason`")
    until, by, rest = _parts(source, bracket.end(), end)
    if isinstance(until, Problem):
        return until
    covers = _covered(word, source, span, reach)
    return Directive(span, word, rules, rest, covers, until, by)


def _covered(kind: str, source: SourceFile, comment: Span, reach: Reach) -> Span:
    if kind == "ignore-file":
        return source.span(0, len(source.text))
    return reach.section(comment) if kind == "ignore-section" else reach.unit(comment)


def _rules(source: SourceFile, bracket: re.Match[str]) -> tuple[Spanned[str], ...]:
    names = _RULE.finditer(source.text, bracket.start(1), bracket.end(1))
    return tuple(Spanned(name[0], source.span(name.start(), name.end())) for name in names)


def _parts(
    source: SourceFile, start: int, end: int
) -> tuple[Spanned[Date] | Problem | None, Spanned[str] | None, Spanned[str] | None]:
    """The ``until`` and ``by`` parts of what follows the rules, and the reason that is left."""
    until: Spanned[Date] | Problem | None = None
    by: Spanned[str] | None = None
    left: list[tuple[int, int]] = []
    at = start
    for part in _PART.finditer(source.text, start, end):
        left.append((at, part.start()))
        at = part.end()
        value = part[2].strip("\"'")
        place = source.span(part.start(2), part.end(2))
        if part[1] == "until":
            until = _date(value, place)
        elif value:
            by = Spanned(value, place)
    left.append((at, end))
    return until, by, _reason(source, left)


def _date(value: str, place: Span) -> Spanned[Date] | Problem:
    try:
        return Spanned(Date.fromisoformat(value), place)
    except ValueError:
        return _problem(f"`{value}` is no date", place, "write it as until=2026-12-31")


def _reason(source: SourceFile, ranges: Sequence[tuple[int, int]]) -> Spanned[str] | None:
    words = [" ".join(source.text[start:end].split()) for start, end in ranges]
    reason = " ".join(word for word in words if word)
    if not reason.strip("-–—: "):
        return None
    kept = [(start, end) for start, end in ranges if source.text[start:end].strip()]
    first, last = kept[0][0], kept[-1][1]
    text = source.text[first:last]
    first += len(text) - len(text.lstrip())
    last -= len(text) - len(text.rstrip())
    return Spanned(reason.lstrip("-–—: "), source.span(first, last))


def _advice() -> str:
    known = ", ".join(f"`{kind}[rule]`" for kind in _KINDS)
    return f"write one of {known}, and the reason after it"


def _problem(message: str, at: Span, advice: str) -> Problem:
    return Problem("invalid-config", Finding(message, Label(at), help=advice))
