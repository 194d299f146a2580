"""Events follow the lifecycle, and a written status agrees with them."""

from typing import Any

from scopelint.model import Contract, Document, Milestone, Payment
from scopelint.text import Span, Spanned, apply_edits
from tests.rules.factory import TITLE, approval, at, contract, day, milestone, place
from tests.rules.judging import judged, said

RULE = "impossible-milestone-status"


def step(**more: Any) -> Milestone:
    return milestone("M1", **more)


def whole(milestone: Milestone, platform: str | None = None, **more: Any) -> Contract:
    return contract(milestones=(milestone,), platform=at(platform) if platform else None, **more)


def paid(iso: str) -> Payment:
    return Payment(place(), day(iso))


def test_only_the_first_clash_is_told() -> None:
    wrong = step(
        started_on=day("2026-03-09"),
        submitted_on=(day("2026-03-05"),),
        changes_requested_on=(day("2026-03-01"),),
    )
    assert said(RULE, whole(wrong)) == ["`M1` was submitted 2026-03-05 but started 2026-03-09"]


def test_money_cannot_leave_before_it_came() -> None:
    wrong = step(funded=paid("2026-03-05"), released=paid("2026-03-01"))
    assert said(RULE, whole(wrong)) == ["`M1` was paid 2026-03-01 but was funded 2026-03-05"]


def test_a_platform_pays_after_the_approval() -> None:
    early = step(approval=at("AP-1"), released=paid("2026-03-01"))
    yes = (approval("AP-1", "M1", "2026-03-04"),)
    assert said(RULE, whole(early, "upwork", approvals=yes)) == [
        "`M1` was paid 2026-03-01 but was approved 2026-03-04"
    ]
    assert said(RULE, whole(early, approvals=yes)) == []


def test_nothing_is_cancelled_and_paid() -> None:
    both = step(cancelled_on=day("2026-03-09"), released=paid("2026-03-08"))
    assert said(RULE, whole(both)) == ["`M1` is cancelled and paid at once"]


def test_a_status_without_any_event_is_a_claim() -> None:
    assert said(RULE, whole(step(status=at("paid")))) == [
        "`M1` says `paid` but its records make it `planned`: no event is recorded"
    ]
    assert said(RULE, whole(step(status=at("planned")))) == []


def test_a_platforms_own_words_are_understood() -> None:
    started = step(funded=paid("2026-03-01"), started_on=day("2026-03-02"), status=at("Active"))
    assert said(RULE, whole(started, "upwork")) == []


def test_a_word_nobody_knows_says_nothing() -> None:
    assert said(RULE, whole(step(status=at("brewing")))) == []


def test_a_status_in_a_plain_document_is_left_alone() -> None:
    assert said(RULE, whole(step(status=at("paid")), structured=False)) == []


def test_a_status_that_lags_behind_is_rewritten_safely() -> None:
    text = "status: in_progress"
    status = Spanned("in_progress", Span("m.yaml", 8, 19))
    lagging = step(started_on=day("2026-03-02"), submitted_on=(day("2026-03-05"),), status=status)
    (finding,) = judged(RULE, whole(lagging, documents=(Document("m.yaml", text, TITLE, None),)))
    assert finding.fix is not None
    assert finding.fix.safe
    assert apply_edits(text, finding.fix.edits) == "status: submitted"


def test_a_status_that_claims_more_than_the_record_is_not_rewritten() -> None:
    status = Spanned("approved", Span("m.yaml", 8, 16))
    ahead = step(started_on=day("2026-03-02"), status=status)
    documents = (Document("m.yaml", "status: approved", TITLE, None),)
    (finding,) = judged(RULE, whole(ahead, documents=documents))
    assert finding.fix is None
