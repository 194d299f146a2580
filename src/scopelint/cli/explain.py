"""``scopelint explain``."""

from typing import TYPE_CHECKING

import click

from scopelint.cli.option import color_option
from scopelint.cli.terminal import colour_wanted, say, write

if TYPE_CHECKING:
    from scopelint.catalog import Catalog

MOST_ALIKE = 12


@click.command(epilog="Example: scopelint explain missing-revision-limit")
@click.argument("rule")
@color_option
def explain(rule: str, color: str) -> int:
    """A rule: why, a bad and a good example, when not to flag, its options, and what is in force here."""
    from scopelint.catalog.library import page_of
    from scopelint.engine.force import InForce
    from scopelint.report.rule_text import render

    force = InForce(rule)
    catalog = force.catalog
    if rule not in catalog.rules:
        say(unknown_rule(rule, catalog))
        return 2
    page = page_of(catalog, rule)
    here = tuple(force.lines())
    write(render(page, catalog.rules[rule], here, colour=colour_wanted(color)))
    return 0


def unknown_rule(word: str, catalog: "Catalog") -> str:
    """The words for a name that no rule has: what it names instead, or which names are near."""
    within = [rule.id for rule in catalog.rules.values() if rule.category == word]
    alike = [id for id in catalog.rules if word in id]
    if within:
        return f"`{word}` is a category; its rules are {', '.join(within)}"
    advice = catalog.advice(word) or (
        f"there are {', '.join(alike)}" if 0 < len(alike) <= MOST_ALIKE else None
    )
    hint = f": {advice}" if advice else "; `scopelint rules list` names them all"
    return f"no rule is called `{word}`{hint}"
