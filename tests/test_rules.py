"""Every rule's page: its examples hold, and it keeps the catalogue's conventions."""

import inspect
from importlib import import_module
from importlib.util import find_spec

import pytest

from scopelint.catalog import CATEGORIES, load_catalog
from scopelint.catalog.bundle import bundle
from scopelint.catalog.coverage import coverage
from scopelint.catalog.library import all_pages
from scopelint.catalog.page import Page
from scopelint.testing.verify import complaints

PAGES = tuple(all_pages(load_catalog(packages=False)))
JUDGED = [page for page in PAGES if page.data.get("check") != "engine"]

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
growing = pytest.mark.xfail(reason="the catalogue is not complete yet", strict=False)
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


@growing
def test_every_part_of_the_guide_is_served() -> None:
    empty = [part.item for part in coverage(bundle(), PAGES) if not part.rules]
    assert not empty


@growing
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
