"""Silent clients, idle contracts, passed dates, audits."""

from datetime import date as Date
from typing import Any

from scopelint.model import Audit, Calendar, CheckIn, Contract, Evidence, Milestone, Payment, RepositoryView
from scopelint.rules.rule import Context
from scopelint.rules.timing import overdue_audit
from scopelint.text import Span
from tests.rules.factory import approval, at, change, context, contract, day, findings, milestone, place
from tests.rules.judging import judged, said, unjudged


def step(id: str, *sent: str, **more: Any) -> Milestone:
    return milestone(id, submitted_on=tuple(day(iso) for iso in sent), **more)


def asked(
    iso: str, kind: str = "check_in", deadline: str | None = None, answered: str | None = None
) -> CheckIn:
    return CheckIn(
        place(),
        day(iso),
        at(kind),
        day(deadline) if deadline else None,
        answered_on=day(answered) if answered else None,
    )


def message(iso: str, sender: str | None = "client", **more: Any) -> Evidence:
    return Evidence(place(), date=day(iso), sender=at(sender) if sender else None, **more)


def held(iso: str) -> Payment:
    return Payment(place(), day(iso))


class TestOverdueCheckIn:
    RULE = "overdue-check-in"

    def waiting(self, **more: Any) -> Contract:
        return contract(milestones=(step("M1", "2026-03-06"),), **more)

    def test_silence_counts_from_the_clients_last_word(self) -> None:
        whole = self.waiting(evidence=(message("2026-03-10"),))
        assert said(self.RULE, whole, "2026-03-13") == []
        assert said(self.RULE, whole, "2026-03-16") == [
            "the client has been silent for 4 business days: "
            "`M1` was submitted 2026-03-06 and waits for an answer"
        ]

    def test_what_the_freelancer_writes_breaks_no_silence(self) -> None:
        whole = self.waiting(
            evidence=(message("2026-03-10", "freelancer"), message("2026-03-11", "platform"))
        )
        assert len(said(self.RULE, whole, "2026-03-12")) == 1

    def test_a_message_of_unknown_sender_may_be_the_clients(self) -> None:
        assert said(self.RULE, self.waiting(evidence=(message("2026-03-10", None),)), "2026-03-12") == []

    def test_an_open_approval_request_waits_for_an_answer(self) -> None:
        request = (approval("AP-1", "scope", requested_on=day("2026-03-06")),)
        assert said(self.RULE, contract(approvals=request), "2026-03-12") == [
            "the client has been silent for 4 business days: "
            "approval of `scope` was requested 2026-03-06 and waits for an answer"
        ]

    def test_a_close_request_is_a_check_in_itself(self) -> None:
        whole = contract(check_ins=(asked("2026-03-06", "close_request", "2026-03-30"),))
        assert said(self.RULE, whole, "2026-03-12") == []

    def test_a_decided_quote_waits_for_nothing(self) -> None:
        done = change("CO-1", quoted_on=day("2026-03-06"), decision=at("declined"))
        assert said(self.RULE, contract(changes=(done,)), "2026-03-12") == []

    def test_the_future_is_not_awaited_yet(self) -> None:
        assert said(self.RULE, self.waiting(), "2026-03-01") == []


class TestOverdueCloseRequest:
    RULE = "overdue-close-request"

    def waiting(self, *check_ins: CheckIn, **more: Any) -> Contract:
        return contract(milestones=(step("M1", "2026-03-06"),), check_ins=check_ins, **more)

    def test_it_grows_worse_with_time(self) -> None:
        days = {"2026-03-12": [], "2026-03-13": [None], "2026-03-20": ["long-silence"]}
        assert {d: [f.case for f in judged(self.RULE, self.waiting(), d)] for d in days} == days

    def test_support_is_told_when_delivered_work_is_unpaid(self) -> None:
        (finding,) = judged(self.RULE, self.waiting(), "2026-03-27")
        assert finding.help
        assert "platform's support" in finding.help
        assert finding.counter_text
        assert "Without an answer by 2026-04-03" in finding.counter_text

    def test_a_close_request_without_a_deadline_is_only_a_check_in(self) -> None:
        whole = self.waiting(asked("2026-03-11", "close_request"))
        assert len(said(self.RULE, whole, "2026-03-14")) == 1

    def test_acting_after_the_deadline_is_seen(self) -> None:
        request = asked("2026-03-14", "close_request", "2026-03-21")
        assert len(said(self.RULE, self.waiting(request), "2026-03-25")) == 1
        for act in (
            message("2026-03-22", "freelancer", kind=at("closing")),
            message("2026-03-22", "freelancer", channel=at("upwork_support")),
        ):
            assert said(self.RULE, self.waiting(request, evidence=(act,)), "2026-03-25") == []

    def test_an_answer_ends_it(self) -> None:
        request = asked("2026-03-14", "close_request", "2026-03-21", answered="2026-03-18")
        assert said(self.RULE, self.waiting(request), "2026-03-22") == []


class TestGhostContract:
    RULE = "ghost-contract"

    def test_without_dates_it_cannot_tell(self) -> None:
        assert unjudged(self.RULE, contract(), "2026-06-01") == ["no dated records found"]

    def test_a_contract_that_rests_may_be_idle(self) -> None:
        whole = contract(accepted_on=day("2026-01-01"), status=at("paused"))
        assert said(self.RULE, whole, "2026-06-01") == []

    def test_money_of_a_resting_contract_may_still_become_dormant(self) -> None:
        step = milestone("M1", funded=held("2026-03-01"))
        whole = contract(platform=at("upwork"), status=at("paused"), milestones=(step,))
        assert said(self.RULE, whole, "2026-05-16") == [
            "`M1` is funded but nothing moved for 76 days; `upwork` calls it dormant on 2026-05-30"
        ]

    def test_a_milestone_date_still_to_come_postpones_dormancy(self) -> None:
        step = milestone(
            "M1", funded=held("2026-03-01"), started_on=day("2026-03-01"), due_on=day("2026-07-01")
        )
        whole = contract(platform=at("upwork"), milestones=(step,))
        assert said(self.RULE, whole, "2026-06-01") == []

    def test_released_money_cannot_become_dormant(self) -> None:
        step = milestone("M1", funded=held("2026-03-01"), released=held("2026-03-20"))
        whole = contract(platform=at("upwork"), milestones=(step,), evidence=(message("2026-06-01"),))
        assert said(self.RULE, whole, "2026-06-10") == []


class TestOverdueMilestone:
    RULE = "overdue-milestone"

    def test_a_change_for_another_milestone_moves_nothing(self) -> None:
        delay = change("CO-1", decision=at("approved"), schedule_days=at(5), milestone=at("M2"))
        steps = (milestone("M1", due_on=day("2026-06-15")), milestone("M2", due_on=day("2026-06-15")))
        assert said(self.RULE, contract(milestones=steps, changes=(delay,)), "2026-06-18") == [
            "`M1` was due 2026-06-15 and no submission is recorded"
        ]

    def test_the_moved_date_is_named(self) -> None:
        delay = change("CO-1", decision=at("approved"), kind=at("schedule"), schedule_days=at(5))
        whole = contract(milestones=(milestone("M1", due_on=day("2026-06-15")),), changes=(delay,))
        assert said(self.RULE, whole, "2026-06-30") == [
            "`M1` was due 2026-06-15, moved to 2026-06-22, and no submission is recorded"
        ]

    def test_a_milestone_of_a_change_has_its_own_date(self) -> None:
        extra = change("CO-1", decision=at("approved"), schedule_days=at(5), milestone=at("M2"))
        own = milestone("M2", due_on=day("2026-06-15"), change=at("CO-1"))
        assert len(said(self.RULE, contract(milestones=(own,), changes=(extra,)), "2026-06-16")) == 1

    def test_a_contract_date_counts_where_no_milestone_has_one(self) -> None:
        whole = contract(due_on=day("2026-06-15"))
        assert said(self.RULE, whole, "2026-06-18") == [
            "the contract was due 2026-06-15 and no submission is recorded"
        ]

    def test_an_approved_milestone_was_delivered_somehow(self) -> None:
        whole = contract(
            milestones=(milestone("M1", due_on=day("2026-06-15")),),
            approvals=(approval("AP-1", "M1", "2026-06-14"),),
        )
        assert said(self.RULE, whole, "2026-06-18") == []

    def test_days_of_grace(self) -> None:
        whole = contract(milestones=(milestone("M1", due_on=day("2026-06-15")),))
        assert said(self.RULE, whole, "2026-06-18", grace=3) == []

    def test_plain_plans_are_not_judged(self) -> None:
        plan = milestone("M1", due_on=day("2026-06-15"))
        assert unjudged(self.RULE, contract(structured=False, milestones=(plan,)), "2026-06-18") == [
            "submissions are not recorded here"
        ]


class TestOverdueAudit:
    def told(self, ids: tuple[str, ...], *audits: str, today: str = "2026-06-18") -> list[str]:
        view = RepositoryView(
            tuple(at(id) for id in ids),
            tuple(Audit(place(), day(iso)) for iso in audits),
            Span(".", 0, 0),
        )
        cx: Context = context(contract(), days=92)._replace(
            today=Date.fromisoformat(today), calendar=Calendar(), repository=view
        )
        return [finding.message for finding in findings(overdue_audit, view, cx)]

    def test_one_contract_is_no_portfolio(self) -> None:
        assert self.told(("a",)) == []
        assert self.told(("a", "b")) == ["no audit of the contracts is recorded"]

    def test_the_newest_audit_counts(self) -> None:
        assert self.told(("a",), "2025-01-01", "2026-05-01", "2025-06-01") == []

    def test_an_audit_of_the_future_does_not(self) -> None:
        assert self.told(("a",), "2026-01-01", "2026-12-01") == [
            "the last audit was 168 days ago, on 2026-01-01"
        ]
