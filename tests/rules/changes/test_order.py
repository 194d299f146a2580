"""Change requests and change orders."""

from typing import Any

from scopelint.model import Change, Contract, Party
from scopelint.rules.changes import (
    unanswered_change_request,
    unapproved_change,
    unpriced_change,
    unscheduled_change,
)
from tests.rules.factory import (
    approval,
    at,
    change,
    context,
    contract,
    day,
    deliverable,
    findings,
    messages,
    milestone,
    place,
    usd,
)


def approved(id: str, **more: Any) -> Change:
    return change(id, decision=at("approved"), **more)


def unpriced(*changes: Change, **more: Any) -> list[str]:
    whole = contract(changes=changes, **more)
    return messages(unpriced_change, whole, context(whole, require=more.pop("require", [])))


def test_only_additions_need_a_price() -> None:
    for kind in ("revision", "clarification", "defect", "removal", "schedule"):
        assert unpriced(approved("CO-1", kind=at(kind))) == []
    assert unpriced(approved("CO-1", kind=at("new_work"))) == ["`CO-1` is approved, but has no price"]


def test_without_a_class_removals_are_no_additions() -> None:
    assert unpriced(approved("CO-1", removes=(at("D2"),))) == []
    assert unpriced(approved("CO-1", removes=(at("D2"),), adds=(deliverable("Blog"),))) != []


def test_a_change_that_may_only_move_dates_warns() -> None:
    whole = contract(changes=(approved("CO-1", schedule_days=at(3)),))
    (found,) = findings(unpriced_change, whole, context(whole, require=[]))
    assert found.case == "unclear"


def test_undecided_changes_need_no_price() -> None:
    assert unpriced(change("CO-1"), change("CO-2", decision=at("declined"))) == []


def test_changes_that_all_lack_a_price_are_told_once() -> None:
    assert unpriced(approved("CO-1"), approved("CO-2")) == ["no approved change has a price"]


def test_a_gift_needs_a_reason() -> None:
    assert unpriced(approved("CO-1", price=usd(0), reason=at("goodwill"))) == []
    assert unpriced(approved("CO-1", price=usd(0))) == [
        "`CO-1` is approved at no charge, but no reason is given"
    ]


def test_only_records_are_asked_for_reason_and_days() -> None:
    bare = approved("CO-1", price=usd(150))
    for structured, count in ((True, 1), (False, 0)):
        whole = contract(structured=structured, changes=(bare,))
        assert (
            len(messages(unpriced_change, whole, context(whole, require=["reason", "schedule_days"])))
            == count
        )


def test_a_change_is_named_by_its_request_when_it_has_no_id() -> None:
    nameless = Change(place(), request=at("Add a blog"), decision=at("approved"))
    assert unpriced(nameless) == ["`Add a blog` is approved, but has no price"]


def unapproved(one: Change, **more: Any) -> list[str]:
    whole = contract(changes=(one,), **more)
    return messages(unapproved_change, one, context(whole))


def test_work_of_its_milestone_is_work_on_the_change() -> None:
    begun = milestone("M4", change=at("CO-1"), started_on=day("2026-03-10"))
    assert unapproved(change("CO-1"), milestones=(begun,)) == [
        "work on `CO-1` began 2026-03-10 without a recorded approval"
    ]


def test_work_on_a_declined_change_is_told_as_such() -> None:
    declined = change("CO-1", decision=at("declined"), work_started_on=day("2026-03-10"))
    assert unapproved(declined) == ["work on `CO-1` began 2026-03-10, but the change was declined"]


def test_either_record_links_an_approval() -> None:
    begun = approved("CO-1", work_started_on=day("2026-03-10"))
    assert unapproved(begun, approvals=(approval("AP-1", "CO-1", "2026-03-10"),)) == []
    linked = approved("CO-1", work_started_on=day("2026-03-10"), approval=at("AP-1"))
    assert unapproved(linked, approvals=(approval("AP-1", "M4", "2026-03-09"),)) == []


def test_an_undated_approval_accuses_nobody() -> None:
    begun = approved("CO-1", work_started_on=day("2026-03-10"))
    assert unapproved(begun, approvals=(approval("AP-1", "CO-1"),)) == []


def test_plain_documents_are_taken_at_their_word() -> None:
    begun = approved("CO-1", work_started_on=day("2026-03-10"))
    assert unapproved(begun, structured=False) == []
    assert unapproved(begun) == ["work on `CO-1` began 2026-03-10 without a recorded approval"]


def test_an_approved_change_without_proof_warns() -> None:
    whole = contract(changes=(approved("CO-1"),))
    (found,) = findings(unapproved_change, whole.changes[0], context(whole))
    assert found.case == "unrecorded"


def unscheduled(one: Change, **more: Any) -> list[str]:
    whole = contract(changes=(one,), **more)
    return messages(unscheduled_change, one, context(whole))


def test_gifts_and_requests_need_no_milestone() -> None:
    assert unscheduled(approved("CO-1", price=usd(0))) == []
    assert unscheduled(change("CO-1", price=usd(150))) == []
    assert unscheduled(approved("CO-1", price=usd(150))) == ["`CO-1` costs 150 USD, but has no milestone"]


def test_a_milestone_is_funded_before_work_on_the_change() -> None:
    begun = approved("CO-1", price=usd(150), work_started_on=day("2026-03-10"), milestone=at("M4"))
    assert unscheduled(begun, milestones=(milestone("M4"),)) == [
        "work on `CO-1` began 2026-03-10, but its milestone `M4` is not funded"
    ]


def unanswered(one: Change, today: str, **more: Any) -> list[str]:
    whole = contract(changes=(one,), **more)
    return messages(unanswered_change_request, one, context(whole, today=today, days=2))


def test_two_business_days_skip_the_weekend() -> None:
    asked = change("CO-1", requested_on=day("2026-03-12"))
    assert unanswered(asked, "2026-03-16") == []
    assert unanswered(asked, "2026-03-17") == [
        "`CO-1` was requested 2026-03-12 and has waited 3 business days for a quote or a decision"
    ]


def test_any_answer_counts() -> None:
    for answer in (
        {"quoted_on": day("2026-03-13")},
        {"decision": at("absorbed")},
        {"decided_on": day("2026-03-13")},
    ):
        assert unanswered(change("CO-1", requested_on=day("2026-03-12"), **answer), "2026-04-01") == []


def test_the_freelancers_own_proposal_needs_no_answer() -> None:
    own = change("CO-1", requested_on=day("2026-03-12"), by=at("Dana Freelancer"))
    assert unanswered(own, "2026-04-01", freelancer=Party(place(), name=at("Dana Freelancer"))) == []
    assert unanswered(own, "2026-04-01") != []


def test_nothing_is_said_without_a_date() -> None:
    asked = change("CO-1", requested_on=day("2026-03-12"))
    whole: Contract = contract(changes=(asked,))
    assert messages(unanswered_change_request, asked, context(whole, days=2)) == []
