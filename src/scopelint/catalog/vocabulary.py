"""Rules that are data: the check that a page's ``where`` and ``require`` spell."""

from collections.abc import Iterator, Mapping
from typing import Any

from scopelint.catalog.condition import AnyOf, Condition, Failure, conditions
from scopelint.catalog.path import Scope
from scopelint.catalog.template import filled
from scopelint.diagnostics import Finding, Label
from scopelint.rules.rule import Check, Context, Outcome


def declared_check(entry: Mapping[str, Any]) -> Check:
    """The check of a declarative rule, from its entry of the compiled catalogue."""
    where = conditions(entry.get("where", {}))
    require = conditions(entry["require"])

    def check(record: Any, cx: Context) -> Iterator[Outcome]:
        scope = Scope(record, cx)
        for failure in _failures(scope, where, require):
            yield _finding(entry, scope, failure)

    return check


def _failures(
    scope: Scope, where: tuple[Condition | AnyOf, ...], require: tuple[Condition | AnyOf, ...]
) -> Iterator[Failure]:
    if all(condition.holds(scope) for condition in where):
        for condition in require:
            yield from condition.failures(scope)


def _finding(entry: Mapping[str, Any], scope: Scope, failure: Failure) -> Finding:
    related: tuple[Label, ...] = ()
    if failure.related is not None and failure.related != failure.at:
        words = filled(entry.get("related", "compared with this"), scope, failure)
        related = (Label(failure.related, words),)
    advice = _text(entry.get("help"), failure)
    wording = entry.get("counter_text")
    return Finding(
        filled(_text(entry["message"], failure) or "", scope, failure),
        Label(failure.at),
        related=related,
        help=filled(advice, scope, failure) if advice else None,
        counter_text=filled(wording, scope, failure) if wording else None,
    )


def _text(written: str | Mapping[str, str] | None, failure: Failure) -> str | None:
    """The text for a failure: one for all paths, or the one of its path."""
    if written is None or isinstance(written, str):
        return written
    return written.get(failure.path) or written.get("default")
