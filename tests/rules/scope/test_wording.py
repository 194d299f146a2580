"""Open-ended wording and unpaid work."""

from collections.abc import Mapping
from typing import Any

from scopelint.diagnostics import Confidence
from scopelint.model import Contract, Phrase
from scopelint.rules.scope import free_work, open_ended_wording
from tests.rules.factory import at, context, contract, findings, messages, milestone, usd

GROUPS = ["open-list", "vague-amount", "unmeasured-quality", "escape", "open-promise", "deferral"]
TERMS: Mapping[str, Any] = {"terms": ["sample", "test task"]}


def phrase(group: str, text: str, **more: Any) -> Phrase:
    return Phrase(group, at(text), more.pop("sentence", None) or at(f"It holds {text}"), **more)


def wording(*phrases: Phrase, **options: Any) -> list[str]:
    whole = contract(phrases=phrases)
    return messages(open_ended_wording, whole, context(whole, **{"groups": GROUPS, "allow": [], **options}))


def test_what_harms_nobody_is_passed_over() -> None:
    assert wording(phrase("open-list", "etc.", section="exclusions")) == []
    assert wording(phrase("open-list", "etc.", owner="client")) == []
    assert wording(phrase("open-promise", "unlimited", negated=True)) == []


def test_groups_and_words_can_be_switched_off() -> None:
    assert wording(phrase("open-list", "etc."), groups=["deferral"]) == []
    assert wording(phrase("open-list", "Etc."), allow=["etc."]) == []


def test_a_sentence_is_told_once_by_its_worst_word() -> None:
    sentence = at("Modern pages, etc.")
    modern = phrase("unmeasured-quality", "modern", sentence=sentence)
    whole = contract(phrases=(modern, phrase("open-list", "etc.", sentence=sentence)))
    (found,) = findings(open_ended_wording, whole, context(whole, groups=GROUPS, allow=[]))
    assert found.message == "`etc.` leaves the list open"
    assert [label.span for label in found.related] == [modern.text.span]


def test_weak_words_never_fail_a_build() -> None:
    whole = contract(phrases=(phrase("vague-amount", "several"),))
    (found,) = findings(open_ended_wording, whole, context(whole, groups=GROUPS, allow=[]))
    assert (found.case, found.confidence) == ("weak", Confidence.LOW)


def test_a_measure_in_the_sentence_weakens_the_finding() -> None:
    whole = contract(phrases=(phrase("open-promise", "ongoing", measured=True),))
    (found,) = findings(open_ended_wording, whole, context(whole, groups=GROUPS, allow=[]))
    assert found.case == "weak"


def unpaid(whole: Contract) -> list[str]:
    return messages(free_work, whole, context(whole, **TERMS))


def test_a_paid_sample_is_work_like_any_other() -> None:
    assert unpaid(contract(milestones=(milestone("M0", title=at("Sample article"), amount=usd(50)),))) == []


def test_a_sample_without_amount_among_paid_steps_is_free_work() -> None:
    sample = milestone("M0", title=at("A test task"))
    assert unpaid(contract(milestones=(sample, milestone("M1", amount=usd(800))))) == [
        "`M0` is a sample or test without pay"
    ]
    assert unpaid(contract(milestones=(sample, milestone("M1")))) == []


def test_testing_is_no_test_task() -> None:
    tests = milestone("M2", title=at("User testing"), amount=usd(0))
    assert unpaid(contract(milestones=(tests,))) == []


def test_denied_free_work_is_fine() -> None:
    assert (
        unpaid(
            contract(phrases=(Phrase("free-work", at("free samples"), at("No free samples"), negated=True),))
        )
        == []
    )
    asked = Phrase("free-work", at("free sample"), at("A free sample comes first"))
    assert unpaid(contract(phrases=(asked,))) == ["`free sample` is unpaid work"]
