"""Terms made comparable: what differs in words only is equal, what is about another thing is apart."""

from tests.reading.prose.told import prose_of


def stated(text: str, term: str) -> set[tuple[str, str | None]]:
    return {(s.value, s.about) for s in prose_of(text).statements if s.term == term}


def test_equal_in_other_words() -> None:
    text = "# Offer\n\nEither side may terminate with 14 days' notice.\n\n## End\n\nTermination: two weeks' notice.\n"
    assert {value for value, _ in stated(text, "notice")} == {"14 day"}


def test_two_prices_of_one_thing_clash() -> None:
    text = "# Offer\n\nTotal price: $4,000.\n\n## Payment\n\nThe total cost of $4,500 is due on delivery.\n"
    assert {value for value, _ in stated(text, "price")} == {"4000.00 USD", "4500.00 USD"}


def test_prices_of_options_are_apart() -> None:
    text = "# Offer\n\n## Option A\n\nTotal price: $4,000.\n\n## Option B\n\nTotal price: $6,000.\n"
    assert stated(text, "price") == set()


def test_rounds_of_different_things_are_apart() -> None:
    text = "# Offer\n\n## Logo\n\nTwo rounds of revisions.\n\n## Flyer\n\nOne round of revisions.\n"
    assert stated(text, "revision-rounds") == {("2", "logo"), ("1", "flyer")}


def test_a_section_without_kind_may_speak_of_the_whole() -> None:
    text = "# Offer\n\n## How it works\n\nTwo rounds of feedback.\n\n## Revisions\n\nThree rounds of revisions.\n"
    assert stated(text, "revision-rounds") == {("2", None), ("3", None)}


def test_rows_are_about_their_first_cell() -> None:
    text = "# Offer\n\n| Item | Revisions | Days |\n|---|---|---|\n| Logo | 2 revision rounds | 5 |\n"
    assert stated(text, "revision-rounds") == {("2", "logo")}


def test_references_to_sections_and_not_to_laws() -> None:
    text = "# Offer\n\n## 1. Work\n\nPaid as in Section 4.2. See Section 7 of the Copyright Act.\n"
    assert stated(text, "section-reference") == {("4.2", None)}


def test_names_with_their_legal_form() -> None:
    text = "# Offer\n\nBetween Alder Works LLC and Birch Ltd. Alder Works Inc. pays.\n"
    assert stated(text, "party-name") == {("llc", "alder works"), ("ltd", "birch"), ("inc", "alder works")}


def test_defined_terms() -> None:
    assert stated('# Offer\n\nThe work in Annex A (the "Services") is done.\n', "term-definition") == {
        ("services", None)
    }
