"""Section numbers and references to them."""

from scopelint.model import Contract, Heading, Statement
from scopelint.rules.document import broken_section_reference, inconsistent_section_numbers
from tests.rules.factory import at, context, contract, messages, place


def headed(*numbers: str | tuple[str, int], references: tuple[str, ...] = ()) -> Contract:
    levelled = [(n, 2) if isinstance(n, str) else n for n in numbers]
    headings = tuple(Heading(f"Part {number}", number, level, place()) for number, level in levelled)
    statements = tuple(
        Statement("section-reference", number, at(f"Section {number}")) for number in references
    )
    return contract(headings=headings, statements=statements)


def numbering(whole: Contract) -> list[str]:
    return messages(inconsistent_section_numbers, whole, context(whole))


def test_numbers_that_follow_each_other_are_fine() -> None:
    assert numbering(headed("1", "2", "3")) == []
    assert numbering(headed("A", "B", "C")) == []
    assert numbering(headed("§1", "§2")) == []


def test_repeats_skips_and_steps_back_are_told() -> None:
    assert numbering(headed("1", "2", "2")) == ["section number `2` is used twice"]
    assert numbering(headed("1", "3")) == ["section numbers skip from `1` to `3`"]
    assert numbering(headed("3", "4", "2")) == ["section `2` comes after `4`"]


def test_deeper_numbers_begin_anew_under_each_section() -> None:
    assert numbering(headed(("1", 2), ("1", 3), ("2", 3), ("2", 2), ("1", 3), ("2", 3))) == []
    assert numbering(headed(("1", 2), ("1.1", 3), ("1.2", 3), ("2", 2), ("2.1", 3))) == []
    assert numbering(headed(("1", 2), ("1.1", 3), ("1.3", 3))) == ["section numbers skip from `1.1` to `1.3`"]


def test_a_second_row_may_start_at_one() -> None:
    assert numbering(headed("1", "2", "1", "2")) == []


def test_roman_numbers_are_not_taken_for_letters() -> None:
    assert numbering(headed("I", "II", "III", "IV", "V")) == []


def lost(whole: Contract) -> list[str]:
    return messages(broken_section_reference, whole, context(whole))


def test_references_lead_to_numbers() -> None:
    assert lost(headed("1", "2", references=("2",))) == []
    assert lost(headed("1", "2", references=("9",))) == [
        "`Section 9` points to a section that does not exist"
    ]


def test_paragraphs_without_headings_can_be_referred_to() -> None:
    assert lost(headed("1", "2", references=("2.1",))) == []
    assert lost(headed("1", "2", ("2.1", 3), references=("2.2",))) == [
        "`Section 2.2` points to a section that does not exist"
    ]


def test_without_numbers_nothing_is_judged() -> None:
    assert lost(headed(references=("9",))) == []
