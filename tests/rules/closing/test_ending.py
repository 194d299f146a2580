"""Disputes, feedback and refunds at the end of a contract."""

from typing import Any

from scopelint.model import Citation, Closure, Contract, Dispute, Evidence, Milestone, Payment, Phase, Refund
from tests.rules.factory import at, contract, day, milestone, place, usd
from tests.rules.judging import judged, said


def dispute(**more: Any) -> Dispute:
    return Dispute(place(), id=at("DI-1"), **more)


def shown(kind: str | None, iso: str = "2026-03-01") -> Citation:
    return Citation(place(), "EV-1", Evidence(place(), date=day(iso), kind=at(kind) if kind else None))


def ended(*milestones: Milestone, platform: str | None = "upwork", **more: Any) -> Contract:
    closure = Closure(
        place(), **{"date": day("2026-03-10"), "by": at("client"), "reason": at("other"), **more}
    )
    return contract(
        phase=Phase.CLOSED,
        closure=closure,
        milestones=milestones,
        platform=at(platform) if platform else None,
    )


def delivered() -> Milestone:
    return milestone(
        "M1",
        amount=usd(400),
        funded=Payment(place(), day("2026-03-01")),
        started_on=day("2026-03-01"),
        submitted_on=(day("2026-03-05"),),
    )


class TestSmallClaimDispute:
    RULE = "small-claim-dispute"

    def cases(self, amount: int, **options: Any) -> list[str | None]:
        whole = contract(disputes=(dispute(amount=usd(amount)),))
        return [finding.case for finding in judged(self.RULE, whole, **options)]

    def test_the_limits_are_exclusive(self) -> None:
        assert {n: self.cases(n) for n in (99, 100, 199, 200)} == {
            99: [None],
            100: ["modest"],
            199: ["modest"],
            200: [],
        }

    def test_they_can_be_set_for_another_currency(self) -> None:
        assert self.cases(5000, warn_below=9000, info_below=18000) == [None]


class TestUnpreparedDispute:
    RULE = "unprepared-dispute"
    PROOF = (shown("scope"), shown("approval"), shown("delivery"))

    def told(self, **more: Any) -> list[str]:
        return said(self.RULE, contract(disputes=(dispute(opened_on=day("2026-03-20"), **more),)))

    def test_one_attempt_before_is_enough(self) -> None:
        attempts = (shown(None, "2026-03-18"), shown(None, "2026-03-22"))
        assert self.told(direct_attempts=attempts, evidence=self.PROOF) == []

    def test_evidence_of_unknown_kind_may_be_what_is_missing(self) -> None:
        attempts = (shown(None, "2026-03-18"),)
        assert self.told(direct_attempts=attempts, evidence=(shown("scope"), shown(None), shown(None))) == []
        assert self.told(direct_attempts=attempts, evidence=(shown("scope"), shown("scope"))) == [
            "`DI-1` cites no evidence of approval, delivery"
        ]

    def test_kinds_may_be_named_instead_of_ids(self) -> None:
        named = tuple(Citation(place(), kind, None) for kind in ("scope", "approval", "delivery"))
        assert self.told(direct_attempts=(shown(None),), evidence=named) == []


class TestMissedResponseWindow:
    RULE = "missed-response-window"

    def test_a_late_answer_is_told_with_both_days(self) -> None:
        late = dispute(
            opened_on=day("2026-03-02"), response_due_on=day("2026-03-09"), responded_on=day("2026-03-11")
        )
        assert said(self.RULE, contract(disputes=(late,)), "2026-04-01") == [
            "`DI-1` was answered 2026-03-11 but the answer was due 2026-03-09"
        ]

    def test_hours_in_dispute_are_answered_within_the_platforms_days(self) -> None:
        whole = contract(
            type=at("hourly"), platform=at("upwork"), disputes=(dispute(opened_on=day("2026-03-02")),)
        )
        assert said(self.RULE, whole, "2026-03-05") == []
        assert said(self.RULE, whole, "2026-03-06") == ["the answer to `DI-1` was due 2026-03-05"]

    def test_an_ended_contract_is_disputed_within_the_platforms_days(self) -> None:
        assert [f.case for f in judged(self.RULE, ended(delivered()), "2026-03-17")] == ["open"]
        assert said(self.RULE, ended(delivered()), "2026-03-18") == [
            "the contract ended with delivered work unpaid and the days to dispute ended 2026-03-17"
        ]

    def test_nothing_is_claimed_where_nothing_is_held(self) -> None:
        released = delivered()._replace(released=Payment(place(), day("2026-03-09")))
        assert said(self.RULE, ended(released), "2026-03-18") == []
        assert said(self.RULE, ended(delivered(), escrow_balance=usd(0)), "2026-03-18") == []
        assert said(self.RULE, ended(delivered(), platform=None), "2026-03-18") == []

    def test_a_dispute_with_an_outcome_is_over(self) -> None:
        over = dispute(
            opened_on=day("2026-03-02"), response_due_on=day("2026-03-09"), outcome=at("split in halves")
        )
        assert said(self.RULE, contract(disputes=(over,)), "2026-04-01") == []


class TestMissingClientFeedback:
    RULE = "missing-client-feedback"

    def test_feedback_after_the_window_is_told_with_both_days(self) -> None:
        whole = ended(feedback_left_on=day("2026-03-25"))
        assert said(self.RULE, whole, "2026-04-01") == [
            "feedback for the client was left 2026-03-25 but the window closed 2026-03-24"
        ]

    def test_the_last_day_is_still_open(self) -> None:
        assert [f.case for f in judged(self.RULE, ended(), "2026-03-24")] == ["open"]
        assert [f.case for f in judged(self.RULE, ended(), "2026-03-25")] == [None]

    def test_days_can_be_set_where_no_platform_has_any(self) -> None:
        assert said(self.RULE, ended(platform=None), "2026-04-01") == []
        assert len(said(self.RULE, ended(platform=None), "2026-04-01", days=5)) == 1


class TestUnrecordedRefund:
    RULE = "unrecorded-refund"

    def refund(self, **more: Any) -> Refund:
        stated = {"amount": usd(300), "reason": at("not needed"), "agreed": (shown(None),)}
        return Refund(place(), **{**stated, **more})

    def test_a_small_refund_without_a_reason_is_only_an_info(self) -> None:
        whole = ended(refund=self.refund(amount=usd(200), reason=None))
        assert [f.case for f in judged(self.RULE, whole)] == ["small"]
        assert [f.case for f in judged(self.RULE, ended(refund=self.refund(reason=None)))] == [None]

    def test_a_refund_after_the_platforms_days_is_told_with_both_days(self) -> None:
        step = delivered()._replace(released=Payment(place(), day("2025-06-01")))
        whole = ended(step, refund=self.refund(date=day("2026-03-10")))
        assert said(self.RULE, whole) == [
            "the refund is dated 2026-03-10, more than 180 days after the last payment 2025-06-01"
        ]

    def test_the_refund_of_a_milestone_cites_its_agreement(self) -> None:
        step = delivered()._replace(refunded=Payment(place(), day("2026-03-10")))
        assert said(self.RULE, ended(step)) == ["the refund of `M1` has no amount and no agreement"]
