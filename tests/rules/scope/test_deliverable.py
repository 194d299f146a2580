"""Scopes and deliverables that can be recognised."""

from scopelint.diagnostics import Confidence
from scopelint.model import Contract, Placeholder, Scope, Template
from scopelint.rules.scope import (
    missing_acceptance_criteria,
    missing_deliverables,
    missing_scope,
    undefined_deliverable,
)
from tests.rules.factory import at, context, contract, deliverable, findings, messages, place


def scope(text: str) -> Scope:
    return Scope(place(), at(text))


def test_words_of_scope_and_deliverables_count_together() -> None:
    whole = contract(scope=scope("A new logo"), deliverables=(deliverable("Logo in three versions"),))
    assert messages(missing_scope, whole, context(whole, min_words=7)) == []
    assert messages(missing_scope, whole, context(whole, min_words=8)) == [
        "the whole scope is 7 words, too few to tell what was agreed"
    ]


def test_deliverables_alone_are_a_scope() -> None:
    whole = contract(deliverables=(deliverable("Page designs for home, contact and news as Figma frames"),))
    assert messages(missing_scope, whole, context(whole, min_words=9)) == []


def test_a_slot_for_the_work_of_a_template_is_not_too_few_words() -> None:
    work = deliverable("[list of works]")
    slot = Placeholder(work.text, "bracket", Confidence.HIGH)
    whole = contract(deliverables=(work,), placeholders=(slot,), template=Template(1, place()))
    assert messages(missing_scope, whole, context(whole, min_words=15)) == []
    filled = contract(deliverables=(work,), placeholders=(slot,))
    assert len(messages(missing_scope, filled, context(filled, min_words=15))) == 1


def test_prose_of_a_plain_contract_stands_for_a_list() -> None:
    prose = scope("word " * 40)
    plain, structured = contract(structured=False, scope=prose), contract(scope=prose)
    (found,) = findings(missing_deliverables, plain, context(plain))
    assert found.case == "prose"
    (found,) = findings(missing_deliverables, structured, context(structured))
    assert found.case is None


def undefined(whole: Contract) -> list[str]:
    return messages(undefined_deliverable, whole, context(whole, min_words=6))


def test_a_number_defines_a_deliverable() -> None:
    assert undefined(contract(deliverables=(deliverable("5 pages"),))) == []
    assert undefined(contract(deliverables=(deliverable("Pages", quantity=at("five")),))) == []


def test_a_nested_item_is_read_with_its_parents() -> None:
    parents = ("Brand package with print files",)
    assert undefined(contract(deliverables=(deliverable("Business card", parents=parents),))) == []


def test_criteria_help_to_recognise() -> None:
    tested = deliverable("Logo", acceptance=(at("opens as SVG in any browser"),))
    assert undefined(contract(deliverables=(tested,))) == []


def test_all_undefined_records_are_told_once() -> None:
    whole = contract(deliverables=(deliverable("Logo", "D1"), deliverable("Website", "D2")))
    (found,) = findings(undefined_deliverable, whole, context(whole, min_words=6))
    assert found.message == "no deliverable says what exactly it is"
    assert len(found.about) == 2


def test_bare_titles_of_a_plain_list_are_one_uncertain_warning() -> None:
    items = (deliverable("Logo"), deliverable("Responsive design of every page"), deliverable("Website"))
    whole = contract(structured=False, deliverables=items)
    (found,) = findings(undefined_deliverable, whole, context(whole, min_words=6))
    assert found.message.startswith("2 deliverables are bare titles")
    assert (found.case, found.confidence) == ("plain", Confidence.MEDIUM)


def test_an_item_with_items_below_is_no_bare_title() -> None:
    assert undefined(contract(structured=False, deliverables=(deliverable("Logo", has_items=True),))) == []


def test_a_general_clause_replaces_criteria() -> None:
    items = (deliverable("Logo", "D1"),)
    assert (
        messages(
            missing_acceptance_criteria,
            contract(deliverables=items, stated=("acceptance",)),
            context(contract()),
        )
        == []
    )


def test_the_deliverable_without_criteria_is_named() -> None:
    whole = contract(
        deliverables=(deliverable("Logo", "D1", acceptance=(at("opens as SVG"),)), deliverable("Card", "D2"))
    )
    assert messages(missing_acceptance_criteria, whole, context(whole)) == ["`D2` has no acceptance criteria"]
