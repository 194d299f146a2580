"""A rule as the compiled catalogue holds it, and the rule made of it.

An entry is the page without what only readers need: no ``why``, no examples, options by their default.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

from scopelint.diagnostics import Severity
from scopelint.model import Phase
from scopelint.rules.rule import Check, Context, Outcome, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scopelint.catalog.page import Page

Entry: TypeAlias = dict[str, Any]
FORMAT = 1
"""The form of the compiled catalogue; raised when entries change their shape."""

_COPIED = (
    "id",
    "summary",
    "severity",
    "phases",
    "every",
    "across",
    "check",
    "where",
    "require",
    "message",
    "related",
    "help",
    "counter_text",
    "stub",
    "profile",
    "needs",
    "types",
    "platforms",
    "muted_by",
    "status",
)
_ALL_PHASES = frozenset(Phase)
_NOTHING: frozenset[str] = frozenset()


def entry_of(page: "Page", module: str | None = None) -> Entry:
    """The entry of a page. ``module`` holds its Python check, the bundled one of its category if None."""
    entry = {key: page.data[key] for key in _COPIED if key in page.data}
    entry["category"] = page.category
    entry["page"] = page.source.path
    if page.options:
        entry["options"] = {name: option["default"] for name, option in page.options.items()}
    if entry.get("check") == "python":
        entry["module"] = module or f"scopelint.rules.{page.category}"
    return entry


def rule_of(entry: Entry) -> Rule:
    """The rule; its check is looked up when first called, so that what is not selected costs no import."""
    get = entry.get
    default, by_phase, by_case = _severities(entry["severity"])
    return Rule(
        id=entry["id"],
        category=entry["category"],
        summary=entry["summary"],
        severity=default,
        check=_check(entry),
        phases=frozenset(map(Phase, entry["phases"])) if "phases" in entry else _ALL_PHASES,
        every=get("every", "contract"),
        across=get("across"),
        by_phase=by_phase,
        by_case=by_case,
        options=get("options", {}),
        help=None if "require" in entry else get("help"),
        profile=get("profile", "default"),
        needs=frozenset(get("needs", _NOTHING)),
        types=frozenset(get("types", _NOTHING)),
        platforms=frozenset(get("platforms", _NOTHING)),
        muted_by=tuple(get("muted_by", ())),
        status=get("status", "stable"),
        counter_text=get("counter_text"),
        stub=get("stub", {}),
    )


def _severities(
    written: str | Mapping[str, str],
) -> tuple[Severity | None, Mapping[Phase, Severity | None], Mapping[str, Severity | None]]:
    """The default, the severities by phase, and those by case."""
    if isinstance(written, str):
        return _severity(written), {}, {}
    by_phase = {phase: _severity(written[phase]) for phase in Phase if phase in written}
    by_case = {
        case: _severity(word) for case, word in written.items() if case not in by_phase and case != "default"
    }
    default = written.get("default") or max(written.values(), key=lambda word: _severity(word) or 0)
    return _severity(default), by_phase, by_case


def _severity(word: str) -> Severity | None:
    return None if word == "off" else Severity.of(word)


def _check(entry: Entry) -> Check:
    if "require" in entry:
        return _declared(entry)
    if entry["check"] == "engine":
        return _silent
    return python_check(entry["module"], entry["id"].replace("-", "_"))


def python_check(module: str, name: str) -> Check:
    """The function of a module, imported when first called."""
    found: Check | None = None

    def check(record: Any, cx: Context) -> "Iterator[Outcome]":
        nonlocal found
        if found is None:
            found = getattr(import_module(module), name)
        return found(record, cx)

    return check


def _declared(entry: Entry) -> Check:
    """The check that the page's vocabulary spells, compiled when first called."""
    found: Check | None = None

    def check(record: Any, cx: Context) -> "Iterator[Outcome]":
        nonlocal found
        if found is None:
            from scopelint.catalog.vocabulary import declared_check

            found = declared_check(entry)
        return found(record, cx)

    return check


def _silent(record: Any, cx: Context) -> "Iterator[Outcome]":
    """The check of a rule whose findings the engine itself makes."""
    return iter(())
