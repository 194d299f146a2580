"""Model paths such as ``revisions.included``: reading what stands there, with places."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from scopelint.model import Citation, Clause, Contract, Phrase, Statement
from scopelint.rules.rule import Context
from scopelint.text import Span, Spanned

REFERENCES = {
    "approval": "approvals",
    "change": "changes",
    "deliverable": "deliverables",
    "deliverables": "deliverables",
    "milestone": "milestones",
}
"""Fields that hold ids, each with the contract's records they lead to: a path goes on through them."""

NAMED = {"clauses": "name", "phrases": "group", "statements": "term"}
"""Lists of a contract whose entries a path picks by a name, as in ``clauses.termination``."""


class Scope(NamedTuple):
    """What a path starts from: the record judged, and what surrounds it."""

    record: Any
    cx: Context

    @property
    def whole(self) -> Any:
        """The contract, or the view of the repository for rules over all contracts."""
        return self.cx.repository or self.cx.contract


class Found(NamedTuple):
    """What stands at a path. ``place`` is the deepest thing on the way; ``listed`` tells a list was met."""

    values: tuple[Spanned[Any], ...]
    place: Span
    listed: bool = False


class _Step(NamedTuple):
    """Something on the way, with the nearest place known for it."""

    value: Any
    span: Span
    name: str = ""


def read_path(scope: Scope, path: str) -> Found:
    """The values at a path of the record, of the contract (``contract.…``) or of the options."""
    names = path.split(".")
    start: Any = scope.record
    if names[0] == "options":
        value = scope.cx.options.get(names[1])
        span = _span_of(scope.whole)
        return Found((Spanned(value, span),) if value is not None else (), span)
    if names[0] == "contract" and not hasattr(start, "contract"):
        start = scope.whole
        names = names[1:]
    steps = [_Step(start, _span_of(start))]
    place, listed = steps[0].span, False
    for name in names:
        listed = listed or _lists(steps, name)
        steps = [below for step in steps for below in _below(step, name, scope)]
        if steps and not isinstance(steps[0].value, (str, bool)):
            place = steps[0].span
    if place == _span_of(scope.whole) and isinstance(start, Contract):
        place = _section(start, names) or place
    values = tuple(value for step in steps for value in _leaf(step))
    return Found(values, place, listed)


def _lists(steps: list[_Step], name: str) -> bool:
    below = (getattr(step.value, name, None) for step in steps if _is_record(step.value))
    return any(isinstance(value, tuple) and not _is_record(value) for value in below)


def _below(step: _Step, name: str, scope: Scope) -> Iterator[_Step]:
    """What stands under a name, entries of a list one by one; nothing when it is absent."""
    value = step.value
    if isinstance(value, Citation) and name not in Citation._fields:
        value = value.record
    elif isinstance(value, str) and step.name in REFERENCES:
        value = _referred(scope, step.name, value)
    elif isinstance(value, (Clause, Phrase, Statement)):
        if _name_of(value) == name:
            yield step
        return
    found = getattr(value, name, None) if value is not None else None
    items = found if isinstance(found, tuple) and not _is_record(found) else (found,)
    for item in items:
        if isinstance(item, Spanned):
            yield _Step(item.value, item.span, name)
        elif item is not None:
            yield _Step(item, _span_of(item, step.span), name)


def _leaf(step: _Step) -> Iterator[Spanned[Any]]:
    value = step.value
    if isinstance(value, Clause):
        if value.status != "missing":
            yield Spanned(value.status.value, step.span)
    elif isinstance(value, Citation):
        if value.id is not None or value.record is not None:
            yield Spanned(value.id or value.record, step.span)
    else:
        yield Spanned(value, step.span)


def _name_of(value: Clause | Phrase | Statement) -> str:
    if isinstance(value, Clause):
        return value.name
    return value.group if isinstance(value, Phrase) else value.term


def _referred(scope: Scope, name: str, id: str) -> Any:
    records = getattr(scope.whole, REFERENCES[name], ())
    if REFERENCES[name] == "deliverables":
        records = (*records, *(added for change in scope.whole.changes for added in change.adds))
    return next((record for record in records if record.id and record.id.value == id), None)


def _is_record(value: Any) -> bool:
    return hasattr(value, "_fields")


def _span_of(value: Any, default: Span | None = None) -> Span:
    """Where a record stands: a contract at its title, a repository at its root."""
    for name in ("span", "title_span", "root"):
        span = getattr(value, name, None)
        if isinstance(span, Span):
            return span
    return default or Span("", 0, 0)


def _section(contract: Contract, names: list[str]) -> Span | None:
    """The heading of the section that what is missing belongs in."""
    if names[0] in NAMED and len(names) > 1:
        clause = next((c for c in contract.clauses if names[0] == "clauses" and c.name == names[1]), None)
        return clause.span if clause else None
    return contract.place_for(names[0])
