"""One document: which parts of it are records, and whose front matter it is."""

from datetime import date as Date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from scopelint.reading.document import read_document
from scopelint.syntax.limits import Limits
from scopelint.text import SourceFile
from tests.reading.reader import contract, fragment, words_at


def test_front_matter_with_our_mark_is_a_record() -> None:
    read = fragment("---\nscopelint: 1\ncontract: {id: posters, titel: Posters}\n---\n# Posters\n")
    assert read.structured
    assert read.headers[0].id is not None
    assert [p.finding.help for p in read.problems] == ["did you mean `title`?"]


def test_front_matter_without_our_mark_is_somebody_else_s() -> None:
    text = (
        "---\nlayout: page\nscope: global\nterms: [a, b]\nparties: {client: {name: Acme}}\n---\n# Posters\n"
    )
    read = fragment(text)
    assert not read.structured
    assert not read.problems
    assert not read.scopes
    assert read.parties[0].client is not None


def test_a_yaml_file_with_our_keys_is_a_record() -> None:
    read = fragment("milestones: [{id: M1}]\nother: 1\n", "milestones.yaml")
    assert read.structured
    assert read.keys == ("milestones",)
    assert [p.finding.case for p in read.problems] == ["unknown-key"]


def test_a_yaml_file_without_our_keys_says_nothing() -> None:
    read = fragment("services: {web: {image: nginx}}\n", "compose.yaml")
    assert not read.structured
    assert not read.problems
    assert not read.keys


def test_broken_yaml_is_a_problem_and_keeps_what_stands_before() -> None:
    read = fragment("milestones:\n- {id: M1}\n- {id: [}\n", "milestones.yaml")
    assert [m.id.value for m in read.milestones if m.id] == ["M1"]
    assert read.problems


def test_the_scope_is_what_its_section_tells() -> None:
    text = "# Posters\n\n## Scope\n\nThree posters from the client's photographs. Agreed 2026-05-04 (EV-1).\n"
    (scope,) = fragment(text).scopes
    assert scope.text is not None
    assert scope.text.value.startswith("Three posters")
    assert scope.agreed_on is not None
    assert scope.agreed_on.value == Date(2026, 5, 4)
    assert words_at(text, scope.agreed_on.span) == "2026-05-04"
    assert [cited.id for cited in scope.evidence] == ["EV-1"]


def test_without_a_heading_for_it_the_scope_is_what_one_side_promises_to_do() -> None:
    promise = "We will sweep the chimney, clean the stove and carry the soot out of the house."
    read = fragment(f"# Chimney pass\n\n## Season\n\nOctober to April.\n\n## Sweeping\n\n{promise}\n")
    assert [scope.text.value for scope in read.scopes if scope.text] == [promise]
    terms = "## Payment\n\nWe will collect the fee of the season in the first week of October each year."
    assert fragment(f"# Chimney pass\n\n{terms}\n").scopes == ()


def test_items_in_prose_may_carry_ids() -> None:
    text = "# Posters\n\n## Deliverables\n\n- **D1:** Three posters\n- D2 – One banner\n- D3 charts\n"
    read = fragment(text)
    assert [(d.id.value if d.id else None, d.text.value) for d in read.deliverables] == [
        ("D1", "Three posters"),
        ("D2", "One banner"),
        (None, "D3 charts"),
    ]
    first = read.deliverables[0]
    assert first.id is not None
    assert (words_at(text, first.id.span), words_at(text, first.text.span)) == ("D1", "Three posters")


def test_a_table_of_records_is_read_once() -> None:
    text = "# P\n\n## Deliverables\n\n| ID | Deliverable |\n|---|---|\n| D1 | Poster |\n| D2 | Banner |\n"
    assert [d.id.value for d in contract(contract_md=text).deliverables if d.id] == ["D1", "D2"]


def test_slots_left_in_a_record_are_found_at_their_place() -> None:
    text = 'contract: {title: "[Project name]"}\nscope:\n  text: >\n    Three posters\n    by TBD.\n'
    read = fragment(text, "contract.yaml")
    found = {(one.text.value, words_at(text, one.text.span)) for one in read.placeholders}
    assert found == {("[Project name]", "[Project name]"), ("TBD", "TBD")}


FIXTURES = Path(__file__).parents[2] / "fixtures"
LINES = sorted(
    {
        line
        for file in FIXTURES.rglob("*.md")
        for line in file.read_text(encoding="utf-8").splitlines()
        if len(line) < 200
    }
)


@given(st.lists(st.sampled_from(LINES), max_size=25))
def test_no_order_of_lines_is_too_strange_to_read(lines: list[str]) -> None:
    text = "\n".join(lines)
    read = contract(contract_md=text)
    for clause in read.clauses:
        assert clause.span is None or 0 <= clause.span.start <= clause.span.end <= len(text)


def test_the_words_of_front_matter_count_as_those_of_the_text() -> None:
    head = "---\nscopelint: 1\nscope: {text: Posters and flyers etc. for the fair}\n---\n"
    (phrase,) = fragment(head + "# Posters\n").phrases
    assert (phrase.group, phrase.section, phrase.text.value) == ("open-list", "scope", "etc")


def test_the_words_of_a_record_are_read_up_to_their_limit() -> None:
    text = "scope: |\n  pages etc.\ndeliverables:\n- {id: D1, deliverable: posters etc. and flyers etc.}\n"
    read = read_document(SourceFile("contract.yaml", text), "en", Limits(prose_words=6))
    assert [phrase.text.value for phrase in read.phrases] == ["etc", "etc"]
    (problem,) = read.problems
    assert problem.rule == "exceeded-limit"
    assert words_at(text, problem.finding.at.span) == "and"
    assert len(read_document(SourceFile("contract.yaml", text), "en", Limits(prose_words=9)).phrases) == 3


def test_what_aliases_repeat_counts_as_often_as_it_is_read() -> None:
    text = "scope: &a pages etc.\ndeliverables: [*a, *a, *a, *a]\n"
    read = read_document(SourceFile("contract.yaml", text), "en", Limits(prose_words=7))
    assert len(read.phrases) == 2
    assert [problem.rule for problem in read.problems] == ["exceeded-limit"]
