"""Judging a page that does not come with scopelint before it joins the catalogue."""

from collections.abc import Mapping

from scopelint.catalog.entry import Entry, entry_of
from scopelint.catalog.page import INVALID, Page, read_page
from scopelint.diagnostics import Finding, Label, Problem
from scopelint.syntax.data import node_at
from scopelint.text import SourceFile


def added_entry(
    source: SourceFile, category: str, module: str | None, known: Mapping[str, Entry]
) -> tuple[Entry | None, tuple[Problem, ...]]:
    """The entry of a page, None when it cannot be used, and why not.

    ``module`` is the installed module of its Python check; None means that only data is allowed.
    """
    page, problems = read_page(source, category)
    if page is None:
        return None, problems
    finding = _collision(page, known) or _unusable_check(page, module)
    if finding:
        return None, (Problem(INVALID, finding),)
    return entry_of(page, module), ()


def _collision(page: Page, known: Mapping[str, Entry]) -> Finding | None:
    taken = known.get(page.id)
    if taken is None:
        return None
    at = Label(node_at(page.node, ("id",)).span)
    message = f"the id `{page.id}` is taken by {taken['page']}"
    return Finding(message, at, help=f"give {page.source.path} another id and name")


def _unusable_check(page: Page, module: str | None) -> Finding | None:
    """Why the check of a page from outside cannot be called, None when it can."""
    written = page.data.get("check")
    if written is None:
        return None
    at = Label(node_at(page.node, ("check",)).span)
    if module is None or written == "engine":
        advice = "use `require`, or install the rule as a package (docs/writing-rules.md)"
        return Finding("a repository's own rules are data: no Python check is run for them", at, help=advice)
    return _missing_function(module, page.id.replace("-", "_"), at)


def _missing_function(module: str, name: str, at: Label) -> Finding | None:
    from importlib import import_module

    try:
        found = getattr(import_module(module), name, None)
    except Exception as error:
        return Finding(f"`{module}` cannot be imported: {type(error).__name__}: {error}", at)
    if not callable(found):
        return Finding(f"`{module}` has no function `{name}`", at, help="name the function like the rule")
    return None
