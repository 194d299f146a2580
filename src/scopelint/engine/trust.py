"""Which suppressions a base revision vouches for."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from scopelint.diagnostics import Finding, Label
from scopelint.reading.document import read_document
from scopelint.syntax.directive import Directive
from scopelint.syntax.load import decode
from scopelint.text import SourceFile

if TYPE_CHECKING:
    from scopelint.history.revision import Snapshot


class Sifted(NamedTuple):
    """Suppressions that count, and a complaint about each that does not."""

    directives: list[Directive]
    complaints: list[tuple[str, Finding]]


def trusted(directives: Iterable[Directive], base: "Snapshot | None") -> Sifted:
    """The suppressions that stood at the base already; all of them when no base is given.

    One is recognised by its file, its rules and its reason, wherever in the file it stands now.
    """
    found = list(directives)
    if base is None:
        return Sifted(found, [])
    known = Counter(key for path in {one.span.file for one in found} for key in _keys_at(path, base))
    kept, complaints = [], []
    for directive in found:
        key = _key(directive)
        if known[key] > 0:
            known[key] -= 1
            kept.append(directive)
        else:
            complaints.append(("added-suppression", _added(directive)))
    return Sifted(kept, complaints)


def _keys_at(path: str, base: "Snapshot") -> list[tuple[str, ...]]:
    data = base.read(path)
    source = decode(path, data) if data is not None else None
    return [_key(one) for one in read_document(source).directives] if isinstance(source, SourceFile) else []


def _key(directive: Directive) -> tuple[str, ...]:
    reason = directive.reason.value if directive.reason else ""
    until = directive.until.value.isoformat() if directive.until else ""
    rules = sorted(rule.value for rule in directive.rules)
    return (directive.span.file, directive.kind, reason, until, *rules)


def _added(directive: Directive) -> Finding:
    rules = ", ".join(f"`{rule.value}`" for rule in directive.rules)
    return Finding(f"a suppression of {rules} is new, and silences nothing here", Label(directive.span))
