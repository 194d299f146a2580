"""Deliverables told by all that is seen of a line, where no rule finds them."""

import pytest

from scopelint.reading.prose import likely
from tests.reading.shown import items_of

LOG = """\
# Change log of the choir's site

This log lists the visible work that was done beyond the first draft of the site, so that the board of the choir
can see in one place what was asked for since October and what came of it. The first draft was agreed in September
and is not repeated here. {more}

| Page | Before | New work |
|---|---|---|
| Concerts | list without dates | Calendar of the season |
| Singers wanted | missing | Page with a form for auditions |
| Press | missing | Page with portraits in print quality |

## What the board can look at

- Start page: picture with the next concert
- Concerts: calendar of the season

## What is still open

The portraits of the new altos come after the summer, when all of them have been taken by the same photographer.
"""
LONG = LOG.format(more="The board looks at it on the first Monday of each month. " * 2)


def deliverables(markdown: str) -> list[str]:
    return [item.text.value for item in items_of(markdown).deliverables]


def test_the_rows_of_a_log_that_no_rule_places_are_likely_the_work() -> None:
    assert deliverables(LONG) == ["Concerts", "Singers wanted", "Press"]


def test_a_text_shorter_than_those_that_taught_is_left_to_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likely, "FEWEST_WORDS", len(LONG.split()) + 1)
    assert deliverables(LONG) == []


def test_where_rules_find_much_nothing_is_added() -> None:
    told = "\n".join(f"- Page for choir {n}" for n in range(likely.MOST_FOUND + 1))
    found = deliverables(f"{LONG}\n## Deliverables\n\n{told}\n")
    assert "Singers wanted" not in found
    assert len(found) == likely.MOST_FOUND + 1


@pytest.mark.parametrize("role", ["What the client provides", "Not included", "Terms"])
def test_a_heading_that_says_what_a_list_is_decides(role: str) -> None:
    assert deliverables(LONG.replace("| Page |", f"## {role}\n\n| Page |", 1)) == []
