"""Many items with one defect are told once."""

from scopelint.diagnostics import Finding, Label
from scopelint.rules.gathering import gathered
from tests.rules.factory import place


def finding(message: str) -> Finding:
    span = place()
    return Finding(message, Label(span), about=(span,))


def test_items_that_differ_are_told_one_by_one() -> None:
    some = [finding("`D1` is vague"), finding("`D2` is vague")]
    assert list(gathered(some, 3, "no deliverable is defined")) == some


def test_one_item_of_one_is_told_by_its_name() -> None:
    only = [finding("`D1` is vague")]
    assert list(gathered(only, 1, "no deliverable is defined")) == only


def test_a_defect_of_all_items_is_told_once_with_all_places() -> None:
    first, second = finding("`D1` is vague"), finding("`D2` is vague")
    (told,) = gathered([first, second], 2, "no deliverable is defined")
    assert told.message == "no deliverable is defined"
    assert told.at == first.at
    assert [label.span for label in told.related] == [second.at.span]
    assert told.about == first.about + second.about
