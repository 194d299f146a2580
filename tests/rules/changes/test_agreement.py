"""The contract against what was agreed, and records against what was committed."""

from datetime import date as Date
from typing import Any

import pytest

from scopelint.diagnostics import Confidence, NotChecked
from scopelint.model import Contract, Money, RevisionPolicy
from scopelint.model.contract import History, Lock
from scopelint.model.past import Agreement, Commit, PastRecord, Version
from scopelint.rules.changes import (
    changed_after_approval,
    missing_lock,
    rewritten_record,
    undocumented_scope_change,
)
from tests.rules.factory import (
    TITLE,
    approval,
    at,
    change,
    context,
    contract,
    day,
    deliverable,
    exclusion,
    findings,
    messages,
    milestone,
    place,
    usd,
)

FIELDS = ["deliverables", "exclusions", "price", "revisions", "dates"]
COMMIT = Commit("a1b2c3d4e5", Date(2026, 1, 22))
APPROVED = {"decision": at("approved")}


def undocumented(before: Contract, after: Contract) -> list[str]:
    after = after._replace(locked=before)
    return messages(undocumented_scope_change, after, context(after, fields=FIELDS))


def revisions(included: int) -> RevisionPolicy:
    return RevisionPolicy(place(), included=at(included))


def policies(before: int, after: int, **more: Any) -> list[str]:
    return undocumented(contract(revisions=revisions(before)), contract(revisions=revisions(after), **more))


def test_the_same_is_fine() -> None:
    assert undocumented(contract(price=usd(900)), contract(price=usd(900))) == []


def test_without_a_baseline_nothing_is_judged() -> None:
    bare = contract()
    cx = context(bare, fields=FIELDS)
    assert list(undocumented_scope_change(bare, cx)) == [
        NotChecked("there is no lock and no `agreed_ref` to compare with")
    ]
    named = contract(agreed_ref=at("v1"), history=History(absent="not a git repository"))
    assert list(undocumented_scope_change(named, cx)) == [
        NotChecked("`v1` cannot be looked up: not a git repository")
    ]
    shallow = contract(agreed_ref=at("v1"), history=History(shallow=True))
    (outcome,) = undocumented_scope_change(shallow, cx)
    assert isinstance(outcome, NotChecked)
    assert "shallow clone" in outcome.reason


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Coded pages in WordPress", "Coded pages in Wordpress."),
        ("All received files", "All recieved files"),
        ("Page  designs", "Page designs"),
    ],
)
def test_spelling_is_no_change(old: str, new: str) -> None:
    before, after = (
        contract(deliverables=(deliverable(old, "D1"),)),
        contract(deliverables=(deliverable(new, "D1"),)),
    )
    assert undocumented(before, after) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Landing page", "Landing pages"),
        ("5 pages", "6 pages"),
        ("Contact form", "Contact form with upload"),
        ("Excluding fonts", "Including fonts"),
        ("Version 2 of the site", "Version 3 of the site"),
    ],
)
def test_other_words_are_a_change(old: str, new: str) -> None:
    before, after = (
        contract(deliverables=(deliverable(old, "D1"),)),
        contract(deliverables=(deliverable(new, "D1"),)),
    )
    assert len(undocumented(before, after)) == 1


class TestCoverOfDeliverables:
    BEFORE = contract(deliverables=(deliverable("Logo", "D1"),))
    ITEMS = (BEFORE.deliverables[0], deliverable("Blog index page", "D4"))

    def told(self, *changes: Any, **more: Any) -> list[str]:
        return undocumented(self.BEFORE, contract(deliverables=self.ITEMS, changes=changes, **more))

    def test_no_change(self) -> None:
        assert self.told() == [
            "deliverable `D4` was added: `Blog index page`, and no approved change covers it"
        ]

    def test_by_id(self) -> None:
        assert self.told(change("CO-1", price=usd(150), adds_ids=(at("D4"),), **APPROVED)) == []

    def test_by_its_milestone(self) -> None:
        step = milestone("M4", change=at("CO-1"), deliverables=(at("D4"),))
        assert self.told(change("CO-1", price=usd(150), **APPROVED), milestones=(step,)) == []

    def test_by_words(self) -> None:
        assert (
            self.told(change("CO-1", request=at("Add an index page for the blog"), price=usd(9), **APPROVED))
            == []
        )

    def test_a_change_that_lists_other_ids_does_not_cover(self) -> None:
        other = change("CO-1", request=at("Blog index page"), price=usd(9), adds_ids=(at("D3"),), **APPROVED)
        assert len(self.told(other)) == 1

    def test_a_written_yes_is_a_decision(self) -> None:
        asked = change("CO-1", price=usd(150), adds_ids=(at("D4"),))
        assert self.told(asked, approvals=(approval("AP-1", "CO-1", "2026-01-29"),)) == []

    @pytest.mark.parametrize(
        ("facts", "lack"),
        [
            ({"decision": at("approved")}, "it has no price"),
            ({"price": usd(150)}, "it is not approved"),
            ({"price": usd(150), "decision": at("declined")}, "it was declined"),
        ],
    )
    def test_partly(self, facts: dict[str, Any], lack: str) -> None:
        (message,) = self.told(change("CO-1", adds_ids=(at("D4"),), **facts))
        assert message.endswith(f"; `CO-1` covers it only in part: {lack}")

    def test_an_absorbed_favour_is_on_record(self) -> None:
        assert self.told(change("CO-1", adds_ids=(at("D4"),), decision=at("absorbed"))) == []

    def test_what_only_takes_work_away_needs_no_price(self) -> None:
        before = contract(deliverables=self.ITEMS)
        gone = change("CO-1", removes=(at("D4"),), **APPROVED)
        assert undocumented(before, contract(deliverables=self.ITEMS[:1], changes=(gone,))) == []

    def test_a_change_that_the_lock_holds_already_covers_nothing_new(self) -> None:
        held = change("CO-1", price=usd(150), adds_ids=(at("D4"),), **APPROVED)
        before = contract(deliverables=self.ITEMS, changes=(held,))
        grown = (self.ITEMS[0], deliverable("Blog index page and a newsletter", "D4"))
        assert len(undocumented(before, contract(deliverables=grown, changes=(held,)))) == 1


class TestCoverOfTerms:
    def prices(self, before: int, after: int, *changes: Any) -> list[str]:
        return undocumented(contract(price=usd(before)), contract(price=usd(after), changes=changes))

    def test_a_price_is_covered_by_approved_prices(self) -> None:
        paid = change("CO-1", price=usd(150), **APPROVED)
        assert self.prices(900, 1050, paid) == []
        assert self.prices(900, 1100, paid) == [
            "the price went from `900 USD` to `1,100 USD`; "
            "`CO-1` covers it only in part: it accounts for 150 of 200"
        ]
        assert len(self.prices(900, 850, paid)) == 1
        assert self.prices(900, 850, change("CO-1", price=usd(-50), **APPROVED)) == []

    def test_another_currency_is_another_price(self) -> None:
        paid = change("CO-1", price=usd(150), **APPROVED)
        after = contract(price=at(Money(usd(900).value.amount, "EUR")), changes=(paid,))
        assert len(undocumented(contract(price=usd(900)), after)) == 1

    def test_dates_are_covered_by_days(self) -> None:
        def moved(*changes: Any) -> list[str]:
            before, after = (
                contract(due_on=day("2026-02-13")),
                contract(due_on=day("2026-02-20"), changes=changes),
            )
            return undocumented(before, after)

        assert moved() == [
            "the due date moved from `2026-02-13` to `2026-02-20`, and no approved change covers it"
        ]
        assert moved(change("CO-1", schedule_days=at(5), **APPROVED)) == []
        assert "it grants 3 of 5 business days" in moved(change("CO-1", schedule_days=at(3), **APPROVED))[0]

    def test_a_raised_limit_needs_a_price(self) -> None:
        assert policies(2, 2) == []
        assert len(policies(2, 3)) == 1
        assert (
            policies(2, 3, changes=(change("CO-1", request=at("One more round"), price=usd(60), **APPROVED),))
            == []
        )
        (partly,) = policies(2, 3, changes=(change("CO-1", request=at("One more round"), **APPROVED),))
        assert partly.endswith("it has no price")
        assert policies(3, 2, changes=(change("CO-1", request=at("One round less"), **APPROVED),)) == []

    def test_an_exclusion_that_went(self) -> None:
        before = contract(exclusions=(exclusion("Copywriting"), exclusion("Hosting")))
        after = contract(exclusions=(exclusion("Hosting"),))
        assert undocumented(before, after) == [
            "an exclusion was dropped: `Copywriting`, and no approved change covers it"
        ]
        paid = change(
            "CO-1", adds=(deliverable("Copywriting for five pages", "D4"),), price=usd(9), **APPROVED
        )
        assert undocumented(before, after._replace(changes=(paid,))) == []


def test_prose_is_never_quite_sure() -> None:
    before = contract(structured=False, deliverables=(deliverable("Logo"),))
    after = contract(structured=False, deliverables=(deliverable("Logo"), deliverable("Flyer")), price=usd(9))
    after = after._replace(locked=before)
    found = findings(undocumented_scope_change, after, context(after, fields=FIELDS))
    assert [(f.message.split(",")[0], f.confidence) for f in found] == [
        ("the price was set: `9 USD`", Confidence.LOW),
        ("a deliverable was added: `Flyer`", Confidence.MEDIUM),
    ]


def test_an_addition_names_the_commit_it_came_with() -> None:
    history = History(versions=(Version(COMMIT, "scope.md", "- Logo\n- Blog index\n  page\n"),))
    after = contract(deliverables=(deliverable("Blog index page"),), locked=contract(), history=history)
    (found,) = findings(undocumented_scope_change, after, context(after, fields=FIELDS))
    assert found.at.message == "first committed 2026-01-22 (a1b2c3d)"


def lock(terms: Contract, intact: bool = True) -> Lock:
    return Lock("acme/scope.lock", Agreement(TITLE), terms, intact=intact)


class TestMissingLock:
    def told(self, **facts: Any) -> list[str]:
        asked = contract(**facts)
        return messages(missing_lock, asked, context(asked))

    def test_nothing_at_all(self) -> None:
        assert self.told() == ["nothing holds what both sides agreed"]

    def test_a_lock_or_a_known_tag(self) -> None:
        assert self.told(lock=lock(contract())) == []
        assert self.told(agreed_ref=at("v1"), history=History(agreed=contract())) == []

    def test_an_unknown_tag(self) -> None:
        assert self.told(agreed_ref=at("v1"), history=History()) == ["git knows no tag or commit `v1`"]

    def test_no_git_is_not_judged(self) -> None:
        asked = contract(agreed_ref=at("v1"), history=History(absent="git is not installed"))
        assert list(missing_lock(asked, context(asked))) == [
            NotChecked("`v1` cannot be looked up: git is not installed")
        ]
        assert self.told(agreed_ref=at("v1"), history=asked.history, lock=lock(contract())) == []

    def test_lock_and_tag_must_agree(self) -> None:
        tagged = History(agreed=contract(price=usd(900)))
        same = lock(contract(price=usd(900)))
        assert self.told(agreed_ref=at("v1"), history=tagged, lock=same) == []
        other = lock(contract(price=usd(950)))
        (message,) = self.told(agreed_ref=at("v1"), history=tagged, lock=other)
        assert message == "`scope.lock` and `v1` disagree: the price went from `900 USD` to `950 USD`"

    def test_a_later_lock_holds_approved_changes(self) -> None:
        paid = change("CO-1", price=usd(150), adds_ids=(at("D2"),), **APPROVED)
        newer = lock(contract(deliverables=(deliverable("Blog", "D2"),)))
        assert (
            self.told(agreed_ref=at("v1"), history=History(agreed=contract()), lock=newer, changes=(paid,))
            == []
        )


class TestRewrittenRecord:
    def told(self, past: Any, **present: Any) -> list[str]:
        history = History(records=tuple(PastRecord(COMMIT, each) for each in past))
        asked = contract(history=history, **present)
        return messages(rewritten_record, asked, context(asked))

    def test_values_stay(self) -> None:
        was = approval("AP-1", "M1", "2026-01-22")
        assert self.told([was], approvals=(was,)) == []
        assert self.told([was], approvals=(approval("AP-1", "m1", "2026-01-22", by=at("Lee")),)) == []

    def test_an_edited_value(self) -> None:
        was, now = approval("AP-1", "M1", "2026-01-22"), approval("AP-1", "M2", "2026-01-20")
        assert self.told([was], approvals=(now,)) == [
            "`subject` of `AP-1` was `M1` when committed 2026-01-22 (a1b2c3d), and has become `M2`; so has `date`"
        ]

    def test_an_emptied_value_and_a_removed_record(self) -> None:
        was = approval("AP-1", "M1", "2026-01-22")
        assert "has become empty" in self.told([was], approvals=(approval("AP-1", "M1"),))[0]
        assert self.told([was]) == ["`AP-1` was committed 2026-01-22 (a1b2c3d) and is gone"]

    def test_what_was_not_final_may_change(self) -> None:
        assert self.told([approval("AP-1", "M1")], approvals=(approval("AP-1", "M2", "2026-01-22"),)) == []
        pending = change("CO-1", price=usd(100), decision=at("pending"))
        assert self.told([pending], changes=(change("CO-1", price=usd(150), **APPROVED),)) == []
        decided = change("CO-1", price=usd(100), **APPROVED)
        assert len(self.told([decided], changes=(change("CO-1", price=usd(150), **APPROVED),))) == 1

    def test_what_a_change_adds_may_only_grow(self) -> None:
        one, two = deliverable("Blog", "D4"), deliverable("Shop", "D5")
        was = change("CO-1", adds=(one,), **APPROVED)
        assert self.told([was], changes=(change("CO-1", adds=(one, two), **APPROVED),)) == []
        assert (
            "`adds` of `CO-1` was `D4`"
            in self.told([was], changes=(change("CO-1", adds=(two,), **APPROVED),))[0]
        )

    def test_without_history(self) -> None:
        asked = contract(history=History(absent="nothing is committed yet"))
        assert list(rewritten_record(asked, context(asked))) == [NotChecked("nothing is committed yet")]
        assert list(rewritten_record(contract(), context(contract()))) == []

    def test_a_partial_history_says_so_and_still_judges(self) -> None:
        was = approval("AP-1", "M1", "2026-01-22")
        asked = contract(history=History(partial="fetch more", records=(PastRecord(COMMIT, was),)))
        assert [type(each).__name__ for each in rewritten_record(asked, context(asked))] == [
            "NotChecked",
            "Finding",
        ]


class TestChangedAfterApproval:
    def told(self, approved: Contract | None, subject: str, **present: Any) -> list[Any]:
        history = History(approved={"v1": approved} if approved else {})
        yes = approval("AP-1", subject, "2026-01-08", version=at("v1"))
        asked = contract(history=history, approvals=(yes,), **present)
        return [getattr(each, "message", each) for each in changed_after_approval(asked, context(asked))]

    def test_a_deliverable(self) -> None:
        was = contract(deliverables=(deliverable("Logo", "D1"), deliverable("Flyer", "D2")))
        now = {"deliverables": (deliverable("Logo in colour", "D1"), deliverable("Poster", "D2"))}
        assert self.told(was, "D1", **now) == [
            "`D1` was approved as of `v1`, but then `D1` was reworded: `Logo` became `Logo in colour`"
        ]
        assert self.told(was, "scope", **now)[0].endswith(", and 1 more")
        assert self.told(was, "D1", deliverables=was.deliverables) == []

    def test_a_change(self) -> None:
        was = contract(changes=(change("CO-1", adds=(deliverable("Blog", "D4"),)),))
        now = (change("CO-1", adds=(deliverable("Blog and shop", "D4"),)),)
        assert len(self.told(was, "CO-1", changes=now)) == 1
        assert self.told(was, "CO-1", changes=was.changes) == []

    def test_an_unknown_version_is_not_judged(self) -> None:
        assert self.told(None, "scope") == [NotChecked("git does not know the approved version `v1`")]

    def test_delivered_work_is_not_compared(self) -> None:
        assert self.told(None, "M1", milestones=(milestone("M1"),)) == []
