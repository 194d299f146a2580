"""Revision rounds: their limit, meaning, price, and count."""

from typing import Any

from scopelint.model import Clause, ClauseStatus, Contract, Phrase, RevisionPolicy, RevisionRound, RoundItem
from scopelint.rules.revisions import (
    exceeded_revision_limit,
    missing_extra_round_price,
    missing_revision_limit,
    unbounded_revisions,
    undefined_revision,
)
from tests.rules.factory import at, change, context, contract, day, findings, messages, milestone, place, usd


def policy(**more: Any) -> RevisionPolicy:
    return RevisionPolicy(place(), **more)


def asked(id: str, **more: Any) -> RevisionRound:
    return RevisionRound(place(), id=at(id), **more)


def with_clause(status: ClauseStatus, **more: Any) -> Contract:
    others = tuple(c for c in contract().clauses if c.name != "revision-limit")
    return contract(clauses=(*others, Clause("revision-limit", status, place())), **more)


def limits(whole: Contract) -> list[str]:
    return messages(missing_revision_limit, whole, context(whole))


def test_zero_rounds_are_a_limit() -> None:
    assert limits(contract(revisions=policy(included=at(0)))) == []


def test_revisions_that_do_not_apply_need_no_limit() -> None:
    assert limits(with_clause(ClauseStatus.NOT_APPLICABLE)) == []


def test_a_promise_without_a_number_is_told_as_such() -> None:
    assert limits(with_clause(ClauseStatus.PARTIAL)) == ["revisions are promised without a number of rounds"]
    assert limits(contract()) == ["no revision limit is stated"]


def test_unlimited_revisions_are_not_a_missing_limit() -> None:
    unlimited = with_clause(ClauseStatus.UNLIMITED, revisions=policy(unlimited=at("unlimited revisions")))
    assert limits(unlimited) == []
    assert messages(unbounded_revisions, unlimited, context(unlimited, allow=[])) == [
        "`unlimited revisions` sets no limit to revisions"
    ]


def test_one_wording_is_told_once() -> None:
    words = at("until you are happy")
    whole = contract(
        revisions=policy(unlimited=words),
        phrases=(Phrase("unbounded-revisions", words, at("Revised until you are happy")),),
    )
    assert len(messages(unbounded_revisions, whole, context(whole, allow=[]))) == 1
    assert messages(unbounded_revisions, whole, context(whole, allow=["Until you are happy"])) == []


def test_terms_of_rounds_are_asked_for_only_where_rounds_are_promised() -> None:
    require = ["round", "new_work"]
    promised = contract(revisions=policy(included=at(2), round=at("one list")))
    assert messages(undefined_revision, promised, context(promised, require=require)) == [
        "the contract does not say what counts as new work"
    ]
    assert messages(missing_extra_round_price, promised, context(promised)) == [
        "a round beyond the included ones has no price"
    ]
    for silent in (contract(), with_clause(ClauseStatus.NOT_APPLICABLE)):
        assert messages(undefined_revision, silent, context(silent, require=require)) == []
        assert messages(missing_extra_round_price, silent, context(silent)) == []


def exceeded(whole: Contract) -> list[str]:
    return messages(exceeded_revision_limit, whole, context(whole, signal_rounds=10))


def test_rounds_count_for_the_contract_when_it_says_so() -> None:
    rounds = (asked("RR-1", milestone=at("M1")), asked("RR-2", milestone=at("M2")))
    whole = contract(revisions=policy(included=at(1), per=at("contract")), revision_rounds=rounds)
    assert exceeded(whole) == ["2nd round, but 1 round is included and no priced change covers it"]


def test_rounds_count_for_what_they_name_when_nothing_is_said() -> None:
    rounds = (asked("RR-1", milestone=at("M1")), asked("RR-2", milestone=at("M2")))
    assert exceeded(contract(revisions=policy(included=at(1)), revision_rounds=rounds)) == []


def test_rounds_on_a_deliverable_count_for_its_milestone() -> None:
    items = (RoundItem(place(), deliverable=at("D1"), note=at("smaller")),)
    whole = contract(
        revisions=policy(included=at(1), per=at("milestone")),
        milestones=(milestone("M1", deliverables=(at("D1"),)),),
        revision_rounds=(asked("RR-1", milestone=at("M1")), asked("RR-2", items=items)),
    )
    assert exceeded(whole) == ["2nd round of `M1`, but 1 round is included and no priced change covers it"]


def test_a_declined_change_pays_for_no_round() -> None:
    rounds = (asked("RR-1"), asked("RR-2", change=at("CO-1")))
    terms = policy(included=at(1))
    for decision, count in (("approved", 0), ("declined", 1)):
        paid = change("CO-1", price=usd(60), decision=at(decision))
        assert len(exceeded(contract(revisions=terms, revision_rounds=rounds, changes=(paid,)))) == count


def test_the_round_over_the_limit_is_the_latest_by_date() -> None:
    late, early = asked("RR-1", requested_on=day("2026-03-09")), asked("RR-2", requested_on=day("2026-03-02"))
    whole = contract(revisions=policy(included=at(1)), revision_rounds=(late, early))
    (found,) = findings(exceeded_revision_limit, whole, context(whole, signal_rounds=10))
    assert late.id
    assert found.at.span == late.id.span


def test_many_rounds_and_empty_comments_are_pointed_out() -> None:
    rounds = tuple(asked(f"RR-{n}") for n in range(10))
    assert exceeded(contract(revisions=policy(included=at(20)), revision_rounds=rounds)) == [
        "10 rounds: ask which acceptance criterion is not met"
    ]
    empty = asked("RR-1", items=(RoundItem(place(), deliverable=at("D1")),))
    assert exceeded(contract(revision_rounds=(empty,))) == [
        "this round asks for a change without saying which"
    ]
