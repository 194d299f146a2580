"""One contract from several documents: facts in two places, phases, clauses, currency, evidence."""

import pytest

from scopelint.model import ClauseStatus, Contract, Phase
from scopelint.reading.document import read_document
from scopelint.reading.link import link
from scopelint.text import SourceFile
from tests.reading.reader import contract

PLAIN = "# Posters\n\nThree posters for a fair.\n"


def stated(read: Contract, term: str) -> list[tuple[str, str]]:
    """Value and file of every statement of a term."""
    return [(s.value, s.shown.span.file) for s in read.statements if s.term == term]


def test_a_fact_in_two_places_keeps_both() -> None:
    read = contract(
        contract_yaml="contract: {price: 500}\nrevisions: {included: 3}\n",
        scope_md="---\nscopelint: 1\ncontract: {price: 400.00}\nrevisions: {included: 2}\n---\n# Posters\n",
    )
    assert stated(read, "price") == [("500.00", "contract.yaml"), ("400.00", "scope.md")]
    assert stated(read, "revision-rounds") == [("3", "contract.yaml"), ("2", "scope.md")]


def test_the_record_is_used_where_prose_says_otherwise() -> None:
    read = contract(
        contract_yaml="contract: {price: 500}\n",
        a_md="---\nscopelint: 1\ncontract: {price: 400, title: Posters}\n---\n# Posters\n",
    )
    assert read.price is not None
    assert read.price.value.amount == 500
    assert read.title is not None


def test_equal_amounts_compare_equal_however_they_are_written() -> None:
    read = contract(
        contract_yaml="contract: {price: 1200.00, currency: USD}\n",
        scope_md='---\nscopelint: 1\ncontract: {price: "$1,200"}\n---\n# Posters\n',
    )
    assert {value for value, _ in stated(read, "price")} == {"1200.00 USD"}


@pytest.mark.parametrize(("currency", "expected"), [("AUD", "AUD"), ("USD", "USD"), ("EUR", "USD")])
def test_a_bare_dollar_sign_is_the_contract_s_own_dollar(currency: str, expected: str) -> None:
    read = contract(contract_yaml=f'contract: {{currency: {currency}, price: "$500"}}')
    assert read.price is not None
    assert read.price.value.currency == expected


def test_amounts_without_a_currency_have_the_contract_s() -> None:
    read = contract(contract_yaml="contract: {price: 500 GBP}\nmilestones: [{id: M1, amount: 250}]")
    assert read.milestones[0].amount is not None
    assert read.milestones[0].amount.value.currency == "GBP"


def test_a_citation_of_unknown_evidence_has_no_record() -> None:
    read = contract(approvals_yaml="approvals: [{id: AP-1, evidence: EV-9}]")
    assert read.approvals[0].evidence[0].record is None


def test_where_records_list_milestones_prose_only_retells_them() -> None:
    prose = PLAIN + "\n## Payment\n\n- 50% on signature\n- 50% on delivery\n"
    read = contract(scope_md=prose, milestones_yaml="milestones: [{id: M1, amount: 500}]")
    assert [m.id.value for m in read.milestones if m.id] == ["M1"]
    assert len(read.milestones) == 1


def test_the_title_of_the_scope_is_where_missing_things_are_told() -> None:
    read = contract(contract_yaml="contract: {title: Posters}", scope_md=PLAIN, notes_md="# Notes\n")
    assert (read.title_span.file, read.title_span.start) == ("scope.md", 2)


@pytest.mark.parametrize(
    ("record", "phase"),
    [
        ("contract: {status: draft}\nchanges: [{id: CO-1}]", Phase.DRAFT),
        ("contract: {status: offered}", Phase.OFFERED),
        ("contract: {status: on_hold}", Phase.ACTIVE),
        ("contract: {status: closed}", Phase.CLOSED),
        ("contract: {title: Posters}", Phase.OFFERED),
        ("contract: {started_on: 2026-05-04}", Phase.ACTIVE),
        ("milestones: [{id: M1, funded: 2026-05-04}]", Phase.ACTIVE),
        ("milestones: [{id: M1, released: 2026-05-04}]", Phase.ACTIVE),
        ("milestones: [{id: M1, due_on: 2026-05-04}]", Phase.OFFERED),
        ("approvals: [{id: AP-1, subject: M1}]", Phase.ACTIVE),
        ("approvals: [{id: AP-1, subject: scope}]", Phase.OFFERED),
        ("changes: [{id: CO-1}]", Phase.ACTIVE),
        ("closure: {date: 2026-05-04}", Phase.CLOSED),
    ],
)
def test_the_records_tell_the_phase(record: str, phase: Phase) -> None:
    assert contract(contract_yaml=record).phase is phase


def test_a_template_is_a_draft() -> None:
    slots = "".join(f"- [Item {number}] by [date]\n" for number in range(9))
    assert (
        contract(contract_template_md="# Contract template\n\n## Deliverables\n\n" + slots).phase
        is Phase.DRAFT
    )


def test_slots_make_no_draft_of_what_is_agreed_or_paid_for() -> None:
    slots = "# Contract template\n\n## Deliverables\n\n" + "".join(
        f"- [Item {n}] by [date]\n" for n in range(9)
    )
    fragments = [read_document(SourceFile("contract.md", slots))]
    assert link("contract.md", fragments, locked=link("contract.md", fragments)).phase is Phase.ACTIVE
    funded = "milestones: [{id: M1, funded: 2026-05-04}]"
    assert contract(contract_md=slots, milestones_yaml=funded).phase is Phase.ACTIVE


def test_a_lock_and_a_given_phase_count() -> None:
    fragments = [read_document(SourceFile("contract.md", PLAIN))]
    offered = link("contract.md", fragments)
    assert link("contract.md", fragments, locked=offered).phase is Phase.ACTIVE
    assert link("contract.md", fragments, phase=Phase.CLOSED).phase is Phase.CLOSED


@pytest.mark.parametrize(
    ("record", "clause"),
    [
        ("revisions: {included: 2}", "revision-limit"),
        ("exclusions: [Printing]", "exclusions"),
        ("milestones: [{id: M1, amount: 500}]", "payment-schedule"),
        ("contract: {platform: upwork}", "deposit"),
        ("contract: {platform: upwork}", "communication"),
        ("milestones: [{id: M1, funded: 2026-05-04}]", "deposit"),
        ("deliverables: [{id: D1, deliverable: Poster, acceptance: A2 size}]", "acceptance"),
        ("contract: {due_on: 2026-05-04}", "timeline"),
        ("milestones: [{id: M1, due: in May}]", "timeline"),
        ("terms: {termination: {notice_days: 7}}", "termination"),
    ],
)
def test_records_state_clauses(record: str, clause: str) -> None:
    found = contract(contract_yaml=record).clause(clause)
    assert (found.status, found.recognised_by) == (ClauseStatus.STATED, "record")


def test_a_contract_made_directly_states_neither_deposit_nor_channel() -> None:
    read = contract(contract_yaml="contract: {platform: direct}")
    assert read.clause("deposit").status is ClauseStatus.MISSING
    assert read.clause("communication").status is ClauseStatus.MISSING


def test_a_missing_clause_has_the_place_where_it_belongs() -> None:
    text = PLAIN + "\n## Payment\n\nBy bank transfer.\n"
    read = contract(contract_md=text)
    place = read.clause("deposit").span
    assert place is not None
    assert text[place.start : place.end] == "Payment"
    assert read.clause("termination").span == read.title_span


def test_a_rate_without_a_price_makes_a_contract_hourly() -> None:
    read = contract(contract_yaml="contract: {rate: 60, currency: USD}")
    assert read.type is not None
    assert read.type.value == "hourly"
    assert contract(contract_yaml="contract: {rate: 60, price: 500}").type is None
