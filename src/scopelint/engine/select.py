"""Which rules run."""

from collections.abc import Iterable, Iterator

from scopelint.catalog import Catalog
from scopelint.config.config import DEFAULTS, Config
from scopelint.diagnostics import Diagnostic, Finding, Label, Severity
from scopelint.engine.configuration import Configuration
from scopelint.engine.request import Request
from scopelint.rules.rule import Rule
from scopelint.text import Span


def selected(catalog: Catalog, config: Config, request: Request) -> tuple[Rule, ...]:
    """The rules of the profile, or those selected, less those ignored; in catalogue order.

    Names are rule ids or categories. Naming a rule brings it in whatever its profile; naming a
    category brings in what the profile holds of it. A configured severity brings a rule in as well.
    """
    held = set(catalog.in_profile(request.profile or config.profile))
    select = request.select or tuple(word.value for word in config.select)
    if select:
        held = set(_named(catalog, select, held))
    else:
        held |= {
            id
            for id, setting in config.rules.items()
            if setting.severity and not setting.off and id in catalog.rules
        }
    held -= {id for id, setting in config.rules.items() if setting.off}
    for word in (*request.ignore, *(word.value for word in config.ignore)):
        held -= set(catalog.named(word))
    return tuple(rule for id, rule in catalog.rules.items() if id in held)


def _named(catalog: Catalog, words: Iterable[str], held: set[str]) -> Iterator[str]:
    for word in words:
        if word in catalog.rules:
            yield word
        else:
            yield from held.intersection(catalog.named(word))


def unknown_names(configuration: Configuration, request: Request) -> list[Diagnostic]:
    """A diagnostic for every name on the command line that no rule or category has."""
    catalogs = configuration.catalogs or [configuration.catalog(DEFAULTS)]
    return [
        Diagnostic(
            "unknown-rule",
            Severity.ERROR,
            Finding(
                f"{option} names no rule or category: `{word}`",
                Label(Span("(command line)", 0, 0)),
                help=catalogs[0].advice(word) or "`scopelint rules list` prints them all",
            ),
        )
        for option, words in (("--select", request.select), ("--ignore", request.ignore))
        for word in words
        if not any(catalog.named(word) for catalog in catalogs)
    ]
