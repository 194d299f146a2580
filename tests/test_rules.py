"""Every rule's page: its examples hold, and it keeps the catalogue's conventions."""

import pytest

from scopelint.catalog import load_catalog
from scopelint.catalog.library import all_pages
from scopelint.catalog.page import Page
from scopelint.testing.verify import complaints

PAGES = tuple(all_pages(load_catalog(packages=False)))
JUDGED = [page for page in PAGES if page.data.get("check") != "engine"]

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
every_judged_page = pytest.mark.parametrize("page", JUDGED, ids=lambda page: page.id)


@every_judged_page
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
