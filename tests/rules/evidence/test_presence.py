"""What was agreed is backed by a dated record."""

from typing import Any

from scopelint.model import Citation, Contract, Evidence, Payment, Scope
from tests.rules.factory import approval, at, change, contract, day, milestone, place
from tests.rules.judging import said

RULE = "missing-evidence"


def shown(iso: str | None = "2026-03-04", ref: str | None = "mail/1.eml") -> Evidence:
    return Evidence(place(), at("EV-1"), day(iso) if iso else None, ref=at(ref) if ref else None)


def cites(evidence: Evidence | None) -> tuple[Citation, ...]:
    return (Citation(place(), "EV-1", evidence),)


def whole(**more: Any) -> Contract:
    return contract(**more)


def test_the_agreement_on_the_scope_may_be_backed_by_its_approval() -> None:
    agreed = Scope(place(), agreed_on=day("2026-03-04"))
    assert said(RULE, whole(scope=agreed)) == ["the agreement on the scope cites no evidence"]
    yes = approval("AP-0", "scope", "2026-03-04", evidence=cites(shown()))
    assert said(RULE, whole(scope=agreed, approvals=(yes,))) == []


def test_a_citation_that_leads_nowhere_is_another_rules_matter() -> None:
    assert said(RULE, whole(approvals=(approval("AP-1", "M1", "2026-03-04", evidence=cites(None)),))) == []


def test_evidence_written_in_place_needs_no_date() -> None:
    inline = Evidence(place(), ref=at("https://chat.example.com/1"))
    yes = approval("AP-1", "M1", "2026-03-04", evidence=(Citation(place(), None, inline),))
    assert said(RULE, whole(approvals=(yes,))) == []


def test_evidence_in_the_register_needs_date_and_place() -> None:
    yes = approval("AP-1", "M1", "2026-03-04", evidence=cites(shown(None, None)))
    assert said(RULE, whole(approvals=(yes,))) == ["`EV-1` has no date and no ref"]


def test_a_day_of_difference_may_be_the_time_zone() -> None:
    for iso in ("2026-03-03", "2026-03-05"):
        yes = approval("AP-1", "M1", "2026-03-04", evidence=cites(shown(iso)))
        assert said(RULE, whole(approvals=(yes,))) == []


def test_evidence_of_a_change_may_be_of_its_request_or_its_decision() -> None:
    asked = change(
        "CO-1", requested_on=day("2026-02-01"), decided_on=day("2026-03-04"), evidence=cites(shown())
    )
    assert said(RULE, whole(changes=(asked,))) == []


def test_an_open_change_cites_its_own_evidence() -> None:
    assert said(RULE, whole(changes=(change("CO-1"),))) == ["`CO-1` cites no evidence"]


def test_fundings_that_cite_nothing_are_told_once() -> None:
    steps = tuple(milestone(f"M{n}", funded=Payment(place(), day("2026-03-01"))) for n in (1, 2))
    assert said(RULE, whole(milestones=steps)) == ["none of the 2 fundings cites evidence"]
    assert said(RULE, whole(milestones=steps), kinds=["approval"]) == []


def test_silence_and_release_are_not_asked_for_proof() -> None:
    quiet = tuple(approval("AP-1", "M1", "2026-03-04", how) for how in ("silence", "auto_release"))
    assert said(RULE, whole(approvals=quiet)) == []
