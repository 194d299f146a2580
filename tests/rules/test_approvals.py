"""Approvals: recorded, in writing, by the right person, in time."""

from typing import Any

from scopelint.model import (
    CheckIn,
    Contract,
    Evidence,
    Milestone,
    Party,
    Payment,
    RevisionPolicy,
    RevisionRound,
)
from tests.rules.factory import approval, at, contract, day, milestone, place
from tests.rules.judging import judged, said, unjudged


def step(id: str, start: str | None = None, sent: str | None = None, **more: Any) -> Milestone:
    return milestone(
        id,
        started_on=day(start) if start else None,
        submitted_on=(day(sent),) if sent else (),
        **more,
    )


def paid(iso: str) -> Payment:
    return Payment(place(), day(iso))


def client(approver: str | None = None, name: str = "Harbour Cafe") -> Party:
    return Party(place(), at(name), at(approver) if approver else None)


class TestUnrecordedApproval:
    RULE = "unrecorded-approval"

    def test_an_approval_without_a_date_is_none(self) -> None:
        asked = (approval("AP-1", "M1"),)
        whole = contract(milestones=(step("M1", released=paid("2026-03-04")),), approvals=asked)
        assert said(self.RULE, whole) == [
            "`M1` was paid 2026-03-04 but `AP-1`, the approval of `M1`, has no date"
        ]

    def test_either_direction_of_the_link_will_do(self) -> None:
        from_milestone = step("M1", released=paid("2026-03-04"), approval=at("AP-1"))
        unnamed = approval("AP-1", "scope", "2026-03-03")
        assert said(self.RULE, contract(milestones=(from_milestone,), approvals=(unnamed,))) == []

    def test_a_refunded_step_needs_no_approval(self) -> None:
        steps = (step("M1", "2026-03-01", refunded=paid("2026-03-04")), step("M2", "2026-03-09"))
        assert said(self.RULE, contract(milestones=steps)) == []

    def test_what_was_paid_before_any_work_in_a_plain_document_is_a_deposit(self) -> None:
        deposit = contract(structured=False, milestones=(step("Deposit", released=paid("2026-03-04")),))
        assert said(self.RULE, deposit) == []

    def test_documents_without_milestone_records_are_not_checked(self) -> None:
        prose = step("M1")._replace(structured=False)
        assert unjudged(self.RULE, contract(structured=False, milestones=(prose,))) == [
            "no milestone records found"
        ]

    def test_the_words_to_ask_with_come_along(self) -> None:
        (finding,) = judged(self.RULE, contract(milestones=(step("M1", released=paid("2026-03-04")),)))
        assert finding.counter_text
        assert finding.counter_text.startswith("M1 is delivered and ready for your review.")


class TestStartedBeforeApproval:
    RULE = "started-before-approval"

    def test_both_places_are_shown(self) -> None:
        steps = (step("M1", "2026-03-01"), step("M2", "2026-03-05"))
        late = approval("AP-1", "M1", "2026-03-07")
        (finding,) = judged(self.RULE, contract(milestones=steps, approvals=(late,)))
        assert finding.message == "`M2` started 2026-03-05 but `M1` was approved 2026-03-07 (`AP-1`)"
        assert late.date
        assert [label.span for label in finding.related] == [late.date.span]

    def test_a_start_without_any_approval_is_muted_by_the_earlier_milestones(self) -> None:
        steps = (step("M1", "2026-03-01"), step("M2", "2026-03-05"))
        (finding,) = judged(self.RULE, contract(milestones=steps))
        assert finding.message == "`M2` started 2026-03-05 but `M1` is not approved"
        assert finding.about == (steps[0].span,)

    def test_a_cancelled_step_between_is_skipped(self) -> None:
        steps = (step("M1"), step("M2", cancelled_on=day("2026-03-02")), step("M3", "2026-03-05"))
        yes = (approval("AP-1", "M1", "2026-03-04"),)
        assert said(self.RULE, contract(milestones=steps, approvals=yes)) == []

    def test_parallel_work_can_be_the_rule(self) -> None:
        steps = (step("M1", "2026-03-01"), step("M2", "2026-03-05"))
        assert said(self.RULE, contract(milestones=steps), allow_parallel=True) == []


class TestImplicitApproval:
    RULE = "implicit-approval"

    def test_automatic_release_is_told_as_chosen(self) -> None:
        whole = contract(approvals=(approval("AP-1", "M1", "2026-03-04", "auto_release"),))
        cases = {
            how: [f.case for f in judged(self.RULE, whole, auto_release=how)] for how in ("info", "warning")
        }
        assert cases == {"info": ["auto-release"], "warning": [None]}
        assert judged(self.RULE, whole, auto_release="allow") == []


class TestWrongApprover:
    RULE = "wrong-approver"

    def test_two_places_that_name_two_people_clash(self) -> None:
        policy = RevisionPolicy(place(), approver=at("Tom Reyes"))
        whole = contract(client=client("Mia Brandt"), revisions=policy)
        assert said(self.RULE, whole) == ["two approvers are named, `Mia Brandt` and `Tom Reyes`"]

    def test_rounds_come_from_the_approver_too(self) -> None:
        asked = RevisionRound(place(), id=at("RR-1"), by=at("Tom Reyes"))
        whole = contract(client=client("Mia Brandt"), revision_rounds=(asked,))
        assert said(self.RULE, whole) == ["`RR-1` is by `Tom Reyes` but the approver is `Mia Brandt`"]

    def test_a_name_is_the_same_in_other_case_and_with_more_parts(self) -> None:
        for name in ("mia brandt", "Brandt, Mia", "Dr. Mia Brandt (owner)"):
            yes = (approval("AP-1", "M1", "2026-03-04", by=at(name)),)
            assert said(self.RULE, contract(client=client("Mia Brandt"), approvals=yes)) == []

    def test_what_happened_by_itself_has_no_approver(self) -> None:
        yes = (approval("AP-1", "M1", "2026-03-04", "auto_release", by=at("Upwork")),)
        assert said(self.RULE, contract(client=client("Mia Brandt"), approvals=yes)) == []

    def test_a_plain_document_without_an_approver_is_not_checked(self) -> None:
        assert unjudged(self.RULE, contract(structured=False)) == ["no approver is named"]


class TestOverdueApproval:
    RULE = "overdue-approval"

    def waiting(self, **more: Any) -> Contract:
        return contract(milestones=(step("M1", "2026-08-24", "2026-09-01"),), **more)

    def test_asking_by_any_means_counts(self) -> None:
        message = Evidence(
            place(), date=day("2026-09-01"), sender=at("freelancer"), kind=at("approval"), ref=at("m#1")
        )
        hello = CheckIn(place(), day("2026-09-02"), at("check_in"))
        assert said(self.RULE, self.waiting(), "2026-09-04") != []
        assert said(self.RULE, self.waiting(evidence=(message,)), "2026-09-04") == []
        assert said(self.RULE, self.waiting(check_ins=(hello,)), "2026-09-04") == []

    def test_a_question_about_an_earlier_delivery_does_not_count(self) -> None:
        early = approval("AP-1", "M1", requested_on=day("2026-08-28"))
        assert said(self.RULE, self.waiting(approvals=(early,)), "2026-09-04") != []

    def test_a_window_can_be_set_where_no_platform_has_one(self) -> None:
        asked = (approval("AP-1", "M1", requested_on=day("2026-09-01")),)
        whole = self.waiting(approvals=asked)
        assert said(self.RULE, whole, "2026-09-30") == []
        assert said(self.RULE, whole, "2026-09-30", review_days=10) == [
            "`M1` was submitted 2026-09-01 and the 10 days of review ended 2026-09-11 without an answer"
        ]

    def test_a_reminder_after_the_window_is_enough(self) -> None:
        asked = (approval("AP-1", "M1", requested_on=day("2026-09-01")),)
        hello = CheckIn(place(), day("2026-09-16"), at("check_in"))
        whole = self.waiting(approvals=asked, check_ins=(hello,), platform=at("upwork"))
        assert said(self.RULE, whole, "2026-09-30") == []

    def test_an_approved_delivery_waits_for_nobody(self) -> None:
        yes = (approval("AP-1", "M1", "2026-09-02"),)
        assert said(self.RULE, self.waiting(approvals=yes), "2026-09-30") == []
