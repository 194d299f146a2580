"""``scopelint explain``."""

import sys

import click

from scopelint.cli.option import color_option
from scopelint.cli.terminal import colour_wanted, write


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
        sys.stderr.write(unknown_rule(rule, catalog.advice(rule)))
        return 2
    page = page_of(catalog, rule)
    here = tuple(force.lines())
    write(render(page, catalog.rules[rule], here, colour=colour_wanted(color)))
    return 0


def unknown_rule(word: str, advice: str | None) -> str:
    """The words for a name that no rule has."""
    hint = f": {advice}" if advice else "; `scopelint rules list` names them all"
    return f"scopelint: no rule is called `{word}`{hint}\n"
