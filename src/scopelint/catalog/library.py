"""Whole pages of known rules, for those who read them: ``explain``, the documentation, the tests."""

from collections.abc import Iterator

from scopelint.catalog.bundle import bundle
from scopelint.catalog.catalog import Catalog
from scopelint.catalog.compiler import source_file
from scopelint.catalog.page import Page, read_page
from scopelint.diagnostics import Problem


def page_of(catalog: Catalog, id: str) -> Page:
    """The page of a known rule; raises KeyError for any other id."""
    path = catalog.pages[id]
    added = next((source for source in catalog.sources if source.path == path), None)
    source = added or source_file(bundle(), path.removeprefix("rules/"))
    page, problems = read_page(source, catalog.rules[id].category)
    if page is None:
        raise KeyError(f"{id}: {problems[0].finding.message}")
    return page


def all_pages(catalog: Catalog) -> Iterator[Page]:
    """The pages of all known rules, in the order of the catalogue."""
    for rule in catalog.rules:
        yield page_of(catalog, rule)


def problem_line(catalog: Catalog, problem: Problem) -> str:
    """What is wrong with a page, in one line with its place and a hint."""
    span = problem.finding.at.span
    added = next((source for source in catalog.sources if source.path == span.file), None)
    source = added or source_file(bundle(), span.file.removeprefix("rules/"))
    line, column = source.position(span.start)
    hint = f" ({problem.finding.help})" if problem.finding.help else ""
    return f"{span.file}:{line}:{column}: error[{problem.rule}]: {problem.finding.message}{hint}"
