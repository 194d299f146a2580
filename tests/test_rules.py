"""Every rule's page: its examples hold, and it keeps the catalogue's conventions."""

import inspect
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from scopelint.catalog import CATEGORIES, load_catalog
from scopelint.catalog.bundle import bundle
from scopelint.catalog.coverage import coverage
from scopelint.catalog.library import all_pages
from scopelint.catalog.page import Page
from scopelint.rules import rule
from scopelint.testing.verify import complaints

RULES = Path(rule.__file__).parent
PAGES = tuple(all_pages(load_catalog(packages=False)))
JUDGED = [page for page in PAGES if page.data.get("check") != "engine"]

# What only prose can say: section numbers, defined terms, names in a text, how changes are asked for.
PROSE_ONLY = {
    "broken-section-reference",
    "inconsistent-party-name",
    "inconsistent-section-numbers",
    "missing-change-process",
    "undefined-term",
    "unused-term",
}

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
every_judged_page = pytest.mark.parametrize("page", JUDGED, ids=lambda page: page.id)


@every_page
def test_examples_hold(page: Page) -> None:
    told = [str(complaint) for complaint in complaints(page)]
    assert not told, "\n\n".join(told)


@every_judged_page
def test_a_page_shows_a_defect_its_absence_and_what_looks_like_it(page: Page) -> None:
    assert {example.kind for example in page.examples} == {"fails", "passes", "near-miss"}


@every_page
def test_a_page_explains_itself(page: Page) -> None:
    assert page.text("why")
    assert page.text("not_when")
    assert page.text("since")


@every_page
def test_causes_are_rules(page: Page) -> None:
    known = {other.id for other in PAGES}
    assert set(page.names("muted_by")) <= known - {page.id}


@every_judged_page
def test_messages_have_one_shape(page: Page) -> None:
    for example in page.examples:
        for line in example.expect.splitlines():
            message = line.partition("]: ")[2]
            assert not message.endswith("."), message
            assert not message[:1].isupper() or message[:2].isupper(), message


@every_judged_page
def test_a_page_names_what_it_serves(page: Page) -> None:
    assert page.names("serves"), "a rule that serves nothing of the guide has no reason to be here"


def test_every_part_of_the_guide_is_served() -> None:
    empty = [part.item for part in coverage(bundle(), PAGES) if not part.rules]
    assert not empty


def test_every_check_has_a_page_and_every_page_a_check() -> None:
    declared = {page.id.replace("-", "_") for page in PAGES if page.data.get("check") == "python"}
    assert {name for category in CATEGORIES for name in checks(category)} == declared


def checks(category: str) -> list[str]:
    """The check functions of a category's module: public, and called with a record and a context."""
    name = f"scopelint.rules.{category}"
    if find_spec(name) is None:
        return []
    found = []
    for attribute, value in vars(import_module(name)).items():
        if inspect.isfunction(value) and not attribute.startswith("_"):
            parameters = list(inspect.signature(value).parameters)
            if len(parameters) == 2 and parameters[1] == "cx":
                found.append(attribute)
    return found


@every_judged_page
def test_both_languages_are_shown_where_both_can_say_it(page: Page) -> None:
    shown = {name.rpartition(".")[2] for example in page.examples for name in example.files}
    wanted = {"md"} if page.id in PROSE_ONLY else {"md", "yaml"}
    assert wanted <= shown


@every_page
def test_options_are_explained_and_asked_for(page: Page) -> None:
    assert all(option["meaning"].endswith(".") for option in page.options.values())
    if page.data.get("check") == "python":
        code = source_of(page.category)
        assert not [name for name in page.options if f'"{name}"' not in code]


@cache
def source_of(category: str) -> str:
    """The Python of a category, whether it is one module or several."""
    module = RULES / f"{category}.py"
    files = [module] if module.exists() else sorted((RULES / category).glob("*.py"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@every_page
def test_a_summary_is_one_sentence(page: Page) -> None:
    summary = page.text("summary") or ""
    assert summary.endswith(".")
    assert len(summary) <= 160
