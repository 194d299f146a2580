"""A contract ends on record, with no money left behind."""

from typing import Any

from scopelint.model import Citation, Closure, Contract, Incident, Milestone, Payment, Phase, Refund
from tests.rules.factory import at, contract, day, milestone, place, usd
from tests.rules.judging import judged, said, unjudged


def paid(iso: str, amount: int | None = None) -> Payment:
    return Payment(place(), day(iso), usd(amount) if amount else None)


def closure(**more: Any) -> Closure:
    stated = {"date": day("2026-03-10"), "by": at("client"), "reason": at("completed")}
    return Closure(place(), **{**stated, **more})


def closed(*milestones: Milestone, **more: Any) -> Contract:
    return contract(**{"phase": Phase.CLOSED, "milestones": milestones, "closure": closure(), **more})


class TestMissingClosureRecord:
    RULE = "missing-closure-record"

    def test_a_plain_document_is_not_checked(self) -> None:
        assert unjudged(self.RULE, closed(closure=None, structured=False)) == [
            "the contract is plain prose and keeps no records"
        ]

    def test_all_that_is_missing_is_told_at_once(self) -> None:
        whole = closed(closure=Closure(place()))
        assert said(self.RULE, whole) == ["the closure has no `date` and no `reason` and no `by`"]

    def test_an_early_exit_of_ours_asks_for_a_notice_and_offers_words(self) -> None:
        (finding,) = judged(self.RULE, closed(closure=closure(by=at("freelancer"), reason=at("abuse"))))
        assert (finding.message, finding.case) == ("the early exit cites no notice to the client", "notice")
        assert finding.counter_text
        assert "serve this brief better" in finding.counter_text

    def test_an_early_end_of_theirs_asks_only_for_a_note(self) -> None:
        (finding,) = judged(self.RULE, closed(closure=closure(reason=at("mutual"))))
        assert finding.case == "note"
        assert said(self.RULE, closed(closure=closure(reason=at("mutual"), note=at("no money left")))) == []

    def test_a_stated_balance_speaks_for_itself(self) -> None:
        assert said(self.RULE, closed(closure=closure(escrow_balance=usd(75)))) == [
            "the contract is closed with 75 USD still in escrow"
        ]

    def test_release_and_refund_settle_the_deposit(self) -> None:
        step = milestone("M1", amount=usd(300), funded=paid("2026-03-01"))
        assert said(self.RULE, closed(step._replace(released=paid("2026-03-09")))) == []
        assert said(self.RULE, closed(step._replace(refunded=paid("2026-03-09")))) == []
        assert said(self.RULE, closed(step._replace(released=paid("2026-03-09", 100)))) == [
            "the contract is closed but 200 USD of what was funded is neither released nor refunded"
        ]

    def test_an_unknown_amount_leaves_the_balance_unknown(self) -> None:
        step = milestone("M1", funded=paid("2026-03-01"))
        assert said(self.RULE, closed(step)) == []


class TestExitMidDelivery:
    RULE = "exit-mid-delivery"

    def held(self, **more: Any) -> Milestone:
        return milestone(
            "M1", amount=usd(300), funded=paid("2026-03-01"), started_on=day("2026-03-01"), **more
        )

    def test_both_facts_are_shown(self) -> None:
        (finding,) = judged(self.RULE, closed(self.held(), closure=closure(by=at("freelancer"))))
        assert finding.message == "closing is recorded while `M1` is funded and not submitted"
        assert [label.message for label in finding.related] == ["closing"]
        assert finding.counter_text
        assert "The money in M1 goes back to you." in finding.counter_text

    def test_an_agreed_refund_settles_it(self) -> None:
        agreed = Refund(place(), usd(300), agreed=(Citation(place(), None, None),))
        whole = closed(self.held(), closure=closure(by=at("freelancer"), refund=agreed))
        assert said(self.RULE, whole) == []

    def test_a_submission_is_left_to_its_review_window(self) -> None:
        for iso, told in (("2026-02-20", 0), ("2026-03-05", 1)):
            sent = self.held(submitted_on=(day(iso),))
            whole = closed(sent, closure=closure(by=at("freelancer")), platform=at("upwork"))
            assert len(said(self.RULE, whole)) == told

    def test_no_exit_and_no_incident_say_nothing(self) -> None:
        assert said(self.RULE, contract(milestones=(self.held(),))) == []

    def test_leaving_is_not_cheap_once_the_next_step_is_funded(self) -> None:
        done = milestone("M1", funded=paid("2026-03-01"), released=paid("2026-03-05"))
        trouble = (Incident(place(), kind=at("abuse")),)
        cheap = contract(milestones=(done, milestone("M2")), incidents=trouble)
        assert [f.case for f in judged(self.RULE, cheap)] == ["cheap-exit"]
        dear = contract(milestones=(done, milestone("M2", funded=paid("2026-03-06"))), incidents=trouble)
        assert said(self.RULE, dear) == []
