"""Terms with two values, names with two forms, definitions without use."""

from scopelint.diagnostics import Confidence
from scopelint.model import Contract, Document, Statement
from scopelint.rules.document import conflicting_terms, inconsistent_party_name, undefined_term, unused_term
from scopelint.text import Span
from tests.rules.factory import at, context, contract, findings, messages


def stating(*statements: Statement, text: str = "") -> Contract:
    documents = (Document("scope.md", text, Span("scope.md", 0, 0), "en"),)
    return contract(statements=statements, documents=documents)


def rounds(value: str, about: str | None = None, confidence: Confidence = Confidence.HIGH) -> Statement:
    return Statement("revision-rounds", value, at(f"{value} rounds"), about, confidence)


def test_values_of_one_term_agree() -> None:
    whole = stating(rounds("2"), rounds("2"), rounds("3"), rounds("4"))
    (found,) = findings(conflicting_terms, whole, context(whole))
    assert found.message == "revision rounds: `3 rounds` here, but `2 rounds` elsewhere"
    assert [label.message for label in found.related] == ["stated here", "and here"]


def test_terms_of_different_things_are_not_compared() -> None:
    whole = stating(rounds("2", "logo"), rounds("3", "website"), rounds("1"))
    assert messages(conflicting_terms, whole, context(whole)) == []


def test_an_uncertain_reading_is_only_a_warning() -> None:
    whole = stating(rounds("2"), rounds("3", confidence=Confidence.MEDIUM))
    (found,) = findings(conflicting_terms, whole, context(whole))
    assert (found.case, found.confidence) == ("unsure", Confidence.MEDIUM)


def test_a_party_has_one_legal_form() -> None:
    names = [
        ("beta", "inc", "Beta Inc."),
        ("beta", "llc", "Beta LLC"),
        ("acme", "ltd", "Acme Ltd"),
        ("beta", "llc", "Beta LLC"),
    ]
    whole = stating(*(Statement("party-name", form, at(shown), name) for name, form, shown in names))
    assert messages(inconsistent_party_name, whole, context(whole)) == [
        "`Beta LLC` is called `Beta Inc.` elsewhere"
    ]


def test_terms_are_defined_and_used() -> None:
    text = 'Dana (the "Designer") makes the pages (the "Work").\nThe Designer shows the Drafts to the Client.'
    defined = (Statement("term-definition", word.lower(), at(word)) for word in ("Designer", "Work"))
    whole = stating(*defined, text=text)
    assert messages(unused_term, whole, context(whole)) == ["`Work` is defined, but never used"]
    assert messages(undefined_term, whole, context(whole)) == [
        "`Drafts` is written like a defined term, but is not defined",
        "`Client` is written like a defined term, but is not defined",
    ]


def test_a_contract_that_defines_nothing_is_not_asked() -> None:
    whole = stating(text="The work is done when the Client confirms it.")
    assert messages(undefined_term, whole, context(whole)) == []
