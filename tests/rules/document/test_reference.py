"""References that lead nowhere."""

from scopelint.model import Change, Citation, Contract
from scopelint.rules.document import broken_reference
from tests.rules.factory import (
    approval,
    at,
    change,
    context,
    contract,
    deliverable,
    findings,
    messages,
    milestone,
    place,
)


def broken(whole: Contract) -> list[str]:
    return messages(broken_reference, whole, context(whole))


def test_a_near_id_is_suggested() -> None:
    whole = contract(
        deliverables=(deliverable("Logo", "D1"),), milestones=(milestone("M1", deliverables=(at("d-1"),)),)
    )
    (found,) = findings(broken_reference, whole, context(whole))
    assert (found.message, found.help) == ("`d-1` leads to no deliverable record", "did you mean `D1`?")


def test_what_a_change_adds_can_be_cited() -> None:
    adding = change("CO-1", adds=(deliverable("Blog", "D4"),), adds_ids=(at("D4"),))
    assert (
        broken(
            contract(
                changes=(adding,), milestones=(milestone("M4", deliverables=(at("D4"),), change=at("CO-1")),)
            )
        )
        == []
    )


def test_records_can_be_cited_by_their_words() -> None:
    whole = contract(
        milestones=(milestone("M1", title=at("Design")),),
        approvals=(approval("AP-1", "Design"), approval("AP-0", "scope")),
    )
    assert broken(whole) == []


def test_words_in_a_plain_document_are_no_ids() -> None:
    steps = (milestone("1", deliverables=(at("first sketches"), at("D9"))),)
    assert broken(contract(structured=False, milestones=steps)) == ["`D9` leads to no deliverable record"]


def test_a_missing_register_is_told_once() -> None:
    citations = tuple(Citation(place(), f"EV-{n}", None) for n in (1, 2, 3))
    whole = contract(approvals=(approval("AP-0", "scope", evidence=citations),))
    assert broken(whole) == ["`EV-1` and 2 more cite evidence records, but there are none"]


def test_evidence_written_in_place_is_no_reference() -> None:
    whole = contract(approvals=(approval("AP-0", "scope", evidence=(Citation(place(), None, None),)),))
    assert broken(whole) == []


def test_an_approval_of_another_record_is_told() -> None:
    steps = (milestone("M1", approval=at("AP-1")), milestone("M2"))
    assert broken(contract(milestones=steps, approvals=(approval("AP-1", "M2"),))) == [
        "`M1` cites `AP-1`, which names `M2` instead"
    ]


def test_an_approval_of_a_part_or_of_the_change_covers_the_milestone() -> None:
    parts = (deliverable("Logo", "D1"),)
    step = milestone("M1", approval=at("AP-1"), deliverables=(at("D1"),), change=at("CO-1"))
    for subject in ("D1", "CO-1", "M1"):
        whole = contract(
            deliverables=parts,
            milestones=(step,),
            changes=(change("CO-1"),),
            approvals=(approval("AP-1", subject),),
        )
        assert broken(whole) == []


def test_a_milestone_of_another_change_is_told() -> None:
    changes: tuple[Change, ...] = (change("CO-1", milestone=at("M4")), change("CO-2"))
    assert broken(contract(changes=changes, milestones=(milestone("M4", change=at("CO-2")),))) == [
        "`CO-1` cites `M4`, which names `CO-2` instead"
    ]
