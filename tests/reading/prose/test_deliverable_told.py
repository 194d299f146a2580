"""Work that no list tells: what somebody says he will do in person, and numbers of things."""

from tests.reading.shown import items_of


def deliverables(markdown: str) -> list[str]:
    return [item.text.value for item in items_of(markdown).deliverables]


def test_what_somebody_will_do_in_person_is_the_work() -> None:
    letter = "Dear Ms Roy,\n\nI'd sand the stairs and retile the hall.\n\nIt comes to 900 EUR.\n"
    assert deliverables(letter) == []
    letter = letter.replace("sand", "repair")
    assert deliverables(letter) == ["I'd repair the stairs and retile the hall."]


def test_what_somebody_will_not_do_or_does_for_himself_is_no_work() -> None:
    assert deliverables("Dear Ms Roy,\n\nI won't repair the stairs of the old house.\n") == []
    assert deliverables("Dear Ms Roy,\n\nI paint since my childhood, in Pune and in Lyon.\n") == []


def test_what_customers_of_the_client_do_is_told_of_the_work() -> None:
    text = "# Booking\n\nI'll build a page where customers pay a deposit for a boat.\n"
    assert deliverables(text) == ["I'll build a page where customers pay a deposit for a boat."]
    assert deliverables("# Booking\n\nThe client will build a page and pays for it.\n") == []


def test_a_number_of_things_is_the_work_where_nothing_lists_it() -> None:
    text = "# Lessons\n\n- Eight lessons of an hour each, on Mondays\n- 40 EUR a lesson\n- Two weeks of notice are enough\n"
    assert deliverables(text) == ["Eight lessons of an hour each, on Mondays"]
